/// What of the records comes into a snapshot: what is outside is not in it, so no script can see it.
public struct SnapshotScope: Hashable, Sendable {
    /// The kinds that are loaded only where somebody says so (``RecordLoading/declared``) and that somebody wants.
    public let needs: Set<RecordKind>
    /// The units whose records are meant, with all that are below them; nil for every unit.
    public let units: Set<RecordID>?

    /// A scope from its parts.
    public init(needs: Set<RecordKind> = [], units: Set<RecordID>? = nil) { (self.needs, self.units) = (needs, units) }

    /// All records there are.
    public static let everything = SnapshotScope(needs: Set(RecordKind.allCases))

    /// Whether the records of a kind are loaded.
    public func loads(_ kind: RecordKind) -> Bool { Schema[kind].loading == .always || needs.contains(kind) }
}
