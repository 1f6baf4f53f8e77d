package import ChiboModel

/// When changed values of fields that change in time became so.
package enum EffectiveChoice: Hashable, Sendable {
    /// Nobody has said it yet: such changes are asked about.
    case ask
    /// They changed on a day: a member moved, was recognised, took office.
    case on(CalendarDate)
    /// They were always so, and the records were wrong.
    case correction
}

/// A field that a roster gives another value than the records have.
package struct FieldChange: Hashable, Sendable {
    /// The field's name in code.
    package let field: String
    /// Its position in the schema.
    package let index: Int
    /// The value on record.
    package let old: FieldValue
    /// The roster's value.
    package let new: FieldValue
    /// Whether it may be true from a day on, so that somebody has to say which.
    package let isDated: Bool
}

/// A record that a roster changes.
package struct RecordChange: Hashable, Sendable {
    /// The row of the sheet.
    package let row: Int
    /// The record.
    package let id: RecordID
    /// What changes, in the order of the schema.
    package let fields: [FieldChange]

    /// The changes that need a day.
    package var dated: [FieldChange] { fields.filter(\.isDated) }
}

extension RecordChange {
    /// Compares a row with the record that it is; an empty cell says nothing and changes nothing.
    init(_ row: Int, _ id: RecordID, old: [FieldValue], new: [FieldValue], schema: RecordSchema) {
        let fields = schema.fields.indices.compactMap { index -> FieldChange? in
            guard new[index] != .missing, new[index] != old[index] else { return nil }
            let definition = schema.fields[index]
            // What was never recorded is filled in; it did not change.
            return FieldChange(
                field: definition.code, index: index, old: old[index], new: new[index],
                isDated: definition.changesInTime && old[index] != .missing)
        }
        self.init(row: row, id: id, fields: fields)
    }
}
