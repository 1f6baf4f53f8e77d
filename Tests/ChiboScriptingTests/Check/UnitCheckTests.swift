import ChiboModel
import ChiboScripting
import ChiboTestSupport
import Foundation
import Testing

@Suite struct `The check of a unit` {
    private func findings(_ files: [String: String], _ path: String) throws -> [Diagnostic] {
        try UnitCheck(MemorySources(files)).check(path)
    }

    @Test func `the compiler decides about syntax, and the column is ours`() throws {
        let found = try findings(["criteria/a.lua": "local x = 1\nlocal y = = 2"], "criteria/a.lua")
        #expect(found.map(\.code) == ["CB-S001"])
        #expect(found.first?.place == Diagnostic.Place(file: "criteria/a.lua", line: 2, column: 11))
        #expect(found.first?.original?.contains("unexpected symbol near '='") ?? false)
        #expect(found.first?.excerpt?.lines.last == "local y = = 2")
    }

    @Test func `a way of another language is said once`() throws {
        let found = try findings(["a.lua": "if period != nil then return end"], "a.lua")
        #expect(found.map(\.code) == ["CB-S002"])
    }

    @Test func `a Vietnamese name leads to the field`() throws {
        let found = try findings(["a.lua": "for m in members do log(m.chi_bo) end"], "a.lua")
        #expect(found.map(\.code) == ["CB-N002"])
        #expect(found.first?.arguments["near"] == "branch")
    }

    @Test func `a unit's own modules and the names of tests are known`() throws {
        let files = [
            "lib/ranks.lua": "return {}", "a.lua": "local r = require \"lib.ranks\" return r",
            "tests/a_test.lua": "describe('x', function() it('y', function() expect(1).is(1) end) end)",
            "b.lua": "describe('x')",
        ]
        #expect(try findings(files, "a.lua").isEmpty)
        #expect(try findings(files, "tests/a_test.lua").isEmpty)
        #expect(try findings(files, "b.lua").map(\.code) == ["CB-N001"])
        #expect(try findings(["a.lua": "require \"lib.rank\""], "a.lua").map(\.code) == ["CB-N006"])
    }

    @Test(arguments: Schema.all.map(\.plural))
    func `every field of the schema is known on its record`(_ root: String) throws {
        let schema = try #require(Schema.all.first { $0.plural == root })
        let names = schema.fields.map { String($0.code.prefix { $0 != "." }) } + schema.derived.map(\.code)
        let reads = names.map { "log(r.\($0))" }.joined(separator: " ")
        #expect(try findings(["a.lua": "for r in \(schema.plural) do \(reads) end"], "a.lua").isEmpty)
        #expect(
            try findings(["a.lua": "for r in \(schema.plural) do log(r.no_such) end"], "a.lua").map(\.code)
                == ["CB-N002"])
    }

    @Test func `the units of this repository have no findings`() throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        let units = root + "/Scripts/units"
        for unit in try FileManager.default.contentsOfDirectory(atPath: String(units)) {
            var files: [String: String] = [:]
            let folder = units + "/" + unit
            for case let name as String in FileManager.default.enumerator(atPath: String(folder)) ?? .init()
            where name.hasSuffix(".lua") {
                files[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            }
            let check = try UnitCheck(MemorySources(files))
            for path in files.keys.sorted() { #expect(try check.check(path) == [], "\(unit)/\(path)") }
        }
    }
}
