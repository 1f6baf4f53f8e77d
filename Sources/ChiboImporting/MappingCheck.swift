package import ChiboModel

/// What is wrong with a mapping, told without any file.
package enum MappingCheck {
    /// Every field that does not exist and every value that its field cannot have; empty for a good mapping.
    package static func problems(of mapping: ImportMapping, file: String) -> [Diagnostic] {
        let schema = Schema[mapping.kind]
        let names = mapping.columns.map(\.field) + mapping.key + mapping.constants.keys.sorted()
        var result: [Diagnostic] = []
        var seen: Set<String> = []
        for name in names where schema.index(of: name) == nil && seen.insert(name).inserted {
            result.append(RosterProblems.unknownField(name, schema, file: file))
        }
        for (name, value) in mapping.constants.sorted(by: { $0.key < $1.key }) {
            guard let field = schema.field(name), !value.fits(field.type) else { continue }
            result.append(RosterProblems.unfitValue(value.plain ?? "", field, file: file))
        }
        for column in mapping.columns {
            guard let field = schema.field(column.field) else { continue }
            result += problems(of: column, field, file: file)
        }
        return result
    }

    private static func problems(
        of column: ImportMapping.Column, _ field: FieldDefinition, file: String
    ) -> [Diagnostic] {
        switch column.conversion {
        case .automatic, .digits: return []
        case .values(let list):
            return list.values.sorted().filter { FieldValue(plain: $0, as: field.type)?.fits(field.type) != true }
                .map { RosterProblems.unfitValue($0, field, file: file) }
        case .date:
            let isDate = field.type == .date || field.type == .partialDate
            return isDate ? [] : [RosterProblems.unfitConversion("import.date", field, file: file)]
        case .byName:
            if case .reference = field.type { return [] }
            return [RosterProblems.unfitConversion("import.by_name", field, file: file)]
        }
    }
}
