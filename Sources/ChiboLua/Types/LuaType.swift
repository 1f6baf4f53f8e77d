/// The description of a Swift type for scripts: what members it has, what they take, what they are for.
///
/// One description drives everything: how members are found, what is said when an argument is wrong or a name is not
/// known, the documentation (``LuaReference/markdown``) and the types an editor knows (``LuaReference/annotations``).
///
/// ```swift
/// extension Branch: LuaDescribed {
///     static let luaType = LuaType<Branch>("Branch", "A branch of the organisation.") { type in
///         type.property("code", \.code, "The code, unique in the unit.")
///         type.writableProperty("name", \.name)
///         type.method("rating", ["year"], "How the branch was judged in a year.", calling: Branch.rating)
///         type.initializer(["code", "name"]) { (code: String, name: String) in Branch(code: code, name: name) }
///     }
/// }
/// ```
///
/// A description is a value without a state: closures capture nothing that one state alone may use.
@safe public struct LuaType<Instance: SendableMetatype & ~Copyable>: Sendable {
    /// What scripts and people call the type.
    public let name: String
    /// A sentence or more about it, in Markdown.
    public let summary: String

    private(set) var members: [LuaMember] = []
    /// What `value[number]` answers.
    var element: LuaElement?
    /// How many bytes a value holds outside of Lua; they count as Lua's.
    var weight: @Sendable (UnsafeRawPointer) -> Int
    /// True for classes: the same instance is the same Lua value.
    @usableFromInline let isIdentified: Bool

    private init(_ name: String, _ summary: String, isIdentified: Bool) {
        requireIdentifier(name, "a type")
        self.name = name
        self.summary = summary
        self.isIdentified = isIdentified
        let bytes = isIdentified ? 48 : 0
        unsafe weight = { _ in bytes }
    }

    /// Describes a type whose values are moved or copied to Lua.
    public init(_ name: String, _ summary: String = "", _ describe: (inout LuaType) -> Void) {
        self.init(name, summary, isIdentified: false)
        describe(&self)
    }

    /// Adds a member; a name that is there already is a mistake of the host.
    @usableFromInline mutating func add(_ member: LuaMember) {
        if !member.role.isOperation { requireIdentifier(member.name, "a member of \(name)") }
        let isTaken = members.contains { $0.name == member.name && $0.role.isStatic == member.role.isStatic }
        precondition(!isTaken, "\(name) has two members '\(member.name)'")
        let (given, wanted) = (member.signature.parameters.count, member.arity)
        precondition(
            given == wanted || given == 0, "'\(member.name)' of \(name) names \(given) parameters of \(wanted)")
        for parameter in member.signature.parameters { requireIdentifier(parameter.name, "a parameter") }
        members.append(member)
    }
}

extension LuaType where Instance: AnyObject {
    /// Describes a class, whose instances keep their identity.
    public init(_ name: String, _ summary: String = "", _ describe: (inout LuaType) -> Void) {
        self.init(name, summary, isIdentified: true)
        describe(&self)
    }
}

/// What a script can do with a type, and how it is done.
@usableFromInline struct LuaMember: Sendable {
    @usableFromInline typealias Body = @Sendable (borrowing LuaCall) throws -> Void

    @usableFromInline enum Role: Sendable {
        case property(get: Body, set: Body?)
        case method(Body)
        case function(Body)
        /// A metamethod by its event, such as `__lt`.
        case operation(event: String, Body)

        var isOperation: Bool { if case .operation = self { true } else { false } }
        var isStatic: Bool { if case .function = self { true } else { false } }
    }

    let name: String
    let summary: String
    let role: Role
    let signature: LuaSignature
    /// How many parameters it has, the receiver not counted.
    let arity: Int

    @usableFromInline init(
        _ name: String, _ summary: String, _ role: Role, _ parameters: [LuaParameter] = [], arity: Int = 0,
        types: @escaping @Sendable () -> [LuaTypeName] = { [] },
        result: @escaping @Sendable () -> LuaTypeName? = { nil }
    ) {
        self.name = name
        self.summary = summary
        self.role = role
        self.arity = arity
        signature = LuaSignature(parameters, types, result)
    }
}

/// What `value[number]` answers, and its type.
@usableFromInline struct LuaElement: Sendable {
    let get: LuaMember.Body
    let name: @Sendable () -> LuaTypeName
}
