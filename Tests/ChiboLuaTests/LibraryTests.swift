import ChiboLua
import ChiboTestSupport
import Foundation
import Testing

/// The system's interpreter is there, and no other library than the system's was put in its place.
let systemLuaRuns =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/lua5.4")
    && ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] == nil

@Suite struct LibraryTests {
    /// The programs of a package know their release; the library is of the same source.
    private func installedRelease() throws -> String? {
        let result = try Oracle.run("/usr/bin/lua5.4", ["-v"])
        return result.output.split(separator: " ").dropFirst().first.map(String.init)
    }

    @Test(.enabled(if: systemLuaRuns)) func `the release is that of the installed library`() throws {
        #expect(LuaLibrary.probe().release == (try installedRelease()))
    }

    @Test func `the faults of 5_4_4 are named, those of 5_4_8 are none`() throws {
        let library = LuaLibrary.probe()
        let release = try #require(library.release)
        #expect(library.builtWith.hasPrefix("5.4."))
        if release == "5.4.4" {
            #expect(Set(library.weaknesses.map(\.fault)) == Set(LuaLibrary.Fault.allCases))
            #expect(library.weaknesses.first { $0.fault == .concatenation }?.isGuarded == true)
            #expect(library.weaknesses.first { $0.fault == .nestedClose }?.isGuarded == true)
        }
        if release >= "5.4.8" { #expect(library.weaknesses == []) }
    }

    @Test func `concatenations work with and without metamethods, at every depth of the stack`() throws {
        let source = """
            local m = {
              __concat = function(a, b) return tostring(a) .. "+" .. tostring(b) end,
              __tostring = function() return "t" end,
            }
            local t = setmetatable({}, m)
            local function at(depth) if depth > 0 then return (at(depth - 1)) end return "a" .. 1 .. t .. t end
            local failed = 0
            for depth = 0, 400 do
              local ok, text = coroutine.wrap(function() return pcall(at, depth) end)()
              if not ok then failed = failed + 1 end
              assert(text == (ok and "a1t+t" or "not enough memory"), text)
            end
            return failed
            """
        let failed = try #require(try run(source).first?.integer)
        // Where the stack would have to move, 5.4.4 gets an error instead.
        #expect(failed < 40, "\(failed) of 401 depths")
    }

    @Test func `a host function within a concatenation makes tables of any size and calls with many arguments`() throws
    {
        let census = Census()
        let state = LuaState()
        state.globals["make"] = .function(
            state.makeFunction("make") { call in
                let held = Counted(census)
                for size in 190..<600 { call.state.makeTable(array: size)[1] = 1 }
                call.state.collectGarbage()
                let ignore = try call.function(1)
                for count in [1, 50, 300] { _ = try? ignore.call(Array(repeating: 1, count: count)) }
                withExtendedLifetime(held) { call.push("made") }
            })
        let source = """
            local m = { __concat = function() return make(function() end) end }
            local t = setmetatable({}, m)
            local function at(depth) if depth > 0 then return (at(depth - 1)) end return t .. t .. t end
            for depth = 0, 120 do pcall(coroutine.wrap(at), depth) end
            return t .. t
            """
        #expect(try run(source, in: state) == ["made"])
        #expect(census.living == 0)
    }
}
