import ChiboLua
import ChiboModel

/// What an author reads after touching a field that is not there, not granted, or not to be changed.
enum FieldProblems {
    /// The message for a problem that the bridge met.
    static func diagnostic(for problem: FieldProblem, fields: [String]) -> Diagnostic {
        switch problem.reason {
        case .assignment: assignment(problem)
        case .denied:
            relation(problem.key, of: problem.kindID.record).map(GlobalNames.notDeclared)
                ?? denied(problem.key, of: problem.kindID.record ?? .member)
        case .unknown: unknown(problem.key, kindLabel: problem.kind, kind: problem.kindID.record, fields: fields)
        }
    }

    /// The kind that a relation of a record leads to, where its records are loaded on declaration.
    private static func relation(_ key: String, of owner: RecordKind?) -> RecordSchema? {
        guard let owner else { return nil }
        return Schema.all.first { schema in
            schema.loading == .declared
                && schema.fields.contains { $0.type == .reference(owner) && ($0.inverse ?? schema.plural) == key }
        }
    }

    /// No field of that name.
    static func unknown(_ key: String, of kind: RecordKind) -> Diagnostic {
        unknown(key, kindLabel: kind.code, kind: kind, fields: Schema[kind].fields.map(\.code))
    }

    /// A field that the definition was not granted.
    static func denied(_ key: String, of kind: RecordKind) -> Diagnostic {
        let label = Schema[kind].field(key)?.label ?? key
        return Diagnostic(
            "CB-P001", .denied,
            Bilingual(
                vi: "kịch bản này không được đọc `\(kind.code).\(key)` (\(label))",
                en: "this script may not read `\(kind.code).\(key)`"),
            cause: Bilingual(
                vi: "trường này cho biết danh tính; mặc định chỉ được đếm hoặc dùng mã",
                en: "the field tells who somebody is; by default only counts and codes are shown"),
            suggestion: way(to: key, in: "reports/…"), arguments: ["field": key, "kind": kind.code])
    }

    /// How a script gets to read a field that tells who somebody is: by a grant, in reports with a purpose; elsewhere not.
    static func way(to field: String, in file: String) -> Bilingual {
        let script = file.hasSuffix(".lua") ? String(file.dropLast(4)) : file
        let grant = "grants = { [\"\(script)\"] = { fields = { \"\(field)\" } } }"
        switch Definition.Kind(path: file) {
        case .report:
            return Bilingual(
                vi:
                    "khai báo `purpose` và `fields = { \"\(field)\" }` trong báo cáo, và cấp quyền trong unit.lua: \(grant)",
                en:
                    "declare `purpose` and `fields = { \"\(field)\" }` in the report, and grant it in unit.lua: \(grant)"
            )
        case .criteria:
            return Bilingual(vi: "cấp quyền trong unit.lua: \(grant)", en: "grant it in unit.lua: \(grant)")
        default:
            return Bilingual(
                vi: "ở đây hãy dùng mã của bản ghi (`.id`); họ tên chỉ hiện trong báo cáo được cấp quyền",
                en: "use the record's `.id` here; names are shown by reports that were granted them")
        }
    }

    private static func assignment(_ problem: FieldProblem) -> Diagnostic {
        Diagnostic(
            "CB-P002", .script,
            Bilingual(
                vi: "không gán được `\(problem.kind).\(problem.key)`: bản ghi chỉ để đọc",
                en: "`\(problem.kind).\(problem.key)` cannot be assigned: records are read-only"),
            suggestion: Bilingual(
                vi: "muốn thay đổi, hãy trả về một đề xuất để người có thẩm quyền duyệt",
                en: "to change something, return a proposal for a person to approve"),
            arguments: ["field": problem.key, "kind": problem.kind])
    }

    private static func unknown(_ key: String, kindLabel: String, kind: RecordKind?, fields: [String]) -> Diagnostic {
        let nearest = nearest(to: key, kind: kind, fields: fields)
        let suggestion = nearest.first.map { name in
            Bilingual(vi: "có phải bạn muốn viết `\(name)`?", en: "did you mean `\(name)`?")
        }
        return Diagnostic(
            "CB-N002", .script,
            Bilingual(
                vi: "`\(kindLabel)` không có trường `\(key)`", en: "`\(kindLabel)` has no field `\(key)`"),
            suggestion: suggestion
                ?? Bilingual(
                    vi: "các trường có: \(fields.joined(separator: ", "))",
                    en: "its fields are: \(fields.joined(separator: ", "))"),
            arguments: ["field": key, "kind": kindLabel, "nearest": nearest.first ?? ""])
    }

    /// The fields that a name may mean: one whose Vietnamese label or synonym it is, else the nearest by spelling.
    static func nearest(to key: String, kind: RecordKind?, fields: [String]) -> [String] {
        let wanted = VietnameseText.identifier(key)
        if let kind {
            let aliased = Schema[kind].fields.filter { field in
                ([field.label] + field.synonyms).contains { VietnameseText.identifier($0) == wanted }
            }
            let derived = Schema[kind].derived.filter { VietnameseText.identifier($0.label) == wanted }
            if let exact = aliased.first?.code ?? derived.first?.code { return [exact] }
        }
        return NearestName.suggestions(for: key, among: fields)
    }
}
