public import ChiboModel

/// What it takes to take a transaction back: the change set that makes its days as they were, or what stands in the way.
///
/// A transaction can be taken back where each day that it changed still is as it left it: where later transactions changed
/// the same record and days, they have to be taken back first.
public struct UndoPlan: Sendable {
    /// Something that stands in the way.
    public struct Obstacle: Hashable, Sendable {
        /// What it is.
        public enum Kind: Hashable, Sendable {
            /// Later transactions changed these fields on the same days; no fields where the record came or went.
            case changed(fields: [String])
            /// The record would go, and other records refer to it.
            case referred(from: RecordKey)
            /// The record was erased.
            case erased
        }

        /// The record.
        public let key: RecordKey
        /// What it is.
        public let kind: Kind
        /// The later transactions that it comes from, oldest first.
        public let versions: [DataVersion]
    }

    /// What has to be said; empty where nothing is left to take back.
    public private(set) var assertions: [Assertion] = []
    /// What stands in the way, record by record; where there is anything, the assertions are not to be committed.
    public private(set) var obstacles: [Obstacle] = []

    /// Works out what it takes.
    ///
    /// - Parameters:
    ///   - version: The transaction.
    ///   - store: The store, for what it wrote and what is believed now.
    /// - Throws: What the store says; ``StoreError/Code/unknownVersion`` for a transaction that never was.
    public init(of version: DataVersion, in store: any Store) throws(StoreError) {
        let current = try store.currentVersion()
        guard version.number >= 1, version <= current else {
            throw .unknownVersion(String(version.number), current: String(current.number))
        }
        let erased = Set(try store.erasures().map(\.key))
        var order: [RecordKey] = []
        var rows: [RecordKey: [AuditRow]] = [:]
        for row in try store.rows(changedIn: version...version, of: nil, id: nil) {
            if rows[row.key] == nil { order.append(row.key) }
            rows[row.key, default: []].append(row)
        }
        obstacles = try store.erasures().filter { $0.version == version }.map {
            Obstacle(key: $0.key, kind: .erased, versions: [version])
        }
        var believed: [RecordKey: [RecordVersion]] = [:]
        for key in order where !erased.contains(key) {
            let history = try store.versions(of: key.id, in: key.kind)
            believed[key] = history.filter { $0.superseded == nil }.map(\.version)
            add(key, rows[key] ?? [], version, history)
        }
        try addReferrers(store, believed)
    }

    /// Adds what it takes for one record.
    private mutating func add(
        _ key: RecordKey, _ rows: [AuditRow], _ version: DataVersion, _ history: [RecordHistory]
    ) {
        let before = rows.filter { $0.superseded == version }.map(\.version)
        let after = rows.filter { $0.recorded == version }.map(\.version)
        let now = history.filter { $0.superseded == nil }.map(\.version)
        var (changedFields, touched): (Set<String>, Bool) = ([], false)
        for days in Stretch.all(of: before + after + now) {
            let (old, new) = (days.values(in: before), days.values(in: after))
            guard old != new else { continue }
            let present = days.values(in: now)
            // It may have been taken back already, by hand or by name.
            if present == old { continue }
            if present == new {
                say(key, days, old)
            } else {
                touched = true
                changedFields.formUnion(UndoPlan.differences(new, present, key.kind))
            }
        }
        guard touched else { return }
        let later = Set(
            history.flatMap { [$0.believedSince, $0.superseded].compactMap(\.self) }.filter { $0 > version })
        obstacles.append(
            Obstacle(key: key, kind: .changed(fields: changedFields.sorted()), versions: later.sorted()))
    }

    /// Adds an assertion, or makes the last one longer.
    private mutating func say(_ key: RecordKey, _ days: Stretch, _ values: [FieldValue]?) {
        if let last = assertions.last, last.kind == key.kind, last.id == key.id, last.values == values,
            last.to != nil, last.to == days.from
        {
            assertions.removeLast()
            assertions.append(Assertion(key.kind, key.id, from: last.from, to: days.to, values: values))
        } else {
            assertions.append(Assertion(key.kind, key.id, from: days.from, to: days.to, values: values))
        }
    }

    private static func differences(_ left: [FieldValue]?, _ right: [FieldValue]?, _ kind: RecordKind) -> [String] {
        guard let left, let right else { return [] }
        return Schema[kind].fields.indices.filter { left[$0] != right[$0] }.map { Schema[kind].fields[$0].code }
    }

    /// Finds records that would refer to nothing.
    private mutating func addReferrers(
        _ store: any Store, _ believed: [RecordKey: [RecordVersion]]
    ) throws(StoreError) {
        let said = Dictionary(grouping: assertions) { RecordKey(kind: $0.kind, id: $0.id) }
        var going: Set<RecordKey> = []
        for (key, assertions) in said where assertions.contains(where: { $0.values == nil }) {
            var left = believed[key] ?? []
            for assertion in assertions {
                let timeline = Timeline(asserting: assertion, over: left, at: DataVersion(0))
                let gone = Set(timeline.superseded)
                left = left.indices.filter { !gone.contains($0) }.map { left[$0] } + timeline.inserted
            }
            if left.isEmpty { going.insert(key) }
        }
        guard !going.isEmpty else { return }
        var referrers: [RecordKey: (from: RecordKey, versions: Set<DataVersion>)] = [:]
        for reference in try store.references(to: going) where reference.isBelieved && !going.contains(reference.from) {
            if UndoPlan.isReplaced(reference, by: said[reference.from] ?? []) { continue }
            referrers[reference.to, default: (reference.from, [])].versions.insert(reference.recorded)
        }
        for (key, referrer) in referrers.sorted(by: { $0.key.id < $1.key.id }) {
            obstacles.append(
                Obstacle(key: key, kind: .referred(from: referrer.from), versions: referrer.versions.sorted()))
        }
    }

    /// Whether the plan itself says something else of the record that refers.
    private static func isReplaced(_ reference: RecordReference, by assertions: [Assertion]) -> Bool {
        guard let position = Schema[reference.from.kind].index(of: reference.field) else { return false }
        return assertions.contains { $0.values?[position] != .reference(reference.to.id) }
    }
}

/// Days that follow each other and on which none of some versions begins or ends.
struct Stretch {
    /// The first day, nil for "since ever".
    let from: CalendarDate?
    /// The first day after, nil for "until further notice".
    let to: CalendarDate?

    /// All days, cut where a version begins or ends.
    static func all(of versions: [RecordVersion]) -> [Stretch] {
        let cuts = Set(versions.flatMap { [$0.from, $0.to].compactMap(\.self) }).sorted()
        return zip([nil] + cuts.map(Optional.some), cuts.map(Optional.some) + [nil]).map { Stretch(from: $0, to: $1) }
    }

    /// What one of some versions whose days do not overlap says of these days; nil where none does.
    func values(in versions: [RecordVersion]) -> [FieldValue]? {
        versions.first { version in
            let begins = version.from.map { start in from.map { start <= $0 } ?? false } ?? true
            let lasts = version.to.map { end in to.map { $0 <= end } ?? false } ?? true
            return begins && lasts
        }?.values
    }
}
