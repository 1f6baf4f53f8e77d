import ChiboLua
package import ChiboModel

/// What one file of a unit defines.
package struct Definition {
    /// The sort of a definition: which folder it stands in and which command it is for.
    package enum Kind: String, CaseIterable, Sendable {
        case unit, `import`, criteria, quota, plan, report, schedule

        /// What a file of the unit defines, by where it stands.
        init?(path: String) {
            let found = Kind.allCases.first { kind in
                kind.folder.map { path.hasPrefix($0 + "/") } ?? (path == "unit.lua")
            }
            guard let found else { return nil }
            self = found
        }

        /// What people call one of them.
        package var label: Bilingual {
            switch self {
            case .unit: Bilingual(vi: "đơn vị", en: "unit")
            case .import: Bilingual(vi: "ánh xạ", en: "import mapping")
            case .criteria: Bilingual(vi: "bộ tiêu chí", en: "set of criteria")
            case .quota: Bilingual(vi: "chỉ tiêu phân bổ", en: "quota")
            case .plan: Bilingual(vi: "kế hoạch", en: "plan")
            case .report: Bilingual(vi: "báo cáo", en: "report")
            case .schedule: Bilingual(vi: "lịch", en: "schedule")
            }
        }

        /// The folder of the unit that such files stand in; nil for `unit.lua` itself.
        package var folder: String? {
            switch self {
            case .unit: nil
            case .import: "imports"
            case .criteria: "criteria"
            case .quota: "quotas"
            case .plan: "plans"
            case .report: "reports"
            case .schedule: "schedules"
            }
        }
    }

    /// What is defined.
    enum Content {
        case unit(UnitDefinition)
        case mapping(ImportMapping)
        case criteria(CriteriaDefinition)
        case quota(QuotaDefinition)
        case plan(PlanDefinition)
        case report(ReportDefinition)
        case schedule(ScheduleScript)
    }

    /// The sort.
    package let kind: Kind
    /// The name by which commands and other scripts call it.
    package let id: String
    /// What people call it.
    package let title: String
    /// The file, relative to the unit's folder.
    package let path: String
    /// SHA-256 of the file's text and of what it required.
    package let hash: String
    /// The span that it is for, where it says one.
    package let every: Span?
    /// The kinds of record that it needs beside those that every run has.
    package let needs: Set<RecordKind>
    /// The parameters with their defaults.
    let parameters: [String: LuaValue]
    let content: Content
    let environment: ScriptEnvironment
}

/// What all definitions have in common, read first.
struct DefinitionHead {
    let id: String
    let title: String
    let every: Span?
    let needs: Set<RecordKind>
    let parameters: [String: LuaValue]

    /// The keys that it reads.
    static let keys = ["id", "title", "every", "params", "basis", "needs"]

    init(_ reader: TableReader) throws(Diagnostic) {
        id = try reader.text("id")
        title = try reader.optionalText("title") ?? id
        every = try reader.optionalWord("every", as: Span.self)
        needs = try DefinitionHead.needs(reader)
        var parameters: [String: LuaValue] = [:]
        for (key, value) in try reader.optionalTable("params")?.table.pairs ?? [] {
            guard let name = key.text, value.number != nil || value.text != nil || value.boolean != nil else {
                throw reader.problem(
                    "CB-C005", vi: "mỗi tham số có dạng tên = số, chuỗi hoặc true/false",
                    en: "a parameter is written name = number, string or true/false")
            }
            parameters[name] = value
        }
        self.parameters = parameters
    }

    /// `needs = { "dues" }`: kinds that are loaded on declaration, by the name of their root.
    private static func needs(_ reader: TableReader) throws(Diagnostic) -> Set<RecordKind> {
        if reader.table["needs"].isNil { return [] }
        var needs: Set<RecordKind> = []
        let roots = Schema.all.filter { $0.loading == .declared }
        for name in try reader.texts("needs") {
            guard let schema = roots.first(where: { $0.plural == name }) else {
                throw reader.unknownWord("needs", name, roots.map(\.plural))
            }
            needs.insert(schema.kind)
        }
        return needs
    }
}
