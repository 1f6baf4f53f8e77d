import ChiboModel
import Glibc

/// The clock of the host.
enum SystemClock {
    static var now: Instant { Instant(seconds: Int64(time(nil))) }
}
