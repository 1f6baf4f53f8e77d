import CLua
import CLuaBridge

/// One call of a host function: its arguments, positions from 1, and its results.
///
/// Typed readers throw Lua's own message: "bad argument #1 to 'f' (number expected, got nil)".
@safe public struct LuaCall: ~Copyable {
    let L: OpaquePointer
    private unowned(unsafe) let function: HostFunction
    private let argumentCount: Int32
    /// True of a call that stands for what lies in an argument of another.
    let isNested: Bool

    init(L: OpaquePointer, function: HostFunction) {
        unsafe self.L = L
        unsafe self.function = function
        argumentCount = unsafe lua_gettop(L)
        isNested = false
    }

    /// A call whose arguments are all that is on the stack now.
    init(nestedIn call: borrowing LuaCall) {
        unsafe L = unsafe call.L
        unsafe function = unsafe call.function
        argumentCount = unsafe lua_gettop(call.L)
        isNested = true
    }

    /// How many values were pushed after the arguments.
    var resultCount: Int32 { unsafe lua_gettop(L) - argumentCount }

    /// The state that calls.
    public var state: LuaState {
        guard let state = unsafe function.context.state else { preconditionFailure("a call outlived its state") }
        return state
    }

    /// The name the function was made with.
    public var name: String { unsafe function.name }

    /// How many arguments were given.
    public var count: Int { Int(argumentCount) }

    /// The index of an argument; one past the end reads as none, whatever results were pushed.
    func index(_ position: Int) -> Int32 {
        position >= 1 && position <= Int(argumentCount) ? Int32(position) : Int32.max
    }

    private func type(_ position: Int) -> Int32 {
        position >= 1 && position <= Int(argumentCount) ? unsafe lua_type(L, Int32(position)) : LUA_TNONE
    }

    private func expected(_ name: String, _ position: Int) -> any Error {
        unexpected(position, LuaTypeName(name, name))
    }

    /// The error that an argument is not of a type, to be thrown by a reader of your own.
    ///
    /// - Parameters:
    ///   - position: the argument's position.
    ///   - wanted: the type that was wanted.
    ///   - nearest: the allowed name that was probably meant.
    /// - Returns: Lua's "bad argument", or where the parameter is described, ``LuaMisuse/argument(_:)``.
    public func unexpected(_ position: Int, _ wanted: LuaTypeName, nearest: String? = nil) -> any Error {
        var error = BadArgument(position: position, problem: "\(wanted.annotation) expected, got no value")
        error.isMismatch = true
        error.expected = wanted.phrase
        error.nearest = nearest
        guard type(position) != LUA_TNONE else { return error }
        _ = unsafe clb_reserve(L, 4)
        unsafe clb_push_type_name(L, Int32(position))
        defer { unsafe lua_settop(L, -2) }
        error.problem = "\(wanted.annotation) expected, got \(unsafe state.string(L, -1).text)"
        return error
    }

    // MARK: Arguments

    /// True for nil and past the end.
    public func isNil(_ position: Int) -> Bool { type(position) <= LUA_TNIL }

    /// An integer argument, or a float without a fraction.
    public func integer(_ position: Int) throws -> Int64 {
        var isExact: Int32 = 0
        if type(position) == LUA_TNUMBER {
            let integer = unsafe lua_tointegerx(L, Int32(position), &isExact)
            if isExact != 0 { return integer }
            var error = BadArgument(position: position, problem: "number has no integer representation")
            error.isMismatch = true
            error.expected = Int.luaName.phrase
            throw error
        }
        throw expected("number", position)
    }

    /// A number argument.
    public func number(_ position: Int) throws -> Double {
        guard type(position) == LUA_TNUMBER else { throw expected("number", position) }
        return unsafe lua_tonumberx(L, Int32(position), nil)
    }

    /// A boolean argument.
    public func boolean(_ position: Int) throws -> Bool {
        guard type(position) == LUA_TBOOLEAN else { throw expected("boolean", position) }
        return unsafe lua_toboolean(L, Int32(position)) != 0
    }

    /// What a condition takes the argument for.
    public func isTruthy(_ position: Int) -> Bool {
        unsafe type(position) > LUA_TNIL && lua_toboolean(L, Int32(position)) != 0
    }

    /// The text of a string argument.
    public func string(_ position: Int) throws -> String {
        guard type(position) == LUA_TSTRING else { throw expected("string", position) }
        var length = 0
        let bytes = unsafe lua_tolstring(L, Int32(position), &length)
        return unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    }

    /// The bytes of a string argument, where they lie; only for the duration of `body`.
    public func withBytes<R>(_ position: Int, _ body: (Span<UInt8>) throws -> R) throws -> R {
        guard type(position) == LUA_TSTRING else { throw expected("string", position) }
        var length = 0
        let bytes = unsafe lua_tolstring(L, Int32(position), &length)
        let buffer = unsafe UnsafeBufferPointer<UInt8>(
            start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: length)
        return try unsafe body(buffer.span)
    }

    /// A table argument.
    public func table(_ position: Int) throws -> LuaTable {
        guard case .table(let table) = value(position) else { throw expected("table", position) }
        return table
    }

    /// A function argument.
    public func function(_ position: Int) throws -> LuaFunction {
        guard case .function(let function) = value(position) else { throw expected("function", position) }
        return function
    }

    /// A record or scalar argument of any kind.
    public func packed(_ position: Int) throws -> PackedValue {
        guard type(position) == LUA_TLIGHTUSERDATA else { throw expected("record", position) }
        return unsafe PackedValue(bits: UInt64(UInt(bitPattern: lua_touserdata(L, Int32(position)))))
    }

    /// A record or scalar argument of a kind; records of worlds no longer mounted are refused.
    public func packed(_ position: Int, _ kind: LuaKind) throws -> PackedValue {
        var bits: UInt64 = 0
        if unsafe clb_to_packed(L, index(position), Int32(kind.rawValue), &bits) { return PackedValue(bits: bits) }
        guard type(position) == LUA_TLIGHTUSERDATA, try packed(position).kind == kind else {
            throw expected(state.kindName(kind), position)
        }
        throw badArgument(position, "this \(state.kindName(kind)) is no longer valid: its snapshot was released")
    }

    /// A collection argument.
    public func rows(_ position: Int) throws -> LuaRows {
        guard case .rows(let rows) = value(position) else { throw expected("collection", position) }
        return rows
    }

    /// Lends the stack and an argument's index on it; the index of nil past the end.
    func withArgument<R: ~Copyable>(_ position: Int, _ body: (OpaquePointer, Int32) -> R) -> R {
        if position >= 1 && position <= Int(argumentCount) { return unsafe body(L, Int32(position)) }
        unsafe lua_pushnil(L)
        defer { unsafe lua_settop(L, -2) }
        return unsafe body(L, lua_gettop(L))
    }

    /// Lends the stack for one more result.
    func withRoom(_ body: (OpaquePointer) -> Void) {
        if hasRoom() { unsafe body(L) }
    }

    /// Any argument; nil past the end.
    public func value(_ position: Int) -> LuaValue {
        guard type(position) > LUA_TNIL, unsafe clb_reserve(L, 4) else { return .nil }
        return unsafe state.value(L, Int32(position))
    }

    /// All arguments.
    public var values: [LuaValue] {
        count == 0 ? [] : (1...count).map { value($0) }
    }

    // MARK: Errors

    /// The error "bad argument #position to 'name' (problem)", to be thrown.
    public func badArgument(_ position: Int, _ problem: String) -> any Error {
        BadArgument(position: position, problem: problem)
    }

    /// Where in a script the call stands; nil when no script function called.
    public var position: LuaFrame? {
        var frame = clb_frame()
        return unsafe clb_where(L, &frame) ? LuaFrame(frame) : nil
    }

    // MARK: Results

    /// Room for one more result and what making it takes; without it the call ends with an error of memory.
    private func hasRoom() -> Bool { unsafe clb_reserve(L, 6) }

    /// Appends a result.
    public func push(_ value: LuaValue) {
        guard hasRoom() else { return }
        unsafe state.push(value, L)
    }

    /// Appends an integer.
    public func push(_ value: Int64) {
        guard hasRoom() else { return }
        unsafe lua_pushinteger(L, value)
    }

    /// Appends a number.
    public func push(_ value: Double) {
        guard hasRoom() else { return }
        unsafe lua_pushnumber(L, value)
    }

    /// Appends a boolean.
    public func push(_ value: Bool) {
        guard hasRoom() else { return }
        unsafe lua_pushboolean(L, value ? 1 : 0)
    }

    /// Appends a text.
    public func push(_ value: String) {
        guard hasRoom() else { return }
        unsafe state.push(value, L)
    }

    /// Appends a record or scalar.
    public func push(_ value: PackedValue) {
        guard hasRoom() else { return }
        unsafe lua_pushlightuserdata(L, UnsafeMutableRawPointer(bitPattern: UInt(value.bits)))
    }

    /// Appends a collection with a copy of the rows, without a handle.
    public func pushRows(kind: LuaKind, generation: LuaGeneration, rows: [Int32]) {
        guard hasRoom() else { return }
        unsafe clb_push_rows(L, Int32(kind.rawValue), generation.rawValue, rows, Int32(rows.count))
    }

    /// Appends one of the arguments, as it is.
    public func pushArgument(_ position: Int) {
        guard hasRoom() else { return }
        if type(position) > LUA_TNIL { unsafe lua_pushvalue(L, Int32(position)) } else { unsafe lua_pushnil(L) }
    }
}
