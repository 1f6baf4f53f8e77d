internal import ChiboModel

/// The sets of fields by which a record is known, the strongest first, and the keys that values make of them.
struct IdentitySets {
    /// The fields of each set, by their positions in the schema.
    let sets: [[Int]]
    private let schema: RecordSchema

    /// The sets of a mapping, followed by those of the schema that the mapping does not name.
    init(_ mapping: ImportMapping) {
        let schema = Schema[mapping.kind]
        self.schema = schema
        var names: [[String]] = []
        // A key that is one of the schema's own sets belongs together; else each field is a key by itself.
        if schema.identity.contains(where: { Set($0) == Set(mapping.key) }) {
            names = [mapping.key]
        } else {
            names = mapping.key.map { [$0] }
        }
        for set in schema.identity where !names.contains(where: { Set($0) == Set(set) }) { names.append(set) }
        sets = names.map { $0.compactMap { schema.index(of: $0) } }.filter { !$0.isEmpty }
    }

    /// The key that values make of a set; nil where one of its fields is empty.
    func key(_ set: Int, of value: (Int) -> FieldValue) -> String? {
        var parts: [String] = []
        for field in sets[set] {
            guard let part = IdentitySets.part(value(field)) else { return nil }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : parts.joined(separator: "\u{1F}")
    }

    /// Whether one set has all fields of another.
    func contains(_ larger: Int, _ smaller: Int) -> Bool { Set(sets[larger]).isSuperset(of: sets[smaller]) }

    /// The labels of all sets, for messages.
    var labels: String {
        sets.map { $0.map { schema.fields[$0].label }.joined(separator: " + ") }.joined(separator: "; ")
    }

    /// The label of a set.
    func label(_ set: Int) -> String { sets[set].map { schema.fields[$0].label }.joined(separator: " + ") }

    /// Numbers are compared by their digits and letters, names by their match key.
    private static func part(_ value: FieldValue) -> String? {
        guard case .text(let text) = value else { return value.plain }
        let isNumber = text.utf8.allSatisfy { $0 < 0x80 } && text.utf8.contains { (0x30...0x39).contains($0) }
        let key = isNumber ? CellText.identifier(text) : VietnameseText.matchKey(text)
        return key.isEmpty ? nil : key
    }
}

/// The records of a snapshot by their identity keys.
struct IdentityIndex {
    /// What a key leads to.
    enum Match { case none, one(Int32), several }

    let identity: IdentitySets
    private let kind: RecordKind
    private let snapshot: Snapshot
    private var rows: [[String: Int32]?]

    /// Stands for a key that several records share.
    private static let several = Int32(-1)

    init(_ identity: IdentitySets, _ kind: RecordKind, _ snapshot: Snapshot) {
        (self.identity, self.kind, self.snapshot) = (identity, kind, snapshot)
        rows = identity.sets.map { _ in nil }
    }

    /// The record with a key; a set's index is made when the first row asks for it.
    mutating func find(_ key: String, in set: Int) -> Match {
        if rows[set] == nil { rows[set] = index(set) }
        guard let row = rows[set]?[key] else { return .none }
        return row == IdentityIndex.several ? .several : .one(row)
    }

    /// The key of a record of the snapshot.
    func key(_ set: Int, of row: Int32) -> String? {
        identity.key(set) { snapshot.value(kind, row: row, field: $0) }
    }

    private func index(_ set: Int) -> [String: Int32] {
        var result: [String: Int32] = [:]
        for row in 0..<Int32(snapshot[kind].count) {
            guard let key = key(set, of: row) else { continue }
            if result.updateValue(row, forKey: key) != nil { result[key] = IdentityIndex.several }
        }
        return result
    }
}
