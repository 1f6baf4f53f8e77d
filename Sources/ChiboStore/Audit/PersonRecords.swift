public import ChiboModel

/// The records that go with a person: those that are told apart from others by who it is.
///
/// A rating is of one member in one year, so it goes with the member; a task names who is in charge of it, and stays.
public struct PersonRecords: Sendable {
    /// The kinds whose records are people.
    public static let kinds: Set<RecordKind> = [.member, .candidate]

    /// The person, then what goes with them, each kind and id once.
    public let belonging: [RecordKey]
    /// Records that stay and refer to one that goes; the id that they keep says nothing any more.
    public let referring: [RecordReference]

    /// Finds the records of a person, in all versions.
    public init(of person: RecordKey, in store: any Store) throws(StoreError) {
        var (belonging, found): ([RecordKey], Set<RecordKey>) = ([person], [person])
        var referring: [RecordReference] = []
        var round: Set<RecordKey> = [person]
        while !round.isEmpty {
            var next: Set<RecordKey> = []
            for reference in try store.references(to: round) where !found.contains(reference.from) {
                if PersonRecords.identifies(reference) {
                    if next.insert(reference.from).inserted { belonging.append(reference.from) }
                } else if reference.isBelieved {
                    referring.append(reference)
                }
            }
            found.formUnion(next)
            round = next
        }
        self.belonging = belonging
        self.referring = referring.filter { !found.contains($0.from) }
    }

    /// Whether a record is known by the record that it refers to; another person is a person of their own.
    private static func identifies(_ reference: RecordReference) -> Bool {
        guard !kinds.contains(reference.from.kind) else { return false }
        return Schema[reference.from.kind].identity.contains { $0.contains(reference.field) }
    }
}
