import ChiboModel

/// The readings of a clock at which something is due, before any zone comes into it.
struct LocalPattern: Hashable, Sendable {
    enum Days: Hashable, Sendable {
        case cron(CronDays)
        case calendar(CalendarRule)
    }

    let days: Days
    let hours: UInt64
    let minutes: UInt64
    /// Whether the pattern goes with the time that passes: a repeated hour is due again.
    let followsElapsedTime: Bool
    /// Whether a reading that the clock jumps over must be made up for.
    let makesUpForGaps: Bool

    init(_ cron: CronExpression) {
        (days, hours, minutes) = (.cron(cron.days), cron.hours, cron.minutes)
        followsElapsedTime = cron.everyMinute || cron.everyHour
        // "Every hour" comes again an hour later; "each ten minutes at 2" would be lost with its hour.
        makesUpForGaps = !cron.everyHour
    }

    init(_ rule: CalendarRule) {
        (days, hours, minutes) = (.calendar(rule), 1 << UInt64(rule.hour), 1 << UInt64(rule.minute))
        (followsElapsedTime, makesUpForGaps) = (false, true)
    }

    /// The first due reading from one up to, and without, another.
    func first(from: LocalTime, before end: LocalTime) -> LocalTime? {
        guard from < end else { return nil }
        var date = from.date
        let limit = end.date.adding(days: 1)
        while let day = firstDay(from: date, before: limit) {
            let start = day == from.date ? from.roundedUpToMinute : LocalTime(day)
            if let found = firstTime(on: day, from: start) { return found < end ? found : nil }
            date = day.adding(days: 1)
        }
        return nil
    }

    /// The last due reading from one up to, and without, another.
    func last(from: LocalTime, before end: LocalTime) -> LocalTime? {
        guard from < end else { return nil }
        let latest = end.adding(seconds: -1)
        var limit = latest.date.adding(days: 1)
        while let day = lastDay(from: from.date, before: limit) {
            let bound = day == latest.date ? latest : LocalTime(day.adding(days: 1)).adding(seconds: -1)
            if let found = lastTime(on: day, through: bound) { return found >= from ? found : nil }
            limit = day
        }
        return nil
    }

    private func firstTime(on day: CalendarDate, from start: LocalTime) -> LocalTime? {
        guard start.date == day else { return nil }
        for hour in start.hour..<24 where hours.has(hour) {
            let rest = minutes >> UInt64(hour == start.hour ? start.minute : 0)
            if rest == 0 { continue }
            let minute = rest.trailingZeroBitCount + (hour == start.hour ? start.minute : 0)
            return LocalTime(day, hour: hour, minute: minute)
        }
        return nil
    }

    private func lastTime(on day: CalendarDate, through bound: LocalTime) -> LocalTime? {
        for hour in stride(from: bound.hour, through: 0, by: -1) where hours.has(hour) {
            let rest = hour == bound.hour ? minutes & (UInt64.max >> UInt64(63 - bound.minute)) : minutes
            if rest == 0 { continue }
            return LocalTime(day, hour: hour, minute: 63 - rest.leadingZeroBitCount)
        }
        return nil
    }

    private func firstDay(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        switch days {
        case .cron(let days): days.first(from: from, before: end)
        case .calendar(let rule): rule.first(from: from, before: end)
        }
    }

    private func lastDay(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        switch days {
        case .cron(let days): days.last(from: from, before: end)
        case .calendar(let rule): rule.last(from: from, before: end)
        }
    }
}

extension CalendarRule {
    /// The due day of the span that a day lies in.
    func day(inSpanOf date: CalendarDate) -> CalendarDate? {
        guard let period = Period(every, containing: date) else { return nil }
        guard let months = every.months else { return day(from: period.first, to: period.last) }
        let first = period.first.adding(months: min(max(month, 1), months) - 1)
        return day(from: first, to: first.endOfMonth)
    }

    private func day(from first: CalendarDate, to last: CalendarDate) -> CalendarDate {
        switch day {
        case .nth(let number): min(first.adding(days: max(number, 1) - 1), last)
        case .last: last
        case .weekday(let weekday): min(first.adding(days: (weekday - first.weekday + 7) % 7), last)
        }
    }

    func first(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        var span = Period(every, containing: from)
        while let current = span, current.first < end {
            if let day = day(inSpanOf: current.first), day >= from { return day < end ? day : nil }
            span = current.next
        }
        return nil
    }

    func last(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        var span = Period(every, containing: end.adding(days: -1))
        while let current = span, current.last >= from {
            if let day = day(inSpanOf: current.first), day < end { return day >= from ? day : nil }
            span = current.previous
        }
        return nil
    }
}
