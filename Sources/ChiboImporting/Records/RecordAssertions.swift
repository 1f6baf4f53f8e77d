internal import ChiboModel

/// What a transaction has to say so that a record becomes what a row of a roster says.
struct RecordAssertions {
    let schema: RecordSchema

    /// A stretch of a record's time while it is worked on.
    private struct Segment {
        var from: CalendarDate?
        var to: CalendarDate?
        var values: [FieldValue]
        /// The version that it is made from.
        let origin: RecordVersion

        init(_ version: RecordVersion) {
            (from, to, values, origin) = (version.from, version.to, version.values, version)
        }

        /// Whether it says what its version says already.
        var isKnown: Bool {
            guard values == origin.values else { return false }
            guard let start = origin.from else { return true }
            return from.map { $0 >= start } ?? false
        }
    }

    /// A record that is new: so from the day that its kind starts at, until further notice.
    func adding(_ id: RecordID, _ values: [FieldValue], row: Int) -> Assertion {
        Assertion(schema.kind, id, from: start(of: values), values: values, sourceRow: row)
    }

    /// The day from which on a record with such values is so; nil for "since ever".
    func start(of values: [FieldValue]) -> CalendarDate? { RecordStart.day(of: values, kind: schema.kind) }

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
        var segments = versions.sorted(by: RecordAssertions.isEarlier).map { Segment($0) }
        var corrections: [FieldChange] = []
        var dated: [(day: CalendarDate, field: FieldChange)] = []
        for field in change.fields {
            if let day = field.day(choice) { dated.append((day, field)) } else { corrections.append(field) }
        }
        for index in segments.indices { correct(&segments[index], corrections) }
        let emptied = moveStart(of: &segments, change)
        for (day, field) in dated.sorted(by: { $0.day < $1.day }) {
            segments = segments.flatMap { split($0, day, field) }
        }
        return emptied
            + segments.filter { !$0.isKnown }.map { segment in
                Assertion(
                    schema.kind, change.id, from: segment.from, to: segment.to, values: segment.values,
                    sourceRow: change.row)
            }
    }

    private func correct(_ segment: inout Segment, _ changes: [FieldChange]) {
        for change in changes {
            let isAlways = !schema.fields[change.index].changesInTime
            if isAlways || segment.values[change.index] == change.old { segment.values[change.index] = change.new }
        }
    }

    /// Parts a stretch at the day of a change and gives what follows the new value.
    private func split(_ segment: Segment, _ day: CalendarDate, _ change: FieldChange) -> [Segment] {
        guard segment.to.map({ day < $0 }) ?? true else { return [segment] }
        var later = segment
        later.values[change.index] = change.new
        guard segment.from.map({ $0 < day }) ?? true else { return [later] }
        var earlier = segment
        earlier.to = day
        later.from = day
        return [earlier, later]
    }

    /// Moves the first stretch's start with the field that it is made from; days that fall away are said to be empty.
    private func moveStart(of segments: inout [Segment], _ change: RecordChange) -> [Assertion] {
        guard case .field(let code) = schema.start, change.fields.contains(where: { $0.field == code }),
            let first = segments.first, let new = start(of: first.values), first.to.map({ new < $0 }) ?? true
        else { return [] }
        segments[0].from = new
        guard first.from.map({ $0 < new }) ?? true else { return [] }
        return [Assertion(schema.kind, change.id, from: first.from, to: new, values: nil, sourceRow: change.row)]
    }

    private static func isEarlier(_ left: RecordVersion, _ right: RecordVersion) -> Bool {
        guard let end = right.from else { return false }
        return left.from.map { $0 < end } ?? true
    }
}
