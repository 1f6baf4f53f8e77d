import Chibo
import ChiboModel
import ChiboTestSupport
import Synchronization
import Testing

/// Judging by several states: the same as by one, whatever the records and the scripts are.
@Suite struct ParallelEvaluationTests {
    /// A unit with made-up members, whose criteria are given.
    private struct Office {
        let folder: TemporaryFolder
        let store = MemoryStore()

        init(members: Int, seed: UInt64, criteria: String) throws {
            folder = try TemporaryFolder()
            try folder.write(#"return unit.define { id = "u", name = "Đảng ủy" }"#, to: "unit.lua")
            try folder.write(criteria, to: "criteria/c.lua")
            var generator = SeededGenerator(seed: seed)
            let assertions = (0..<members).map { number -> Assertion in
                let fields: [String: FieldValue] = [
                    "grade": .code(Bool.random(using: &generator) ? "official" : "probationary"),
                    "activity": .code("active"),
                    "birth": PartialDate(year: Int.random(in: 1940...2005, using: &generator))
                        .map(FieldValue.partialDate) ?? .missing,
                ]
                let id = RecordID("M-" + String(1_000_000 + number))
                let values = Schema[.member].fields.map { fields[$0.code] ?? .missing }
                return Assertion(.member, id, values: number % 7 == 3 ? values.dropGrade : values)
            }
            _ = try store.commit(
                ChangeSet(
                    base: store.currentVersion(), assertions: assertions,
                    note: ChangeNote(author: "test", action: "import")))
        }

        func host(cores: Int?, log: @escaping (String) -> Void = { _ in }) throws -> ScriptHost {
            var options = ScriptHost.Options()
            options.cores = cores
            options.log = log
            options.now = { Instant(seconds: 1_704_445_200) }
            return try ScriptHost(unit: folder.path, store: store, options: options)
        }
    }

    /// Rules that meet everything: messages, unknowns, errors at two places, another day, a module's function.
    private static let everything = """
        local criteria = require "criteria"
        return criteria.define { id = "c", title = "C", subject = "member", every = "year", params = { year = 1980 },
          scope = function(member) return member.id:sub(-1) ~= "5" end,
          rules = {
            criteria.rule { id = "age", title = "Tuổi", check = function(member)
              return member.birth.year >= params.year, "sinh năm " .. member.birth.year
            end },
            criteria.rule { id = "grade", title = "Chính thức", check = function(member)
              print(member.id)
              return member.grade == "official"
            end },
            criteria.rule { id = "odd", title = "Lỗi", check = function(member)
              if member.id:sub(-2) == "17" then error("mười bảy") end
              if member.id:sub(-2) == "34" then return "ba mươi tư" end
              return #at(as_of).members == #members
            end },
          }, result = criteria.all() }
        """

    /// All that comes out of an evaluation, as text.
    private static func everythingOf(_ evaluation: Evaluation) -> [String] {
        evaluation.verdicts.map { "\($0)" } + evaluation.diagnostics.map { "\($0)" }
            + ["\(evaluation.receipt)", evaluation.digest, "\(evaluation.rules)", evaluation.title]
    }

    @Test(arguments: [(1, 1), (2, 2), (13, 3), (257, 4), (1500, 5), (4500, 6)])
    func `the result, the lines printed and the receipt do not tell how many states there were`(
        _ members: Int, _ seed: UInt64
    ) throws {
        let office = try Office(members: members, seed: seed, criteria: Self.everything)
        var expected: (result: [String], lines: [String])?
        for cores: Int? in [1, 2, 3, 8, nil] {
            var lines: [String] = []
            let host = try office.host(cores: cores) { lines.append($0) }
            let result = Self.everythingOf(try host.evaluate("c", period: Period(year: 2023)))
            let (wanted, shown) = expected ?? (result, lines)
            #expect(result == wanted && lines == shown, "\(cores as Any) cores")
            expected = (wanted, shown)
        }
        let receipts = office.store.receipts(of: "c", limit: 10)
        #expect(receipts.count == 5 && Set(receipts.map(\.outputHash)).count == 1)
        #expect(members < 13 || expected?.lines.isEmpty == false)
    }

    @Test func `one mistake in many records is told once, for the first of them, with the count of all`() throws {
        let office = try Office(members: 1500, seed: 5, criteria: Self.everything)
        for cores in [1, 8] {
            let evaluation = try office.host(cores: cores).evaluate("c", period: Period(year: 2023))
            let failed = evaluation.diagnostics.first { $0.message.en.contains("mười bảy") }
            #expect(failed?.record == "M-1000017" && failed?.others == 14, "\(cores) cores")
        }
    }

    @Test func `progress sums up, and ends at the number of records`() throws {
        let office = try Office(members: 1500, seed: 5, criteria: Self.everything)
        var told: [Int] = []
        _ = try office.host(cores: 3).evaluate("c", period: Period(year: 2023)) { done, all in
            told.append(done)
            #expect(all == 1500)
        }
        #expect(told == told.sorted() && told.last == 1500 && told.count > 5)
    }

    /// A script that does something to some records.
    private static func check(_ body: String, scope: String = "return true") -> String {
        """
        local criteria = require "criteria"
        local n = 0
        return criteria.define { id = "c", title = "C", subject = "member", every = "year",
          scope = function(member) \(scope) end,
          rules = { criteria.rule { id = "r", title = "R", check = function(member) \(body) return true end } },
          result = criteria.all() }
        """
    }

    /// What an evaluation ends of.
    private func end(_ office: Office, cores: Int, _ log: @escaping (String) -> Void = { _ in }) throws -> Diagnostic? {
        let host = try office.host(cores: cores, log: log)
        do throws(Diagnostic) { _ = try host.evaluate("c", period: Period(year: 2023)) } catch { return error }
        return nil
    }

    @Test func `what ends a run is the first in the order of the records, and lines before it are shown`() throws {
        let scope = "print(member.id) if member.id:sub(-2) == '77' then error('scope of ' .. member.id) end return true"
        let office = try Office(members: 1200, seed: 1, criteria: Self.check("", scope: scope))
        var expected: (Diagnostic?, [String])?
        for cores in [1, 2, 3, 8] {
            var lines: [String] = []
            let end = try end(office, cores: cores) { lines.append($0) }
            let (first, shown) = expected ?? (end, lines)
            #expect(end == first && lines == shown, "\(cores) cores: \(lines.count)")
            expected = (first, shown)
        }
        #expect(expected?.0?.message.en.contains("M-1000077") == true)
        #expect(expected?.1.count == 78)
    }

    @Test func `what all states print together is bounded as what one prints`() throws {
        let office = try Office(members: 1200, seed: 1, criteria: Self.check("print(('x'):rep(2000))"))
        var counts: Set<Int> = []
        for cores in [1, 2, 8] {
            var count = 0
            let end = try end(office, cores: cores) { _ in count += 1 }
            #expect(end?.code == "CB-L004" && end?.place == Diagnostic.Place(file: "criteria/c.lua", line: 5))
            counts.insert(count)
        }
        #expect(counts.count == 1 && counts.first == (1 << 20) / 2001)
    }

    @Test(arguments: [
        ("if member.id == 'M-1000700' then local t = {} while true do t[#t + 1] = {} end end", "CB-L001"),
        ("if member.id == 'M-1000700' then while true do end end", "CB-L002"),
    ])
    func `a stop of one state ends all of them`(_ body: String, _ code: String) throws {
        // The others would spin on for much longer than the test may take, one record after the other.
        let wait = "for i = 1, 300000 do n = n + i end "
        let office = try Office(members: 4000, seed: 1, criteria: Self.check(body + " " + wait))
        let host = try { () throws -> ScriptHost in
            var options = ScriptHost.Options()
            options.cores = 2
            options.memory = 8 << 20
            options.deadline = .seconds(2)
            return try ScriptHost(unit: office.folder.path, store: office.store, options: options)
        }()
        let began = ContinuousClock.now
        do throws(Diagnostic) {
            _ = try host.evaluate("c", period: Period(year: 2023))
            Issue.record("it ended well")
        } catch {
            #expect([code, "CB-L002"].contains(error.code), "\(error)")
        }
        #expect(ContinuousClock.now - began < .seconds(6))
        // The host is as good as new.
        try office.folder.write(Self.check(""), to: "criteria/d.lua")
        #expect(try office.host(cores: 2).evaluate("criteria/d.lua", period: Period(year: 2023)).verdicts.count == 4000)
    }
}

extension [FieldValue] {
    /// Without what the second field of the rules reads.
    fileprivate var dropGrade: [FieldValue] {
        var values = self
        if let field = Schema[.member].index(of: "grade") { values[field] = .missing }
        return values
    }
}

/// Judging twice, in two orders.
@Suite struct VerificationTests {
    private func verification(_ check: String, members: Int = 40) throws -> Verification {
        let folder = try TemporaryFolder()
        try folder.write(#"return unit.define { id = "u", name = "Đảng ủy" }"#, to: "unit.lua")
        try folder.write(
            """
            local criteria = require "criteria"
            local n, seen = 0, {}
            return criteria.define { id = "c", title = "C", subject = "member", every = "year",
              rules = { criteria.rule { id = "r", title = "R", check = function(member) \(check) end } } }
            """, to: "criteria/c.lua")
        let store = MemoryStore()
        let assertions = (0..<members).map { number in
            let values = Schema[.member].fields.map { $0.code == "activity" ? FieldValue.code("active") : .missing }
            return Assertion(.member, RecordID("M-" + String(100 + number)), values: values)
        }
        _ = try store.commit(
            ChangeSet(
                base: store.currentVersion(), assertions: assertions,
                note: ChangeNote(author: "test", action: "import")))
        return try ScriptHost(unit: folder.path, store: store).verify("c", period: Period(year: 2023))
    }

    @Test(arguments: [
        "n = n + 1 return n % 2 == 0", "n = n + 1 return true, 'số ' .. n",
        "seen[1] = seen[1] or member.id return seen[1] == member.id",
        "return math.random() < 0.5", "if n == 0 then n = 1 error('lần đầu') end return true",
    ])
    func `a script that keeps something between records is found`(_ check: String) throws {
        let found = try verification(check)
        #expect(!found.differences.isEmpty)
        #expect(found.differences.allSatisfy { $0.rule == "r" && $0.first != $0.second })
        let diagnostic = try #require(found.diagnostic)
        #expect(diagnostic.code == "CB-R009" && diagnostic.place?.file == "criteria/c.lua")
        #expect(diagnostic.cause != nil && diagnostic.suggestion != nil)
        #expect(diagnostic.record == found.differences[0].subject.text)
    }

    @Test(arguments: [
        "return true", "local n = 0 n = n + 1 return n == 1, member.id", "return #members > 3", "error(member.id)",
    ])
    func `a script whose answers follow from the record is not`(_ check: String) throws {
        let found = try verification(check)
        #expect(found.differences == [] && found.diagnostic == nil)
        #expect(found.evaluation.verdicts.count == 40)
    }

    @Test func `two records are enough to see it, one and none are judged`() throws {
        #expect(!(try verification("n = n + 1 return true, '' .. n", members: 2).differences.isEmpty))
        #expect(try verification("n = n + 1 return true, '' .. n", members: 1).differences == [])
        #expect(try verification("return true", members: 0).evaluation.verdicts.isEmpty)
    }
}
