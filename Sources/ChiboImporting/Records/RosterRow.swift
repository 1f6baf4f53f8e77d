internal import ChiboModel
internal import ChiboOffice

/// A row of the sheet on its way to a record.
struct RosterRow {
    /// The row as the sheet has it.
    let source: SheetRow
    /// One value a field, in the order of the schema; `missing` where the row says nothing.
    var values: [FieldValue]
    /// What is wrong with it.
    var problems: [CellProblem] = []
    /// The id that the row itself names, in a sheet that the host wrote.
    var statedID: RecordID?
    /// The record of the snapshot that it is, by its row there.
    var existing: Int32?
    /// The record that it is or becomes; nil while that cannot be told.
    var id: RecordID?

    /// Whether it lacks what tells which record it is, and nothing else is wrong with it.
    var isNobody = false

    /// Whether it can become a record.
    var isGood: Bool { problems.isEmpty }
}
