internal import ChiboModel

/// What a transaction has to say so that a record becomes what a row of a roster says.
struct RecordAssertions {
    let schema: RecordSchema

    /// A record that is new: so from the day that its kind starts at, until further notice.
    func adding(_ id: RecordID, _ values: [FieldValue], row: Int) -> Assertion {
        Assertion(schema.kind, id, from: start(of: values), values: values, sourceRow: row)
    }

    /// The day from which on a record with such values is so; nil for "since ever".
    func start(of values: [FieldValue]) -> CalendarDate? {
        switch schema.start {
        case .field(let code):
            guard let index = schema.index(of: code), case .date(let day) = values[index] else { return nil }
            return day
        case .endOfYear(let code): return year(code, values).flatMap { CalendarDate(year: $0, month: 12, day: 31) }
        case .startOfYear(let code): return year(code, values).flatMap { CalendarDate(year: $0, month: 1, day: 1) }
        }
    }

    private func year(_ code: String, _ values: [FieldValue]) -> Int? {
        guard let index = schema.index(of: code), case .integer(let year) = values[index] else { return nil }
        return Int(exactly: year)
    }

    /// What changes a record, over all its versions.
    ///
    /// A correction was always so: it goes into every version, a dated field's into those that had the wrong value. A
    /// dated change goes into what follows its day.
    ///
    /// - Parameters:
    ///   - change: The fields that change.
    ///   - versions: What is believed of the record now.
    ///   - choice: What the dated changes are.
    /// - Returns: The assertions, in the order of time; none where every version says so already.
    func changing(_ change: RecordChange, _ versions: [RecordVersion], _ choice: EffectiveChoice) -> [Assertion] {
        var day: CalendarDate?
        if case .on(let date) = choice { day = date }
        let corrections = change.fields.filter { day == nil || !$0.isDated }
        let dated = day == nil ? [] : change.dated
        var result: [Assertion] = []
        for (position, version) in versions.sorted(by: RecordAssertions.isEarlier).enumerated() {
            let corrected = apply(corrections, to: version.values)
            let from = position == 0 ? movedStart(version, corrected, change, &result) : version.from
            result += split(change, version, from: from, corrected, dated, day)
        }
        return result
    }

    /// The versions of a version before and after the day of a change, where they say something new.
    private func split(
        _ change: RecordChange, _ version: RecordVersion, from: CalendarDate?, _ corrected: [FieldValue],
        _ dated: [FieldChange], _ day: CalendarDate?
    ) -> [Assertion] {
        func say(_ start: CalendarDate?, _ end: CalendarDate?, _ values: [FieldValue]) -> [Assertion] {
            if values == version.values, from == version.from { return [] }
            return [Assertion(schema.kind, change.id, from: start, to: end, values: values, sourceRow: change.row)]
        }
        guard let day, !dated.isEmpty, version.to.map({ day < $0 }) ?? true else {
            return say(from, version.to, corrected)
        }
        var later = corrected
        for field in dated { later[field.index] = field.new }
        guard from.map({ $0 < day }) ?? true else { return say(from, version.to, later) }
        return say(from, day, corrected) + say(day, version.to, later)
    }

    /// The first version's start, moved with the field that it is made from; days that fall away are said to be empty.
    private func movedStart(
        _ version: RecordVersion, _ corrected: [FieldValue], _ change: RecordChange, _ result: inout [Assertion]
    ) -> CalendarDate? {
        guard case .field(let code) = schema.start, change.fields.contains(where: { $0.field == code }),
            let new = start(of: corrected), version.to.map({ new < $0 }) ?? true
        else { return version.from }
        if version.from.map({ $0 < new }) ?? true {
            result.append(
                Assertion(schema.kind, change.id, from: version.from, to: new, values: nil, sourceRow: change.row))
        }
        return new
    }

    private func apply(_ changes: [FieldChange], to values: [FieldValue]) -> [FieldValue] {
        var result = values
        for change in changes {
            let isAlways = !schema.fields[change.index].changesInTime
            if isAlways || values[change.index] == change.old { result[change.index] = change.new }
        }
        return result
    }

    private static func isEarlier(_ left: RecordVersion, _ right: RecordVersion) -> Bool {
        guard let end = right.from else { return false }
        return left.from.map { $0 < end } ?? true
    }
}
