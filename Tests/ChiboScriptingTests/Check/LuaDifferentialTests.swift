import ChiboScripting
import ChiboTestSupport
import Foundation
import Testing

/// Lua's own compiler, where it is installed.
enum Luac {
    static let path = ["/usr/bin/luac5.4", "/usr/local/bin/luac5.4"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The globals that a source reads and writes, sorted; nil when it is not Lua.
    static func globals(_ source: String) throws -> (reads: [String], writes: [String])? {
        let folder = try TemporaryFolder()
        let file = try folder.write(source, to: "a.lua")
        guard let path else { return nil }
        let result = try Oracle.run(path, ["-l", "-p", file])
        guard result.status == 0 else { return nil }
        func names(_ instruction: String) -> [String] {
            result.output.split(separator: "\n").compactMap { line in
                guard line.contains(instruction), let range = line.range(of: "; _ENV \"") else { return nil }
                return String(line[range.upperBound...].prefix { $0 != "\"" })
            }.sorted()
        }
        return (names("GETTABUP"), names("SETTABUP"))
    }
}

@Suite(.enabled(if: Luac.path != nil, "lua5.4 is not installed")) struct `The checker's reading of Lua` {
    private static let corpus = [
        "", "#!/usr/bin/lua\nprint(1)", "; ; ;", "return", "return;", "return 1, x, nil", "break_ = 1", "::a:: goto a",
        "do end", "while a do break end", "repeat local b = c until b and d", "if a then elseif b then else c() end",
        "for i = a, b, c do print(i) end", "for k, v in pairs(t), u do k, v = v, k end",
        "function f(...) return ... end",
        "function a.b.c:d(x, y, ...) return self, x, z end", "local function r() return r end", "local a <const> = b",
        "local c <close> = nil", "a.b[c].d, e = f(g){h}'i'[[j]]:k(l):m\"n\"", "(f)(x)", "(f).a = 1", "f{...}",
        "local t = {a, b = c, [d] = e; f, ...}", "x = not a == b ~= c and d or e .. f .. g", "x = -a ^ -b // c % #d",
        "x = a & b | c ~ d << e >> ~f", "x = 0xA.8p1 + 3e-2 + .5 + 1. + 0x10 + 1e10 + 0xep+1 + 3", "x = a<b",
        "x = 'a\\'b\\\\' .. \"\\x41\\u{48}\\065\\z   \n  c\" .. [==[ ]] ]=] ]==]", "--[[ a ]] x = 1 -- b",
        "--[==[\n]]\n]==] y = 2",
        "local x = function(a, b) return function() return a, b, c end end",
        "a = {f = function(self) return self.x end}",
        "goto continue; do local x end ::continue::", "local a = a; local a = a; print(a)", "f():g().h = i",
        "local _ENV = {x = y}; z = x", "if (a or b) then return end", "f(function() return g end, {h})",
        "x = {function() end, {}, {{}}}", "a, b.c, d[e] = 1, 2", "x = (...)", "local s = #'abc' + -2", "f'x':y[[z]]",
        "return function(...) local a, b = ... return a end", "x = \"a\\\nb\"", "x = 1 // 2 ..''",
        "t[1], t[2] = t[2], t[1]",
    ]

    @Test(arguments: corpus)
    func `agrees with luac on globals`(_ source: String) throws {
        try compare(source)
    }

    @Test(arguments: 0..<60)
    func `agrees with luac on random programs`(_ seed: Int) throws {
        var writer = RandomLua(seed: UInt64(seed))
        try compare(writer.program())
    }

    @Test(arguments: [
        "x = ", "if a then", "for i = 1 do end end", "f(", "x = {", "local 1", "return return", "a.b", "a:b", "1 = 2",
        "f() = 1",
        "x = 'a", "x = [[a", "x = a b", "function f(a,) end", "x = 3x", "x = 0x", "goto", "::a", "local x <const",
        "end",
        "x = }", "f(a,)", "{} = 1", "(a) = 1 2", "x = a..", "x = \"a\nb\"", "until x", "a.1 = 2", "x = @",
        "local function a.b() end",
        "for a.b in c do end", "while a end", "x = ~", "x = 1..2", "return 1 x()",
    ])
    func `stops where luac does not go on`(_ source: String) throws {
        #expect(try Luac.globals(source) == nil)
        #expect(ScopeChecker(sample).report(source, file: "a.lua").stop != nil, "\(source)")
    }

    @Test(arguments: 0..<200)
    func `stays on its feet in random text`(_ seed: Int) throws {
        var writer = RandomLua(seed: UInt64(seed))
        var bytes = Array(writer.program().utf8)
        for _ in 0..<3 where !bytes.isEmpty {
            bytes[writer.below(bytes.count)] = UInt8(writer.below(128))
        }
        _ = ScopeChecker(sample).check(String(decoding: bytes, as: UTF8.self), file: "a.lua")
    }

    @Test func `deep nesting is an end, not a crash`() {
        let source = "x = " + String(repeating: "(", count: 100_000)
        #expect(ScopeChecker(sample).report(source, file: "a.lua").stop != nil)
        let long = "local x = 1" + String(repeating: " + 1", count: 100_000)
        #expect(ScopeChecker(sample).report(long, file: "a.lua").stop == nil)
    }

    private func compare(_ source: String) throws {
        let report = ScopeChecker(sample).report(source, file: "a.lua")
        let lua = try #require(try Luac.globals(source), "luac refuses: \(source)")
        #expect(report.stop == nil, "\(source)")
        #expect(report.globalReads.sorted() == lua.reads, "\(source)")
        #expect(report.globalWrites.sorted() == lua.writes, "\(source)")
    }
}

/// Writes valid Lua programs at random; the same seed gives the same program.
struct RandomLua {
    private var state: UInt64
    private var budget = 60

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    mutating func program() -> String {
        budget = 60
        return (0..<6).map { _ in statement(inLoop: false) }.joined(separator: "\n")
    }

    private mutating func name() -> String { ["a", "b", "c", "d", "e", "f"][below(6)] }

    private mutating func block(inLoop: Bool) -> String {
        (0..<below(3)).map { _ in statement(inLoop: inLoop) + " " }.joined()
    }

    private mutating func statement(inLoop: Bool) -> String {
        budget -= 1
        switch budget < 0 ? 0 : below(13) {
        case 0: return "local \(name()), \(name()) = \(expression())"
        case 1: return "\(target()), \(name()) = \(expression()), \(expression())"
        case 2: return "\(name())(\(expression()));"
        case 3: return "if \(expression()) then \(block(inLoop: inLoop))elseif \(expression()) then else end"
        case 4: return "while \(expression()) do \(block(inLoop: true))end"
        case 5: return "for \(name()) = \(expression()), \(expression()) do \(block(inLoop: true))end"
        case 6: return "for \(name()), \(name()) in \(expression()) do \(block(inLoop: true))end"
        case 7: return "repeat \(block(inLoop: true))until \(expression())"
        case 8: return "function \(name())(\(name())) \(block(inLoop: false))end"
        case 9: return "local function \(name())(...) \(block(inLoop: false))return ... end"
        case 10: return inLoop ? "if \(expression()) then break end" : "do \(block(inLoop: false))end"
        case 11: return "function \(name()).\(name()):\(name())() return self, \(expression()) end"
        default: return "\(name()):\(name())(\(expression())).\(name()) = \(expression())"
        }
    }

    private mutating func target() -> String {
        below(2) == 0 ? name() : "\(name())[\(expression())]"
    }

    private mutating func expression() -> String {
        budget -= 1
        switch budget < 0 ? below(3) : below(11) {
        case 0: return name()
        case 1: return String(below(10))
        case 2: return "'s'"
        case 3: return "\(expression()) .. \(expression())"
        case 4: return "\(expression()) < \(expression())"
        case 5: return "(\(expression()))"
        case 6: return "{ \(name()) = \(expression()), \(expression()) }"
        case 7: return "function(\(name())) return \(expression()) end"
        case 8: return "\(name()).\(name())[\(expression())]"
        case 9: return "\(name())(\(expression()), \(expression()))"
        default: return "\(expression()) and not \(expression())"
        }
    }
}
