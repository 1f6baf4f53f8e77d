internal import ChiboModel
internal import ChiboOffice

/// New rows that may be records known already under a name without its accents: said, and never merged.
struct LikelyMatches {
    /// A new row and the record that it may be.
    struct Pair {
        let row: Int
        let id: RecordID
    }

    /// The pairs, from the top of the sheet.
    let pairs: [Pair]

    init(_ kind: RecordKind, _ snapshot: Snapshot, added: [RosterRow]) {
        let schema = Schema[kind]
        guard let name = schema.index(of: "full_name"), let birth = schema.index(of: "birth"), !added.isEmpty,
            snapshot[kind].count > 0
        else {
            pairs = []
            return
        }
        var wanted: [String: [Int]] = [:]
        for row in added {
            guard let key = LikelyMatches.key(row.values[name], row.values[birth]) else { continue }
            wanted[key, default: []].append(row.source.number)
        }
        var found: [Pair] = []
        for row in 0..<Int32(snapshot[kind].count) {
            let values = [name, birth].map { snapshot.value(kind, row: row, field: $0) }
            guard let key = LikelyMatches.key(values[0], values[1]), let rows = wanted[key] else { continue }
            found += rows.map { Pair(row: $0, id: snapshot.id(of: row, in: kind)) }
        }
        pairs = found.sorted { ($0.row, $0.id) < ($1.row, $1.id) }
    }

    /// The name without accents, and the year of birth.
    private static func key(_ name: FieldValue, _ birth: FieldValue) -> String? {
        guard case .text(let name) = name, case .partialDate(let birth) = birth else { return nil }
        return VietnameseText.folded(name) + "|" + String(birth.year)
    }
}
