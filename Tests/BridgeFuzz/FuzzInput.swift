import ChiboLua

/// What the bytes of an input mean: eight bytes choose the limits and the faults, the rest is the script.
///
/// Short inputs are padded with zeros, so that every input means something.
struct FuzzInput {
    /// The limits of the state.
    let policy: LuaPolicy
    /// Which allocation of the script fails; 0: none.
    let failingAllocation: Int
    /// When another thread stops the run, from its start; nil: never.
    let stopAfter: Duration?
    /// Runs the script again in a fresh state, which must do the same.
    let isRepeated: Bool
    /// The program.
    let script: String

    private static let headerLength = 8

    init(_ bytes: [UInt8]) {
        let padding = max(0, Self.headerLength - bytes.count)
        let header = bytes.prefix(Self.headerLength) + Array(repeating: 0, count: padding)
        let flags = header[0]
        let asksForRepetition = flags & 4 != 0
        policy = LuaPolicy(
            memory: asksForRepetition ? 64 << 20 : (64 << 10) << Int(header[1] & 7),
            deadline: .milliseconds(1 + Int(header[2] % 8)),
            instructions: flags & 8 != 0 ? Int(header[2]) * 512 : nil, depth: Int(header[3] % 40),
            output: Int(header[4]) * 16, randomSeed: UInt64(header[5]))
        failingAllocation = asksForRepetition ? 0 : (Int(header[6]) | Int(header[7]) << 8) % 4096
        stopAfter = flags & 2 != 0 ? .microseconds(Int(header[5]) * 40) : nil
        let rest = Array(bytes.dropFirst(Self.headerLength))
        var grammar = ScriptGrammar(rest)
        script = flags & 1 != 0 ? grammar.program() : String(decoding: rest, as: UTF8.self)
        // An inner clock and the end of memory can be caught, and come at another place in each run.
        isRepeated = asksForRepetition && !script.contains("briefly")
    }
}
