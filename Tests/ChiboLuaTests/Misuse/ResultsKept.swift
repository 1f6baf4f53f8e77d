import ChiboLua

// Results lie on Lua's stack until the closure returns.
func judge(_ function: LuaFunction, _ record: PackedValue) throws -> Bool {
    #if MISUSE
        // error below: requires that 'LuaResults' conform to 'Copyable'
        let results = try function.call(packed: record) { results -> LuaResults in results }
        return results.boolean(0) ?? false
    #else
        return try function.call(packed: record) { results in results.boolean(0) ?? false }
    #endif
}
