/// What a state allows its scripts: memory, time, depth and output.
///
/// One state serves one trust domain: scripts that must not see each other's globals get an environment each,
/// scripts that must not harm each other get a state each.
public struct LuaPolicy: Sendable {
    /// Bytes the Lua heap may hold; growth beyond raises "not enough memory".
    public var memory: Int

    /// Wall time of one run (an outermost call, or everything inside ``LuaState/withDeadline(_:_:)``); nil: no limit.
    public var deadline: Duration?

    /// How many host functions may be active at once (a script that calls the host that calls a script …).
    public var depth: Int

    /// Bytes `print` may write in one run.
    public var output: Int

    /// Where `math.random` starts; the same seed gives the same numbers.
    public var randomSeed: UInt64

    /// States every limit.
    public init(
        memory: Int = 64 << 20, deadline: Duration? = .seconds(5), depth: Int = 100, output: Int = 1 << 20,
        randomSeed: UInt64 = 0
    ) {
        self.memory = memory
        self.deadline = deadline
        self.depth = depth
        self.output = output
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
