public import ChiboModel

/// A transaction with what it changed, as people ask about it.
public struct AuditedChange: Sendable {
    /// What it did to one record on some days.
    public struct Difference: Hashable, Sendable {
        /// The record.
        public let key: RecordKey
        /// The first day, nil for "since ever".
        public let from: CalendarDate?
        /// The first day after, nil for "until further notice".
        public let to: CalendarDate?
        /// What was so before, one value a field; nil where there was no such record.
        public let old: [FieldValue]?
        /// What is so since; nil where there is no such record.
        public let new: [FieldValue]?
        /// The row of the transaction's file.
        public let sourceRow: Int?

        /// The positions of the fields that differ; those that got a value, where the record is new or gone.
        public var fields: [Int] {
            let count = (old ?? new)?.count ?? 0
            return (0..<count).filter { (old?[$0] ?? .missing) != (new?[$0] ?? .missing) }
        }
    }

    /// Who, when, why, from what.
    public let change: CommittedChange
    /// What it changed.
    public let differences: [Difference]
    /// The records that it erased.
    public let erased: [RecordKey]
}

extension AuditedChange {
    /// The transactions of a store from one on, oldest first.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - first: The first one.
    ///   - kind: Only what they did to records of this kind; nil for all. Transactions that did nothing to them are left out.
    ///   - id: Only what they did to this record.
    /// - Returns: The transactions with what they changed.
    /// - Throws: What the store says.
    public static func all(
        in store: any Store, from first: DataVersion, of kind: RecordKind? = nil, id: RecordID? = nil
    ) throws(StoreError) -> [AuditedChange] {
        let history = try store.history(after: DataVersion(max(0, first.number - 1)), limit: Int.max)
        guard let oldest = history.first?.version, let newest = history.last?.version else { return [] }
        var rows: [DataVersion: [AuditRow]] = [:]
        for row in try store.rows(changedIn: oldest...newest, of: kind, id: id) {
            rows[row.recorded, default: []].append(row)
            if let superseded = row.superseded { rows[superseded, default: []].append(row) }
        }
        let erased = Dictionary(grouping: try store.erasures(), by: \.version)
        return history.compactMap { change in
            let gone = (erased[change.version] ?? []).map(\.key).filter {
                (kind == nil || $0.kind == kind) && (id == nil || $0.id == id)
            }
            let differences = differences(rows[change.version] ?? [], at: change.version)
            let isWanted = (kind == nil && id == nil) || !gone.isEmpty || !differences.isEmpty
            return isWanted ? AuditedChange(change: change, differences: differences, erased: gone) : nil
        }
    }

    private static func differences(_ rows: [AuditRow], at version: DataVersion) -> [Difference] {
        var (order, groups): ([RecordKey], [RecordKey: [AuditRow]]) = ([], [:])
        for row in rows {
            if groups[row.key] == nil { order.append(row.key) }
            groups[row.key, default: []].append(row)
        }
        return order.flatMap { key -> [Difference] in
            let before = (groups[key] ?? []).filter { $0.superseded == version }.map(\.version)
            let after = (groups[key] ?? []).filter { $0.recorded == version }.map(\.version)
            return Stretch.all(of: before + after).reduce(into: []) { found, days in
                let (old, new) = (days.values(in: before), days.values(in: after))
                guard old != new else { return }
                let row = after.first { days.values(in: [$0]) != nil && $0.recorded == version }?.sourceRow
                if let last = found.last, last.to != nil, last.to == days.from, last.old == old, last.new == new {
                    found.removeLast()
                    found.append(
                        Difference(key: key, from: last.from, to: days.to, old: old, new: new, sourceRow: row))
                } else {
                    found.append(
                        Difference(key: key, from: days.from, to: days.to, old: old, new: new, sourceRow: row))
                }
            }
        }
    }
}
