/// What a store believes, or believed, of one record for a stretch of days.
public struct RecordVersion: Hashable, Sendable {
    /// The first day, nil for "since ever".
    public var from: CalendarDate?
    /// The first day on which it is no longer so, nil for "until further notice".
    public var to: CalendarDate?
    /// One value a field, in the order of the schema.
    public let values: [FieldValue]
    /// The transaction that said so.
    public let recorded: DataVersion
    /// The row of that transaction's file.
    public let sourceRow: Int?

    /// A version from its parts.
    public init(
        from: CalendarDate?, to: CalendarDate?, values: [FieldValue], recorded: DataVersion, sourceRow: Int?
    ) {
        (self.from, self.to, self.values) = (from, to, values)
        (self.recorded, self.sourceRow) = (recorded, sourceRow)
    }

    /// Whether it is so on a day.
    public func holds(on date: CalendarDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (to.map { date < $0 } ?? true)
    }
}

/// What an assertion does to the versions of a record that are believed now: the arithmetic that all stores share.
public struct Timeline: Sendable {
    /// The positions of the versions that are believed no longer.
    public private(set) var superseded: [Int] = []
    /// The versions that are believed from now on, the unchanged parts of superseded ones included.
    public private(set) var inserted: [RecordVersion] = []

    /// Works an assertion into the current versions of its record.
    ///
    /// What is so already stays as it was said first, for whatever part of the days it is so: saying a thing twice
    /// changes nothing.
    ///
    /// - Parameters:
    ///   - assertion: What is said.
    ///   - current: The record's versions that no later transaction has superseded; their days do not overlap.
    ///   - version: The transaction that says it.
    public init(asserting assertion: Assertion, over current: [RecordVersion], at version: DataVersion) {
        var said: [RecordVersion] = []
        for (index, old) in current.enumerated() where Timeline.overlap(old, assertion) {
            if old.values == assertion.values {
                said.append(old)
                continue
            }
            superseded.append(index)
            keepBefore(old, assertion)
            keepAfter(old, assertion)
        }
        guard let values = assertion.values else { return }
        for (from, to) in Timeline.days(of: assertion, without: said) {
            inserted.append(
                RecordVersion(from: from, to: to, values: values, recorded: version, sourceRow: assertion.sourceRow))
        }
    }

    /// The stretches of an assertion's days that no version covers.
    private static func days(
        of assertion: Assertion, without said: [RecordVersion]
    ) -> [(from: CalendarDate?, to: CalendarDate?)] {
        var stretches = [(from: assertion.from, to: assertion.to)]
        for version in said {
            stretches = stretches.flatMap { stretch in
                var rest: [(from: CalendarDate?, to: CalendarDate?)] = []
                if let start = version.from, stretch.from.map({ $0 < start }) ?? true {
                    rest.append((stretch.from, stretch.to.map { min($0, start) } ?? start))
                }
                if let end = version.to, stretch.to.map({ end < $0 }) ?? true {
                    rest.append((stretch.from.map { max($0, end) } ?? end, stretch.to))
                }
                return rest
            }
        }
        return stretches
    }

    private static func overlap(_ old: RecordVersion, _ assertion: Assertion) -> Bool {
        let startsInTime = assertion.to.map { end in old.from.map { $0 < end } ?? true } ?? true
        let endsInTime = old.to.map { end in assertion.from.map { $0 < end } ?? true } ?? true
        return startsInTime && endsInTime
    }

    private mutating func keepBefore(_ old: RecordVersion, _ assertion: Assertion) {
        guard let start = assertion.from, old.from.map({ $0 < start }) ?? true else { return }
        var kept = old
        kept.to = start
        inserted.append(kept)
    }

    private mutating func keepAfter(_ old: RecordVersion, _ assertion: Assertion) {
        guard let end = assertion.to, old.to.map({ end < $0 }) ?? true else { return }
        var kept = old
        kept.from = end
        inserted.append(kept)
    }
}
