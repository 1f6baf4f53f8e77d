import ChiboLua
import Synchronization

/// Runs a script in a state and answers its results.
@discardableResult
func run(_ source: String, in state: LuaState = LuaState(), name: String = "test.lua") throws -> [LuaValue] {
    try state.load(source, name: name).call()
}

/// The error a script ends with.
func failure(of source: String, in state: LuaState = LuaState(), name: String = "test.lua") -> LuaError? {
    do {
        try run(source, in: state, name: name)
        return nil
    } catch {
        return error as? LuaError
    }
}

/// Numbers that repeat (splitmix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// How many ``Counted`` of a test live.
final class Census: Sendable {
    private let count = Mutex(0)

    var living: Int { count.withLock { $0 } }

    fileprivate func add(_ number: Int) { count.withLock { $0 += number } }
}

/// Counted as long as it lives.
final class Counted: Sendable {
    private let census: Census

    init(_ census: Census) {
        self.census = census
        census.add(1)
    }

    deinit { census.add(-1) }
}
