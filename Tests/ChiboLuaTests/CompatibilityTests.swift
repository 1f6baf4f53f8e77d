import ChiboLua
import ChiboTestSupport
import Foundation
import Testing

/// The library functions of ours against those of the system's `lua5.4`, line by line.
@Suite struct CompatibilityTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Compatibility")

    private static func source(_ name: String, seed: Int) throws -> String {
        let common = try String(contentsOf: folder.appending(path: "common.lua"), encoding: .utf8)
        let own = try String(contentsOf: folder.appending(path: name + ".lua"), encoding: .utf8)
        return common.replacing("SEED", with: "\(seed)") + own
    }

    private func original(_ source: String) throws -> [Substring] {
        let folder = try TemporaryFolder()
        let file = try folder.write(source, to: "case.lua")
        // The same chunk name on both sides, as messages carry it.
        let program = "assert(load(io.open(arg[1], 'rb'):read('a'), '@case.lua'))()"
        let runner = try folder.write(program, to: "run.lua")
        let result = try Oracle.run("/usr/bin/lua5.4", [runner, file])
        #expect(result.status == 0, "\(result.errors)")
        // 5.4.4 blames the table for a bad position of remove, later versions and ours the position.
        let blamed = result.output.replacing(
            "bad argument #1 to 'remove' (position", with: "bad argument #2 to 'remove' (position")
        return blamed.split(separator: "\n")
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/lua5.4")),
        arguments: ["patterns", "tables", "strings"], [1, 20_261])
    func `results and errors are those of the original library`(name: String, seed: Int) throws {
        let source = try Self.source(name, seed: seed)
        var ours: [String] = []
        let state = LuaState(LuaPolicy(memory: 512 << 20, deadline: .seconds(60), output: 1 << 28)) { ours.append($0) }
        try state.load(source, name: "case.lua").call()
        let theirs = try original(source)
        #expect(ours.count == theirs.count)
        for (mine, other) in zip(ours, theirs) where mine != other {
            Issue.record("ours:     \(mine)\noriginal: \(other)")
            break
        }
    }
}
