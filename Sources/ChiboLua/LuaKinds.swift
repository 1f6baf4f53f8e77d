/// A kind of scalar, such as a date: its operators and members in Lua.
///
/// Functions are Lua values, the host's or a script's. What is nil is an error when a script tries it.
public struct ScalarKind {
    /// The number in packed values.
    public let kind: LuaKind
    /// The name in messages.
    public let name: String
    /// Two values of the kind compare by payload with `<` and `<=`, without a call.
    public var ordered = false
    /// Called for `a < b` when payloads do not decide (mixed kinds, or not ordered); answers a boolean.
    public var less: LuaFunction?
    /// Called for `a <= b` likewise.
    public var lessOrEqual: LuaFunction?
    /// Called for `a + b` with the operands as written.
    public var add: LuaFunction?
    /// Called for `a - b` with the operands as written.
    public var subtract: LuaFunction?
    /// Called by `tostring`, `print`, `%s` and `..`; answers a string (nil: the name is the text).
    public var text: LuaFunction?
    /// `value:name(…)`.
    public var methods: [String: LuaFunction] = [:]
    /// `value.name`: called with the value.
    public var properties: [String: LuaFunction] = [:]
    /// What people and editors are told of the kind, in Markdown.
    public var summary = ""
    /// What they are told of its methods and properties, by name.
    public var notes: [String: LuaNote] = [:]

    /// A kind without operators or members.
    public init(_ kind: LuaKind, name: String) {
        self.kind = kind
        self.name = name
    }
}

/// A kind of record, such as a member.
///
/// Its fields come with each ``RecordWorld``.
public struct RecordKind {
    /// The number in packed values.
    public let kind: LuaKind
    /// The name in messages.
    public let name: String
    /// Called by `tostring`, `print`, `%s` and `..`; answers a string (nil: the name is the text).
    public var text: LuaFunction?
    /// What people and editors are told of the kind, in Markdown.
    public var summary = ""

    /// A kind of record.
    public init(_ kind: LuaKind, name: String, text: LuaFunction? = nil) {
        self.kind = kind
        self.name = name
        self.text = text
    }
}

/// A script touched a field it cannot have; the host composes the message.
public struct FieldProblem: Sendable, Hashable {
    /// What the script did.
    public enum Reason: Sendable, Hashable {
        /// Read a name the kind does not have.
        case unknown
        /// Read a field that is ``FieldStorage/denied``.
        case denied
        /// Assigned; records, scalars and collections are immutable.
        case assignment
    }

    /// What the script did.
    public let reason: Reason
    /// The kind's name.
    public let kind: String
    /// The kind.
    public let kindID: LuaKind
    /// The name read or assigned; the key's type in angle brackets when it is no string.
    public let key: String
    /// The object is a collection of the kind, not one record.
    public let isCollection: Bool
}

/// A read that gave nil of a field that notes it.
public struct MissingRead: Sendable, Hashable {
    /// The record.
    public let record: PackedValue
    /// The position of the field in its ``RecordColumns/fields``.
    public let field: Int
}

/// The reads that gave nil since they were last taken.
public struct MissingReads: Sendable, Hashable {
    /// How many there were.
    public let count: Int
    /// The first of them, at most 16.
    public let first: [MissingRead]
}
