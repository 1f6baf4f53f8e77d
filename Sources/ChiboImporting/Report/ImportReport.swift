package import ChiboModel

/// What a roster says, compared with the records: shown to a person before and after it is written.
package struct ImportReport: Sendable {
    /// A record that is not known yet.
    package struct Added: Hashable, Sendable {
        /// The row of the sheet.
        package let row: Int
        /// The id that it gets.
        package let id: RecordID
    }

    /// The file's path as it was given.
    package let file: String
    /// The sheet's name.
    package let sheet: String
    /// The mapping's name.
    package let mapping: String
    /// The kind of record.
    package let kind: RecordKind
    /// How the sheet is laid out.
    package let layout: RosterLayout
    /// How many rows are records.
    package let rowCount: Int
    /// Every cell and row that cannot be read, from the top.
    package let problems: [CellProblem]
    /// The rows that were rejected, with what they had and why.
    package let rejected: RejectedRows
    /// What was assumed or passed over and somebody should know.
    package let notes: [Diagnostic]
    /// What the roster probably means where it says something else, and what a person decided about it.
    package let suggestions: [Suggestion]
    /// When changed values became so.
    package let effective: EffectiveChoice
    /// The records that it was compared with.
    package let snapshot: Snapshot
    /// Records that are new.
    package let added: [Added]
    /// Records that change.
    package let changed: [RecordChange]
    /// Records that changed in time (moved to another branch), and nobody said from when on; they are among the problems.
    package let undecided: [RecordChange]
    /// Records on the roll that a complete roster does not have; nobody is removed for that.
    package let missing: [RecordID]
    /// How many records stay as they are.
    package let untouched: Int
    /// What to commit; nil where a row was rejected and the good ones alone were not wanted.
    ///
    /// Empty where nothing changes.
    package let changes: ChangeSet?

    /// The records of ``changed`` that move to another branch or unit.
    package var moved: [RecordChange] { changed.filter(\.isMove) }
}

extension ImportReport {
    /// The day from which on a changed field has its new value; nil where it was always so and the record was wrong.
    package func day(of change: FieldChange) -> CalendarDate? { change.day(effective) }
}
