import ChiboLua
import ChiboModel
import ChiboStdlib

/// Regulations as dated data: `Stdlib/rules/*.lua`, with the unit's own `rules/*.lua` on top.
///
/// A pack returns a list of entries `{ name, value, from, to, source }`; the one valid on the day is what `rules.name`
/// answers.
extension ScriptRuntime {
    /// How many days' numbers are kept; a run asks about few.
    private static let keptDays = 64

    /// The numbers valid on a day, as scripts see them; made once a day.
    func rules(on date: CalendarDate) throws(Diagnostic) -> LuaTable {
        if let table = rulesByDay[date] { return table }
        if rulesByDay.count >= ScriptRuntime.keptDays { rulesByDay = [:] }
        let table = try makeRules(on: date)
        rulesByDay[date] = table
        return table
    }

    /// The entry of a name that holds on a day, if there is one.
    func ruleEntry(_ name: String, on day: PackedValue) throws -> RuleEntry? {
        guard let date = day.date else { throw LuaScriptError(vi: "cần một ngày", en: "a date is needed") }
        return try ruleEntries().last { $0.name == name && $0.holds(on: date) }
    }

    private func makeRules(on date: CalendarDate) throws(Diagnostic) -> LuaTable {
        let table = state.makeTable()
        for entry in try ruleEntries() where entry.holds(on: date) { table[entry.name] = entry.value }
        let names = table.pairs.compactMap(\.key.text)
        let unknown = state.makeFunction("rules") { call in
            let name = call.value(2).text ?? "?"
            let nearest = NearestName.suggestions(for: name, among: names).first ?? names.joined(separator: ", ")
            throw Diagnostic(
                "CB-C030", .script,
                Bilingual(
                    vi: "không có quy định `\(name)` có hiệu lực ngày \(date.vietnamese)",
                    en: "no rule `\(name)` is valid on \(date)"),
                suggestion: Bilingual(
                    vi: "có phải `\(nearest)`? `chibo rules \(name)` cho biết từ ngày nào có",
                    en: "did you mean `\(nearest)`? `chibo rules \(name)` says since when there is one"),
                arguments: ["name": name])
        }
        return state.makeReadOnly(table, name: "rules", unknown: unknown)
    }

    /// The entries of the packs, the standard library's first, each unit's over them.
    func ruleEntries() throws(Diagnostic) -> [RuleEntry] {
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
            let reader = TableReader(table: table, name: "\(name)[\(index + 1)]")
            entries.append(try RuleEntry(reader, file: name, in: state))
        }
        return entries
    }
}

/// One number of a regulation, and when it is valid.
struct RuleEntry {
    let name: String
    let value: LuaValue
    /// The value in one line, as Lua would have it written.
    let text: String
    let from: CalendarDate?
    let to: CalendarDate?
    /// The document that says so: a number that nobody can look up is no regulation.
    let source: String
    /// What people have to know beside it: that nobody has verified it, that the text leaves room.
    let note: String?
    /// The pack's file: `chibo/rules.dues.lua`, or the unit's `rules/dues.lua`.
    let file: String

    /// Whether the unit says so itself.
    var isOwn: Bool { !file.hasPrefix("chibo/") }

    init(_ reader: TableReader, file: String, in state: LuaState) throws(Diagnostic) {
        try reader.allow(["name", "value", "from", "to", "source", "note"])
        self.file = file
        name = try reader.text("name")
        let value = reader.table["value"]
        if value.isNil { throw reader.missing("value", "giá trị", "a value") }
        text = RuleText.text(value)
        self.value = RuleEntry.locked(value, in: state)
        from = try reader.optionalDate("from")
        to = try reader.optionalDate("to")
        source = try reader.text("source")
        note = try reader.optionalText("note")
    }

    /// A list of bands is as read-only as a number, down to its last entry; several entries may share a table.
    private static func locked(_ value: LuaValue, in state: LuaState) -> LuaValue {
        guard let table = value.table else { return value }
        let copy = state.makeTable()
        for (key, inner) in table.pairs { copy[key: key] = locked(inner, in: state) }
        return .table(state.makeReadOnly(copy, name: "rules"))
    }

    /// Whether it is valid on a day; its last day included.
    func holds(on date: CalendarDate) -> Bool { (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true) }
}
