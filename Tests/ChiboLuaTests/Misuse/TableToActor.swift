import ChiboLua

actor Board {
    private var shown = 0
    func show(_ table: LuaTable) { shown = table.count }
    func show(_ count: Int) { shown = count }
}

// What leaves the state's isolation is a Swift value, not a handle.
func publish(_ table: LuaTable, on board: Board) async {
    #if MISUSE
        // error below: sending 'table'
        await board.show(table)
    #else
        await board.show(table.count)
    #endif
}
