import Synchronization

/// Counts the objects that an input made and that still live.
final class FuzzCensus: Sendable {
    private let count = Mutex(0)

    /// How many live.
    var living: Int { count.withLock { $0 } }

    fileprivate func add(_ number: Int) { count.withLock { $0 += number } }
}

/// Counted as long as it lives: held by host functions, errors and worlds.
final class FuzzToken: Sendable {
    private let census: FuzzCensus

    init(_ census: FuzzCensus) {
        self.census = census
        census.add(1)
    }

    deinit { census.add(-1) }
}

/// What host functions throw: an error with an object in it, of two words so that it lies in a box.
struct FuzzFailure: Error {
    let token: FuzzToken
    let number: Int64
}
