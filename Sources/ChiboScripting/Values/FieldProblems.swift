import ChiboLua
import ChiboModel

/// What an author reads after touching a field that is not there, not granted, or not to be changed.
enum FieldProblems {
    /// The message for a problem that the bridge met.
    static func diagnostic(for problem: FieldProblem, fields: [String]) -> Diagnostic {
        switch problem.reason {
        case .assignment: assignment(problem)
        case .denied: denied(problem.key, of: problem.kindID.record ?? .member)
        case .unknown: unknown(problem.key, kindLabel: problem.kind, kind: problem.kindID.record, fields: fields)
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
            suggestion: Bilingual(
                vi: "khai báo `purpose` và `fields = { \"\(key)\" }` trong báo cáo, và cấp quyền trong unit.lua: "
                    + "grants = { [\"reports/…\"] = { fields = { \"\(key)\" } } }",
                en: "declare `purpose` and `fields = { \"\(key)\" }` in the report, and grant it in unit.lua: "
                    + "grants = { [\"reports/…\"] = { fields = { \"\(key)\" } } }"),
            arguments: ["field": key, "kind": kind.code])
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
