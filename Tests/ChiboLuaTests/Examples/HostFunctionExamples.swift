import ChiboLua
import Testing

/// The code of the article *Host functions*.
struct HostFunctionExamples {
    @Test func `typed functions`() throws {
        let state = LuaState()

        state.globals["clamp"] = .function(
            state.function("clamp") { (value: Int, low: Int, high: Int?) in
                min(max(value, low), high ?? .max)
            })

        let script = """
            return clamp(12, 0, 10), clamp(-1, 0)
            """
        #expect(try state.load(script, name: "clamp.lua").call() == [10, 0])
        let wrong = failure(of: "clamp('a', 0)", in: state)
        #expect(wrong?.message == "bad argument #1 to 'clamp' (number expected, got string)")
    }

    @Test func `functions of any arguments`() throws {
        let state = LuaState()

        state.globals["join"] = .function(
            state.makeFunction("join") { call in
                let separator = try call.string(1)
                guard call.count > 1 else { throw call.badArgument(2, "something to join expected") }
                let words = try (2...call.count).map { position in try call.string(position) }
                call.push(words.joined(separator: separator))
                call.push(Int64(words.count))
            })

        #expect(try run("return join('-', 'a', 'b')", in: state) == ["a-b", 2])
        #expect(
            failure(of: "join('-')", in: state)?.message == "bad argument #2 to 'join' (something to join expected)")
    }

    @Test func `a library that scripts cannot change`() throws {
        let state = LuaState()

        let text = state.makeTable()
        text["shout"] = .function(state.function("shout") { (text: String) in text.uppercased() + "!" })
        state.globals["text"] = .table(state.makeReadOnly(text, name: "text"))

        #expect(try run("return text.shout('chào')", in: state) == ["CHÀO!"])
        #expect(failure(of: "text.shout = nil", in: state) != nil)
    }

    @Test func `callbacks`() throws {
        let state = LuaState()
        var handlers: [LuaFunction] = []

        state.globals["on_close"] = .function(
            state.makeFunction("on_close") { call in handlers.append(try call.function(1)) })
        try state.load("on_close(function(day) return 'closed on ' .. day end)", name: "events.lua").call()
        let said = try handlers.map { handler throws(LuaError) in try handler.call("Friday")[0].text }

        #expect(said == ["closed on Friday"])
        handlers = []
    }
}
