import ChiboModel

/// A way of writing that belongs to another language and has one clear meaning.
enum ForeignWay: Equatable {
    case notEqual, and, or, not, equalsInCondition
    case compoundAssignment(String, String)
    case null(String)
    case boolean(String)
}

/// What a checker found, before it is put into words.
struct ScopeFinding {
    enum What {
        case unknownGlobal(visible: Set<String>, elsewhere: Int?)
        case assignedGlobal
        case unknownModule
        case unknownField(kind: String)
        case unknownMethod
        case foreign(ForeignWay)
    }

    let token: LuaToken
    let what: What
    /// The name whose later assignment would make it unfounded.
    var base: Binding?
    /// The record whose kind the definition names further down.
    var pending: KnownValue = .unknown
}

/// Follows the names of a script as the parser meets them, and notes what the host does not know.
struct ScopeResolver {
    let vocabulary: ScriptVocabulary
    var scopes = ScopeTable()
    private(set) var findings: [ScopeFinding] = []
    /// Global names in the order of reading and writing, for comparison with Lua's own compiler.
    private(set) var globalReads: [LuaToken] = []
    private(set) var globalWrites: [LuaToken] = []

    init(_ vocabulary: ScriptVocabulary) { self.vocabulary = vocabulary }

    mutating func declare(_ name: LuaToken, _ value: KnownValue = .unknown) {
        scopes.declare(Binding(name.text, line: name.line, value: value))
    }

    mutating func declareSelf(_ place: LuaToken) { scopes.declare(Binding("self", line: place.line)) }

    mutating func read(_ name: LuaToken) {
        guard scopes.lookUp(name.text) == nil, name.text != "_ENV", scopes.lookUp("_ENV") == nil else { return }
        globalReads.append(name)
        guard !vocabulary.globals.contains(name.text) else { return }
        if let way = Self.foreignWords[name.text] { return foreign(name, way) }
        add(name, .unknownGlobal(visible: scopes.names, elsewhere: scopes.declared[name.text]))
    }

    mutating func assign(_ name: LuaToken) {
        if let binding = scopes.lookUp(name.text) {
            binding.isReassigned = true
        } else if name.text != "_ENV", scopes.lookUp("_ENV") == nil {
            globalWrites.append(name)
            add(name, .assignedGlobal)
        }
    }

    mutating func require(_ module: LuaToken) {
        guard scopes.lookUp("require") == nil, let name = module.stringValue else { return }
        if !vocabulary.modules.contains(name) { add(module, .unknownModule) }
    }

    mutating func foreign(_ token: LuaToken, _ way: ForeignWay) { add(token, .foreign(way)) }

    private mutating func add(_ token: LuaToken, _ what: ScopeFinding.What) {
        findings.append(ScopeFinding(token: token, what: what))
    }

    private static let foreignWords: [String: ForeignWay] = [
        "null": .null("null"), "NULL": .null("NULL"), "Null": .null("Null"), "None": .null("None"),
        "undefined": .null("undefined"), "Nil": .null("Nil"), "NIL": .null("NIL"), "True": .boolean("true"),
        "TRUE": .boolean("true"), "False": .boolean("false"), "FALSE": .boolean("false"),
    ]
}

/// Records and collections, as far as it is certain what they are.
extension ScopeResolver {
    /// What a name stands for.
    func value(of name: LuaToken) -> KnownValue {
        if let binding = scopes.lookUp(name.text) { return binding.value }
        return vocabulary.roots[name.text].map { .collection($0) } ?? .unknown
    }

    /// One of a collection.
    func element(of value: KnownValue) -> KnownValue {
        if case .collection(let kind) = value { return .record(kind) }
        return .unknown
    }

    /// A field of a record is looked up now, or at the end where the kind is not known yet.
    mutating func field(_ name: LuaToken, of value: KnownValue, base: LuaToken?) -> KnownValue {
        switch value {
        case .unknown: return .unknown
        case .collection:
            collectionMethod(name)
            return .unknown
        case .record(let kind):
            note(name, .unknownField(kind: kind), base, pending: value)
            return vocabulary.records[kind]?.references[name.text].map { .record($0) } ?? .unknown
        case .subject:
            note(name, .unknownField(kind: ""), base, pending: value)
            return .unknown
        }
    }

    private mutating func note(
        _ name: LuaToken, _ what: ScopeFinding.What, _ base: LuaToken?, pending: KnownValue
    ) {
        let binding = base.flatMap { scopes.lookUp($0.text) }
        findings.append(ScopeFinding(token: name, what: what, base: binding, pending: pending))
    }

    mutating func collectionMethod(_ name: LuaToken) {
        let known = vocabulary.collectionMethods
        if !known.isEmpty, !known.contains(name.text) { add(name, .unknownMethod) }
    }

    mutating func filterKey(_ key: LuaToken, of value: KnownValue) {
        guard case .collection(let kind) = value, !vocabulary.filterWords.contains(key.text) else { return }
        note(key, .unknownField(kind: kind), nil, pending: .record(kind))
    }

    /// The first part of a path such as `"destination.upper_unit"`.
    mutating func fieldPath(_ path: LuaToken, of kind: String) {
        guard let text = path.stringValue else { return }
        let first = String(text.prefix { $0 != "." })
        guard let names = vocabulary.records[kind]?.names, !names.contains(first) else { return }
        let place = LuaToken(kind: .name, text: first, start: path.start + 1, end: path.end - 1, line: path.line)
        note(place, .unknownField(kind: kind), nil, pending: .record(kind))
    }

    /// What the first parameter of a definition's function is.
    func parameter(of key: String, in context: TableContext) -> KnownValue {
        if key == "check", let definition = context.nearest("criteria.define") {
            return .subject(of: definition, key: "subject")
        }
        if ["pool", "floor", "cap", "attained"].contains(key), context.callee == "quota.define" {
            return .subject(of: context, key: "among")
        }
        return .unknown
    }

    /// The findings that hold now that the whole script is known.
    func settled() -> [ScopeFinding] {
        findings.compactMap { finding in
            guard case .unknownField = finding.what else { return finding }
            guard finding.base.map({ !$0.isReassigned }) ?? true, let kind = kind(of: finding.pending),
                let record = vocabulary.records[kind], !record.names.contains(finding.token.text)
            else { return nil }
            return ScopeFinding(token: finding.token, what: .unknownField(kind: kind))
        }
    }

    private func kind(of value: KnownValue) -> String? {
        switch value {
        case .record(let kind): kind
        case .subject(let table, let key): table.texts[key]
        default: nil
        }
    }
}
