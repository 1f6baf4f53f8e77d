/// What a state allows its scripts: memory, time, depth, output, and what they find there.
///
/// One state serves one trust domain: scripts that must not see each other's globals get an environment each,
/// scripts that must not harm each other get a state each.
public struct LuaPolicy: Sendable, Hashable {
    /// Bytes the Lua heap may hold; growth beyond raises "not enough memory".
    public var memory: Int

    /// Wall time of one run (an outermost call, or everything inside ``LuaState/withDeadline(_:_:)``); nil: no limit.
    ///
    /// It costs a script nothing while it runs.
    public var deadline: Duration?

    /// Instructions of one run; nil: they are not counted.
    ///
    /// Unlike a deadline it stops the same script at the same place on every machine. Counting makes loops of
    /// arithmetic take twice as long. Steps of library functions that loop count as well, and each resumed coroutine
    /// as a thousand; it is looked at every thousand instructions.
    public var instructions: Int?

    /// How many host functions may be active at once (a script that calls the host that calls a script …).
    public var depth: Int

    /// Bytes `print` may write in one run.
    public var output: Int

    /// The libraries that scripts find.
    public var libraries: LuaLibraries

    /// What `print` does.
    public var print: LuaPrint

    /// Where `math.random` starts; the same seed gives the same numbers.
    public var randomSeed: UInt64

    /// States every limit.
    public init(
        memory: Int = 64 << 20, deadline: Duration? = .seconds(5), instructions: Int? = nil, depth: Int = 100,
        output: Int = 1 << 20, libraries: LuaLibraries = .all, print: LuaPrint = .lines, randomSeed: UInt64 = 0
    ) {
        self.memory = memory
        self.deadline = deadline
        self.instructions = instructions
        self.depth = depth
        self.output = output
        self.libraries = libraries
        self.print = print
        self.randomSeed = randomSeed
    }

    /// For scripts that run while nobody watches: 64 MB, 5 s, 1 MB of output.
    public static var unattended: LuaPolicy { LuaPolicy() }

    /// For a person at a prompt who can press Ctrl-C: 256 MB, 60 s, 16 MB of output.
    public static var interactive: LuaPolicy {
        LuaPolicy(memory: 256 << 20, deadline: .seconds(60), output: 16 << 20)
    }

    /// For the host's own scripts: 1 GB, no deadline, 1 GB of output.
    ///
    /// The libraries are the same.
    public static var trusted: LuaPolicy { LuaPolicy(memory: 1 << 30, deadline: nil, output: 1 << 30) }
}

/// Libraries that scripts may find beside the base library; all are guarded, none reaches outside of its state.
///
/// `io`, `os`, `debug` and `package` are on no list: files, clocks and processes are the host's to offer, by functions.
public struct LuaLibraries: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Libraries by their bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    // The bits are those of `clb_library_string` and so on.
    /// `string`, and methods of strings; without `dump`.
    public static let string = LuaLibraries(rawValue: 1)
    /// `table`.
    public static let table = LuaLibraries(rawValue: 2)
    /// `math`, with numbers from ``LuaPolicy/randomSeed``.
    public static let math = LuaLibraries(rawValue: 4)
    /// `utf8`.
    public static let utf8 = LuaLibraries(rawValue: 8)
    /// `coroutine`.
    public static let coroutine = LuaLibraries(rawValue: 16)
    /// The function `load`, for texts alone.
    public static let load = LuaLibraries(rawValue: 32)

    /// All of these.
    public static let all: LuaLibraries = [.string, .table, .math, .utf8, .coroutine, .load]
}

/// What `print` does in a state.
public enum LuaPrint: Sendable, Hashable {
    /// Each line goes to the closure that the state was made with.
    case lines
    /// There is no such function.
    case absent
}
