package import ChiboModel
package import ChiboStore

/// Somewhere else in the records where an erased person can still be told: for a human to look at.
package struct PersonTrace: Hashable, Sendable {
    /// What it is.
    package enum Kind: Hashable, Sendable {
        /// Another record seems to be of the same person.
        case samePerson(RecordKey)
        /// A text has the person's name in it.
        case named(RecordKey, field: String)
    }

    /// What it is.
    package let kind: Kind

    /// A name for programs.
    package var name: String {
        switch kind {
        case .samePerson(let key): "same_person \(key.kind.code) \(key.id)"
        case .named(let key, let field): "named \(key.kind.code) \(key.id) \(field)"
        }
    }

    /// What to look at, and what to do.
    package var words: Bilingual {
        switch kind {
        case .samePerson(let key):
            Bilingual(
                vi: "\(Schema[key.kind].label) \(key.id) có vẻ là cùng một người: chibo forget \(key.id)",
                en: "\(key.kind.code) \(key.id) seems to be the same person: chibo forget \(key.id)")
        case .named(let key, let field):
            Bilingual(
                vi: "\(Schema[key.kind].label) \(key.id) còn nhắc họ tên ở “\(field)”: hãy sửa tay",
                en: "\(key.kind.code) \(key.id) still has the name in \"\(field)\": correct it by hand")
        }
    }
}

extension ScriptHost {
    /// The version that the newest transaction made.
    package func version() throws(Diagnostic) -> DataVersion {
        try ScriptHost.translating { () throws(StoreError) in try store.currentVersion() }
    }

    /// The member or candidate with an id, also one that was erased; nil where there never was one.
    package func person(_ id: RecordID) throws(Diagnostic) -> RecordKey? {
        try ScriptHost.translating { () throws(StoreError) -> RecordKey? in
            for kind in RecordKind.allCases where PersonRecords.kinds.contains(kind) {
                if try !store.versions(of: id, in: kind).isEmpty { return RecordKey(kind: kind, id: id) }
            }
            return try store.erasures().map(\.key).first { $0.id == id && PersonRecords.kinds.contains($0.kind) }
        }
    }

    /// Where a person can still be told by what is believed now, besides the records that go with them.
    package func traces(of person: RecordKey, besides records: PersonRecords) throws(Diagnostic) -> [PersonTrace] {
        let snapshot = try snapshot(asOf: ScriptHost.endOfTime)
        let versions = try ScriptHost.translating { () throws(StoreError) in
            try store.versions(of: person.id, in: person.kind)
        }
        let schema = Schema[person.kind]
        let nameField = schema.index(of: "full_name")
        let names = Set(versions.compactMap { version in nameField.flatMap { version.version.values[$0].plain } })
        let belonging = Set(records.belonging)
        var traces: [PersonTrace] = []
        for kind in RecordKind.allCases {
            let texts = Schema[kind].fields.indices.filter { Schema[kind].fields[$0].type == .text }
            for row in 0..<Int32(snapshot[kind].count) {
                let key = RecordKey(kind: kind, id: snapshot.id(of: row, in: kind))
                if belonging.contains(key) { continue }
                if PersonRecords.kinds.contains(kind) {
                    let isSame = versions.contains { isSamePerson($0.version.values, schema, snapshot, kind, row) }
                    if isSame { traces.append(PersonTrace(kind: .samePerson(key))) }
                    continue
                }
                for field in texts {
                    guard case .text(let text) = snapshot.value(kind, row: row, field: field) else { continue }
                    if names.contains(where: text.contains) {
                        traces.append(PersonTrace(kind: .named(key, field: Schema[kind].fields[field].code)))
                    }
                }
            }
        }
        return traces
    }

    /// Whether a record of a person has the same national id, or the same name and day of birth.
    private func isSamePerson(
        _ values: [FieldValue], _ schema: RecordSchema, _ snapshot: Snapshot, _ kind: RecordKind, _ row: Int32
    ) -> Bool {
        [["national_id"], ["full_name", "birth"]].contains { fields in
            fields.allSatisfy { field in
                guard let index = schema.index(of: field), values[index] != .missing else { return false }
                return snapshot.value(kind, row: row, field) == values[index]
            }
        }
    }
}
