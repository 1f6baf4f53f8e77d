import ChiboModel
import ChiboScripting
import ChiboTestSupport
import Testing

/// The `text` module of scripts, beside Python's own strings.
@Suite struct TextModuleTests {
    private func lua(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined() + "\""
    }

    /// Random texts of Vietnamese letters in either Unicode form, with blanks and signs between them.
    private func texts(_ count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        let letters =
            ["a", "b", "đ", "Đ", "G", "h", "ơ", "Ư", "ă", "Ê", "y", " ", " ", "-", "o\u{302}", "a\u{306}", "u\u{31B}"]
        let tones = ["", "", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                let letter = letters.randomElement(using: &generator) ?? "a"
                return "aơƯăÊyu".contains(letter.first ?? " ")
                    ? letter + (tones.randomElement(using: &generator) ?? "") : letter
            }.joined()
        }
    }

    @Test func `letters are what Python counts, changes and cuts`() throws {
        let texts = texts(150, seed: 61)
        let program = """
            import sys, unicodedata, wcwidth
            def fold(s):
                apart = unicodedata.normalize("NFD", " ".join(s.split()).lower())
                return "".join(c for c in apart if unicodedata.category(c) != "Mn").replace("đ", "d")
            for line in sys.stdin.read().split("\\n"):
                s = unicodedata.normalize("NFC", "".join(chr(int(p, 16)) for p in line.split()))
                parts = [s.upper(), s.lower(), s.title(), str(len(s)), s[1:4], s[-3:], s[:-2], s[5:], fold(s),
                    " ".join(s.split()), ",".join(s.split()), str(wcwidth.wcswidth(s)),
                    s.ljust(9), s.rjust(9), s.lower() if s else ""]
                print("|".join(parts))
            """
        let input = texts.map { $0.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") }
        let result = try Oracle.run(Oracle.python, ["-c", program], input: input.joined(separator: "\n"))
        try #require(result.status == 0, "\(result.errors)")
        let script = """
            (function()
              local out = {}
              for _, s in ipairs { \(texts.map(lua).joined(separator: ", ")) } do
                out[#out + 1] = table.concat({ text.upper(s), text.lower(s), text.title(s),
                  tostring(text.length(s)), text.sub(s, 2, 4), text.sub(s, -3), text.sub(s, 1, -3), text.sub(s, 6),
                  text.fold(s), text.tidy(s), table.concat(text.syllables(s), ","), tostring(text.width(s)),
                  text.pad(s, 9), text.pad(s, 9, "right"), text.lower(text.upper(s)) }, "|")
              end
              return table.concat(out, "\\n")
            end)()
            """
        let ours = try Samples.show(script).split(separator: "\n", omittingEmptySubsequences: false)
        let theirs = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        try #require(ours.count == theirs.count, "\(ours.first ?? "")")
        for (our, their) in zip(ours, theirs) {
            #expect(Array(our.unicodeScalars) == Array(their.unicodeScalars), "\(our) \(their)")
        }
    }

    @Test func `before, compare and sort_key are one order, and key is what equal compares`() throws {
        let texts = texts(40, seed: 62) + ["CB 9", "CB 10", "Hà Nội", "Hạ Long", "hoà", "hòa", "HOÀ"]
        let script = """
            (function()
              local texts = { \(texts.map(lua).joined(separator: ", ")) }
              for _, a in ipairs(texts) do
                for _, b in ipairs(texts) do
                  local order = text.compare(a, b)
                  local x, y = text.sort_key(a), text.sort_key(b)
                  if text.before(a, b) ~= (order < 0) or (x < y) ~= (order < 0) or (x == y) ~= (order == 0)
                    or text.equal(a, b) ~= (text.key(a) == text.key(b)) then
                    return a .. " and " .. b
                  end
                end
              end
              return "one order"
            end)()
            """
        #expect(try Samples.show(script) == "one order")
    }

    @Test(arguments: [
        ("text.equal('hoà', 'HÒA')", "true"), ("text.equal('hoa', 'hòa')", "false"),
        ("text.title 'NGUYỄN VĂN ĐỨC'", "Nguyễn Văn Đức"), ("text.length 'Nguyễn'", "6"),
        ("text.sub('Hòa', 2)", "òa"), ("text.sub('Hòa', 0, 99)", "Hòa"), ("text.sub('Hòa', -99, 1)", "H"),
        ("text.sub('Hòa', math.mininteger, math.maxinteger)", "Hòa"), ("text.sub('Hòa', 3, 2)", ""),
        ("text.sub('Hòa', 1, math.mininteger)", ""), ("text.sub('Hòa', math.maxinteger)", ""),
        ("text.pad('Hòa', 7, 'center') .. '|'", "  Hòa  |"), ("text.pad('中文', 5) .. '|'", "中文 |"),
        ("text.pad('Hòa', 2)", "Hòa"), ("text.width '中文'", "4"), ("#text.syllables '  Trần  Văn An '", "3"),
        ("text.name_before('Nguyễn Văn An', 'Lê Thị Bình')", "true"),
        ("text.compare('Hà Nội', 'Hạ Long')", "-1"), ("require 'text' == text", "true"),
        ("text.label('rating.level', 'good')", "hoàn thành tốt nhiệm vụ"),
    ])
    func `the module answers as its comments say`(input: String, output: String) throws {
        #expect(try Samples.show(input).lowercased() == output.lowercased())
    }

    @Test(arguments: [
        ("text.upper(nil)", "text.upper: tham số 1 phải là một chuỗi, không phải nil", "argument 1 has to be a string"),
        ("text.upper()", "tham số 1 phải là một chuỗi", "argument 1 has to be a string, not nil"),
        ("text.length {}", "tham số 1 phải là một chuỗi, không phải table", "not table"),
        ("text.before('a', members[1])", "text.before: tham số 2", "text.before: argument 2"),
        ("text.sub('a', 'b')", "tham số 2 phải là một số nguyên", "a whole number"),
        ("text.sub('a', 1.5)", "tham số 2 phải là một số nguyên", "a whole number"),
        ("text.pad('a', -1)", "độ rộng từ 0 đến 10000 cột", "a width of 0 to 10000 columns"),
        ("text.pad('a', 2^40 | 0)", "độ rộng từ 0 đến 10000 cột", "a width of 0 to 10000 columns"),
        ("text.pad('a', 5, 'middle')", "\"left\", \"right\" hoặc \"center\"", "\"left\", \"right\" or \"center\""),
        ("text.upper(('a'):rep(1048577))", "chuỗi dài quá một megabyte", "longer than a megabyte"),
        ("text.uper 'a'", "upper", "upper"), ("text.upper = nil", "", ""),
    ])
    func `what is wrong is said in both languages`(input: String, vietnamese: String, english: String) throws {
        guard case .failure(let diagnostic) = try Samples.session().evaluate(input) else {
            Issue.record("\(input) should fail")
            return
        }
        let told = [
            diagnostic.message.vi, diagnostic.message.en, diagnostic.suggestion?.vi ?? "", diagnostic.original ?? "",
        ].joined(separator: " ")
        #expect(told.contains(vietnamese) && told.contains(english), "\(told)")
    }

    @Test func `many marks and many words take one call's time, not an hour`() throws {
        let script = "text.length('a' .. ('\\u{301}\\u{323}'):rep(20000)) .. ' ' .. #text.key(('hoà '):rep(10000))"
        #expect(try Samples.show(script) == "1 59999")
    }

    // The unit's order of tones -------------------------------------------------------------------------------------

    private func session(tones: String) throws -> ReplSession {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": "return unit.define { id = \"u\", name = \"Đảng ủy Trường\"\(tones) }"
            ]))
        try runtime.loadUnit()
        var builder = SnapshotBuilder(asOf: Samples.day, version: DataVersion(1))
        let branches = ["Tú", "Tủ", "Tụ", "Tũ", "Tù", "Tu"]
        for (index, name) in branches.enumerated() {
            builder.append(
                .unit, id: RecordID("U-\(index)"),
                values: Samples.values(.unit, ["name": .text(name), "kind": .code("branch"), "type": .code("faculty")]))
        }
        let snapshot = builder.build()
        return try ReplSession(
            runtime,
            RunContext(snapshot: snapshot, period: Period(year: 2023), today: Samples.day) { _ throws(Diagnostic) in
                snapshot
            })
    }

    @Test(arguments: [
        ("", "Tu Tù Tủ Tũ Tú Tụ"), (", tone_order = \"cldr\"", "Tu Tù Tủ Tũ Tú Tụ"),
        (", tone_order = \"school\"", "Tu Tù Tú Tủ Tũ Tụ"),
    ])
    func `a unit says which tone comes first, in lists, groups and texts`(tones: String, order: String) throws {
        let session = try session(tones: tones)
        #expect(Samples.show("table.concat(units:sort_by('name'):map 'name', ' ')", in: session) == order)
        let groups = "(function() local t = {} for name in pairs(units:group_by 'name') do t[#t + 1] = name end "
        #expect(Samples.show(groups + "return table.concat(t, ' ') end)()", in: session) == order)
        let sort = "(function() local t = { 'Tú', 'Tủ', 'Tụ', 'Tũ', 'Tù', 'Tu' } table.sort(t, text.before) "
        #expect(Samples.show(sort + "return table.concat(t, ' ') end)()", in: session) == order)
    }

    @Test func `another order of tones is refused with the nearest`() throws {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": #"return unit.define { id = "u", name = "Đảng ủy", tone_order = "scool" }"#
            ]))
        let error = try #require(throws: Diagnostic.self) { try runtime.loadUnit() }
        #expect(error.code == "CB-C004" && error.suggestion?.vi.contains("school") == true)
    }

    /// The parts of a name that the records state go before what the name looks like.
    @Test func `people are sorted by the given name that is stored`() throws {
        var builder = SnapshotBuilder(asOf: Samples.day, version: DataVersion(1))
        for (id, name, given) in [("M-1", "Lê Thu Hòa", "Thu Hòa"), ("M-2", "Vũ Lan", nil), ("M-3", "Đỗ Thu Hoà", nil)]
        {
            builder.append(
                .member, id: RecordID(id),
                values: Samples.values(
                    .member,
                    ["full_name": .text(name), "name.given": given.map { .text($0) } ?? .missing]))
        }
        let snapshot = builder.build()
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": #"""
                return unit.define { id = "u", name = "Đảng ủy",
                  grants = { ["reports/x"] = { fields = { "full_name" } } } }
                """#,
                "reports/x.lua": #"""
                local report = require "report"
                return report.define { id = "x", title = "x", fields = { "full_name" }, purpose = "p",
                  render = function(doc)
                    doc:table { columns = { "id" }, rows = members:sort_by("full_name") }
                  end }
                """#,
            ]))
        try runtime.loadUnit()
        let definition = try runtime.load("reports/x.lua")
        let context = RunContext(snapshot: snapshot, period: Period(year: 2023), today: Samples.day) {
            _ throws(Diagnostic) in snapshot
        }
        let text = "\(try runtime.render(definition, context))"
        let places = ["M-3", "M-2", "M-1"].compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted(), "\(text.prefix(2000))")
    }
}
