import ChiboLua
import ChiboTestSupport
import Testing

/// Where a run that was stopped spent its time.
@Suite(.serialized) struct HotspotTests {
    /// Two loops that take turns, the one on line 3 nine times as long.
    private static let uneven = """
        local function long()
          local n = 0
          for i = 1, 90000 do n = n + i end
        end
        local function short()
          local n = 0
          for i = 1, 10000 do n = n + i end
        end
        while true do long() short() end
        """

    private func stopped(_ source: String, after time: Duration, name: String = "hot.lua") throws -> LuaError {
        try #require(failure(of: source, in: LuaState(LuaPolicy(deadline: time)), name: name))
    }

    @Test func `is the line of most samples, not the one that the deadline met`() throws {
        let error = try stopped(Self.uneven, after: .milliseconds(600))
        #expect(error.kind == .stopped(.deadline))
        let hotspot = try #require(error.hotspot)
        #expect(hotspot.source == "hot.lua" && hotspot.line == 3)
        // 30 ticks in the second half; a busy machine loses some.
        #expect(hotspot.total > 5 && hotspot.total <= 32, "\(hotspot)")
        #expect(hotspot.samples * 2 > hotspot.total, "\(hotspot)")
    }

    @Test func `is found in coroutines, behind pcall and inside library functions`() throws {
        for body in [
            "local co = coroutine.wrap(function()\nwhile true do end\nend) co()",
            "while true do pcall(function()\nwhile true do end\nend) end",
            "local s = ('a'):rep(30)\nwhile true do s:find('.-.-.-.-b') end\n",
        ] {
            #expect(try stopped(body, after: .milliseconds(300)).hotspot?.line == 2, "\(body)")
        }
    }

    @Test func `is the author's line where a library of the host does the work`() throws {
        let state = LuaState(LuaPolicy(deadline: .milliseconds(300)))
        let spin = try state.load("while true do end", name: "library", isLibrary: true)
        state.globals["spin"] = .function(spin)
        let error = try #require(failure(of: "local x = 1\nspin()\nreturn x", in: state, name: "author.lua"))
        #expect(error.hotspot?.source == "author.lua" && error.hotspot?.line == 2)
    }

    @Test func `a script that ends in time is never looked at, and a stop at once has no samples`() throws {
        let state = LuaState(LuaPolicy(deadline: .seconds(5)))
        try run("for i = 1, 1000000 do end", in: state)
        #expect(state.hotspot == nil)
        #expect(try stopped("while true do end", after: .milliseconds(10)).position?.line == 1)
    }

    @Test func `more places than are kept leave the hottest one`() throws {
        var source = "local n = 0\nwhile true do\nfor i = 1, 400000 do n = n + i end\n"
        for _ in 0..<200 { source += "for i = 1, 1000 do n = n + i end\n" }
        let error = try stopped(source + "end", after: .milliseconds(1200))
        #expect(error.hotspot?.line == 3, "\(String(describing: error.hotspot))")
    }

    @Test func `a board tells another process of it, and nonsense on a board is nothing`() throws {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { unsafe memory.deallocate() }
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
        let bytes = { unsafe [UInt8](memory) }
        #expect(LuaSampleBoard.hottest(in: bytes()) == nil)
        let board = try #require(unsafe LuaSampleBoard(memory))
        do {
            let state = LuaState(LuaPolicy(deadline: .milliseconds(200)), board: board)
            state.withRun { state.noteBeginning(of: "criteria/a.lua") }
            let begun = LuaHotspot(source: "criteria/a.lua", line: 0, samples: 0, total: 0)
            #expect(LuaSampleBoard.hottest(in: bytes()) == begun)
            _ = failure(of: Self.uneven, in: state, name: "criteria/b.lua")
        }
        let told = try #require(LuaSampleBoard.hottest(in: bytes()))
        #expect(told.source == "criteria/b.lua" && told.line == 3)
        // All along, not in the second half alone.
        #expect(told.total > 12, "\(told)")
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let noise = (0..<16 << 10).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if let found = LuaSampleBoard.hottest(in: noise) { #expect(found.source.utf8.count < 500) }
        }
        #expect(LuaSampleBoard.hottest(in: []) == nil)
    }
}

/// Looking at a script does not change it.
@Suite(.serialized) struct SampledRunTests {
    /// Coroutines, closures, errors, sorting, texts, metamethods and garbage; answers a number of everything.
    private static let work = """
        local sum, rounds = 0, ...
        local V = setmetatable({}, { __call = function(_, x) return setmetatable({ x = x }, { __add = function(a, b)
          return V(a.x + b.x) end }) end })
        _ENV.V = V
        for round = 1, rounds do
          local list = {}
          for i = 1, 200 do list[i] = (i * 7919 + round) % 1009 end
          table.sort(list, function(a, b) return a < b end)
          local gen = coroutine.wrap(function() for _, x in ipairs(list) do coroutine.yield(x) end return -1 end)
          local last = 0
          while true do
            local x = gen()
            if x < 0 then break end
            assert(last <= x)
            last = x
          end
          local ok, problem = pcall(function() if round % 3 == 0 then error({ n = round }) end return round end)
          sum = sum + (ok and problem or problem.n) + (V(1) + V(last)).x
          sum = sum + #(("x"):rep(round % 50):gsub("x", "yy")) + select("#", table.unpack(list, 1, 100))
          for word in ("một hai ba bốn"):gmatch("%S+") do sum = sum + #word end
        end
        return sum
        """

    private func answer(_ state: LuaState, rounds: Int64) throws -> LuaValue? {
        try state.withRun { () throws(LuaError) in
            let chunk = try state.load(Self.work, name: "work.lua")
            return try chunk.call(.integer(rounds)).first
        }
    }

    @Test func `a run that is sampled all along computes what one computes that is not`() throws {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 8 << 10, alignment: 16)
        defer { unsafe memory.deallocate() }
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
        let board = try #require(unsafe LuaSampleBoard(memory))
        let watched = LuaState(LuaPolicy(deadline: .seconds(100)), board: board)
        #expect(try answer(watched, rounds: 3000) == answer(LuaState(LuaPolicy(deadline: nil)), rounds: 3000))
        let seen = try #require(LuaSampleBoard.hottest(in: unsafe [UInt8](memory)))
        #expect(seen.source == "work.lua" && seen.total > 3, "\(seen)")
    }
}
