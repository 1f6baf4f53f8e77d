import ChiboLua
import Testing

@Suite struct OwnedValueTests {
    let state = LuaState()
    let census = Census()

    @discardableResult private func run(_ source: String) throws -> [LuaValue] {
        try ChiboLuaTests.run(source, in: state)
    }
    private func message(_ source: String) -> String? { failure(of: source, in: state)?.message }

    @Test func `a value that cannot be copied is borrowed, changed and used up in Lua`() throws {
        state.globals["ballot"] = state.object(Ballot(counted: Counted(census)))
        #expect(try run("ballot:vote() ballot:vote(2) return ballot.votes, ballot:more_than(2)") == [3, true])
        #expect(try run("return ballot:close()") == [3])
        #expect(census.living == 0)
        let gone = "this Ballot is no longer valid: a method has consumed it"
        #expect(message("return ballot.votes") == gone)
        #expect(message("ballot:vote()") == gone)
        #expect(message("ballot:close()") == gone)
        #expect(try run("return tostring(pcall(tostring, ballot))") == ["true"])
    }

    @Test func `Swift takes a value back once`() throws {
        state.globals["ballot"] = state.object(Ballot(counted: Counted(census)))
        try run("ballot:vote(7)")
        let value = state.globals["ballot"]
        if let ballot: Ballot = value.take() { #expect(ballot.votes == 7) } else { Issue.record("nothing was taken") }
        let again: Ballot? = value.take()
        if again != nil { Issue.record("taken twice") }
        #expect(census.living == 0)
    }

    @Test func `a value in use cannot be used against Swift's rules`() throws {
        state.globals["ballot"] = state.object(Ballot(counted: Counted(census)))
        state.globals["person"] = state.object(Person(name: "An", birth: 2000))
        let busy = "is in use: a method of it has not ended"
        #expect(message("ballot:with(function() ballot:vote() end)")?.hasSuffix("this Ballot \(busy)") == true)
        #expect(message("ballot:with(function() ballot:close() end)")?.hasSuffix("this Ballot \(busy)") == true)
        #expect(message("person:with(function() return person.name end)")?.hasSuffix("this Person \(busy)") == true)
        #expect(message("person:with(function() person.name = 'x' end)")?.hasSuffix("this Person \(busy)") == true)
        #expect(try run("ballot:with(function() local v = ballot.votes end) ballot:vote() return ballot.votes") == [1])
        #expect(try run("person:with(function() end) return person.birth, person.name") == [2001, "An"])
    }

    @Test func `a lent value is changed in place and expires with the loan`() throws {
        var person = Person(name: "An", birth: 2000)
        let use = try state.load("kept = ... kept.name = 'Bình' return kept.name", name: "use")
        let results = try state.withLent(&person) { lent in try use.call(lent) }
        #expect(results == ["Bình"])
        #expect(person.name == "Bình")
        #expect(
            message("return kept.name")
                == "this Person is no longer valid: it was lent, and the call it was lent to has ended")
        state.collectGarbage()
        #expect(person.name == "Bình")
    }

    @Test func `what is lent cannot be consumed and comes back`() throws {
        var ballot = Ballot(counted: Counted(census))
        let vote = try state.load("kept = ... kept:vote(3) return pcall(kept.close, kept)", name: "vote")
        let results = try state.withLent(&ballot) { lent in try vote.call(lent) }
        #expect(results[0] == false)
        #expect(results[1].text?.hasSuffix("this Ballot is lent and cannot be consumed") == true)
        #expect(ballot.votes == 3)
        state.globals["kept"] = nil
        state.collectGarbage()
        #expect(census.living == 1)
        #expect(ballot.close() == 3)
    }

    @Test func `a lent class instance equals itself, and a loan ends with an error too`() throws {
        var branch = Branch("A1")
        state.globals["own"] = state.object(branch)
        let use = try state.load("kept = ... if kept == own then error('same') end", name: "use")
        let error = #expect(throws: LuaError.self) {
            try state.withLent(&branch) { lent in try use.call(lent) }
        }
        #expect(error?.message == "same")
        #expect(message("return kept.code")?.contains("no longer valid") == true)
        #expect(try run("return own.code") == ["A1"])
    }

    @Test func `a loan ends where the stack is full`() throws {
        let state = LuaState(LuaPolicy(memory: 256 << 20))
        let census = census
        state.globals["lend"] = .function(
            state.makeFunction("lend") { call in
                var ballot = Ballot(counted: Counted(census))
                call.state.withLent(&ballot) { lent in
                    call.state.globals["kept"] = lent
                    for _ in 0..<1_000_000 { call.push(true) }
                }
            })
        #expect(failure(of: "lend()", in: state)?.kind == .memory)
        #expect(census.living == 0)
        #expect(
            failure(of: "return kept.votes", in: state)?.message
                == "this Ballot is no longer valid: it was lent, and the call it was lent to has ended")
    }

    @Test func `a state may be closed while something is lent`() {
        var person = Person(name: "An", birth: 2000)
        let value = state.withLent(&person) { lent in
            state.close()
            return lent
        }
        #expect(value.instance(Person.self) == nil)
        #expect(person.name == "An")
    }

    @Test func `what a value weighs counts as Lua's memory`() throws {
        let state = LuaState(LuaPolicy(memory: 1 << 20))
        let before = state.memoryUsed
        state.globals["ballot"] = state.object(Ballot(counted: Counted(census)))
        #expect(state.memoryUsed - before > 1000)
        let make = state.function("make", []) { [census] in Ballot(counted: Counted(census)) }
        state.globals["make"] = .function(make)
        #expect(try ChiboLuaTests.run("for i = 1, 10000 do make() end return 1", in: state) == [1])
        #expect(failure(of: "t = {} for i = 1, 10000 do t[i] = make() end", in: state)?.kind == .memory)
        #expect(census.living < 1100)
        state.globals["t"] = .nil  // by the host: a full state has no room to load a script that does it
        state.collectGarbage()
        struct Heavy: LuaDescribed {
            static let luaType = LuaType<Heavy>("Heavy") { type in type.weighs { _ in .max } }
        }
        state.globals["heavy"] = .function(state.function("heavy", []) { Heavy() })
        let tooHeavy = failure(of: "heavy()", in: state)
        #expect(tooHeavy?.kind == .memory && tooHeavy?.position != nil, "in the call, not before it")
        #expect(try ChiboLuaTests.run("return pcall(heavy)", in: state)[0] == false)
        #expect(try ChiboLuaTests.run("return 1", in: state) == [1])
        state.close()
        #expect(census.living == 0)
    }

    @Test func `every allocation may fail in turn`() throws {
        let source = """
            local b = Branch.new("B", "name")
            b.parent = root b.name = b.name .. b.parent.code
            b:rate(2025, "good") b.members = { Person.new("An", 2000), Person.new("Bê", 1990) }
            local t = b:table{ x = { 1, 2 }, y = {} }
            b:sum{ 1, 2, 3 }
            for i, p in ipairs(b) do p:rename(p.name .. i .. tostring(b)) end
            b:count_if(function(year) return year > 1995 end)
            pcall(b.rating, b, {}) pcall(function() return b.nothing end)
            local ballot = make() ballot:vote(2) ballot:close() pcall(ballot.close, ballot)
            return b == root, #b, b[1] < b[2], t.x[1], b[1](2026)
            """
        var outcomes: Set<LuaError.Kind> = []
        for number in 1...800 {
            let state = LuaState()
            state.expose(Branch.self)
            state.expose(Person.self)
            state.globals["root"] = state.object(Branch("R", census))
            let make = state.function("make", []) { [census] in Ballot(counted: Counted(census)) }
            state.globals["make"] = .function(make)
            let chunk = try state.load(source, name: "all.lua")
            state.failAllocation(number)
            do { try chunk.call() } catch { outcomes.insert(error.kind) }
            state.failAllocation(-1)
            #expect(try chunk.call() == [false, 2, false, 1, 26])
            state.close()
        }
        #expect(outcomes.contains(.memory))
        #expect(census.living == 0)
    }
}
