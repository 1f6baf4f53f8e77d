package import ChiboModel

extension FieldValue {
    /// The value as people read it: labels of codes, names of records, Vietnamese dates; empty for a missing one.
    package func shown(as definition: FieldDefinition, _ snapshot: Snapshot) -> String {
        switch (self, definition.type) {
        case (.code(let code), .code(let list)): return list.label(of: code)
        case (.date(let day), _): return day.vietnamese
        case (.partialDate(let date), _): return date.vietnamese
        case (.boolean(let flag), _): return flag ? "có" : "không"
        case (.reference(let id), .reference(let kind)):
            guard let row = snapshot.row(of: id, in: kind) else { return id.text }
            let name = Schema[kind].field("name") == nil ? "full_name" : "name"
            return snapshot.value(kind, row: row, name).plain ?? id.text
        default: return plain ?? ""
        }
    }
}
