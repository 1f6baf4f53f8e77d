import ChiboLua
import ChiboModel

/// A set of rules over the records of one kind.
struct CriteriaDefinition {
    /// One rule.
    struct Rule {
        let id: String
        let title: String
        let check: LuaFunction
        /// Whether `false` after reading an empty value is `unknown`.
        let asksForMissing: Bool
    }

    /// How the rules' answers become the set's.
    enum Combination {
        case all, any
        case atLeast(Int)

        func answer(_ answers: [Answer]) -> Answer {
            switch self {
            case .all: Answer.all(answers)
            case .any: Answer.any(answers)
            case .atLeast(let count): Answer.atLeast(count, of: answers)
            }
        }
    }

    let subject: SubjectKind
    let scope: LuaFunction?
    let rules: [Rule]
    let combination: Combination

    static let keys = DefinitionHead.keys + ["subject", "scope", "rules", "result"]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(CriteriaDefinition.keys)
        subject = try SubjectKind(reader, key: "subject")
        scope = try reader.optionalFunction("scope")
        var rules: [Rule] = []
        for (index, entry) in try reader.tables("rules").enumerated() {
            let rule = try CriteriaDefinition.rule(
                TableReader(table: entry.table, name: "criteria.rule [\(index + 1)]"))
            if rules.contains(where: { $0.id == rule.id }) {
                throw reader.problem(
                    "CB-C006", vi: "hai quy tắc cùng có id \"\(rule.id)\"", en: "two rules have the id \"\(rule.id)\"")
            }
            rules.append(rule)
        }
        if rules.isEmpty { throw reader.missing("rules", "ít nhất một quy tắc", "at least one rule") }
        self.rules = rules
        combination = try CriteriaDefinition.combination(reader, ruleCount: rules.count)
    }

    private static func rule(_ reader: TableReader) throws(Diagnostic) -> Rule {
        try reader.allow(["id", "title", "check", "basis", "missing_is"])
        let missing = try reader.optionalText("missing_is")
        if let missing, missing != "none", missing != "unknown" {
            throw reader.unknownWord("missing_is", missing, ["none", "unknown"])
        }
        let id = try reader.text("id")
        return Rule(
            id: id, title: try reader.optionalText("title") ?? id, check: try reader.function("check"),
            asksForMissing: missing != "none")
    }

    private static func combination(_ reader: TableReader, ruleCount: Int) throws(Diagnostic) -> Combination {
        guard let result = try reader.optionalTable("result") else { return .all }
        switch try result.text("combine") {
        case "all": return .all
        case "any": return .any
        case "at_least":
            guard let count = try result.optionalInteger("count"), (1...ruleCount).contains(count) else {
                throw reader.problem(
                    "CB-C007", vi: "at_least(n) cần n từ 1 đến \(ruleCount)",
                    en: "at_least(n) takes n from 1 to \(ruleCount)")
            }
            return .atLeast(count)
        case let other: throw result.unknownWord("combine", other, ["all", "any", "at_least"])
        }
    }
}

/// What a definition is about: members, branches, or records of another kind.
enum SubjectKind: Equatable {
    case branch
    case record(RecordKind)

    /// The kind of record.
    var kind: RecordKind {
        switch self {
        case .branch: .unit
        case .record(let kind): kind
        }
    }

    /// The rows of a snapshot that it is about: those on the roll.
    func rows(in snapshot: Snapshot) -> [Int32] {
        let roll = snapshot[kind].roll.array
        guard self == .branch else { return roll }
        return BranchRows.among(roll, in: snapshot)
    }

    init(_ reader: TableReader, key: String) throws(Diagnostic) {
        let text = try reader.text(key)
        if text == "branch" {
            self = .branch
        } else if let kind = RecordKind(code: text) {
            self = .record(kind)
        } else {
            throw reader.unknownWord(key, text, ["branch"] + RecordKind.allCases.map(\.code))
        }
    }
}

/// Which units are branches (domain.md §2.2).
enum BranchRows {
    /// The rows among others whose unit is a branch.
    static func among(_ rows: [Int32], in snapshot: Snapshot) -> [Int32] {
        guard let field = Schema[.unit].index(of: "kind"), case .narrow(let kinds) = snapshot[.unit].columns[field]
        else {
            return []
        }
        let branches = ["branch", "grassroots_branch"].compactMap(snapshot.texts.index)
        return rows.filter { branches.contains(kinds[Int($0)]) }
    }
}
