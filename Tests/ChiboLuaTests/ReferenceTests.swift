import ChiboLua
import ChiboTestSupport
import Testing

@Suite struct ReferenceTests {
    let reference = LuaReference([
        Branch.luaType.outline, Person.luaType.outline, Ballot.luaType.outline, Rating.luaOutline,
    ])

    @Test func `a language server takes a right script and finds what is wrong in a wrong one`() throws {
        let right = """
            local branch = Branch.new("A1")
            branch:rate(2025, "good")
            branch.name = branch.code
            local rating = branch:rating(2025)
            local person = Person.new("An", 2000)
            branch.members = { person }
            return rating, #branch, branch[1].name, person(2026), Rating.good, branch:sum({ 1, 2 })
            """
        let found = try EditorOracle.diagnostics(reference.annotations, right)
        #expect(found == [])
        let wrong = """
            local branch = Branch.new(1)
            branch:rating("x")
            local name = branch.nmae
            branch:ratee(1, "good")
            branch:rate(2025, "godo")
            return name
            """
        let problems = try EditorOracle.diagnostics(reference.annotations, wrong)
        #expect(
            problems == [
                "script.lua:1 param-type-mismatch", "script.lua:2 param-type-mismatch",
                "script.lua:3 undefined-field", "script.lua:4 undefined-field", "script.lua:5 param-type-mismatch",
            ])
    }

    @Test func `annotations are Lua, whatever the summaries say`() throws {
        #expect(try run(reference.annotations).isEmpty)
        let type = LuaType<Person>("Person", "One.\nerror('code')\r\n]] error('more')") { type in
            type.property("name", \.name, "Two.\nerror('code')")
            type.method("f", [LuaParameter("x", "Three.\nerror('code')")], "Four.\u{2028}\nerror('code')") {
                (_, x: Int) in x
            }
        }
        #expect(try run(LuaReference([type.outline]).annotations).isEmpty)
    }

    @Test func `a page has every member once, as a Markdown parser reads it`() throws {
        let program = """
            import sys, markdown_it
            tokens = markdown_it.MarkdownIt().parse(sys.argv[1])
            for at, token in enumerate(tokens):
                if token.type == "heading_open": print(token.tag, tokens[at + 1].content)
            """
        let result = try Oracle.python(program, [LuaReference([Branch.luaType.outline, Rating.luaOutline]).markdown])
        #expect(
            result.output.split(separator: "\n") == [
                "h1 Branch", "h2 Properties", "h2 Methods", "h3 `branch:rating(year)` → `Rating?`",
                "h3 `branch:rate(year, rating)`", "h3 `branch:count_if(test)` → `integer`",
                "h3 `branch:sum(numbers)` → `integer`",
                "h3 `branch:table(pairs)` → `table<string, number[]>`", "h2 Functions",
                "h3 `Branch.new(code, name?)` → `Branch`", "h2 Elements", "h1 Rating", "h2 Names",
            ])
    }

    @Test func `records and scalars are described by their columns and notes`() throws {
        let f = try Fixture()
        let columns = Columns()
        let note = LuaNote(
            "Whether the member bears a tag.",
            LuaSignature([LuaParameter("tag", annotation: "string")], returns: Bool.luaName))
        let world = columns.world(
            f.state, extra: [unsafe RecordField("tagged", .method(f.state.makeFunction("t") { _ in }), note: note)])
        let outline = f.state.outline(of: RecordKind(member, name: "member"), world.kinds[0])
        let types = Dictionary(uniqueKeysWithValues: outline.properties.map { ($0.name, $0.annotation) })
        #expect(types["name"] == "string?" && types["born"] == "date?" && types["branch"] == "branch?")
        #expect(types["paid"] == "boolean?" && types["total"] == "integer?" && types["card_no"] == nil)
        #expect(
            f.state.outline(of: RecordKind(branch, name: "branch"), world.kinds[1]).properties[0].annotation
                == "member[]")
        #expect(outline.methods.last?.parameters.map(\.annotation) == ["string"])
        var day = ScalarKind(date, name: "date")
        day.methods["plus"] = f.state.makeFunction("plus") { _ in }
        day.notes["plus"] = LuaNote("Days later.", LuaSignature(["days"], returns: LuaTypeName(named: "date")))
        let problems = try EditorOracle.diagnostics(
            LuaReference([outline, day.outline]).annotations,
            "---@param m member\nreturn function(m) local d = m.born return m:tagged('x'), d and d:plus(1), m.nmae end")
        #expect(problems == ["script.lua:2 undefined-field"])
    }
}
