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
        /// Whether both have a citizen's number, and another one: then they are probably two people.
        let differsInNumber: Bool
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
        for (position, row) in rows.enumerated() where (row.isGood || row.isNobody) && row.existing == nil {
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
            for position in positions where !LikelyMatches.differ(rows[position].values[birth], values[1]) {
                let own = number.map { rows[position].values[$0] } ?? .missing
                let other = number.map { snapshot.value(kind, row: record, field: $0) } ?? .missing
                let differs = own != .missing && other != .missing && own != other
                found.append(Pair(position: position, record: record, differsInNumber: differs))
            }
        }
        pairs = found.sorted { ($0.position, $0.record) < ($1.position, $1.record) }
    }

    /// The name without accents, and the year of birth.
    private static func key(_ name: FieldValue, _ birth: FieldValue) -> String? {
        guard case .text(let name) = name, case .partialDate(let birth) = birth else { return nil }
        return VietnameseText.folded(name) + "|" + String(birth.year)
    }

    /// Whether two dates of birth cannot be one, however much of them is known.
    private static func differ(_ one: FieldValue, _ other: FieldValue) -> Bool {
        guard case .partialDate(let one) = one, case .partialDate(let other) = other else { return false }
        return one.latest < other.earliest || other.latest < one.earliest
    }
}
