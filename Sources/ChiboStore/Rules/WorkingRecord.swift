import ChiboModel

/// What a store believes of one record while a change set is worked in.
///
/// Rows that the change set itself makes and replaces again are never written.
struct WorkingRecord {
    /// A version with the key of its row, nil where it has none yet.
    struct Entry {
        let key: Int64?
        let version: RecordVersion
    }

    /// The versions that are believed now; their days do not overlap.
    private(set) var believed: [Entry]
    /// The rows that are believed no longer.
    private(set) var superseded: [Entry] = []

    /// The rows of a record that no transaction has superseded.
    init(_ believed: [Entry] = []) { self.believed = believed }

    /// The versions that need a row.
    var inserted: [RecordVersion] { believed.filter { $0.key == nil }.map(\.version) }

    /// Whether the store has anything to write.
    var isChanged: Bool { !superseded.isEmpty || believed.contains { $0.key == nil } }

    /// Works in an assertion.
    mutating func apply(_ assertion: Assertion, at version: DataVersion) {
        let timeline = Timeline(asserting: assertion, over: believed.map(\.version), at: version)
        superseded += timeline.superseded.map { believed[$0] }.filter { $0.key != nil }
        let gone = Set(timeline.superseded)
        if !gone.isEmpty { believed = believed.enumerated().filter { !gone.contains($0.offset) }.map(\.element) }
        believed += timeline.inserted.map { Entry(key: nil, version: $0) }
    }
}

extension ChangeSet {
    /// The assertions record by record, both in the order in which they are said.
    var byRecord: [(key: RecordKey, assertions: [Assertion])] {
        var places: [RecordKey: Int] = Dictionary(minimumCapacity: assertions.count)
        var groups: [(key: RecordKey, assertions: [Assertion])] = []
        for assertion in assertions {
            let key = RecordKey(kind: assertion.kind, id: assertion.id)
            if let place = places[key] {
                groups[place].assertions.append(assertion)
            } else {
                places[key] = groups.count
                groups.append((key, [assertion]))
            }
        }
        return groups
    }
}
