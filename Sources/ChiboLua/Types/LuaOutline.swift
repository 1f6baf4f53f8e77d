/// What there is to know about a type that scripts see, in plain text: what documentation and editors are told.
///
/// Taken from a description: ``LuaType/outline``, ``LuaEnum/luaOutline``, ``ScalarKind/outline``,
/// ``LuaState/outline(of:_:)``.
public struct LuaOutline: Sendable, Hashable {
    /// A property.
    public struct Property: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The type of its value.
        public let annotation: String
        /// Whether scripts may assign it.
        public let isWritable: Bool
        /// What it is, in Markdown.
        public let summary: String
    }

    /// A parameter of a function.
    public struct Parameter: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its type.
        public let annotation: String
        /// What it is, in Markdown.
        public let summary: String

        /// True when nil may be given, or nothing.
        var isOptional: Bool { annotation.hasSuffix("?") }
    }

    /// A method, or a function of the type.
    public struct Function: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it does, in Markdown.
        public let summary: String
        /// What it takes, the receiver not counted.
        public let parameters: [Parameter]
        /// The type of its result; nil: none.
        public let result: String?
    }

    /// One of the names of an enumeration.
    public struct Name: Sendable, Hashable {
        /// The name.
        public let name: String
        /// What it means, in Markdown.
        public let summary: String
    }

    /// What the type is called.
    public let name: String
    /// What it is, in Markdown.
    public let summary: String
    /// The properties of its values.
    public internal(set) var properties: [Property] = []
    /// The methods of its values.
    public internal(set) var methods: [Function] = []
    /// The functions of the type.
    public internal(set) var functions: [Function] = []
    /// The names of an enumeration; empty for other types.
    public internal(set) var names: [Name] = []
    /// What calling a value does; nil: values cannot be called.
    public internal(set) var call: Function?
    /// The type of `value[number]`; nil: values are not list-like.
    public internal(set) var element: String?
    /// Whether scripts see a global of its name (``LuaState/expose(_:)-(Instance.Type)``); unless changed, true for
    /// enumerations and for types that have functions.
    public var isGlobal = false

    init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }
}

extension LuaType where Instance: ~Copyable {
    /// What there is to know about the type.
    public var outline: LuaOutline {
        var outline = LuaOutline(name, summary)
        for member in members {
            switch member.role {
            case .property(_, let set):
                let type = member.signature.result()?.annotation ?? "any"
                outline.properties.append(
                    .init(name: member.name, annotation: type, isWritable: set != nil, summary: member.summary))
            case .method: outline.methods.append(.init(member.name, member.summary, member.signature))
            case .function: outline.functions.append(.init(member.name, member.summary, member.signature))
            case .operation(let event, _):
                if event == "__call" { outline.call = .init(member.name, member.summary, member.signature) }
            }
        }
        outline.element = element?.name().annotation
        outline.isGlobal = !outline.functions.isEmpty
        return outline
    }
}

extension LuaEnum {
    /// What there is to know about the enumeration.
    public static var luaOutline: LuaOutline {
        var outline = LuaOutline(luaTypeName, luaSummary)
        outline.names = allCases.map { .init(name: $0.rawValue, summary: $0.luaSummary) }
        outline.isGlobal = true
        return outline
    }
}

extension LuaOutline.Function {
    init(_ name: String, _ summary: String, _ signature: LuaSignature) {
        self.name = name
        self.summary = summary
        let types = signature.types()
        parameters = (0..<max(types.count, signature.parameters.count)).map { index in
            let known = signature.parameters.indices.contains(index) ? signature.parameters[index] : nil
            return LuaOutline.Parameter(
                name: signature.name(index),
                annotation: known?.annotation ?? (types.indices.contains(index) ? types[index].annotation : "any"),
                summary: known?.summary ?? "")
        }
        result = signature.result()?.annotation
    }
}
