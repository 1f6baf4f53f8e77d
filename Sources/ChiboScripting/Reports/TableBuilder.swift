import ChiboDocument
import ChiboLua
import ChiboModel

/// Reads `doc:table { columns = …, rows = … }` into a typed table.
struct TableBuilder {
    let runtime: ScriptRuntime
    let reader: TableReader

    /// A column with the way to its value.
    private struct Source {
        var column: TableColumn
        let value: Value

        enum Value {
            /// The number of the row, from 1.
            case number
            /// A field of the row's record.
            case field
            /// What a function says of the row.
            case function(LuaFunction)
        }
    }

    func table(numbered number: Int) throws -> TableSpec {
        try reader.allow([
            "columns", "rows", "caption", "total", "note", "empty", "group_by", "number_columns", "id", "merge",
        ])
        var sources: [Source] = []
        for (index, value) in (try reader.optionalTable("columns")?.table.list ?? []).enumerated() {
            sources.append(try source(value, index + 1))
        }
        if sources.isEmpty { throw reader.missing("columns", "các cột", "the columns") }
        let rows = try rows(sources)
        if try reader.optionalBoolean("total") == true { addTotals(to: &sources) }
        var table = TableSpec(
            id: try reader.optionalText("id") ?? "table-\(number)", caption: try reader.optionalText("caption"),
            columns: sources.map(\.column), rows: rows, groupBy: try reader.texts("group_by").map { TableGroup($0) },
            mergeRepeats: try reader.texts("merge"),
            numbersColumns: try reader.optionalBoolean("number_columns") ?? false,
            note: try reader.optionalText("note"))
        if let empty = try reader.optionalText("empty") { table.emptyText = empty }
        return table
    }

    /// Columns of counts that say nothing else are summed.
    private func addTotals(to sources: inout [Source]) {
        for index in sources.indices {
            guard sources[index].column.kind == .integer, sources[index].column.total == .none else { continue }
            if case .number = sources[index].value { continue }
            sources[index].column.total = .sum
        }
    }

    // MARK: Columns

    private func source(_ value: LuaValue, _ index: Int) throws -> Source {
        if let text = value.text { return try source(path: text) }
        guard let table = value.table else {
            throw reader.wrongType(
                "columns[\(index)]", value, "tên trường hoặc một bảng { … }", "a field or a table { … }")
        }
        let entry = TableReader(table: table, name: "doc:table.columns[\(index)]")
        try entry.allow(["key", "title", "type", "value", "total", "under", "width", "align", "decimals"])
        var source = try base(entry, index)
        if let title = try entry.optionalText("title") { source.column.title = title }
        if let kind = try entry.optionalWord("type", as: TableColumn.Kind.self) { source.column.kind = kind }
        if let total = try entry.optionalWord("total", as: TableColumn.Total.self) { source.column.total = total }
        source.column.under = try entry.texts("under")
        source.column.align = try entry.optionalWord("align", as: Alignment.self)
        source.column.decimals = try entry.optionalInteger("decimals")
        if let width = try entry.optionalInteger("width") { source.column.width = .millimetres(Double(width)) }
        return source
    }

    private func base(_ entry: TableReader, _ index: Int) throws -> Source {
        let key = try entry.optionalText("key")
        if let function = try entry.optionalFunction("value") {
            return Source(column: TableColumn(key ?? "column-\(index)", ""), value: .function(function))
        }
        guard let key else { throw entry.missing("key", "hoặc `value`", "or `value`") }
        return try source(path: key)
    }

    /// A column for a field, its label as the heading; `tt` numbers the rows.
    private func source(path: String) throws -> Source {
        if path == "tt" { return Source(column: TableColumn("tt", "TT", .integer, align: .center), value: .number) }
        guard let rows = reader.table["rows"].rows, let kind = rows.kind.record,
            let world = runtime.worlds[rows.generation]
        else { return Source(column: TableColumn(path, path), value: .field) }
        let field = try FieldPath(path, kind: kind, world: world).field
        let label = field?.label ?? "mã"
        return Source(
            column: TableColumn(
                path, label.prefix(1).uppercased() + label.dropFirst(), TableBuilder.kind(of: field?.type)),
            value: .field)
    }

    private static func kind(of type: FieldType?) -> TableColumn.Kind {
        switch type {
        case .integer: .integer
        case .date, .partialDate: .date
        case .boolean: .boolean
        case .code: .code
        case .text, .reference, nil: .text
        }
    }

    // MARK: Rows

    private func rows(_ sources: [Source]) throws -> [TableRow] {
        let value = reader.table["rows"]
        if let rows = value.rows { return try records(rows, sources) }
        guard let table = value.table else {
            throw reader.missing("rows", "một tập hợp hoặc danh sách", "a collection or a list")
        }
        if table.metatable == runtime.prelude.groups { return try groups(table, sources) }
        return try table.list.enumerated().map { index, row in try self.row(row, index + 1, sources) }
    }

    private func records(_ rows: LuaRows, _ sources: [Source]) throws -> [TableRow] {
        try rows.rows.enumerated().map { index, row in
            let record = PackedValue(kind: rows.kind, generation: rows.generation, row: row)
            return try self.row(.packed(record), index + 1, sources)
        }
    }

    /// A row a group: a column's function gets the key and what belongs to it.
    private func groups(_ table: LuaTable, _ sources: [Source]) throws -> [TableRow] {
        let keys = table["keys"].table?.list ?? []
        let values = table["values"].table?.list ?? []
        let cells = CellValues(runtime: runtime)
        return try zip(keys, values).enumerated().map { index, pair in
            TableRow(
                values: try sources.map { source in
                    switch source.value {
                    case .number: .integer(index + 1)
                    case .function(let function): try cells.cell(try function.call(pair.0, pair.1).first ?? .nil)
                    case .field: try cells.cell(source.column.key == "key" ? pair.0 : pair.1)
                    }
                })
        }
    }

    private func row(_ row: LuaValue, _ number: Int, _ sources: [Source]) throws -> TableRow {
        TableRow(values: try sources.map { try cell($0, row, number) })
    }

    private func cell(_ source: Source, _ row: LuaValue, _ number: Int) throws -> Cell {
        let cells = CellValues(runtime: runtime)
        switch source.value {
        case .number: return .integer(number)
        case .function(let function): return try cells.cell(try function.call(row).first ?? .nil)
        case .field:
            if let table = row.table { return try cells.cell(table[source.column.key]) }
            guard let record = row.packed, let kind = record.kind.record, let world = runtime.worlds[record.generation]
            else {
                return .empty
            }
            let path = try FieldPath(source.column.key, kind: kind, world: world)
            return cells.cell(path.value(record.row, in: world.snapshot), field: path.field, in: world.snapshot)
        }
    }
}
