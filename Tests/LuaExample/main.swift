import ChiboLua

let script = """
    local total = 0
    for _, name in ipairs(names) do total = total + points(name) end
    return total, total / #names
    """
let known = ["An": 8, "Bình": 9, "Chi": 7]

let state = LuaState(LuaPolicy(memory: 8 << 20, deadline: .seconds(1)))
state.globals["names"] = .table(state.makeList(["An", "Bình", "Chi"]))
state.globals["points"] = .function(
    state.function("points") { (name: String) -> Int in
        guard let points = known[name] else { throw LuaScriptError("nobody is called '\(name)'") }
        return points
    })

do {
    let results = try state.load(script, name: "mean.lua").call()
    print("total \(results[0].integer ?? 0), mean \(results[1].number ?? 0)")
    try state.load("return points('Dung')", name: "ask.lua").call()
} catch {
    print("failed:", error)
}

do {
    try state.load("while true do pcall(error) end", name: "loop.lua").call()
} catch {
    print("ended:", error)
}
