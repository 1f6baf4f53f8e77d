import ChiboLua

// The bytes of a string are Lua's; a copy may go.
func length(of call: borrowing LuaCall) throws -> Int {
    #if MISUSE
        // error below: lifetime-dependent variable 'kept' escapes
        var kept: Span<UInt8>?
        try call.withBytes(1) { bytes in kept = bytes }
        return kept?.count ?? 0
    #else
        let copy = try call.withBytes(1) { bytes in
            var copy: [UInt8] = []
            for index in bytes.indices { copy.append(bytes[index]) }
            return copy
        }
        return copy.count
    #endif
}
