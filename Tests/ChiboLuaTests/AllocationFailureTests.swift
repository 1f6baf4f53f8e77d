import ChiboLua
import Testing

/// Every allocation of a script fails in turn, as the memory limit would make it: nothing leaks, nothing crashes, and the
/// state goes on.
///
/// An error of memory is a longjmp from wherever the allocation was, so each of them crosses what stands between it and
/// the host: trampolines, finalizers, library functions, the parser.
@Suite struct AllocationFailureTests {
    /// Uses all that a script can use.
    private static let source = """
        local out = {}
        local function put(...) out[#out + 1] = select("#", ...) end
        -- records, scalars, collections
        for _, m in ipairs({ m1, m2, m3 }) do
          put(m.name, m.grade, m.points, m.total, m.paid, m.born, m.branch, m.twice, m:has_tag("x"))
          put(pcall(function() return m.card_no end), pcall(function() return m.nothing end), tostring(m))
        end
        for r in b1.members do put(r.name .. "!", #b1.members, b1.members[1] == m1) end
        for i, r in pairs(all) do put(i, r) end
        put(date(5) + 3, date(9) - date(4), date(1) < date(2), tostring(date(3)), date(3):plus(2), date(3).number)
        put(date(1) .. "", pcall(function() return date(1) * 2 end), ("%s"):format(m1))
        -- functions of the host, errors that cross it
        put(host("text", function() return { "y" } end), pcall(host, "text", function() error({ "z" }) end))
        put(pcall(fail), select(2, pcall(fail)).message, tostring(select(2, pcall(fail))), pcall(host, {}))
        put(add(1, 2), add(1.0, 2), pcall(add, "x"), keep({}), echo("a", {}, 3))
        xpcall(function() fail() end, function(e) return { e } end)
        -- values of a described type
        local made = {}
        for i = 1, 12 do
          local s = shelf({ "a" .. i, "b", "c" })
          made[i] = s
          put(s, s.books, s:label("no. " .. i), #s.books, s .. "!", tostring(s), pcall(function() return s.nothing end))
        end
        put(pcall(function() return made[1]:label({}) end), pcall(shelf, 5), made[1] == made[2])
        -- coroutines, to-be-closed variables, load
        local co = coroutine.wrap(function(a) local b = coroutine.yield(a .. "x") error({ b }) end)
        put(co("a"), pcall(co, 2))
        local sleeping = coroutine.create(function()
          local t <close> = setmetatable({}, { __close = function() put(("c"):rep(50)) end })
          coroutine.yield({})
        end)
        put(coroutine.resume(sleeping), coroutine.close(sleeping), coroutine.status(sleeping))
        put(load("local a <const> = ... return function() return a, 'k' .. #{ a } end", "=chunk")(1)())
        put(load(function() return nil end), load("syntax error here"))
        -- the libraries
        local words = {}
        for w in ("mot hai ba"):gmatch("%a+") do words[#words + 1] = w:upper():rep(2, "-") end
        put(("a.b"):gsub("%.", { ["."] = "," }), ("abc"):gsub("%w", function(c) return c .. c end), ("x=1"):match("(%w)=(%d)"))
        put(("%5.1f %q %s"):format(1.5, "q", {}), ("i4z"):pack(3, "p"), utf8.char(7841, 273), utf8.len("đạ"))
        table.sort(words, function(a, b) return a > b end)
        table.insert(words, 1, "first") table.move(words, 1, 3, 2) put(table.concat(words, ","), table.unpack(words))
        for k, v in pairs({ b = 1, a = 2, [m1] = 3, [7] = 4 }) do put(k, v) end
        print("line", m1, {}, nil)
        return table.concat(out, " "), string.rep("long", 400)
        """

    private func fill(_ state: LuaState, _ census: Census) {
        state.globals["host"] = .function(
            state.makeFunction("host") { call in
                let held = Counted(census)
                try withExtendedLifetime(held) {
                    call.push(try call.string(1) + "!")
                    for value in try call.function(2).call() { call.push(value) }
                }
            })
        state.globals["fail"] = .function(
            state.makeFunction("fail") { _ in throw Failure(counted: Counted(census)) })
        state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })
        state.globals["shelf"] = .function(
            state.makeFunction("shelf") { call in
                let books = try call.table(1).list.compactMap(\.text)
                call.push(call.state.object(Shelf(books: books, counted: Counted(census))))
            })
        let box = KeptBox()
        state.globals["keep"] = .function(state.makeFunction("keep") { call in box.kept.append(Kept(call.keep(1))) })
        state.globals["echo"] = .function(
            state.makeFunction("echo") { call in
                let table = call.state.makeTable()
                for (index, value) in call.values.enumerated() { table[index + 1] = value }
                call.push(.table(table))
                call.push(.rows(call.state.makeRows(kind: member, generation: .scalar, rows: [])))
            })
    }

    /// One run in which an allocation fails, and one after it; false when the script made fewer.
    private func round(_ number: Int, _ census: Census, _ outcomes: inout Set<LuaError.Kind>) throws -> Bool {
        let fixture = try Fixture(census)
        let state = fixture.state
        defer { state.close() }
        fill(state, census)
        state.failAllocation(number)
        do throws(LuaError) {
            let results = try state.load(Self.source, name: "all.lua").call()
            #expect(results.count == 2, "caught by the script")
        } catch {
            outcomes.insert(error.kind)
        }
        let hasFailed = state.failAllocation(-1) < 0
        #expect(try state.load(Self.source, name: "all.lua").call().count == 2, "after failure \(number)")
        return hasFailed
    }

    @Test func `every allocation may fail in turn`() throws {
        let census = Census()
        var outcomes: Set<LuaError.Kind> = []
        var number = 1
        while try round(number, census, &outcomes) {
            try #require(census.living == 0, "failure \(number) leaks")
            number += 1
        }
        #expect(outcomes.contains(.memory))
        #expect(number > 300, "\(number) allocations are too few for the whole surface")
    }

    /// Found by the fuzz target: where an error cannot even be handled, Lua makes the text that says so outside of the
    /// protected call.
    @Test func `an error in the handling of errors stays inside its call, whatever allocation fails`() throws {
        // The handler of a full stack has a little room beyond it, which the call within it uses up as well.
        let source = """
            local function fill() return 1 + fill() end
            xpcall(fill, function() protect(fill) end)
            """
        let census = Census()
        /// How the call within ends when an allocation of it fails, and how many it makes.
        func protect(failing number: Int) -> (message: String, count: Int) {
            var (message, count) = ("", 0)
            let state = LuaState(LuaPolicy(memory: 256 << 20))
            defer { state.close() }
            state.globals["protect"] = .function(
                state.makeFunction("protect") { call in
                    let held = Counted(census)
                    let function = try call.function(1)
                    call.state.failAllocation(number)
                    do throws(LuaError) {
                        _ = try function.call(with: Int64(1), returning: Int64.self)
                    } catch {
                        message = error.message
                    }
                    count = number - call.state.failAllocation(-1)
                    withExtendedLifetime(held) {}
                })
            _ = failure(of: source, in: state)
            return (message, count)
        }
        let (message, count) = protect(failing: 1 << 40)
        #expect(message == "error in error handling")
        for number in max(1, count - 3)...count + 1 {
            #expect(!protect(failing: number).message.isEmpty)
            #expect(census.living == 0, "allocation \(number) of \(count)")
        }
    }
}

/// A class that scripts see, counted as long as it lives.
private final class Shelf: LuaDescribed {
    let books: [String]
    private let counted: Counted

    init(books: [String], counted: Counted) { (self.books, self.counted) = (books, counted) }

    func label(_ prefix: String) -> String { "\(prefix): \(books.count)" }

    static let luaType = LuaType<Shelf>("Shelf") { type in
        type.property("books") { $0.books }
        type.method("label", ["prefix"], calling: Shelf.label)
    }
}

/// An error that is counted as long as it lives.
private struct Failure: Error {
    let counted: Counted
}

/// Values kept beyond the call.
private final class KeptBox {
    var kept: [Kept] = []
}

private final class Kept {
    let value: LuaKept

    init(_ value: consuming LuaKept) { self.value = value }
}
