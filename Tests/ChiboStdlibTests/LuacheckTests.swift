import ChiboLua
import ChiboScripting
import Foundation
import Testing

/// The linter and the host have to agree on which globals there are, or one of them lies to authors.
@Suite struct LuacheckTests {
    let settings: LuaTable

    init() throws {
        let source = try String(contentsOf: Repository.root.appending(path: ".luacheckrc"), encoding: .utf8)
        let state = LuaState()
        settings = state.makeTable(["files": .table(state.makeTable())])
        try state.load(source, name: ".luacheckrc", environment: settings).call()
    }

    private func names(_ list: LuaValue) -> Set<String> { Set(list.table?.list.compactMap(\.text) ?? []) }

    @Test func `luacheck knows the globals of the host`() {
        // `require` is Lua's own to luacheck.
        #expect(names(settings["read_globals"]) == Set(GlobalNames.known).subtracting(["require"]))
    }

    @Test func `luacheck knows the globals of tests`() {
        let tests = settings["files"].table?["**/tests/*_test.lua"].table
        #expect(names(tests?["read_globals"] ?? .nil) == Set(GlobalNames.inTests))
    }

    @Test func `luacheck knows what the sandbox lacks`() throws {
        let state = LuaState()
        for name in names(settings["not_globals"]) { #expect(state.globals[name].isNil, "\(name)") }
    }
}
