import Synchronization

/// The records as they were on a day, as the store knew them at a version: immutable, columnar, shared by threads.
///
/// Rows are in the order of their ids, so that the same data give the same row numbers on every host.
public final class Snapshot: Sendable {
    /// The day.
    public let asOf: CalendarDate
    /// What the store knew.
    public let version: DataVersion
    /// All texts.
    public let texts: TextPool
    /// One table a kind, in the order of ``RecordKind``.
    public let tables: [SnapshotTable]

    private let derived = Mutex<[RecordKind: [String: ColumnBuffer<Int32>]]>([:])

    init(asOf: CalendarDate, version: DataVersion, texts: TextPool, tables: [SnapshotTable]) {
        (self.asOf, self.version, self.texts, self.tables) = (asOf, version, texts, tables)
    }

    /// The table of a kind.
    public subscript(kind: RecordKind) -> SnapshotTable { tables[Int(kind.rawValue)] }

    /// A column that follows from the others, worked out once, whoever asks first.
    package func derived(
        _ code: String, of kind: RecordKind, _ make: () -> ColumnBuffer<Int32>
    ) -> ColumnBuffer<Int32> {
        derived.withLock { derived in
            if let column = derived[kind]?[code] { return column }
            let column = make()
            derived[kind, default: [:]][code] = column
            return column
        }
    }

    /// The row of a record, if it is in the snapshot.
    public func row(of id: RecordID, in kind: RecordKind) -> Int32? {
        // Rows are in the order of their ids' bytes.
        let ids = self[kind].ids
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if texts.precedes(ids[middle], id.text) { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && texts.isEqual(ids[low], id.text) ? Int32(low) : nil
    }

    /// The id of a row.
    public func id(of row: Int32, in kind: RecordKind) -> RecordID { RecordID(texts[self[kind].ids[Int(row)]]) }

    /// The value of a field, by the field's position in the schema.
    public func value(_ kind: RecordKind, row: Int32, field: Int) -> FieldValue {
        let type = Schema[kind].fields[field].type
        switch self[kind].columns[field] {
        case .wide(let column):
            let number = column[Int(row)]
            return number == Column.missingWide ? .missing : .integer(number)
        case .narrow(let column):
            let number = column[Int(row)]
            return number == Column.missing ? .missing : value(number, as: type)
        }
    }

    /// The value of a field by its name; `missing` where the kind has no such field.
    public func value(_ kind: RecordKind, row: Int32, _ code: String) -> FieldValue {
        Schema[kind].index(of: code).map { value(kind, row: row, field: $0) } ?? .missing
    }

    /// All values of a row, in the order of the schema.
    public func values(_ kind: RecordKind, row: Int32) -> [FieldValue] {
        Schema[kind].fields.indices.map { value(kind, row: row, field: $0) }
    }

    private func value(_ number: Int32, as type: FieldType) -> FieldValue {
        switch type {
        case .text: .text(texts[number])
        case .code: .code(texts[number])
        case .boolean: .boolean(number != 0)
        case .date: .date(CalendarDate(dayNumber: number))
        case .partialDate: PartialDate(packed: number).map(FieldValue.partialDate) ?? .missing
        case .reference(let kind): .reference(id(of: number, in: kind))
        case .integer: .integer(Int64(number))
        }
    }
}

/// The rows of one kind.
public struct SnapshotTable: Sendable {
    /// The kind.
    public let kind: RecordKind
    /// Whether the run's scope has the kind; a table that is not loaded has no rows, whatever the store has.
    public let isLoaded: Bool
    /// The ids, as numbers of the text pool.
    public let ids: ColumnBuffer<Int32>
    /// One column a field, in the order of the schema.
    public let columns: [Column]
    /// The rows that are on the roll on the day: a member who has left is in the table, and not here.
    public let roll: ColumnBuffer<Int32>
    /// The rows of other tables that belong to rows of this one.
    public let relations: [Relation]
    /// The row of the source file that each row was read from; ``Column/missing`` where there is none.
    public let sourceRows: ColumnBuffer<Int32>
    /// The transaction that said so, for each row.
    public let recorded: ColumnBuffer<Int64>

    /// How many rows there are.
    public var count: Int { ids.count }

    /// The rows of another kind that refer to a row of this one with a field, if the schema has such a field.
    public func relation(_ kind: RecordKind, by field: String) -> Relation? {
        relations.first { $0.kind == kind && $0.field == field }
    }
}
