import ChiboDocument
import ChiboLua
import ChiboModel

/// The `doc` that a report's `render` gets: each call adds a block to the document.
final class DocumentBuilder {
    /// Unowned: the state holds the functions that hold this builder.
    private unowned let runtime: ScriptRuntime
    /// The blocks so far.
    private(set) var blocks: [Block] = []
    private var depth = 0
    private static let depthLimit = 32
    /// What the document may still hold; the memory of a state does not bound what the host keeps for it.
    private var room = (calls: 200_000, bytes: 64 << 20)

    init(_ runtime: ScriptRuntime) { self.runtime = runtime }

    /// The value that scripts call.
    func makeValue() -> LuaTable {
        let table = runtime.state.makeTable()
        for (name, body) in DocumentBuilder.methods {
            table[name] = .function(
                runtime.state.makeFunction("doc:\(name)") { [self] call in
                    guard call.count >= 1, call.value(1).table != nil else {
                        throw LuaScriptError("viết doc:\(name)(…) với dấu hai chấm / write doc:\(name)(…) with a colon")
                    }
                    try use(calls: 1)
                    try body(self)(call)
                })
        }
        let names = DocumentBuilder.methods.map(\.0)
        let unknown = runtime.state.makeFunction("doc") { call in
            let name = call.value(2).text ?? "?"
            let nearest = NearestName.suggestions(for: name, among: names).first ?? names.joined(separator: ", ")
            throw LuaScriptError(
                "doc không có `\(name)`; có phải `doc:\(nearest)`? / doc has no `\(name)`; did you mean `doc:\(nearest)`?"
            )
        }
        return runtime.state.makeReadOnly(table, name: "doc", unknown: unknown)
    }

    private static var methods: [(String, (DocumentBuilder) -> (borrowing LuaCall) throws -> Void)] {
        [
            ("heading", { this in { try this.heading($0) } }), ("paragraph", { this in { try this.paragraph($0) } }),
            ("note", { this in { try this.note($0) } }), ("list", { this in { try this.list($0) } }),
            ("table", { this in { try this.table($0) } }), ("chart", { this in { try this.chart($0) } }),
            ("rule", { this in { _ in this.blocks.append(.rule) } }), ("space", { this in { try this.space($0) } }),
            ("page_break", { this in { _ in this.blocks.append(.pageBreak) } }),
            ("sheet", { this in { try this.nested($0) { .sheet($0, $1) } } }),
            ("group", { this in { try this.nested($0) { .group($0, title: $0, $1) } } }),
            ("keep", { this in { call in try this.kept(call) } }),
        ]
    }

    /// Adds a heading: `doc:heading("text", level)`.
    private func heading(_ call: borrowing LuaCall) throws {
        let level = call.isNil(3) ? 1 : Int(try call.integer(3))
        blocks.append(.heading(level, RichText(try text(call.value(2)))))
    }

    /// `doc:paragraph("text")`, or several pieces, each a text or anything that can be shown as one.
    private func paragraph(_ call: borrowing LuaCall) throws {
        let texts = try (2...max(2, call.count)).map { try text(call.value($0)) }
        blocks.append(.paragraph(RichText(texts.joined())))
    }

    private func note(_ call: borrowing LuaCall) throws {
        blocks.append(.paragraph(RichText(try text(call.value(2))), style: .note))
    }

    /// Adds a list: `doc:list { "a", "b", kind = "dash" }`.
    private func list(_ call: borrowing LuaCall) throws {
        let reader = TableReader(table: try call.table(2), name: "doc:list")
        let kind = try reader.optionalWord("kind", as: ItemList.Kind.self) ?? .dash
        blocks.append(.list(kind, try reader.table.list.map { RichText(try text($0)) }))
    }

    private func space(_ call: borrowing LuaCall) throws {
        let height = call.isNil(2) ? 4 : try call.number(2)
        guard (0...1000).contains(height) else { throw call.badArgument(2, "millimetres from 0 to 1000 expected") }
        blocks.append(.space(height))
    }

    private func table(_ call: borrowing LuaCall) throws {
        let builder = TableBuilder(runtime: runtime, reader: TableReader(table: try call.table(2), name: "doc:table"))
        let table = try builder.table(numbered: tableCount + 1)
        // Laid out here as well, so that spans that do not fit are an error at the script's line.
        do { _ = try table.laidOut() } catch { throw Diagnostic("CB-R008", .script, error.message) }
        blocks.append(.table(table))
    }

    private var tableCount: Int { blocks.count { if case .table = $0 { true } else { false } } }

    /// Adds a chart: `doc:chart { kind = "bar", title = "…", categories = { … }, series = { { name = "…", values = { … } } } }`.
    private func chart(_ call: borrowing LuaCall) throws {
        let reader = TableReader(table: try call.table(2), name: "doc:chart")
        try reader.allow(["kind", "title", "categories", "series", "value_title", "targets", "note"])
        let cells = CellValues(runtime: runtime)
        let series = try reader.tables("series").map { entry in
            ChartSpec.Series(
                try entry.text("name"), try entry.optionalTable("values")?.table.list.map { try cells.cell($0) } ?? [])
        }
        let categories = try reader.optionalTable("categories")?.table.list.map { try text($0) } ?? []
        var chart = ChartSpec(
            try reader.optionalWord("kind", as: ChartSpec.Kind.self) ?? .bar,
            title: try reader.optionalText("title") ?? "",
            categories: categories, series: series)
        chart.valueTitle = try reader.optionalText("value_title")
        chart.note = try reader.optionalText("note")
        chart.targets = try reader.tables("targets").map { entry in
            ChartSpec.Target(try entry.text("label"), try cells.cell(entry.table["value"]))
        }
        blocks.append(.chart(chart))
    }

    /// Blocks within blocks: `doc:sheet("Tổng hợp", function() … end)`.
    private func nested(_ call: borrowing LuaCall, _ make: (String, [Block]) -> Block) throws {
        let name = try call.string(2)
        blocks.append(make(name, try blocks(of: try call.function(3))))
    }

    private func kept(_ call: borrowing LuaCall) throws { blocks.append(.keep(try blocks(of: try call.function(2)))) }

    /// Writers walk blocks within blocks by recursion, so that a script must not nest them without end.
    private func blocks(of body: LuaFunction) throws -> [Block] {
        guard depth < DocumentBuilder.depthLimit else {
            throw LuaScriptError("các khối lồng nhau quá sâu / blocks are nested too deep")
        }
        let outer = blocks
        (blocks, depth) = ([], depth + 1)
        defer { (blocks, depth) = (outer, depth - 1) }
        try body.call()
        return blocks
    }

    private func text(_ value: LuaValue) throws -> String {
        let text = value.isNil ? "" : try runtime.text(of: value)
        try use(bytes: text.utf8.count)
        return text
    }

    private func use(calls: Int = 0, bytes: Int = 0) throws(LuaScriptError) {
        room = (room.calls - calls, room.bytes - bytes)
        if room.calls < 0 || room.bytes < 0 {
            throw LuaScriptError("tài liệu quá dài / the document is too long")
        }
    }
}
