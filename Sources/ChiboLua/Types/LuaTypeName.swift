/// What a type is called: by an editor's annotations and in messages to people.
public struct LuaTypeName: Sendable, Hashable {
    /// The type in the annotations of LuaLS and EmmyLua: `integer`, `string[]`, `Branch?`.
    public let annotation: String
    /// What a value has to be, as the end of "argument 1 must be …": `an integer`, `a list of Branch`.
    public let phrase: String

    /// A name.
    public init(_ annotation: String, _ phrase: String) {
        self.annotation = annotation
        self.phrase = phrase
    }

    /// A described type or a kind of record: `Branch`, "a Branch".
    public init(named name: String) {
        self.init(name, article(name) + " " + name)
    }

    /// Any value.
    public static let any = LuaTypeName("any", "a value")

    /// Either the type or nil.
    public var optional: LuaTypeName { LuaTypeName(annotation + "?", phrase + " or nil") }

    /// A list of the type.
    public var list: LuaTypeName {
        let element = annotation.hasSuffix("?") || annotation.contains("|") ? "(\(annotation))" : annotation
        return LuaTypeName(element + "[]", "a list (each element \(phrase))")
    }

    /// A table from keys of this type to values of another.
    public func table(of value: LuaTypeName) -> LuaTypeName {
        LuaTypeName(
            "table<\(annotation), \(value.annotation)>", "a table (each key \(phrase), each value \(value.phrase))")
    }
}

/// The indefinite article of an English noun, by its first letter.
func article(_ noun: String) -> String {
    guard let first = noun.unicodeScalars.first else { return "a" }
    return "aeiouAEIOU".unicodeScalars.contains(first) ? "an" : "a"
}

/// A Swift type that has a name in Lua.
public protocol LuaNamed: SendableMetatype, ~Copyable {
    /// What editors and messages call it; unless stated, any value.
    static var luaName: LuaTypeName { get }
}

extension LuaNamed where Self: ~Copyable {
    /// Any value.
    public static var luaName: LuaTypeName { .any }
}

extension Bool: LuaNamed {
    /// A boolean.
    public static var luaName: LuaTypeName { LuaTypeName("boolean", "true or false") }
}

extension Int: LuaNamed {
    /// An integer.
    public static var luaName: LuaTypeName { LuaTypeName("integer", "an integer") }
}

extension Int64: LuaNamed {
    /// An integer.
    public static var luaName: LuaTypeName { LuaTypeName("integer", "an integer") }
}

extension Double: LuaNamed {
    /// A number.
    public static var luaName: LuaTypeName { LuaTypeName("number", "a number") }
}

extension String: LuaNamed {
    /// A string.
    public static var luaName: LuaTypeName { LuaTypeName("string", "a string") }
}

extension PackedValue: LuaNamed {
    /// A record or scalar of any kind.
    public static var luaName: LuaTypeName { LuaTypeName("lightuserdata", "a record") }
}

extension LuaValue: LuaNamed {}

extension LuaTable: LuaNamed {
    /// A table.
    public static var luaName: LuaTypeName { LuaTypeName("table", "a table") }
}

extension LuaFunction: LuaNamed {
    /// A function.
    public static var luaName: LuaTypeName { LuaTypeName("function", "a function") }
}

extension LuaRows: LuaNamed {
    /// A collection of records.
    public static var luaName: LuaTypeName { LuaTypeName("userdata", "a collection") }
}

extension Optional: LuaNamed where Wrapped: LuaNamed {
    /// The wrapped type or nil.
    public static var luaName: LuaTypeName { Wrapped.luaName.optional }
}
