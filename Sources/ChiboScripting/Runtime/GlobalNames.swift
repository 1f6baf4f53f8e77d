import ChiboModel

/// What an author reads after using a global that does not exist, or trying to make one.
package enum GlobalNames {
    /// The names that every script may read, beside Lua's own libraries.
    package static let known: [String] =
        ScriptEnvironment.runNames
        + [
            "unit", "date", "text", "share", "percent", "unknown", "not_applicable", "none", "log", "require",
        ]

    /// The names that tests may read as well.
    package static let inTests = ["describe", "it", "fixture", "given", "evaluate", "expect"]

    static func assignment(_ name: String) -> Diagnostic {
        Diagnostic(
            "CB-N004", .script,
            Bilingual(vi: "không được đặt biến toàn cục `\(name)`", en: "the global `\(name)` cannot be set"),
            suggestion: Bilingual(vi: "viết `local \(name) = …`", en: "write `local \(name) = …`"),
            arguments: ["name": name])
    }

    static func undefined(_ name: String, known libraries: [String]) -> Diagnostic {
        if let schema = Schema.all.first(where: { $0.plural == name }), schema.loading == .declared {
            return notDeclared(schema)
        }
        if ScriptEnvironment.runNames.contains(name) { return notNow(name) }
        let nearest = NearestName.suggestions(for: name, among: libraries + known).first
        let aliases = Schema.all.first { VietnameseText.identifier($0.label) == VietnameseText.identifier(name) }
        let meant = aliases.map(\.plural) ?? nearest
        return Diagnostic(
            "CB-N001", .script, Bilingual(vi: "không có tên `\(name)`", en: "there is no name `\(name)`"),
            suggestion: meant.map { Bilingual(vi: "có phải bạn muốn viết `\($0)`?", en: "did you mean `\($0)`?") }
                ?? Bilingual(
                    vi: "khai báo bằng `local \(name)`, hoặc gọi thư viện bằng `require`",
                    en: "declare it with `local \(name)`, or load its library with `require`"),
            arguments: ["name": name, "nearest": meant ?? ""])
    }

    /// Records that are loaded only for definitions that say so.
    static func notDeclared(_ schema: RecordSchema) -> Diagnostic {
        Diagnostic(
            "CB-N007", .script,
            Bilingual(
                vi: "`\(schema.plural)` (\(schema.label)) chưa được nạp cho định nghĩa này",
                en: "`\(schema.plural)` are not loaded for this definition"),
            cause: Bilingual(
                vi: "số dòng rất lớn, nên chỉ nạp khi định nghĩa khai báo là cần",
                en: "there are very many of them, so they are loaded only where a definition declares its need"),
            suggestion: Bilingual(
                vi: "thêm `needs = { \"\(schema.plural)\" }` vào define { … }",
                en: "add `needs = { \"\(schema.plural)\" }` to define { … }"),
            arguments: ["name": schema.plural])
    }

    private static func notNow(_ name: String) -> Diagnostic {
        Diagnostic(
            "CB-N005", .script,
            Bilingual(
                vi: "`\(name)` chỉ có khi một hàm của định nghĩa đang chạy",
                en: "`\(name)` exists only while a function of the definition runs"),
            cause: Bilingual(
                vi: "nạp một tệp thì chưa đọc dữ liệu nào", en: "loading a file reads no data"),
            suggestion: Bilingual(
                vi: "đưa lệnh này vào trong hàm, ví dụ check = function(branch) … end",
                en: "move it into a function, such as check = function(branch) … end"),
            arguments: ["name": name])
    }
}
