import ChiboModel

/// Five fields in the way of cron: minute, hour, day of month, month, day of week.
///
/// Lists, ranges, steps, English names of months and weekdays, `7` for Sunday, `L` for the last day of the month,
/// `5L` for its last Friday, `1#2` for its second Monday, and names such as `@daily` (OCPS 1.0, 1.1 and 1.3).
/// Where both day fields say something, a day needs one of them only, unless one starts with `*` (the rule of Vixie
/// cron) or the weekdays start with `+`: then it needs both.
package struct CronExpression: Hashable, Sendable {
    /// The expression as it was written.
    package let text: String
    /// Bit n stands for minute n.
    let minutes: UInt64
    /// Bit n stands for hour n.
    let hours: UInt64
    /// The days that match.
    let days: CronDays
    /// Whether the minutes were written with a star in front.
    let everyMinute: Bool
    /// Whether the hours were written with a star in front.
    let everyHour: Bool

    /// Reads an expression.
    package init(_ text: String) throws(CronError) {
        let reader = CronReader(expression: text)
        let fields = try reader.fields()
        self.text = text
        minutes = try reader.bits(fields[0], .minute)
        hours = try reader.bits(fields[1], .hour)
        days = try reader.days(fields[2], month: fields[3], weekday: fields[4])
        (everyMinute, everyHour) = (fields[0].hasPrefix("*"), fields[1].hasPrefix("*"))
        // The calendar repeats after 400 years: what does not match once in that time never will.
        guard days.first(from: CalendarDate(dayNumber: 0), before: CalendarDate(dayNumber: 146_097)) != nil else {
            throw CronError(expression: text, field: .day, text: fields[2], cause: .never)
        }
    }

    /// Whether both day fields restrict the days, so that a reader may take the one rule for the other.
    package var restrictsBothDays: Bool { days.restrictsBoth }
    /// Whether a day must satisfy both day fields, not one of them.
    package var needsBothDays: Bool { days.needsBoth }
}

/// The days of a cron expression.
struct CronDays: Hashable, Sendable {
    /// The n-th or, where n is 0, the last of a weekday (0 is Sunday) in its month.
    struct Nth: Hashable, Sendable {
        let weekday: Int
        let number: Int
    }

    var daysOfMonth: UInt64
    var lastDay = false
    var months: UInt64
    var weekdays: UInt64 = 0
    var nth: [Nth] = []
    var needsBoth: Bool
    var restrictsBoth: Bool

    func matches(_ date: CalendarDate) -> Bool {
        let (year, month, day) = date.components
        guard months.has(month) else { return false }
        let length = CalendarDate.daysInMonth(month, of: year)
        let byDay = daysOfMonth.has(day) || (lastDay && day == length)
        let weekday = date.weekday % 7
        let byWeekday = weekdays.has(weekday) || nth.contains { $0.matches(weekday, day: day, of: length) }
        return needsBoth ? byDay && byWeekday : byDay || byWeekday
    }

    /// The first matching day from one day up to, and without, another.
    func first(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        var date = from
        while date < end {
            if !months.has(date.month) {
                date = date.endOfMonth.adding(days: 1)
            } else if matches(date) {
                return date
            } else {
                date = date.adding(days: 1)
            }
        }
        return nil
    }

    /// The last matching day from one day up to, and without, another.
    func last(from: CalendarDate, before end: CalendarDate) -> CalendarDate? {
        var date = end.adding(days: -1)
        while date >= from {
            if !months.has(date.month) {
                date = date.adding(days: -date.day)
            } else if matches(date) {
                return date
            } else {
                date = date.adding(days: -1)
            }
        }
        return nil
    }
}

extension CronDays.Nth {
    fileprivate func matches(_ weekday: Int, day: Int, of length: Int) -> Bool {
        guard weekday == self.weekday else { return false }
        return number == 0 ? day + 7 > length : (day - 1) / 7 + 1 == number
    }
}

extension UInt64 {
    /// Whether a bit is set.
    func has(_ bit: Int) -> Bool { self & (1 << UInt64(bit)) != 0 }
}
