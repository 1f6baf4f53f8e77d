import ChiboLua
import ChiboModel
import ChiboStdlib

/// Regulations as dated data: `Stdlib/rules/*.lua`, with the unit's own `rules/*.lua` on top.
///
/// A pack returns a list of entries `{ name, value, from, to, source }`; the one valid on the day is what `rules.name`
/// answers.
extension ScriptRuntime {
    /// The numbers valid on a day, as scripts see them.
    func makeRules(on date: CalendarDate) throws(Diagnostic) -> LuaTable {
        let table = state.makeTable()
        for entry in try ruleEntries() where entry.holds(on: date) { table[entry.name] = entry.value }
        let names = table.pairs.compactMap(\.key.text)
        let unknown = state.makeFunction("rules") { call in
            let name = call.value(2).text ?? "?"
            let nearest = NearestName.suggestions(for: name, among: names).first ?? names.joined(separator: ", ")
            throw LuaScriptError(
                vi: "không có quy định `\(name)` có hiệu lực ngày \(date.vietnamese); có phải `\(nearest)`?",
                en: "no rule `\(name)` is valid on \(date)")
        }
        return state.makeReadOnly(table, name: "rules", unknown: unknown)
    }

    /// A number of the packs on a day.
    func ruleNumber(_ name: String, on date: CalendarDate) throws(Diagnostic) -> Int {
        let value = try ruleEntries().last { $0.name == name && $0.holds(on: date) }?.value.integer
        guard let value, let number = Int(exactly: value) else {
            throw Diagnostic(
                "CB-C030", .configuration,
                Bilingual(
                    vi: "không có quy định `\(name)` có hiệu lực ngày \(date.vietnamese)",
                    en: "no rule `\(name)` is valid on \(date)"))
        }
        return number
    }

    private func ruleEntries() throws(Diagnostic) -> [RuleEntry] {
        if let entries = loadedRules { return entries }
        var entries: [RuleEntry] = []
        for name in Stdlib.modules where name.hasPrefix("rules.") && name != ScriptRuntime.holidayModule {
            entries += try rulePack(Stdlib.source(of: name) ?? "", name: "chibo/\(name).lua", state.globals)
        }
        for path in try sources.paths(in: "rules") where path != ScriptRuntime.holidayPath {
            let source = try sources.source(at: path) ?? ""
            moduleSources[path] = source
            entries += try rulePack(source, name: path, makeEnvironment().globals)
        }
        loadedRules = entries
        return entries
    }

    private func rulePack(_ source: String, name: String, _ globals: LuaTable) throws(Diagnostic) -> [RuleEntry] {
        let list: LuaTable?
        do {
            let chunk = try state.load(source, name: name, environment: globals)
            list = try chunk.call().first?.table
        } catch { throw diagnostic(for: error) }
        var entries: [RuleEntry] = []
        for (index, value) in (list?.list ?? []).enumerated() {
            guard let table = value.table else { continue }
            entries.append(try RuleEntry(TableReader(table: table, name: "\(name)[\(index + 1)]")))
        }
        return entries
    }
}

/// One number of a regulation, and when it is valid.
struct RuleEntry {
    let name: String
    let value: LuaValue
    let from: CalendarDate?
    let to: CalendarDate?

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(["name", "value", "from", "to", "source", "note"])
        name = try reader.text("name")
        value = reader.table["value"]
        if value.isNil { throw reader.missing("value", "giá trị", "a value") }
        from = try reader.optionalDate("from")
        to = try reader.optionalDate("to")
        // A number that nobody can look up is no regulation.
        _ = try reader.text("source")
    }

    /// Whether it is valid on a day; its last day included.
    func holds(on date: CalendarDate) -> Bool { (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true) }
}
