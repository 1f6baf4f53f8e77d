import CLua
import CLuaBridge

extension LuaState {
    /// The table of globals.
    public var globals: LuaTable {
        guard let (core, L) = unsafe running() else { return LuaTable(state: self, reference: 0) }
        unsafe lua_rawgeti(L, registryIndex, 2)
        return unsafe LuaTable(state: self, reference: clb_ref(core, L))
    }

    /// Compiles a text (never bytecode) to a function; nothing runs.
    ///
    /// - Parameters:
    ///   - source: the program.
    ///   - name: the chunk's name in messages and frames, such as `criteria/four.lua`.
    ///   - environment: what the program sees as globals; nil: ``globals``.
    ///   - isLibrary: whether it is the host's own, which is passed over where the author's line is looked for.
    /// - Returns: the program as a function.
    /// - Throws: ``LuaError/Kind/syntax(incomplete:)`` with the line in its frame, or `.memory`, `.stopped`.
    public func load(
        _ source: String, name: String, environment: LuaTable? = nil, isLibrary: Bool = false
    ) throws(LuaError) -> LuaFunction {
        guard let (core, L) = unsafe running(6) else { throw LuaError.closed }
        var source = source
        let reference = environment?.reference ?? 0
        let outcome = source.withUTF8 { text in
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                unsafe clb_load(core, L, text.baseAddress, text.count, (isLibrary ? "=" : "@") + name, reference)
            }
        }
        guard outcome == clb_ok.outcome else { throw unsafe takeError(L, outcome, chunk: name) }
        return unsafe LuaFunction(state: self, reference: clb_ref(core, L))
    }

    /// Refuses raw assignments (`rawset`) to every table of a metatable; its ``LuaTable`` can still be written to.
    public func seal(_ metatable: LuaTable) {
        guard let (_, L) = unsafe running(4) else { return }
        unsafe push(.table(metatable), L)
        unsafe clb_seal(L)
        unsafe lua_settop(L, -2)
    }

    /// An empty table, with room for what is to come.
    public func makeTable(array: Int = 0, fields: Int = 0) -> LuaTable {
        guard let (core, L) = unsafe running() else { return LuaTable(state: self, reference: 0) }
        unsafe lua_createtable(L, Int32(clamping: array), Int32(clamping: fields))
        return unsafe LuaTable(state: self, reference: clb_ref(core, L))
    }

    /// A table of fields.
    public func makeTable(_ fields: KeyValuePairs<String, LuaValue>) -> LuaTable {
        let table = makeTable(fields: fields.count)
        for (key, value) in fields { table[key] = value }
        return table
    }

    /// A list, from 1.
    public func makeList(_ elements: [LuaValue]) -> LuaTable {
        let table = makeTable(array: elements.count)
        for (index, element) in elements.enumerated() { table[index + 1] = element }
        return table
    }

    /// A read-only face of a table, as the libraries have.
    ///
    /// Reading, `pairs` and `#` see the table, assigning raises (`rawset` too), the table itself cannot be reached.
    /// - Parameters:
    ///   - table: what is shown.
    ///   - name: what messages call it.
    ///   - unknown: called with (table, key) when a key is absent; nil answers nil.
    /// - Returns: the face.
    public func makeReadOnly(_ table: LuaTable, name: String, unknown: LuaFunction? = nil) -> LuaTable {
        guard let (core, L) = unsafe running(10) else { return LuaTable(state: self, reference: 0) }
        unsafe push(table, L)
        unsafe clb_push_read_only(core, L, name, unknown?.reference ?? 0)
        return unsafe LuaTable(state: self, reference: clb_ref(core, L))
    }

    /// A function that calls Swift: arguments and results through the call.
    public func makeFunction(_ name: String, _ body: @escaping (borrowing LuaCall) throws -> Void) -> LuaFunction {
        guard let (core, L) = unsafe running(6) else { return LuaFunction(state: self, reference: 0) }
        let function = HostFunction(name: name, context: context, body: body)
        unsafe clb_push_function(L, Unmanaged.passRetained(function).toOpaque())
        return unsafe LuaFunction(state: self, reference: clb_ref(core, L))
    }

    /// A function of typed parameters: `state.function("add") { (a: Int64, b: Int64) in a + b }`.
    @inlinable
    public func function<each Argument: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ body: @escaping (repeat each Argument) throws -> Result
    ) -> LuaFunction {
        makeFunction(name) { call in
            var position = 0
            let result = try body(repeat try (each Argument).next(call, &position))
            result.push(call)
        }
    }

    /// A function of typed parameters without a result.
    @inlinable
    public func function<each Argument: LuaArgument>(
        _ name: String, _ body: @escaping (repeat each Argument) throws -> Void
    ) -> LuaFunction {
        makeFunction(name) { call in
            var position = 0
            try body(repeat try (each Argument).next(call, &position))
        }
    }
}

extension LuaArgument {
    /// Reads the next argument.
    @inlinable
    static func next(_ call: borrowing LuaCall, _ position: inout Int) throws -> Self {
        position += 1
        return try read(call, position)
    }
}
