/// A parameter as people know it: its name, and what it has to be where the type says too little.
///
/// A string literal is a parameter with that name.
public struct LuaParameter: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The name in documentation, editors and messages.
    public let name: String
    /// What it has to be, as the end of "argument 1 must be …", such as `a year`; nil: what its type says.
    public let phrase: String?
    /// A sentence about it.
    public let summary: String
    /// Its type in annotations; nil: that of the Swift type.
    public let annotation: String?

    /// A parameter.
    /// - Parameters:
    ///   - name: its name.
    ///   - phrase: what it has to be, such as `a year`.
    ///   - summary: a sentence about it.
    ///   - annotation: its type for editors, where the Swift type does not say it.
    public init(_ name: String, is phrase: String? = nil, _ summary: String = "", annotation: String? = nil) {
        self.name = name
        self.phrase = phrase
        self.summary = summary
        self.annotation = annotation
    }

    /// A parameter with a name alone.
    public init(stringLiteral name: String) {
        self.init(name)
    }
}

/// What a function takes and answers.
public struct LuaSignature: Sendable {
    /// The parameters.
    public let parameters: [LuaParameter]
    /// Asked for when somebody wants to know: the types of two descriptions may mention each other.
    let types: @Sendable () -> [LuaTypeName]
    let result: @Sendable () -> LuaTypeName?

    init(
        _ parameters: [LuaParameter], _ types: @escaping @Sendable () -> [LuaTypeName],
        _ result: @escaping @Sendable () -> LuaTypeName?
    ) {
        self.parameters = parameters
        self.types = types
        self.result = result
    }

    /// The signature of a function that Swift's types do not describe; parameters state their annotation.
    public init(_ parameters: [LuaParameter] = [], returns result: LuaTypeName? = nil) {
        self.init(
            parameters,
            { parameters.map { LuaTypeName($0.annotation ?? "any", $0.phrase ?? "a value") } }, { result })
    }

    /// What an argument has to be, from 0.
    func phrase(_ index: Int) -> String {
        if parameters.indices.contains(index), let phrase = parameters[index].phrase { return phrase }
        let types = types()
        return types.indices.contains(index) ? types[index].phrase : "a value"
    }

    /// The parameter's name, from 0.
    func name(_ index: Int) -> String {
        parameters.indices.contains(index) ? parameters[index].name : "argument\(index + 1)"
    }
}

/// Checks a name at the time when a type is described, which is a mistake of the host.
func requireIdentifier(_ name: String, _ what: String) {
    let isIdentifier =
        name.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
        && !name.isEmpty && !(48...57).contains(name.utf8.first ?? 48)
    precondition(isIdentifier && !keywords.contains(name), "'\(name)' cannot be the name of \(what): no Lua identifier")
}

private let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not", "or", "repeat", "return", "then", "true", "until", "while",
]
