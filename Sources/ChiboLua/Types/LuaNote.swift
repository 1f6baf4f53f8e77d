/// What people and editors are told of a member whose Swift types say nothing: of a record's field or a scalar's method.
public struct LuaNote: Sendable {
    /// What it is or does, in Markdown.
    public let summary: String
    /// What a method takes and answers; of a computed field, what it answers is the field's type.
    public let signature: LuaSignature?

    /// A note.
    public init(_ summary: String, _ signature: LuaSignature? = nil) {
        self.summary = summary
        self.signature = signature
    }
}

extension ScalarKind {
    /// What there is to know about the kind: its methods and properties, by name, with the notes on them.
    public var outline: LuaOutline {
        var outline = LuaOutline(name, summary)
        outline.properties = properties.keys.sorted().map { name in
            let type = notes[name]?.signature?.result()?.annotation ?? "any"
            return .init(name: name, annotation: type, isWritable: false, summary: notes[name]?.summary ?? "")
        }
        outline.methods = methods.keys.sorted().map { name in
            .init(name, notes[name]?.summary ?? "", notes[name]?.signature ?? LuaSignature())
        }
        return outline
    }
}

extension LuaState {
    /// What there is to know about a kind of record: the fields of its columns, as scripts read them.
    ///
    /// Fields that may not be read are left out. Kinds that fields refer to have to be defined, to have names.
    public func outline(of kind: RecordKind, _ columns: RecordColumns) -> LuaOutline {
        var outline = LuaOutline(kind.name, kind.summary)
        for field in columns.fields {
            let (note, summary) = (field.note, field.note?.summary ?? "")
            switch unsafe field.storage {
            case .denied: continue
            case .method: outline.methods.append(.init(field.name, summary, note?.signature ?? LuaSignature()))
            default:
                outline.properties.append(
                    .init(name: field.name, annotation: annotation(of: field), isWritable: false, summary: summary))
            }
        }
        return outline
    }

    /// A column may lack a value in any row, so that every type but a relation's is optional.
    private func annotation(of field: RecordField) -> String {
        if let stated = field.note?.signature?.result()?.annotation { return stated }
        switch unsafe field.storage {
        case .integer32, .integer64: return "integer?"
        case .boolean: return "boolean?"
        case .text: return "string?"
        case .scalar(let kind, _), .reference(let kind, _): return kindName(kind) + "?"
        case .relation(let kind, _, _): return kindName(kind) + "[]"
        case .method, .computed, .denied: return "any"
        }
    }
}
