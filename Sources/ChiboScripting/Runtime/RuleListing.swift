import ChiboLua
package import ChiboModel

/// One number of a rule pack as people read it: `chibo rules` lists them.
package struct RuleListing: Hashable, Sendable {
    /// The name that scripts use: `rules.probation_months`.
    package let name: String
    /// The value in Lua's spelling: `12`, `{30, 40, 45}`.
    package let value: String
    /// The first day on which it holds; nil: since ever.
    package let from: CalendarDate?
    /// The last day on which it holds; nil: until another replaces it.
    package let to: CalendarDate?
    /// The document that says so.
    package let source: String
    /// What people have to know beside it.
    package let note: String?
    /// The pack's file.
    package let file: String
    /// Whether the unit says so itself.
    package let isOwn: Bool

    /// Whether it holds on a day.
    package func holds(on day: CalendarDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension ScriptRuntime {
    /// All entries of the rule packs: the regulations first, the unit's own over them.
    package func ruleListings() throws(Diagnostic) -> [RuleListing] {
        try ruleEntries().map { entry in
            RuleListing(
                name: entry.name, value: entry.text, from: entry.from, to: entry.to,
                source: entry.source, note: entry.note, file: entry.file, isOwn: entry.isOwn)
        }
    }
}

/// A rule's value in one line, as Lua would have it written.
enum RuleText {
    static func text(_ value: LuaValue) -> String {
        switch value {
        case .boolean(let flag): return String(flag)
        case .integer(let number): return String(number)
        case .number(let number): return String(number)
        case .string(let text): return text.text
        case .packed(let packed): return packed.date?.vietnamese ?? "?"
        case .table(let table): return "{" + entries(of: table).joined(separator: ", ") + "}"
        default: return value.typeName
        }
    }

    private static func entries(of table: LuaTable) -> [String] {
        table.pairs.map { key, value in
            key.text.map { "\($0) = \(text(value))" } ?? text(value)
        }
    }
}
