import ChiboLua

// The rows of a collection end with its snapshot.
func first(of rows: LuaRows) throws -> Int32? {
    #if MISUSE
        // error below: lifetime-dependent variable 'kept' escapes
        var kept: Span<Int32>?
        try rows.withRows { rows in kept = rows }
        return kept?[0]
    #else
        return try rows.withRows { rows in rows.isEmpty ? nil : rows[0] }
    #endif
}
