/// An enumeration that scripts see as its names: `enum Rating: String, LuaEnum { case good, fair, poor }`.
///
/// A name that is none of them is an error that lists them and suggests the nearest.
public protocol LuaEnum: LuaArgument, LuaReturnable, CaseIterable, RawRepresentable where RawValue == String {
    /// What the enumeration is called; unless stated, its Swift name.
    static var luaTypeName: String { get }
    /// A sentence about it, in Markdown.
    static var luaSummary: String { get }
    /// A sentence about this name.
    var luaSummary: String { get }
}

extension LuaEnum {
    /// The Swift name.
    public static var luaTypeName: String { String(describing: Self.self) }
    /// Nothing.
    public static var luaSummary: String { "" }
    /// Nothing.
    public var luaSummary: String { "" }

    /// "one of 'good', 'fair'".
    public static var luaName: LuaTypeName {
        LuaTypeName(luaTypeName, "one of " + allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))
    }

    /// The case with the name that a string argument has.
    public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Self {
        guard let name = try? call.string(position) else { throw call.unexpected(position, luaName) }
        if let value = Self(rawValue: name) { return value }
        throw call.unexpected(position, luaName, nearest: nearestName(name, allCases.map(\.rawValue)))
    }

    /// Appends the name.
    public func push(_ call: borrowing LuaCall) { call.push(rawValue) }
}
