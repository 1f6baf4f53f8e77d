/// Collects the rows that a store has for a day, and makes the snapshot of them.
///
/// A row is added once its record is known to be so on the day; references are resolved at the end, so that the order of
/// the kinds does not matter.
public struct SnapshotBuilder {
    /// The day.
    public let asOf: CalendarDate
    /// What the store knew.
    public let version: DataVersion
    /// What of it is wanted.
    public let scope: SnapshotScope
    private var texts = TextPoolBuilder()
    private var tables = RecordKind.allCases.map(SnapshotRows.init)
    /// The ids of the kinds that something can refer to, each a small table of its own that stays in the processor's cache.
    private var pools: [TextPoolBuilder?]

    /// An empty builder.
    public init(asOf: CalendarDate, version: DataVersion, scope: SnapshotScope = .everything) {
        (self.asOf, self.version, self.scope) = (asOf, version, scope)
        let targets = Set(tables.flatMap(\.targets).compactMap(\.self))
        pools = RecordKind.allCases.map { targets.contains($0) ? TextPoolBuilder() : nil }
    }

    /// Begins a row; at most one value a field follows, in any order.
    ///
    /// Rows of a kind may come in any order; they are free of cost in the order of their ids (by bytes).
    public mutating func beginRow(_ kind: RecordKind, id: String, recorded: DataVersion, sourceRow: Int?) {
        var id = id
        id.withUTF8 { unsafe beginRow(kind, utf8: $0, recorded: recorded, sourceRow: sourceRow) }
    }

    /// Begins a row whose id is given in UTF-8.
    @unsafe public mutating func beginRow(
        _ kind: RecordKind, utf8 id: UnsafeBufferPointer<UInt8>, recorded: DataVersion, sourceRow: Int?
    ) {
        let index = Int(kind.rawValue)
        tables[index].ids.append(unsafe texts.append(id))
        if let number = unsafe pools[index]?.index(of: id) { tables[index].references.append(number) }
        tables[index].sourceRows.append(sourceRow.map(Int32.init(truncatingIfNeeded:)) ?? Column.missing)
        tables[index].recorded.append(recorded.number)
    }

    /// Adds the value of a field to the row begun last.
    public mutating func append(_ value: FieldValue, to field: Int, of kind: RecordKind) {
        switch value {
        case .missing: break
        case .text(let text), .code(let text): append(text: text, to: field, of: kind)
        case .reference(let id): append(text: id.text, to: field, of: kind)
        case .integer(let number): append(integer: number, to: field, of: kind)
        case .boolean(let flag): append(narrow: flag ? 1 : 0, to: field, of: kind)
        case .date(let date): append(narrow: date.dayNumber, to: field, of: kind)
        case .partialDate(let date): append(narrow: date.packed, to: field, of: kind)
        }
    }

    /// Adds a text, a code or the id of a reference.
    public mutating func append(text: String, to field: Int, of kind: RecordKind) {
        var text = text
        text.withUTF8 { unsafe append(utf8: $0, to: field, of: kind) }
    }

    /// Adds a text, a code or the id of a reference given in UTF-8.
    @unsafe public mutating func append(utf8: UnsafeBufferPointer<UInt8>, to field: Int, of kind: RecordKind) {
        if let target = tables[Int(kind.rawValue)].targets[field] {
            append(narrow: unsafe pools[Int(target.rawValue)]?.index(of: utf8) ?? Column.missing, to: field, of: kind)
        } else {
            append(narrow: unsafe texts.index(of: utf8), to: field, of: kind)
        }
    }

    /// Adds an integer.
    public mutating func append(integer: Int64, to field: Int, of kind: RecordKind) {
        tables[Int(kind.rawValue)].set(integer, field)
    }

    /// Adds a number as a narrow column stores it: a day number, a packed partial date, 0 or 1.
    public mutating func append(narrow: Int32, to field: Int, of kind: RecordKind) {
        tables[Int(kind.rawValue)].set(narrow, field)
    }

    /// Adds a whole row.
    public mutating func append(
        _ kind: RecordKind, id: RecordID, values: [FieldValue], recorded: DataVersion = DataVersion(0),
        sourceRow: Int? = nil
    ) {
        beginRow(kind, id: id.text, recorded: recorded, sourceRow: sourceRow)
        for (field, value) in values.enumerated() { append(value, to: field, of: kind) }
    }
}

extension SnapshotBuilder {
    /// The finished snapshot.
    ///
    /// A reference to a record that is not in the snapshot (it did not exist on the day) becomes "nothing recorded".
    public consuming func build() -> Snapshot {
        sortRows()
        let units = scopedUnits()
        resolveReferences()
        if let units { SnapshotBuilder.keep(units, in: &tables) }
        let columns = tables.indices.map { tables[$0].takeColumns() }
        let rolls = tables.indices.map { self.roll(of: tables[$0], columns: columns[$0]) }
        let finished = tables.indices.map { index in
            SnapshotTable(
                kind: tables[index].schema.kind, isLoaded: scope.loads(tables[index].schema.kind),
                ids: ColumnBuffer(tables[index].ids), columns: columns[index],
                roll: ColumnBuffer(rolls[index]), relations: relations(to: index, columns: columns, rolls: rolls),
                sourceRows: ColumnBuffer(tables[index].sourceRows), recorded: ColumnBuffer(tables[index].recorded))
        }
        return Snapshot(asOf: asOf, version: version, texts: texts.build(), tables: finished)
    }

    /// Brings the rows of each kind into the order of their ids.
    private mutating func sortRows() {
        for index in tables.indices {
            tables[index].fillUp()
            guard let order = texts.sortedOrder(of: tables[index].ids) else { continue }
            tables[index].reorder(order)
        }
    }

    /// The rows of the units that the scope names; nil where it names none.
    private func scopedUnits() -> [Int32]? {
        guard let units = scope.units, let pool = pools[Int(RecordKind.unit.rawValue)] else { return nil }
        let numbers = Set(units.compactMap { pool.existingIndex(of: $0.text) })
        let rows = tables[Int(RecordKind.unit.rawValue)].references
        return rows.indices.filter { numbers.contains(rows[$0]) }.map(Int32.init)
    }

    /// Turns the ids in columns of references into rows, kind by kind of what they refer to.
    private mutating func resolveReferences() {
        for target in RecordKind.allCases {
            guard let pool = pools[Int(target.rawValue)] else { continue }
            var rows = [Int32](repeating: Column.missing, count: pool.count)
            for (row, number) in tables[Int(target.rawValue)].references.enumerated() {
                rows[Int(number)] = Int32(row)
            }
            for index in tables.indices { tables[index].resolve(target, rows) }
        }
        pools = []
    }

    /// The rows on the roll: records with a date of leaving or dissolution are on it until the day before.
    private func roll(of rows: SnapshotRows, columns: [Column]) -> [Int32] {
        let all = rows.ids.indices.map(Int32.init)
        guard let end = rows.schema.index(of: "left.on") ?? rows.schema.index(of: "dissolved_on"),
            case .narrow(let ends) = columns[end]
        else { return all }
        let gone = rows.schema.index(of: "activity").flatMap { index -> ColumnBuffer<Int32>? in
            guard case .narrow(let column) = columns[index] else { return nil }
            return column
        }
        let left = texts.existingIndex(of: "left")
        return all.filter { row in
            let date = ends[Int(row)]
            let hasLeft = left != nil && gone?[Int(row)] == left
            return (date == Column.missing || asOf.dayNumber < date) && !hasLeft
        }
    }

    private func relations(to owner: Int, columns: [[Column]], rolls: [[Int32]]) -> [Relation] {
        tables.flatMap { rows -> [Relation] in
            let index = Int(rows.schema.kind.rawValue)
            return rows.schema.fields.enumerated().compactMap { position, field in
                guard field.type == .reference(tables[owner].schema.kind),
                    case .narrow(let column) = columns[index][position]
                else { return nil }
                return Relation(
                    kind: rows.schema.kind, field: field.code, ownerCount: tables[owner].ids.count,
                    members: rolls[index], owners: column)
            }
        }
    }
}
