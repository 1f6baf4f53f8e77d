import ChiboModel

/// The rule at the end of a TZif file: what holds for all years after its last change.
///
/// The form is that of POSIX's `TZ` with the extensions of RFC 8536 §3.3.1 (hours from -167 to 167), such as
/// `CET-1CEST,M3.5.0,M10.5.0/3` or `<+07>-7`.
struct PosixTimeZone: Hashable, Sendable {
    /// The day and the time of day at which a clock is changed, by the clock that holds until then.
    struct Change: Hashable, Sendable {
        enum Day: Hashable, Sendable {
            /// 1 to 365, 29 February never counted.
            case julian(Int)
            /// 0 to 365, 29 February counted.
            case ordinal(Int)
            /// The n-th weekday (0 is Sunday) of a month; the 5th is the last.
            case weekday(Int, week: Int, month: Int)
        }

        let day: Day
        let seconds: Int
    }

    /// Daylight-saving time, and when it begins and ends each year.
    struct Daylight: Hashable, Sendable {
        let offset: TimeZoneRules.Offset
        let begins: Change
        let ends: Change
    }

    let standard: TimeZoneRules.Offset
    let daylight: Daylight?

    /// The segment that a moment lies in, cut off at the end of what the file lists before.
    func segment(at instant: Instant, after tail: TimeZoneRules.Segment) -> TimeZoneRules.Segment {
        guard let daylight else {
            return TimeZoneRules.Segment(
                start: tail.start, end: nil, offset: tail.start == nil ? standard : tail.offset)
        }
        let year = LocalTime(seconds: instant.seconds).date.year
        var current = tail
        for change in changes(from: max(1, year - 1), to: year + 1, daylight) {
            if let start = tail.start, change.at <= start { continue }
            if change.at > instant {
                return TimeZoneRules.Segment(start: current.start, end: change.at, offset: current.offset)
            }
            // A change to what holds already is none: a zone may be on daylight time the whole year.
            if change.offset == current.offset { continue }
            current = TimeZoneRules.Segment(start: change.at, end: nil, offset: change.offset)
        }
        return current
    }

    private func changes(
        from first: Int, to last: Int, _ daylight: Daylight
    ) -> [(at: Instant, offset: TimeZoneRules.Offset)] {
        (first...last).flatMap { year in
            [
                (daylight.begins.instant(in: year, offset: standard.seconds), daylight.offset),
                (daylight.ends.instant(in: year, offset: daylight.offset.seconds), standard),
            ]
        }
        .sorted { $0.0 < $1.0 }
        .map { (at: $0.0, offset: $0.1) }
    }
}

extension PosixTimeZone.Change {
    /// The moment of the change in a year.
    func instant(in year: Int, offset: Int) -> Instant {
        let local = LocalTime(CalendarDate(dayNumber: dayNumber(in: year)))
        return Instant(seconds: local.seconds + Int64(seconds - offset))
    }

    private func dayNumber(in year: Int) -> Int32 {
        let january = firstOfMonth(1, year)
        switch day {
        case .julian(let number):
            return january.dayNumber + Int32(number - 1 + (CalendarDate.isLeap(year) && number >= 60 ? 1 : 0))
        case .ordinal(let number): return january.dayNumber + Int32(number)
        case .weekday(let weekday, let week, let month):
            let first = firstOfMonth(month, year)
            let offset = (weekday - first.weekday % 7 + 7) % 7 + (week - 1) * 7
            let length = CalendarDate.daysInMonth(month, of: year)
            return first.dayNumber + Int32(offset < length ? offset : offset - 7)
        }
    }
}

/// The first day of a month; years past 9999 are counted by the calendar's arithmetic.
func firstOfMonth(_ month: Int, _ year: Int) -> CalendarDate {
    let anchor = CalendarDate(dayNumber: 0)
    return anchor.adding(months: (year - 1970) * 12 + month - 1)
}
