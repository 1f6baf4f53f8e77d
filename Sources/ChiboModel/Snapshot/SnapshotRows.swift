/// The rows of one kind while a snapshot of them is collected.
///
/// A column is empty until it gets its first value, and shorter than the others until the end: most of the columns of the
/// object model are not used by a given unit, and cost nothing.
struct SnapshotRows {
    let schema: RecordSchema
    /// Which fields are integers, asked once for each value.
    let isWide: [Bool]
    /// The kind that each field refers to.
    let targets: [RecordKind?]
    /// The rows' numbers in the kind's pool of ids; empty where nothing can refer to the kind.
    var references: [Int32] = []
    var ids: [Int32] = []
    private(set) var narrow: [[Int32]]
    private(set) var wide: [[Int64]]
    var sourceRows: [Int32] = []
    var recorded: [Int64] = []

    init(_ kind: RecordKind) {
        schema = Schema[kind]
        isWide = schema.fields.map { $0.type == .integer }
        targets = schema.fields.map { field in
            guard case .reference(let kind) = field.type else { return nil }
            return kind
        }
        narrow = Array(repeating: [], count: schema.fields.count)
        wide = narrow.map { _ in [] }
    }

    /// Sets a field of the row begun last.
    mutating func set(_ value: Int32, _ field: Int) {
        pad(&narrow[field], Column.missing, to: ids.count - 1)
        narrow[field].append(value)
    }

    /// Sets an integer of the row begun last.
    mutating func set(_ value: Int64, _ field: Int) {
        pad(&wide[field], Column.missingWide, to: ids.count - 1)
        wide[field].append(value)
    }

    private func pad<Value>(_ column: inout [Value], _ missing: Value, to count: Int) {
        if column.count < count { column.append(contentsOf: repeatElement(missing, count: count - column.count)) }
    }

    /// Makes all columns that have a value as long as the table.
    mutating func fillUp() {
        for field in narrow.indices where !narrow[field].isEmpty {
            pad(&narrow[field], Column.missing, to: ids.count)
        }
        for field in wide.indices where !wide[field].isEmpty { pad(&wide[field], Column.missingWide, to: ids.count) }
    }

    /// Replaces the ids of records of a kind by their rows.
    mutating func resolve(_ target: RecordKind, _ rows: [Int32]) {
        for field in targets.indices where targets[field] == target {
            narrow[field] = narrow[field].map { $0 == Column.missing ? $0 : rows[Int($0)] }
        }
    }

    /// Puts at each place the row that the order names for it; rows that it does not name are gone.
    mutating func reorder(_ order: [Int32]) {
        ids = order.map { ids[Int($0)] }
        if !references.isEmpty { references = order.map { references[Int($0)] } }
        sourceRows = order.map { sourceRows[Int($0)] }
        recorded = order.map { recorded[Int($0)] }
        for field in narrow.indices where !narrow[field].isEmpty {
            narrow[field] = order.map { narrow[field][Int($0)] }
        }
        for field in wide.indices where !wide[field].isEmpty { wide[field] = order.map { wide[field][Int($0)] } }
    }

    /// The finished columns, of which those without a value share one; what they were collected in is given back.
    mutating func takeColumns() -> [Column] {
        var (emptyNarrow, emptyWide): (ColumnBuffer<Int32>?, ColumnBuffer<Int64>?)
        return isWide.indices.map { field in
            if isWide[field] {
                if wide[field].isEmpty {
                    let empty = emptyWide ?? ColumnBuffer(repeatElement(Column.missingWide, count: ids.count))
                    emptyWide = empty
                    return .wide(empty)
                }
                defer { wide[field] = [] }
                return .wide(ColumnBuffer(wide[field]))
            }
            if narrow[field].isEmpty {
                let empty = emptyNarrow ?? ColumnBuffer(repeatElement(Column.missing, count: ids.count))
                emptyNarrow = empty
                return .narrow(empty)
            }
            defer { narrow[field] = [] }
            return .narrow(ColumnBuffer(narrow[field]))
        }
    }
}
