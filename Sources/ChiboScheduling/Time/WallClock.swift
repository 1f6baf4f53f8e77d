package import ChiboModel
internal import Glibc
internal import Synchronization

/// What tells the time; a host passes its answer into the scheduler, which has no clock of its own.
package protocol WallClock: Sendable {
    /// The moment it is.
    func now() -> Instant
}

/// The clock of the machine.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> Instant {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Int64(time.tv_sec))
    }
}

/// A clock that stands still until it is set: for tests, and for showing what a schedule would do.
package final class ManualClock: WallClock {
    private let seconds: Atomic<Int64>

    /// A clock that shows a moment.
    package init(_ instant: Instant) { seconds = Atomic(instant.seconds) }

    package func now() -> Instant { Instant(seconds: seconds.load(ordering: .relaxed)) }

    /// Sets the clock, also backwards.
    package func set(to instant: Instant) { seconds.store(instant.seconds, ordering: .relaxed) }

    /// Lets time pass.
    package func advance(by count: Int64) { seconds.add(count, ordering: .relaxed) }
}
