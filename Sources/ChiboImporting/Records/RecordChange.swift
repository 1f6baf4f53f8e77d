package import ChiboModel

/// When changed values of fields that change in time became so.
package enum EffectiveChoice: Hashable, Sendable {
    /// Nobody has said it yet: such changes are asked about.
    case ask
    /// They changed on a day: a member moved, was recognised, took office.
    case on(CalendarDate)
    /// They were always so, and the records were wrong.
    case correction

    /// The day on which they changed, where one is said.
    var day: CalendarDate? {
        guard case .on(let day) = self else { return nil }
        return day
    }
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
    /// Whether it may be true from a day on, so that a day is needed.
    package let isDated: Bool
    /// The day that the row itself gives for it: recognition for the grade, leaving for the activity.
    package let since: CalendarDate?

    /// Whether somebody has to say from which day on.
    package var needsDay: Bool { isDated && since == nil }

    /// The day from which on it is so; nil for what was always so.
    func day(_ choice: EffectiveChoice) -> CalendarDate? {
        switch choice {
        case .correction: nil
        case .ask: isDated ? since : nil
        case .on(let day): isDated ? since ?? day : nil
        }
    }
}

/// A record that a roster changes.
package struct RecordChange: Hashable, Sendable {
    /// The row of the sheet.
    package let row: Int
    /// The record.
    package let id: RecordID
    /// What changes, in the order of the schema.
    package let fields: [FieldChange]

    /// The changes of which somebody has to say from which day on they are so.
    package var undated: [FieldChange] { fields.filter(\.needsDay) }

    /// Whether it is a move to another branch or unit.
    package var isMove: Bool {
        fields.contains { change in
            guard change.isDated, case .reference = change.new else { return false }
            return true
        }
    }
}

extension RecordChange {
    /// Changes that happen on a day which another field of the same record tells.
    private static let tellingFields: [RecordKind: [(field: String, value: FieldValue, day: String)]] = [
        .member: [
            ("grade", .code("official"), "official_on"), ("grade", .code("probationary"), "admitted_on"),
            ("activity", .code("left"), "left.on"),
        ]
    ]

    /// Compares a row with the record that it is; an empty cell says nothing and changes nothing.
    init(_ row: Int, _ id: RecordID, old: [FieldValue], new: [FieldValue], schema: RecordSchema) {
        let fields = schema.fields.indices.compactMap { index -> FieldChange? in
            guard new[index] != .missing, new[index] != old[index], !RecordChange.saysLess(new[index], old[index])
            else { return nil }
            let definition = schema.fields[index]
            if definition.code == "full_name", RecordChange.isSameName(new[index], old[index]) { return nil }
            // What was never recorded is filled in; it did not change.
            let isDated = definition.changesInTime && old[index] != .missing
            return FieldChange(
                field: definition.code, index: index, old: old[index], new: new[index], isDated: isDated,
                since: isDated ? RecordChange.day(of: definition.code, new[index], old, new, schema) : nil)
        }
        self.init(row: row, id: id, fields: fields)
    }

    /// Whether a name differs from the one on record only in its capitals, and is written all in one size: NGUYỄN VĂN AN.
    private static func isSameName(_ new: FieldValue, _ old: FieldValue) -> Bool {
        guard case .text(let new) = new, case .text(let old) = old, new != old,
            new == new.uppercased() || new == new.lowercased()
        else { return false }
        return new.lowercased() == old.lowercased()
    }

    /// Whether a date that is only known in part leaves out what the record has: 1980 beside 19/05/1980.
    private static func saysLess(_ new: FieldValue, _ old: FieldValue) -> Bool {
        guard case .partialDate(let new) = new, case .partialDate(let old) = old else { return false }
        return new.precision.rawValue < old.precision.rawValue && new.earliest <= old.earliest
            && old.latest <= new.latest
    }

    private static func day(
        of field: String, _ value: FieldValue, _ old: [FieldValue], _ new: [FieldValue], _ schema: RecordSchema
    ) -> CalendarDate? {
        let telling = tellingFields[schema.kind]?.first { $0.field == field && $0.value == value }
        guard let index = telling.flatMap({ schema.index(of: $0.day) }) else { return nil }
        guard case .date(let day) = new[index] == .missing ? old[index] : new[index] else { return nil }
        return day
    }
}
