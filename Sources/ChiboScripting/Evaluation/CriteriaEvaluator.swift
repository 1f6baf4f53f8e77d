import ChiboLua
package import ChiboModel

extension ScriptRuntime {
    /// Asks a set of rules about every record that it is about.
    ///
    /// An error in one record is that record's answer and stops nobody else; a stop (time, memory) ends the run.
    ///
    /// - Parameters:
    ///   - definition: The set of rules.
    ///   - context: The records, the period and the parameters.
    ///   - progress: Told now and then how many of how many records are done.
    /// - Returns: A verdict a record, and what went wrong in single records.
    /// - Throws: What is wrong with the script or the parameters.
    package func evaluate(
        _ definition: Definition, _ context: RunContext, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(Diagnostic) -> Evaluation {
        let rows = try subjects(of: definition, in: context.snapshot)
        var waiting = [EvaluationPiece.Order(index: 0, rows: rows[...])]
        var pieces: [EvaluationPiece] = []
        try judge(
            definition, context, progress: progress, next: { waiting.popLast() }, finished: { pieces.append($0) })
        return try evaluation(definition, context, of: pieces)
    }

    /// The rows that a set of rules is about, in the order of the records.
    package func subjects(of definition: Definition, in snapshot: Snapshot) throws(Diagnostic) -> [Int32] {
        try criteria(of: definition).subject.rows(in: snapshot)
    }

    /// About how much there is to judge, counted in records that rules read a few fields of.
    ///
    /// Rules about a unit walk over what belongs to it: its members, their meetings and ratings.
    package func work(of definition: Definition, in snapshot: Snapshot) throws(Diagnostic) -> Int {
        let subject = try criteria(of: definition).subject
        let records = subject.rows(in: snapshot).count
        guard subject.kind == .unit else { return records }
        return max(records, snapshot.tables.reduce(0) { $0 + $1.count } / ScriptRuntime.rowsPerRecord)
    }

    /// Rows of a collection that are counted in the time in which a record is judged: a collection is filtered in C.
    private static let rowsPerRecord = 8

    /// Asks the rules about pieces of the records, in one run: one deadline covers all of them.
    ///
    /// - Parameters:
    ///   - definition: The set of rules.
    ///   - context: The records, the period and the parameters.
    ///   - progress: Told now and then how many records of a piece of how many are done.
    ///   - next: The next piece to be asked about; nil where there is none.
    ///   - finished: Gets each piece when it is done.
    /// - Throws: What ends the run; the pieces that were finished before are good.
    package func judge(
        _ definition: Definition, _ context: RunContext, progress: (Int, Int) -> Void = { _, _ in },
        next: () -> EvaluationPiece.Order?, finished: (EvaluationPiece) -> Void
    ) throws(Diagnostic) {
        let criteria = try criteria(of: definition)
        let visibility = unit?.visibility(of: definition.path, declared: Array(Visibility.identifying)) ?? Visibility()
        try run(definition, context, visibility: visibility) { generation in
            while let order = next() {
                var evaluator = CriteriaEvaluator(self, criteria, context.snapshot, generation)
                let verdicts = try evaluator.verdicts(of: order.rows, progress)
                finished(EvaluationPiece(index: order.index, verdicts: verdicts, failures: evaluator.failures))
            }
        }
    }

    /// Puts the pieces of an evaluation together, in the order that they are given in.
    package func evaluation(
        _ definition: Definition, _ context: RunContext, of pieces: [EvaluationPiece]
    ) throws(Diagnostic) -> Evaluation {
        var failures = FailureLog()
        for piece in pieces { failures.add(piece.failures) }
        return Evaluation(
            receipt: receipt(definition, context), title: definition.title,
            rules: try criteria(of: definition).rules.map { ($0.id, $0.title) }, verdicts: pieces.flatMap(\.verdicts),
            diagnostics: failures.diagnostics)
    }

    private func criteria(of definition: Definition) throws(Diagnostic) -> CriteriaDefinition {
        guard case .criteria(let criteria) = definition.content else { throw wrongKind(definition, .criteria) }
        return criteria
    }

    /// The error for a definition of another kind than a command needs.
    func wrongKind(_ definition: Definition, _ kind: Definition.Kind) -> Diagnostic {
        Diagnostic(
            "CB-C023", .usage,
            Bilingual(
                vi: "\(definition.path) không phải là \(kind.label.vi)", en: "\(definition.path) is no \(kind.label.en)"
            ))
    }
}

/// One evaluation of a set of rules.
private struct CriteriaEvaluator {
    let runtime: ScriptRuntime
    let criteria: CriteriaDefinition
    let snapshot: Snapshot
    let generation: LuaGeneration
    var failures = FailureLog()

    init(_ runtime: ScriptRuntime, _ criteria: CriteriaDefinition, _ snapshot: Snapshot, _ generation: LuaGeneration) {
        (self.runtime, self.criteria, self.snapshot, self.generation) = (runtime, criteria, snapshot, generation)
    }

    mutating func verdicts(of rows: ArraySlice<Int32>, _ progress: (Int, Int) -> Void) throws -> [Verdict] {
        let kind = criteria.subject.kind
        var verdicts: [Verdict] = []
        for (index, row) in rows.enumerated() {
            if index % 64 == 0 { progress(index, rows.count) }
            let record = PackedValue(kind: LuaKind(kind), generation: generation, row: row)
            guard try isInScope(record) else { continue }
            let id = snapshot.id(of: row, in: kind)
            var rules: [RuleVerdict] = []
            rules.reserveCapacity(criteria.rules.count)
            for rule in criteria.rules { rules.append(try ask(rule, record, id)) }
            verdicts.append(
                Verdict(
                    subject: id, label: RecordLabels.label(of: id, kind, in: snapshot),
                    answer: criteria.combination.answer(rules.map(\.answer)), rules: rules))
        }
        return verdicts
    }

    private func isInScope(_ record: PackedValue) throws -> Bool {
        guard let scope = criteria.scope else { return true }
        return try scope.call(packed: record) { $0.boolean(0) ?? !$0.isNil(0) }
    }

    private mutating func ask(_ rule: CriteriaDefinition.Rule, _ record: PackedValue, _ id: RecordID) throws
        -> RuleVerdict
    {
        runtime.forgetMissing()
        do {
            let (plain, value, message) = try rule.check.call(packed: record) { results in
                let plain = results.boolean(0)
                return (plain, plain == nil ? results.value(0) : .nil, results.isNil(1) ? "" : results.text(1) ?? "")
            }
            if let plain { return verdict(rule, plain ? .met : .not_met, message) }
            if let answer = CheckAnswer.read(value, message: .text(message), prelude: runtime.prelude) {
                return verdict(rule, answer.answer, answer.message)
            }
            throw nothingReturned(rule, value)
        } catch {
            if let answer = CheckAnswer.raised(error, prelude: runtime.prelude) {
                return verdict(rule, answer.answer, answer.message)
            }
            let check = rule.check.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) }
            let diagnostic = runtime.diagnostic(for: error, elseAt: check)
            if diagnostic.stopsTheRun { throw diagnostic }
            failures.add(diagnostic, record: id)
            return RuleVerdict(rule: rule.id, answer: .error, message: diagnostic.message.vi)
        }
    }

    /// The verdict of an answer; `false` after reading an empty value is `unknown`, and says which.
    private func verdict(_ rule: CriteriaDefinition.Rule, _ answer: Answer, _ message: String) -> RuleVerdict {
        if answer == .not_met, rule.asksForMissing {
            let missing = runtime.takeMissing()
            if !missing.isEmpty {
                return RuleVerdict(
                    rule: rule.id, answer: .unknown, message: "chưa có: " + missing.joined(separator: ", "))
            }
        }
        return RuleVerdict(rule: rule.id, answer: answer, message: message)
    }

    private func nothingReturned(_ rule: CriteriaDefinition.Rule, _ value: LuaValue) -> Diagnostic {
        Diagnostic(
            "CB-R003", .script,
            Bilingual(
                vi:
                    "hàm check của \"\(rule.id)\" phải trả về true, false, unknown \"…\" hoặc not_applicable \"…\", không phải \(value.typeName)",
                en:
                    "the check of \"\(rule.id)\" has to return true, false, unknown \"…\" or not_applicable \"…\", not \(value.typeName)"
            ),
            place: rule.check.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
    }
}

extension Diagnostic {
    /// Whether no further record can be asked: time or memory is gone.
    var stopsTheRun: Bool { kind == .timeout || kind == .limit || kind == .bug }
}
