import ChiboTestSupport
import Foundation
import Testing

@Suite struct EmbedLuaTests {
    let folder: TemporaryFolder
    let tool: String

    init() throws {
        folder = try TemporaryFolder()
        tool = try Repository.tool("EmbedLua")
    }

    func embed(_ bytes: Data) throws -> Oracle.Result {
        try bytes.write(to: URL(filePath: folder.file("m.lua")))
        return try Oracle.run(tool, ["file", "rules.m", folder.file("m.lua"), folder.file("m.swift")])
    }

    @Test(arguments: [
        ("local a = 1\nlocal = 2\n", 2, "<name> expected near '='"),
        ("return {\n  a = 1\n\n", 4, "'}' expected (to close '{' at line 1) near <eof>"),
        ("x = 'open\n", 1, "unfinished string near ''open'"),
        ("goto nowhere\n", 2, "no visible label 'nowhere' for <goto> at line 1"),
    ])
    func `a syntax error is reported as compilers do`(source: String, line: Int, message: String) throws {
        let result = try embed(Data(source.utf8))
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("\(folder.file("m.lua")):\(line): error: \(message)"), "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.file("m.swift")))
    }

    @Test func `a file that is not UTF-8 is refused at its line`() throws {
        let result = try embed(Data("-- a\n-- b\n-- ".utf8) + [0xE1, 0xBA, 0x0A])
        #expect(result.status == 1)
        #expect(result.errors == "\(folder.file("m.lua")):3: error: not UTF-8\n")
    }

    @Test func `bytecode is refused`() throws {
        let result = try embed(Data([0x1B]) + Data("LuaT".utf8))
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("\(folder.file("m.lua")):1: error: "))
    }

    @Test func `a missing file is an error that names it`() throws {
        let result = try Oracle.run(tool, ["file", "m", folder.file("none.lua"), folder.file("m.swift")])
        #expect(result.status == 1)
        #expect(result.errors == "\(folder.file("none.lua")):1: error: cannot be read: No such file or directory\n")
    }

    /// Texts that a Swift literal written carelessly would change or end early; the compiler is the judge.
    @Test func `the Swift compiler reads the text back unchanged`() throws {
        let hard = ###"""
            -- """ #"# ##"## \(x) \#(x) \##(x) \n \u{41}
            return "tiếng Việt: ệ ữ 🙂", [==[ \" ]==]
            """###
        let sources = [
            "", "\n", "return 1", "return 1\n\n\n", hard, "-- a\r\n-- b\r",
            "-- \u{0}\u{1}\u{7F}\u{85}\u{FEFF}\u{2028}\n", "-- \"\"\"#\"\"\"##\n",
        ]
        let modules = try sources.enumerated().map { index, source in
            let name = "hard.m\(index)"
            let file = try folder.write(source, to: "\(index).lua")
            let made = try Oracle.run(tool, ["file", name, file, folder.file("\(index).swift")])
            #expect(made.status == 0, "\(made.errors)")
            return name
        }
        #expect(try printedByCompiledSwift(modules) == sources.map { Array($0.utf8) })
    }

    /// Compiles the Swift files made so far with a program that prints the modules' bytes, a line each.
    private func printedByCompiledSwift(_ modules: [String]) throws -> [[UInt8]] {
        let list = modules.map { "Stdlib.`\($0)`" }.joined(separator: ", ")
        let program = """
            enum Stdlib {}
            for text in [\(list)] { print(text.description.utf8.map { String($0) }.joined(separator: " ")) }
            """
        let files = [try folder.write(program, to: "main.swift")] + modules.indices.map { folder.file("\($0).swift") }
        let compiled = try Oracle.run("/usr/bin/env", ["swiftc", "-o", folder.file("program")] + files)
        #expect(compiled.status == 0, "\(compiled.errors)")
        let output = try Oracle.run(folder.file("program"), []).output
        return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
            line.split(separator: " ").compactMap { UInt8($0) }
        }
    }
}
