package import ChiboModel

/// What a script may name: the checker's whole knowledge of the host.
///
/// A kind or a set that is left empty is not checked, because a false alarm costs more than a fault that the run finds.
package struct ScriptVocabulary: Sendable {
    /// What a kind of record has.
    package struct Record: Sendable {
        /// Everything that may stand after `.` or `:`: fields, derived fields, relations, methods.
        package var names: Set<String>
        /// The fields that lead to another record, and to which kind.
        package var references: [String: String]
        /// Other words for a name: `chi_bo` for `branch`.
        package var aliases: [String: String]

        package init(names: Set<String>, references: [String: String] = [:], aliases: [String: String] = [:]) {
            (self.names, self.references, self.aliases) = (names, references, aliases)
        }
    }

    /// The globals of a script.
    package var globals: Set<String>
    /// What `require` loads, as written: `criteria`, `lib.ranks`.
    package var modules: Set<String>
    /// The records by the name that scripts give their kind: `member`, `branch`.
    package var records: [String: Record]
    /// The globals that are collections, and the kind of record in them: `members` → `member`.
    package var roots: [String: String]
    /// The methods of collections.
    package var collectionMethods: Set<String>
    /// The words of a filter that are no fields, such as `within`.
    package var filterWords: Set<String>

    package init(
        globals: Set<String>, modules: Set<String>, records: [String: Record] = [:], roots: [String: String] = [:],
        collectionMethods: Set<String> = [], filterWords: Set<String> = ["within"]
    ) {
        (self.globals, self.modules, self.records, self.roots) = (globals, modules, records, roots)
        (self.collectionMethods, self.filterWords) = (collectionMethods, filterWords)
    }
}

extension ScriptVocabulary.Record {
    /// The fields, derived fields and Vietnamese names of a schema; relations and methods are added by who knows them.
    package init(_ schema: RecordSchema, kindName: (RecordKind) -> String?, more: Set<String> = []) {
        var (names, references, aliases) = (more.union(["id"]), [String: String](), [String: String]())
        for field in schema.fields {
            // A code such as `destination.unit` is a group and a field in it.
            let name = String(field.code.prefix { $0 != "." })
            names.insert(name)
            if case .reference(let kind) = field.type, let target = kindName(kind) { references[name] = target }
            guard name == field.code else { continue }
            for word in [field.label] + field.synonyms { aliases[VietnameseText.identifier(word)] = name }
        }
        for derived in schema.derived {
            names.insert(derived.code)
            aliases[VietnameseText.identifier(derived.label)] = derived.code
        }
        self.init(names: names, references: references, aliases: aliases)
    }
}
