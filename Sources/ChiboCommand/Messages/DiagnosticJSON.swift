package import ChiboModel

/// The stable shape of a diagnostic for programs.
extension Diagnostic {
    package var json: JSON {
        .object([
            "code": .string(code), "severity": .string(severity.rawValue), "kind": .string(kind.rawValue),
            "exit": .int(Int64(ExitCode(self).rawValue)), "message": message.json,
            "file": place.map { .string($0.file) }, "line": place?.line.map { .int(Int64($0)) },
            "column": place?.column.map { .int(Int64($0)) },
            "length": place?.column == nil ? nil : place.map { .int(Int64($0.length)) },
            "record": record.map { .string($0) }, "others": others == 0 ? nil : .int(Int64(others)),
            "cause": cause?.json, "suggestion": suggestion?.json, "original": original.map { .string($0) },
            "arguments": arguments.isEmpty ? nil : .texts(arguments),
        ])
    }
}

extension Bilingual {
    package var json: JSON { .object(["vi": .string(vi), "en": .string(en)]) }
}

extension JSON {
    /// An object of texts, its names in order.
    package static func texts(_ texts: [String: String]) -> JSON {
        .object(texts.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: .string($0.value)) })
    }
}
