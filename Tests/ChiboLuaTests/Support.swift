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
