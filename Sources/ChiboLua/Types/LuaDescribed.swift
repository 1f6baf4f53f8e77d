/// A Swift type whose values live in Lua: moved there, read or changed by the methods that its description lists.
///
/// Types that cannot be copied conform to this protocol, all others to ``LuaDescribed``.
public protocol LuaOwned: LuaReturnable, ~Copyable {
    /// The description; one for all states.
    static var luaType: LuaType<Self> { get }
}

/// A Swift class, structure or enumeration that scripts see through a description.
///
/// A class instance is the same Lua value each time it goes to Lua: `==` holds and it is a key of tables. A value of
/// another type is copied on its way to Lua and back; scripts that change it change the copy that Lua holds.
/// Classes are final, or else a subclass's instances would have the superclass's description.
public protocol LuaDescribed: LuaOwned, LuaArgument {}

extension LuaOwned where Self: ~Copyable {
    /// The name of the description.
    public static var luaName: LuaTypeName { LuaTypeName(named: luaType.name) }

    /// Moves the value to Lua.
    public consuming func push(_ call: borrowing LuaCall) { call.pushInstance(self) }
}

extension LuaDescribed {
    /// The instance, or a copy of the value.
    @inlinable public static func read(_ call: borrowing LuaCall, _ position: Int) throws -> Self {
        try call.instance(position, Self.self)
    }
}
