import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// What `require` finds: the standard library and the unit's own files, and nothing that only seems to be there.
@Suite struct RequireTests {
    private static let unit = #"return unit.define { id = "u", name = "Đảng ủy" }"#

    /// A unit beside a folder that is none of its business.
    private struct Neighbours {
        let folder: TemporaryFolder
        var unit: String { folder.file("unit") }

        init() throws {
            folder = try TemporaryFolder()
            try folder.write(RequireTests.unit, to: "unit/unit.lua")
            try folder.write("return { secret = true }", to: "outside/x.lua")
            try folder.write("return { fine = true }", to: "unit/lib/own.lua")
            try folder.write("return { deep = true }", to: "unit/lib/a/b.lua")
        }

        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: folder.file(name), withDestinationPath: target)
        }

        /// What a definition meets that requires a module.
        func failure(requiring module: String) throws -> Diagnostic? {
            let text = "local x = require(\"\(module)\")\nreturn require \"criteria\".define {} "
            try folder.write(text, to: "unit/criteria/c.lua")
            let host = try ScriptHost(unit: unit, store: MemoryStore())
            return host.loadProblems().first
        }
    }

    @Test(arguments: ["lib.own", "lib.a.b", "criteria", "rules.membership"])
    func `modules of the unit and of the library are found`(_ module: String) throws {
        // The definition itself is unfinished: it is its table that is refused, on the line after.
        #expect(try Neighbours().failure(requiring: module)?.code == "CB-C002")
    }

    @Test(arguments: [
        "lib...outside.x", "lib.../outside/x", "../outside/x", "outside.x", "/etc/passwd", "lib./etc/passwd", "lib/own",
        "lib.a/b", "lib.", "lib..own", "", "unit", "prelude", "lib.own\\0", "chibo/prelude", "lib.own.lua",
    ])
    func `no name leads anywhere else`(_ module: String) throws {
        let failure = try #require(try Neighbours().failure(requiring: module))
        #expect(failure.code == "CB-N006", "\(failure)")
        #expect(failure.suggestion != nil)
    }

    @Test func `a link is not followed, be it the file, a folder on the way, or one that stays inside`() throws {
        let neighbours = try Neighbours()
        try neighbours.link("unit/lib/file.lua", to: "../../outside/x.lua")
        try neighbours.link("unit/lib/folder", to: neighbours.folder.file("outside"))
        try neighbours.link("unit/lib/inside.lua", to: "own.lua")
        try neighbours.link("unit/lib/nowhere.lua", to: "/nowhere")
        for (module, step) in [
            ("file", "lib/file.lua"), ("folder.x", "lib/folder"), ("inside", "lib/inside.lua"),
            ("nowhere", "lib/nowhere.lua"),
        ] {
            let failure = try #require(try neighbours.failure(requiring: "lib." + module))
            #expect(failure.code == "CB-P005" && failure.kind == .denied, "\(failure)")
            #expect(failure.message.vi.contains(step) && failure.message.en.contains(step))
            #expect(failure.cause != nil && failure.suggestion != nil)
            #expect(failure.place == Diagnostic.Place(file: "criteria/c.lua", line: 1))
        }
    }

    @Test func `folders of definitions that are links are refused, and so is unit.lua`() throws {
        let neighbours = try Neighbours()
        try neighbours.folder.write("return 1", to: "outside/criteria/c.lua")
        try neighbours.link("unit/plans", to: "../outside/criteria")
        let host = try ScriptHost(unit: neighbours.unit, store: MemoryStore())
        #expect(throws: Diagnostic.self) { try host.definitions(.plan) }
        try FileManager.default.removeItem(atPath: neighbours.folder.file("unit/unit.lua"))
        try neighbours.folder.write(Self.unit, to: "outside/unit.lua")
        try neighbours.link("unit/unit.lua", to: "../outside/unit.lua")
        do throws(Diagnostic) {
            _ = try ScriptHost(unit: neighbours.unit, store: MemoryStore())
            Issue.record("a link was read")
        } catch { #expect(error.code == "CB-P005") }
    }

    @Test func `a unit may itself be reached through a link: the person who named it meant that`() throws {
        let neighbours = try Neighbours()
        try neighbours.link("alias", to: "unit")
        _ = try ScriptHost(unit: neighbours.folder.file("alias"), store: MemoryStore())
    }

    @Test func `a folder that is swapped for a link while it is read never shows what is outside`() async throws {
        let neighbours = try Neighbours()
        try neighbours.folder.write("return { own = true }", to: "unit/lib/swap/x.lua")
        let (path, aside) = (neighbours.folder.file("unit/lib/swap"), neighbours.folder.file("aside"))
        let outside = neighbours.folder.file("outside")
        let swapping = Task.detached {
            while !Task.isCancelled {
                unsafe rename(path, aside)
                unsafe symlink(outside, path)
                unsafe unlink(path)
                unsafe rename(aside, path)
            }
        }
        let folder = UnitFolder(neighbours.unit)
        var seen: [String: Int] = [:]
        for _ in 0..<3000 {
            do throws(Diagnostic) {
                let text = try folder.source(at: "lib/swap/x.lua")
                #expect(text?.contains("secret") != true)
                seen[text == nil ? "absent" : "own", default: 0] += 1
            } catch { seen[error.code, default: 0] += 1 }
        }
        swapping.cancel()
        await swapping.value
        #expect(seen["own", default: 0] > 0, "\(seen)")
    }

    @Test func `only text is read: no bytecode, no pipe, no folder`() throws {
        let neighbours = try Neighbours()
        try Data([0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00]).write(
            to: URL(fileURLWithPath: neighbours.folder.file("unit/lib/code.lua")))
        #expect(unsafe mkfifo(neighbours.folder.file("unit/lib/pipe.lua"), 0o600) == 0)
        try FileManager.default.createDirectory(
            atPath: neighbours.folder.file("unit/lib/folder.lua"), withIntermediateDirectories: true)
        for (module, code) in [("code", "CB-F027"), ("pipe", "CB-F024"), ("folder", "CB-F024")] {
            let failure = try neighbours.failure(requiring: "lib." + module)
            #expect(failure?.code == code, "\(module): \(failure as Any)")
        }
    }
}
