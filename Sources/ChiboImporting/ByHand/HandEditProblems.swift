internal import ChiboModel

/// What a person reads who typed a change that cannot be made.
enum HandEditProblems {
    static func noEntry(_ word: String, _ schema: RecordSchema) -> Diagnostic {
        let example = schema.fields.first?.code ?? "name"
        return Diagnostic(
            "CB-U022", .usage,
            Bilingual(
                vi: "“\(word)” không có dạng trường=giá trị", en: "\"\(word)\" is not of the form field=value"),
            suggestion: Bilingual(
                vi: "ví dụ: \(example)=…; giá trị có dấu cách thì đặt trong dấu nháy",
                en: "for example \(example)=…; quote a value that has blanks"))
    }

    static func noField(_ name: String, _ schema: RecordSchema) -> Diagnostic {
        let near = NearestName.suggestions(for: name, among: schema.fields.map(\.code)).first
        let all = schema.fields.map(\.code).joined(separator: ", ")
        return Diagnostic(
            "CB-U023", .usage,
            Bilingual(
                vi: "\(schema.label) không có trường “\(name)”", en: "a \(schema.kind.code) has no field \"\(name)\""),
            suggestion: near.map { Bilingual(vi: "có phải \($0)?", en: "is it \($0)?") }
                ?? Bilingual(vi: "các trường: \(all)", en: "its fields: \(all)"))
    }

    static func twice(_ field: FieldDefinition) -> Diagnostic {
        Diagnostic(
            "CB-U022", .usage,
            Bilingual(vi: "\(field.code) được nêu hai lần", en: "\(field.code) is named twice"))
    }

    /// The typed value is personal perhaps, so only the field and the reason are told.
    static func unreadable(_ field: FieldDefinition, _ refusal: CellRefusal) -> Diagnostic {
        Diagnostic(
            "CB-I040", .data,
            Bilingual(
                vi: "\(field.code) (\(field.label)): \(refusal.reason.vi)", en: "\(field.code): \(refusal.reason.en)"),
            suggestion: refusal.suggestion, arguments: ["field": field.code])
    }

    static func noRecord(_ id: RecordID, _ schema: RecordSchema) -> Diagnostic {
        Diagnostic(
            "CB-D031", .data,
            Bilingual(
                vi: "không có \(schema.label) nào mang mã \(id)", en: "there is no \(schema.kind.code) \(id)"),
            suggestion: Bilingual(
                vi: "mã có dạng \(schema.idPrefix)-000001; chibo export \(schema.kind.code) liệt kê các mã",
                en: "ids look like \(schema.idPrefix)-000001; chibo export \(schema.kind.code) lists them"))
    }

    static func known(_ id: RecordID, _ schema: RecordSchema) -> Diagnostic {
        Diagnostic(
            "CB-D032", .data,
            Bilingual(
                vi: "\(schema.label) này đã có, mã \(id)", en: "this \(schema.kind.code) is on record already: \(id)"),
            suggestion: Bilingual(vi: "muốn sửa thì dùng set \(id)", en: "to change it, use set \(id)"))
    }

    static func nobody(_ problem: CellProblem) -> Diagnostic {
        Diagnostic("CB-I040", .data, problem.reason, suggestion: problem.suggestion)
    }

    static func noDay(_ field: FieldDefinition) -> Diagnostic {
        Diagnostic(
            "CB-U024", .usage,
            Bilingual(
                vi: "\(field.code) (\(field.label)) thay đổi theo thời gian: từ ngày nào?",
                en: "\(field.code) changes in time: from which day?"),
            suggestion: Bilingual(
                vi: "thêm --effective NGÀY, hoặc --correct nếu giá trị cũ là ghi sai",
                en: "add --effective DATE, or --correct where the old value was an error"))
    }
}
