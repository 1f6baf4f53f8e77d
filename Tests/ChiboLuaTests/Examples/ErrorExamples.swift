import ChiboLua
import Testing

/// The code of the article *Errors with two faces*.
struct ErrorExamples {
    @Test func `what the host sees of an error`() throws {
        let state = LuaState()
        var report: [String] = []

        let script = """
            local function check(person)
              if not person.name then error({ code = 7, message = "a name is missing" }) end
            end
            check({})
            """
        do {
            try state.load(script, name: "check.lua").call()
        } catch {
            report.append("\(error)")
            report.append("code \(error.value?.table?["code"].integer ?? 0)")
            report.append(error.traceback)
        }

        #expect(
            report == [
                "check.lua:2: a name is missing", "code 7",
                "check.lua:2: in function 'check'\ncheck.lua:4: in main chunk",
            ])
    }

    @Test func `an error of the host comes back as it was`() throws {
        struct Offline: Error { let server: String }
        let state = LuaState()

        state.globals["fetch"] = .function(
            state.function("fetch") { (page: String) -> String in throw Offline(server: "archive") })
        let script = """
            local ok, problem = pcall(fetch, "a")
            if not ok then error(problem) end
            """
        var server: String?
        do {
            try state.load(script, name: "fetch.lua").call()
        } catch {
            server = (error.cause as? Offline)?.server
        }

        #expect(server == "archive")
    }

    @Test func `a message for the author`() throws {
        let state = LuaState()

        state.globals["day"] = .function(
            state.function("day") { (number: Int) -> Int in
                guard (1...31).contains(number) else { throw LuaScriptError("there is no day \(number)") }
                return number
            })

        #expect(failure(of: "\nday(32)", in: state)?.description == "test.lua:2: there is no day 32")
    }
}
