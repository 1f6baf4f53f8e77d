package import ChiboModel

/// What a set of rules says of some of the records that it is about; all pieces together are the evaluation.
package struct EvaluationPiece: Sendable {
    /// Which records a state is to be asked about.
    package struct Order: Sendable {
        /// The piece's place among all.
        package let index: Int
        /// The rows, in the order in which they are asked about.
        package let rows: ArraySlice<Int32>

        /// An order of the rows of a snapshot's table.
        package init(index: Int, rows: ArraySlice<Int32>) { (self.index, self.rows) = (index, rows) }
    }

    /// The piece's place among all.
    package let index: Int
    /// A verdict for each record that is in the scope, in the order in which they were asked about.
    package let verdicts: [Verdict]
    /// What went wrong in single records.
    let failures: FailureLog
}

/// What went wrong in single records, counted by place, so that one mistake is told once.
struct FailureLog: Sendable {
    private(set) var diagnostics: [Diagnostic] = []

    /// Adds what went wrong in a record.
    mutating func add(_ diagnostic: Diagnostic, record: RecordID) {
        var first = diagnostic
        first.record = record.text
        add(first)
    }

    /// Adds what went wrong in records that come after those known so far.
    mutating func add(_ others: FailureLog) {
        for diagnostic in others.diagnostics { add(diagnostic) }
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        let same = diagnostics.firstIndex {
            // A message can name the record; the place in the script tells whether it is the same mistake.
            $0.code == diagnostic.code && $0.place == diagnostic.place
                && (diagnostic.place != nil || $0.message == diagnostic.message)
        }
        if let same {
            diagnostics[same].others += 1 + diagnostic.others
        } else {
            diagnostics.append(diagnostic)
        }
    }
}
