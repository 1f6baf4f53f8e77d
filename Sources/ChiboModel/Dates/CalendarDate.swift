/// A day of the proleptic Gregorian calendar, without a time of day and without a zone.
///
/// Stored as the number of days since 1970-01-01, so that comparing and subtracting dates are integer operations.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01; negative before it.
    public let dayNumber: Int32

    /// The day that many days after 1970-01-01.
    public init(dayNumber: Int32) { self.dayNumber = dayNumber }

    /// The day with these components, or nil where the calendar has no such day (29/02/2023, month 13).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CalendarDate.daysInMonth(month, of: year)).contains(day)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The day with components that are known to exist.
    ///
    /// Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": the year starts in March,
    /// so that the leap day is the last one and needs no special case.
    init(validYear year: Int, month: Int, day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * march + 2) / 5 + 1
        let month = march < 10 ? march + 3 : march - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The calendar year.
    public var year: Int { components.year }
    /// The month, 1 to 12.
    public var month: Int { components.month }
    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    /// The day of the week after ISO 8601: 1 is Monday, 7 is Sunday.
    public var weekday: Int {
        let fromMonday = (Int(dayNumber) + 3) % 7
        return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
    }

    /// How many days a month has.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Whether one day comes before another.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CalendarDate {
    /// More days or months than lie between any two dates: what is added is cut to it, so that no sum overflows.
    private static let farthest = 1 << 33

    private static func bounded(_ number: Int) -> Int { max(-farthest, min(number, farthest)) }

    /// The day that many days later, or earlier where the number is negative.
    public func adding(days: Int) -> CalendarDate {
        CalendarDate(dayNumber: Int32(clamping: Int(dayNumber) + CalendarDate.bounded(days)))
    }

    /// The same day of a month that many months later, clamped to that month's last day.
    ///
    /// 31/08/2023 and six months is 29/02/2024; 29/02/2024 and twelve months is 28/02/2025 (domain.md §3, Calendar).
    public func adding(months: Int) -> CalendarDate {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + CalendarDate.bounded(months)
        let target = (year: index >= 0 ? index / 12 : (index - 11) / 12, month: ((index % 12) + 12) % 12 + 1)
        let last = CalendarDate.daysInMonth(target.month, of: target.year)
        return CalendarDate(validYear: target.year, month: target.month, day: min(day, last))
    }

    /// The same day that many years later; 29 February becomes 28 February where the year has none.
    public func adding(years: Int) -> CalendarDate { adding(months: CalendarDate.bounded(years) * 12) }

    /// Days from another date to this one.
    public func days(since other: CalendarDate) -> Int { Int(dayNumber) - Int(other.dayNumber) }

    /// The last day of this date's month.
    public var endOfMonth: CalendarDate {
        let (year, month, _) = components
        return CalendarDate(validYear: year, month: month, day: CalendarDate.daysInMonth(month, of: year))
    }

    /// Whole years from another date to this one; a year is complete on the (clamped) anniversary.
    public func wholeYears(since other: CalendarDate) -> Int {
        let years = year - other.year
        return other.adding(years: years) <= self ? years : years - 1
    }

    /// Whole months from another date to this one; n months are complete on ``adding(months:)`` of n, clamped.
    ///
    /// From 31/08 to 30/09 is one month (domain.md §7, R-01 and R-14).
    public func wholeMonths(since other: CalendarDate) -> Int {
        let ((year, month, _), (otherYear, otherMonth, _)) = (components, other.components)
        let months = (year - otherYear) * 12 + month - otherMonth
        return other.adding(months: months) <= self ? months : months - 1
    }
}

extension CalendarDate {
    /// Reads `yyyy-mm-dd`, and nothing else.
    public init?(iso text: some StringProtocol) {
        guard let partial = PartialDate(iso: text), let date = partial.exact else { return nil }
        self = date
    }

    /// `yyyy-mm-dd`, as stores and machines read it.
    public var iso: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `dd/mm/yyyy`, as people in Vietnam read it.
    public var vietnamese: String {
        let (year, month, day) = components
        return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The ISO form: what a log or a failing test should show.
    public var description: String { iso }
}

/// A number with leading zeros up to a width.
func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
