internal import ChiboModel
internal import ChiboOffice

/// What can be wrong with a sheet as a whole, so that no row of it is read.
enum RosterProblems {
    private static func quoted(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }

    private static func failure(
        _ code: String, _ message: Bilingual, kind: Diagnostic.Kind = .data, file: String, sheet: String? = nil,
        cause: Bilingual? = nil, suggestion: Bilingual
    ) -> Diagnostic {
        Diagnostic(
            code, kind, message, place: Diagnostic.Place(file: file), cause: cause, suggestion: suggestion,
            arguments: sheet.map { ["sheet": $0] } ?? [:])
    }

    static func noSheet(_ wanted: ImportMapping.Sheet, _ sheets: [SheetInfo], file: String) -> Diagnostic {
        let name =
            switch wanted {
            case .number(let number): String(number)
            case .name(let name): "“\(name)”"
            }
        let names = quoted(sheets.map(\.name))
        return failure(
            "CB-I001", Bilingual(vi: "tệp không có trang tính \(name)", en: "the file has no sheet \(name)"),
            file: file,
            suggestion: Bilingual(
                vi: "Tệp có các trang: \(names). Hãy sửa `sheet` trong tệp ánh xạ",
                en: "The file has the sheets \(names). Correct `sheet` in the mapping"))
    }

    static func noHeading(_ mapping: ImportMapping, file: String, sheet: String) -> Diagnostic {
        let names = quoted(mapping.columns.map(\.heading))
        return failure(
            "CB-I002",
            Bilingual(
                vi: "không tìm thấy dòng tiêu đề cột trong trang “\(sheet)”",
                en: "sheet “\(sheet)” has no row of column headings"),
            file: file, sheet: sheet,
            cause: Bilingual(
                vi: "30 dòng đầu không có tiêu đề nào của ánh xạ \(mapping.id)",
                en: "none of the headings of mapping \(mapping.id) stands in the first 30 rows"),
            suggestion: Bilingual(
                vi: "Cần các cột \(names). Hãy kiểm tra xem có chọn đúng tệp và đúng trang không",
                en: "It needs the columns \(names). Check whether this is the right file and sheet"))
    }

    static func noRows(_ mapping: ImportMapping, file: String, sheet: String, row: Int) -> Diagnostic {
        failure(
            "CB-I008",
            Bilingual(
                vi: "trang “\(sheet)” không có dòng dữ liệu nào dưới dòng tiêu đề \(row)",
                en: "sheet “\(sheet)” has no rows under its heading in row \(row)"),
            file: file, sheet: sheet,
            cause: Bilingual(
                vi: "ánh xạ \(mapping.id) khai là danh sách đầy đủ (`complete = true`), nên danh sách trống là tệp sai",
                en:
                    "the mapping \(mapping.id) says that the roster is complete (`complete = true`): an empty one is wrong"
            ),
            suggestion: Bilingual(
                vi: "Hãy kiểm tra xem có chọn đúng tệp và đúng trang không",
                en: "Check whether this is the right file and sheet"))
    }

    static func missingColumns(
        _ missing: [String], found: [String], file: String, sheet: String, row: Int
    ) -> Diagnostic {
        let near = missing.compactMap { name in
            NearestName.suggestions(for: name, among: found, limit: 1).first.map { "“\(name)” ↔ “\($0)”" }
        }
        let nearVi = near.isEmpty ? "" : "; gần giống: " + near.joined(separator: ", ")
        let nearEn = near.isEmpty ? "" : "; nearly the same: " + near.joined(separator: ", ")
        return failure(
            "CB-I003",
            Bilingual(
                vi: "trang “\(sheet)” thiếu cột \(quoted(missing))",
                en: "sheet “\(sheet)” lacks the column\(missing.count == 1 ? "" : "s") \(quoted(missing))"),
            file: file, sheet: sheet,
            cause: Bilingual(
                vi: "dòng tiêu đề \(row) có: \(quoted(found))\(nearVi)",
                en: "heading row \(row) has: \(quoted(found))\(nearEn)"),
            suggestion: Bilingual(
                vi:
                    "Hãy sửa tiêu đề trong tệp, hoặc tên cột trong ánh xạ; cột không bắt buộc thì ghi `optional = true`",
                en:
                    "Correct the heading in the file or in the mapping; `optional = true` is for columns that may be missing"
            )
        )
    }

    static func ambiguousColumn(_ heading: String, _ places: [Int], file: String, sheet: String) -> Diagnostic {
        let letters = places.map { CellReference.letters($0) }.joined(separator: ", ")
        return failure(
            "CB-I004",
            Bilingual(
                vi: "nhiều cột có tiêu đề “\(heading)”: \(letters)",
                en: "several columns have the heading “\(heading)”: \(letters)"), file: file, sheet: sheet,
            suggestion: Bilingual(
                vi: "Hãy ghi cả tiêu đề nhóm trong ánh xạ, ví dụ “Ngày tháng năm / Kết nạp”",
                en: "Write the group's heading too, such as “Ngày tháng năm / Kết nạp”"))
    }

    static func unknownField(_ name: String, _ schema: RecordSchema, file: String) -> Diagnostic {
        let near = NearestName.suggestions(for: name, among: schema.fields.map(\.code), limit: 1).first
        return failure(
            "CB-I005",
            Bilingual(
                vi: "ánh xạ nói đến trường không có của “\(schema.label)”: \(name)",
                en: "the mapping names a field that \(schema.kind.code) does not have: \(name)"),
            kind: .configuration, file: file,
            suggestion: near.map { Bilingual(vi: "Có phải là `\($0)`?", en: "Is it `\($0)`?") }
                ?? Bilingual(
                    vi: "Các trường: \(schema.fields.map(\.code).joined(separator: ", "))",
                    en: "Its fields: \(schema.fields.map(\.code).joined(separator: ", "))"))
    }

    static func unfitValue(_ value: String, _ field: FieldDefinition, file: String) -> Diagnostic {
        var codes: [String] = []
        if case .code(let list) = field.type { codes = list.codes }
        let near = NearestName.suggestions(for: value, among: codes, limit: 1).first
        return failure(
            "CB-I006",
            Bilingual(
                vi: "ánh xạ cho trường \(field.code) giá trị không hợp lệ: “\(value)”",
                en: "the mapping gives the field \(field.code) a value that it cannot have: “\(value)”"),
            kind: .configuration, file: file,
            suggestion: near.map { Bilingual(vi: "Có phải là `\($0)`?", en: "Is it `\($0)`?") }
                ?? Bilingual(
                    vi: codes.isEmpty
                        ? "Hãy ghi giá trị đúng kiểu của trường" : "Các giá trị: " + codes.joined(separator: ", "),
                    en: codes.isEmpty
                        ? "Write a value of the field's type" : "Its values: " + codes.joined(separator: ", ")))
    }

    static func unfitConversion(_ name: String, _ field: FieldDefinition, file: String) -> Diagnostic {
        failure(
            "CB-I007",
            Bilingual(
                vi: "`\(name)` không dùng được cho trường \(field.code)",
                en: "`\(name)` is not for the field \(field.code)"),
            kind: .configuration, file: file,
            suggestion: Bilingual(
                vi: "Hãy bỏ `\(name)`: kiểu của trường tự quyết định cách đọc",
                en: "Leave `\(name)` out: the field's type decides how it is read"))
    }
}
