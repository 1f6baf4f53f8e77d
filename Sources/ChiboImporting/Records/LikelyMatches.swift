internal import ChiboModel
internal import ChiboOffice

/// New rows that may be records known already under a name without its accents: suggested, and never merged.
struct LikelyMatches {
    /// A new row and the record that it may be.
    struct Pair {
        /// The row's place among all rows.
        let position: Int
        /// The record's row in the snapshot.
        let record: Int32
    }

    /// The pairs, from the top of the sheet.
    let pairs: [Pair]

    init(_ kind: RecordKind, _ snapshot: Snapshot, _ rows: [RosterRow]) {
        let schema = Schema[kind]
        guard let name = schema.index(of: "full_name"), let birth = schema.index(of: "birth"),
            snapshot[kind].count > 0
        else {
            pairs = []
            return
        }
        var wanted: [String: [Int]] = [:]
        for (position, row) in rows.enumerated() where row.isGood && row.existing == nil {
            guard let key = LikelyMatches.key(row.values[name], row.values[birth]) else { continue }
            wanted[key, default: []].append(position)
        }
        guard !wanted.isEmpty else {
            pairs = []
            return
        }
        let number = schema.index(of: "national_id")
        var found: [Pair] = []
        for record in 0..<Int32(snapshot[kind].count) {
            let values = [name, birth].map { snapshot.value(kind, row: record, field: $0) }
            guard let key = LikelyMatches.key(values[0], values[1]), let positions = wanted[key] else { continue }
            for position in positions where !LikelyMatches.differ(rows[position], record, birth, number, snapshot, kind) {
                found.append(Pair(position: position, record: record))
            }
        }
        pairs = found.sorted { ($0.position, $0.record) < ($1.position, $1.record) }
    }

    /// The name without accents, and the year of birth.
    private static func key(_ name: FieldValue, _ birth: FieldValue) -> String? {
        guard case .text(let name) = name, case .partialDate(let birth) = birth else { return nil }
        return VietnameseText.folded(name) + "|" + String(birth.year)
    }

    /// Whether birth dates or citizens' numbers tell two people apart.
    private static func differ(
        _ row: RosterRow, _ record: Int32, _ birth: Int, _ number: Int?, _ snapshot: Snapshot, _ kind: RecordKind
    ) -> Bool {
        if case .partialDate(let one) = row.values[birth],
            case .partialDate(let other) = snapshot.value(kind, row: record, field: birth),
            one.latest < other.earliest || other.latest < one.earliest
        {
            return true
        }
        guard let number, case .text(let one) = row.values[number],
            case .text(let other) = snapshot.value(kind, row: record, field: number)
        else { return false }
        return one.count == other.count && one != other
    }
}
