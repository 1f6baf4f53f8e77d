import ChiboLua
package import ChiboModel

/// Reads what `import.define` was given.
enum MappingReader {
    static let keys = ["id", "title", "into", "sheet", "key", "complete", "columns", "constants"]

    /// The mapping, checked against the schema of the kind that it fills.
    static func mapping(_ reader: TableReader) throws(Diagnostic) -> ImportMapping {
        try reader.allow(keys)
        let into = try reader.text("into")
        guard let kind = RecordKind(code: into) else {
            throw reader.unknownWord("into", into, RecordKind.allCases.map(\.code))
        }
        let key = try reader.texts("key")
        for field in key { try check(field, of: kind, reader) }
        let title = try reader.optionalText("title")
        let id = try reader.text("id")
        return ImportMapping(
            id: id, title: title ?? id, kind: kind, sheet: try sheet(reader), key: key,
            complete: try reader.optionalBoolean("complete") ?? false, columns: try columns(reader, kind),
            constants: try constants(reader, kind))
    }

    private static func sheet(_ reader: TableReader) throws(Diagnostic) -> ImportMapping.Sheet {
        if let name = reader.table["sheet"].text { return .name(name) }
        return .number(try reader.optionalInteger("sheet") ?? 1)
    }

    @discardableResult
    private static func check(
        _ field: String, of kind: RecordKind, _ reader: TableReader
    ) throws(Diagnostic) -> FieldDefinition {
        if let definition = Schema[kind].field(field) { return definition }
        let fields = Schema[kind].fields.map(\.code)
        let nearest = FieldProblems.nearest(to: field, kind: kind, fields: fields).first
        throw reader.problem(
            "CB-N002", vi: "`\(kind.code)` không có trường `\(field)`", en: "`\(kind.code)` has no field `\(field)`",
            suggestion: nearest.map { Bilingual(vi: "có phải bạn muốn viết `\($0)`?", en: "did you mean `\($0)`?") })
    }

    /// What may stand beside a column's heading, field and conversion.
    private static let options = ["optional", "required", "also"]

    private static func columns(_ reader: TableReader, _ kind: RecordKind) throws(Diagnostic) -> [ImportMapping.Column]
    {
        var columns: [ImportMapping.Column] = []
        for entry in try reader.tables("columns") {
            for (key, _) in entry.table.pairs {
                if let name = key.text, !options.contains(name) {
                    throw entry.unknownWord("columns", name, options)
                }
            }
            guard let heading = entry.table[1].text, let field = entry.table[2].text else {
                throw entry.problem(
                    "CB-C013", vi: "mỗi cột có dạng { \"Tiêu đề\", \"trường\" }",
                    en: "a column is written { \"Heading\", \"field\" }")
            }
            try check(field, of: kind, entry)
            let conversion = entry.table[3].table.map { TableReader(table: $0, name: entry.name) }
            columns.append(
                ImportMapping.Column(
                    heading: heading, field: field, conversion: try conversion.map(self.conversion) ?? .automatic,
                    optional: try entry.optionalBoolean("optional") ?? false,
                    required: try entry.optionalBoolean("required") ?? false, also: try entry.texts("also")))
        }
        if columns.isEmpty { throw reader.missing("columns", "các cột", "the columns") }
        return columns
    }

    private static func conversion(_ reader: TableReader) throws(Diagnostic) -> ImportMapping.Conversion {
        switch try reader.text("conversion") {
        case "by_name": return .byName
        case "digits": return .digits
        case "values":
            var codes: [String: String] = [:]
            for (key, value) in try reader.optionalTable("codes")?.table.pairs ?? [] {
                let text = key.text ?? key.integer.map(String.init)
                guard let text, let code = value.text else {
                    throw reader.wrongType(
                        "codes", value, "các cặp [\"chữ trong ô\"] = \"mã\"", "pairs [\"text of a cell\"] = \"code\"")
                }
                codes[text] = code
            }
            return .values(codes)
        case "date":
            switch try reader.text("form") {
            case "dd/mm/yyyy": return .date(order: .dmy)
            case "mm/dd/yyyy": return .date(order: .mdy)
            case "yyyy-mm-dd", "yyyy/mm/dd": return .date(order: .ymd)
            case let other: throw reader.unknownWord("import.date", other, ["dd/mm/yyyy", "mm/dd/yyyy", "yyyy-mm-dd"])
            }
        case let other: throw reader.unknownWord("conversion", other, ["by_name", "digits", "values", "date"])
        }
    }

    private static func constants(
        _ reader: TableReader, _ kind: RecordKind
    ) throws(Diagnostic) -> [String: FieldValue] {
        guard let table = try reader.optionalTable("constants") else { return [:] }
        var constants: [String: FieldValue] = [:]
        for (key, value) in table.table.pairs {
            guard let name = key.text else { continue }
            let field = try check(name, of: kind, table)
            let plain = value.text ?? value.integer.map(String.init) ?? value.boolean.map(String.init) ?? ""
            guard let converted = FieldValue(plain: plain, as: field.type), converted.fits(field.type) else {
                throw table.wrongType(name, value, "giá trị hợp với \(field.label)", "a value that fits \(name)")
            }
            constants[name] = converted
        }
        return constants
    }
}

extension ScriptRuntime {
    /// The mapping that a file of `imports` defines.
    package func mapping(_ definition: Definition) throws(Diagnostic) -> ImportMapping {
        guard case .mapping(let mapping) = definition.content else { throw wrongKind(definition, .import) }
        return mapping
    }
}
