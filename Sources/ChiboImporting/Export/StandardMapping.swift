package import ChiboModel

/// The mapping of a kind of record that needs no file of the unit: what ``RecordExport`` writes is read by it.
package enum StandardMapping {
    /// The heading of the column of ids.
    static let idHeading = "Mã Chibo"

    /// The mapping of a kind: every field under its label, the id beside them.
    package static func of(_ kind: RecordKind) -> ImportMapping {
        let schema = Schema[kind]
        return ImportMapping(
            id: kind.code, title: schema.label, kind: kind,
            columns: schema.fields.map { field in
                ImportMapping.Column(
                    heading: heading(field, schema), field: field.code, conversion: conversion(field), optional: true)
            }, idHeading: idHeading)
    }

    /// The heading of a field: its label, and its code behind it where two fields have the same label.
    static func heading(_ field: FieldDefinition, _ schema: RecordSchema) -> String {
        let label = field.label.prefix(1).uppercased() + field.label.dropFirst()
        let isShared = schema.fields.count { $0.label == field.label } > 1
        return isShared ? "\(label) (\(field.code))" : label
    }

    private static func conversion(_ field: FieldDefinition) -> ImportMapping.Conversion {
        switch field.type {
        case .date, .partialDate: .date(order: .dmy)
        default: .automatic
        }
    }
}
