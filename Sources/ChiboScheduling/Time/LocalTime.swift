package import ChiboModel

/// A reading of the clock on the wall, without a zone: which moment that was is the zone's to say.
package struct LocalTime: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01T00:00:00 of the same wall clock.
    package let seconds: Int64

    /// The reading that many seconds after 1970-01-01T00:00:00.
    package init(seconds: Int64) { self.seconds = seconds }

    /// The reading on a day at a time of day.
    package init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = Int64(date.dayNumber) * 86400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// The day.
    package var date: CalendarDate { CalendarDate(dayNumber: Int32(clamping: seconds.floored(by: 86400))) }
    /// Seconds since midnight.
    package var secondOfDay: Int { Int(seconds - seconds.floored(by: 86400) * 86400) }
    /// The hour, 0 to 23.
    package var hour: Int { secondOfDay / 3600 }
    /// The minute, 0 to 59.
    package var minute: Int { secondOfDay / 60 % 60 }
    /// The second, 0 to 59.
    package var second: Int { secondOfDay % 60 }

    package static func < (left: LocalTime, right: LocalTime) -> Bool { left.seconds < right.seconds }

    /// The reading that many seconds later.
    package func adding(seconds count: Int64) -> LocalTime { LocalTime(seconds: seconds + count) }

    /// The first full minute that is not before this reading.
    var roundedUpToMinute: LocalTime { LocalTime(seconds: (seconds + 59).floored(by: 60) * 60) }
    /// The last full minute that is not after this reading.
    var roundedDownToMinute: LocalTime { LocalTime(seconds: seconds.floored(by: 60) * 60) }
}

extension LocalTime: CustomStringConvertible {
    /// `2023-04-05T07:30:00`.
    package var description: String {
        "\(date.iso)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
    }

    /// `07:30 05/04/2023`, as an office reads it.
    package var vietnamese: String { "\(twoDigits(hour)):\(twoDigits(minute)) \(date.vietnamese)" }
}

extension Int64 {
    /// The quotient rounded down, also for negative numbers.
    func floored(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
