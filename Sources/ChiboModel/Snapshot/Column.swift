/// The values of one field for all rows of a table: numbers, whatever the field's type.
///
/// A date is its day number, a partial date its packed form, a text, a code or an id its number in the text pool, a
/// reference the row of the other record, a boolean 0 or 1.
public enum Column: Sendable {
    /// Everything but integers.
    case narrow(ColumnBuffer<Int32>)
    /// Integers, which may be sums of money.
    case wide(ColumnBuffer<Int64>)

    /// What stands in a narrow column where nothing is recorded.
    public static let missing = Int32.min
    /// What stands in a wide column where nothing is recorded.
    public static let missingWide = Int64.min
}

/// Which rows of one table belong to each row of another: `branch.members`.
public struct Relation: Sendable {
    /// The kind of the rows that belong.
    public let kind: RecordKind
    /// The field of them that refers to the owner.
    public let field: String
    /// Where each owner's rows begin in ``rows``, and at the end where the last one's end.
    public let offsets: ColumnBuffer<Int32>
    /// The rows, owner by owner, in ascending order.
    public let rows: ColumnBuffer<Int32>

    init(kind: RecordKind, field: String, ownerCount: Int, members: [Int32], owners: ColumnBuffer<Int32>) {
        (self.kind, self.field) = (kind, field)
        var counts = [Int32](repeating: 0, count: ownerCount + 1)
        let owned = members.filter { owners[Int($0)] != Column.missing }
        for row in owned { counts[Int(owners[Int(row)]) + 1] += 1 }
        for owner in 0..<ownerCount { counts[owner + 1] += counts[owner] }
        offsets = ColumnBuffer(counts)
        var rows = [Int32](repeating: 0, count: owned.count)
        for row in owned {
            let owner = Int(owners[Int(row)])
            rows[Int(counts[owner])] = row
            counts[owner] += 1
        }
        self.rows = ColumnBuffer(rows)
    }

    /// The rows that belong to an owner.
    public subscript(owner: Int) -> [Int32] {
        (offsets[owner]..<offsets[owner + 1]).map { rows[Int($0)] }
    }
}
