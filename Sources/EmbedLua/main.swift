// The build tool behind EmbedLuaPlugin.
//
//     EmbedLua file MODULE INPUT.lua OUTPUT.swift      checks the Lua and writes it as a Swift constant
//     EmbedLua table OUTPUT.swift [MODULE PATH]…       writes the list of all modules
//
// A file that cannot be embedded is reported as compilers do (`path:line: error: message`), so that an editor finds it.

import Glibc

/// Runs one command line.
func run(_ arguments: [String]) throws(EmbedProblem) {
    switch arguments.first {
    case "file" where arguments.count == 4:
        let script = try LuaScript(module: arguments[1], path: arguments[2])
        try script.check()
        try write(script.swift, to: arguments[3])
    case "table" where arguments.count >= 2 && arguments.count.isMultiple(of: 2):
        try write(moduleTable(Array(arguments.dropFirst(2))), to: arguments[1])
    default:
        throw EmbedProblem("usage: EmbedLua file MODULE INPUT OUTPUT | EmbedLua table OUTPUT [MODULE PATH]…")
    }
}

do {
    try run(Array(CommandLine.arguments.dropFirst()))
} catch {
    try? writeToStandardError(error.description + "\n")
    exit(1)
}
