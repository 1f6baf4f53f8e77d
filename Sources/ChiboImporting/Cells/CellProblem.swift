package import ChiboModel

/// A cell that cannot be read, or a row that cannot be a record: where, what stands there, why, and what to do.
package struct CellProblem: Hashable, Sendable {
    /// The file's path as it was given.
    package let file: String
    /// The sheet's name.
    package let sheet: String
    /// The row as the user counts it.
    package let row: Int
    /// The column's letters; empty where the whole row is meant.
    package let column: String
    /// The column's heading; empty where the whole row is meant.
    package let heading: String
    /// What stands in the cell.
    package let value: String
    /// Why it cannot be read.
    package let reason: Bilingual
    /// What to do about it.
    package let suggestion: Bilingual?

    /// The cell's place as users write it: `C12`, or `12` for a whole row.
    package var place: String { column + String(row) }

    /// The problem as the command shows errors.
    package var diagnostic: Diagnostic {
        let where_ = heading.isEmpty ? "" : " “\(heading)”"
        return Diagnostic(
            "CB-I010", .data,
            Bilingual(
                vi: "\(sheet)!\(place)\(where_): \(reason.vi)", en: "\(sheet)!\(place)\(where_): \(reason.en)"),
            place: Diagnostic.Place(file: file), suggestion: suggestion,
            arguments: [
                "sheet": sheet, "row": String(row), "column": column, "heading": heading, "value": value,
            ])
    }
}

/// Why a cell cannot be read, before its place is known.
package struct CellRefusal: Error, Hashable, Sendable {
    /// Why.
    package let reason: Bilingual
    /// What to do about it.
    package let suggestion: Bilingual?
    /// What the cell probably means, for a person to accept.
    let proposal: Proposal?

    init(vi: String, en: String, suggestion: Bilingual? = nil, proposal: Proposal? = nil) {
        reason = Bilingual(vi: vi, en: en)
        self.suggestion = suggestion ?? proposal.map { CellRefusal.perhaps($0.shown) }
        self.proposal = proposal
    }

    /// A suggestion that the cell should read something else.
    static func perhaps(_ text: String) -> Bilingual {
        Bilingual(vi: "có lẽ là “\(text)”", en: "it may be “\(text)”")
    }
}
