import ChiboModel
import ChiboScripting
import Testing

/// What the scripts of these tests may name.
let sample = ScriptVocabulary(
    globals: [
        "members", "branches", "period", "params", "rules", "unit", "date", "share", "percent", "unknown", "none",
        "log",
        "print", "pairs", "ipairs", "string", "table", "math", "require", "tostring", "type", "error", "pcall",
        "select",
        "setmetatable", "as_of",
    ],
    modules: ["criteria", "quota", "report", "lib.ranks"],
    records: [
        "member": ScriptVocabulary.Record(
            Schema[.member], kindName: { $0 == .unit ? "branch" : nil }, more: ["party_age", "transfers"]),
        "branch": ScriptVocabulary.Record(
            Schema[.unit], kindName: { $0 == .unit ? "branch" : nil },
            more: ["members", "meetings", "rating", "candidates", "admissions"]),
    ],
    roots: ["members": "member", "branches": "branch"],
    collectionMethods: [
        "where", "count", "first", "any", "every", "sum", "min", "max", "map", "without", "union", "find", "sort_by",
        "group_by", "tally", "ever",
    ])

/// The findings of a source as `line:column code near`.
func findings(_ source: String) -> [String] {
    ScopeChecker(sample).check(source, file: "a.lua").map { diagnostic in
        let place = diagnostic.place
        let near = diagnostic.arguments["near"].map { " → " + $0 } ?? ""
        return
            "\(place?.line ?? 0):\(place?.column ?? 0) \(diagnostic.code) \(diagnostic.arguments["name"] ?? "")\(near)"
    }
}

@Suite struct `The scope checker` {
    @Test(arguments: [
        ("local n = mebers:count()", ["1:11 CB-N001 mebers → members"]),
        ("return criteria.define {}", ["1:8 CB-N001 criteria → criteria"]),
        ("local criteria = require \"criteria\"\nreturn criteria.define {}", []),
        ("total = 0", ["1:1 CB-N004 total"]),
        ("period = 1", ["1:1 CB-N004 period"]),
        ("function helper() end", ["1:10 CB-N004 helper"]),
        ("local x\nx = 1\nx.y = 2", []),
        ("do local x = 1 end\nprint(x)", ["2:7 CB-N001 x"]),
        ("local x = x", ["1:11 CB-N001 x"]),
        ("local function f() return f() end", []),
        ("local f = function() return f() end", ["1:29 CB-N001 f"]),
        ("repeat local d = 1 until d", []),
        ("for i = 1, i do end", ["1:12 CB-N001 i"]),
        ("for k, v in pairs(v) do print(k, v) end", ["1:19 CB-N001 v"]),
        ("local t = {} function t:m() return self end", []),
        ("local t = {} function t.m() return self end", ["1:36 CB-N001 self"]),
        ("local x <const>, y <close> = 1, nil\nprint(x, y)", []),
        ("goto fin\n::fin::", []),
        ("local _ENV = {}\nfoo = bar", []),
        ("local t = { foo = 1, [bar] = 2 }", ["1:23 CB-N001 bar"]),
        ("print(t.a.b)", ["1:7 CB-N001 t"]),
        ("local r = require \"lib.rank\"", ["1:19 CB-N006 lib.rank → lib.ranks"]),
        // A module's name that is put together cannot be known.
        ("local r = require(\"nope\" .. 1)", []),
    ])
    func `finds what nothing gives, and nothing else`(_ source: String, _ expected: [String]) {
        #expect(findings(source) == expected)
    }

    @Test(arguments: [
        ("if a != nil then end", "!=", "~="), ("if a && b then end", "&", "and"), ("if a || b then end", "|", "or"),
        ("if !a then end", "!", "not"), ("if a = b then end", "=", "=="), ("a += 1", "+", "a = a + …"),
        ("a ..= b", "..", "a = a .. …"), ("a++", "+", "a = a + …"), ("a = null", "null", "nil"),
        ("a = True", "True", "true"), ("if a then b = 1 else if a then b = 2 end", "else", "elseif"),
        ("a = “x”", "“", "\""), ("fỏ i = 1, 2 do end", "fỏ", "for"), ("ì a then end", "ì", "if"),
        ("retủn a", "retủn", "return"), ("ưhile a do end", "ưhile", "while"), ("a = b ≥ 1", "≥", ">="),
        ("if a then elif b then end", "elif", "elseif"),
    ])
    func `tells what Lua writes instead`(_ line: String, _ typed: String, _ meant: String) {
        let hints = ScopeChecker(sample).check("local a, b\n" + line, file: "a.lua").filter { $0.code == "CB-S002" }
        #expect(hints.map { $0.arguments["name"] } == [typed])
        #expect(hints.first?.arguments["near"]?.hasPrefix(meant) ?? false)
        #expect(hints.first?.place?.line == 2)
    }

    @Test func `an else with an if inside is no mistake`() {
        #expect(findings("local a if a then a = 1 else if a then a = 2 end end").isEmpty)
    }

    @Test func `reads on behind a foreign sign`() {
        #expect(
            findings("local a = 1\nif a != mebers && a then nothing() end").map { String($0.prefix(12)) } == [
                "2:6 CB-S002 ", "2:9 CB-N001 ", "2:16 CB-S002", "2:26 CB-N001",
            ])
    }

    @Test func `columns count letters, not bytes`() {
        #expect(findings("local s = \"Nguyễn Đặng\" .. mebers")[0].hasPrefix("1:28 "))
    }

    @Test func `works up to the first syntax error`() {
        let report = ScopeChecker(sample).report("print(mebers)\nlocal = 3\nprint(other)", file: "a.lua")
        #expect(report.diagnostics.map { $0.place?.line } == [1])
        #expect(report.stop?.line == 2)
        #expect(report.stop?.column == 7)
    }

    @Test func `names the line of a local that is out of sight`() {
        let found = ScopeChecker(sample).check("do\n  local n = 1\nend\nprint(n)", file: "a.lua")
        #expect(found.first?.cause?.vi.contains("dòng 2") ?? false)
    }
}

@Suite struct `What goes on in the next line` {
    @Test(arguments: [
        ("for b in branches do", true), ("for b in branches do\nend", false), ("1 +", true), ("x", false),
        ("a.b", false),
        ("f(", true), ("f{", true), ("x = [[a", true), ("--[[ a", true), ("x = 'a", false), ("x = = 1", false),
        ("if a then", true), ("", false), ("function f()", true), ("end", false), ("#members", false), ("a:b", true),
        ("local x =", true), ("return", false), ("-- nothing", false), ("members:where {", true),
    ])
    func `is known from the text`(_ text: String, _ goesOn: Bool) {
        #expect(ScopeChecker.isIncomplete(text) == goesOn)
    }
}

@Suite struct `The scope checker on records` {
    @Test(arguments: [
        // A Vietnamese name leads to the field.
        ("for m in members do print(m.chi_bo) end", ["1:29 CB-N002 chi_bo → branch"]),
        ("for m in members do print(m.branch.name, m:party_age()) end", []),
        ("for m in members do print(m.branch.nam) end", ["1:36 CB-N002 nam → name"]),
        ("print(members[1].ful_name)", ["1:18 CB-N002 ful_name → full_name"]),
        ("members:where { grad = \"x\", within = period }", ["1:17 CB-N002 grad → grade"]),
        ("members { grad = 1 }", ["1:11 CB-N002 grad → grade"]),
        ("members:where(function(m) return m.agee > 60 end)", ["1:36 CB-N002 agee → age"]),
        (
            "members:where { grade = \"x\" }:sort_by(\"branch.name\"):group_by \"brnch\"",
            ["1:64 CB-N002 brnch → branch"]
        ),
        ("members:cout()", ["1:9 CB-N003 cout → count"]),
        ("local m = members:first() print(m.whatever)", []),
        ("local member = {} print(member.whatever)", []),
        ("local function f(member) return member.whatever end", []),
        ("local members = {} print(members.x)", []),
        ("for m in members do m = {} print(m.whatever) end", []),
    ])
    func `knows only what is certain`(_ source: String, _ expected: [String]) {
        #expect(findings(source) == expected)
    }

    @Test func `a check is about the subject that its definition names, also further down`() {
        let source = """
            local criteria = require "criteria"
            return criteria.define {
              rules = {
                criteria.rule { id = "a", check = function(branch)
                  local n = branch.meetings { kind = "x", within = period }:count()
                  return branch.meting ~= nil, n
                end },
              },
              subject = "branch",
            }
            """
        #expect(findings(source) == ["6:21 CB-N002 meting → meetings"])
        #expect(
            findings(source.replacing("subject = \"branch\"", with: "subject = pick")).map { String($0.prefix(11)) }
                == ["9:13 CB-N001".prefix(11)].map(String.init))
    }

    @Test func `a quota's functions are about what it shares among`() {
        let source = """
            local quota = require "quota"
            return quota.define { among = "branch", pool = function(b) return b.candidate end }
            """
        #expect(findings(source) == ["2:69 CB-N002 candidate → candidates"])
    }
}
