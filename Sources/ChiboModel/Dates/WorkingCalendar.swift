/// Working days: Monday to Friday, without the days off of a holiday table and with the days worked for them.
///
/// Every count starts the day after its start date (domain.md §3, Calendar): a decision received on 20/12/2022 leaves
/// thirty working days until 08/02/2023. A count that reaches a day unknown to the table throws ``HolidayGap``.
public struct WorkingCalendar: Hashable, Sendable {
    /// The days that differ from the week's rhythm.
    public let holidays: HolidayTable

    /// A calendar with the days off and the days worked of a table.
    public init(_ holidays: HolidayTable) { self.holidays = holidays }

    /// A calendar of weeks alone: Monday to Friday, whatever the holidays.
    public static let weekdays = WorkingCalendar(
        HolidayTable([], covering: [CalendarDate(dayNumber: .min)...CalendarDate(dayNumber: .max)]))

    /// Whether people work on a day.
    public func isWorkingDay(_ date: CalendarDate) throws(HolidayGap) -> Bool {
        guard holidays.covers(date) else { throw HolidayGap(date: date) }
        return holidays[date].map { $0.kind == .worked } ?? (date.weekday <= 5)
    }

    /// The working days after one date up to another, the latter included; negative where the latter comes first.
    ///
    /// `workingDays(from: a, to: b)` and `workingDays(from: b, to: a)` differ in their sign alone.
    public func workingDays(from start: CalendarDate, to end: CalendarDate) throws(HolidayGap) -> Int {
        guard start != end else { return 0 }
        let (first, last) = (min(start, end).adding(days: 1), max(start, end))
        let covered = holidays.stretch(around: start < end ? first : last)
        guard let covered else { throw HolidayGap(date: start < end ? first : last) }
        if start < end {
            guard last <= covered.upperBound else { throw HolidayGap(date: covered.upperBound.adding(days: 1)) }
            return count(from: first, through: last)
        }
        guard first >= covered.lowerBound else { throw HolidayGap(date: covered.lowerBound.adding(days: -1)) }
        return -count(from: first, through: last)
    }

    /// The day on which that many working days are over, the first of them the day after the start.
    ///
    /// A negative number goes back: the working day that lies so many working days before the start. Zero is the start
    /// itself, also where nobody works on it.
    public func adding(workingDays number: Int, to start: CalendarDate) throws(HolidayGap) -> CalendarDate {
        guard number != 0 else { return start }
        let first = start.adding(days: number > 0 ? 1 : -1)
        guard let covered = holidays.stretch(around: first) else { throw HolidayGap(date: first) }
        let wanted = Int(clamping: number.magnitude)
        return number > 0
            ? try forward(wanted, from: first, within: covered) : try back(wanted, from: first, within: covered)
    }

    /// The earliest day with so many working days from the first one to it.
    private func forward(
        _ number: Int, from first: CalendarDate, within covered: ClosedRange<CalendarDate>
    ) throws(HolidayGap) -> CalendarDate {
        var (low, high) = (first.dayNumber, covered.upperBound.dayNumber)
        guard count(from: first, through: covered.upperBound) >= number else {
            throw HolidayGap(date: covered.upperBound.adding(days: 1))
        }
        while low < high {
            let middle = Int32((Int(low) + Int(high)) >> 1)
            if count(from: first, through: CalendarDate(dayNumber: middle)) >= number {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return CalendarDate(dayNumber: low)
    }

    /// The latest day with so many working days from it to the last one.
    private func back(
        _ number: Int, from last: CalendarDate, within covered: ClosedRange<CalendarDate>
    ) throws(HolidayGap) -> CalendarDate {
        var (low, high) = (covered.lowerBound.dayNumber, last.dayNumber)
        guard count(from: covered.lowerBound, through: last) >= number else {
            throw HolidayGap(date: covered.lowerBound.adding(days: -1))
        }
        while low < high {
            let middle = Int32((Int(low) + Int(high) + 1) >> 1)
            if count(from: CalendarDate(dayNumber: middle), through: last) >= number {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return CalendarDate(dayNumber: low)
    }

    /// The working days of a stretch that is covered, both ends included: its weekdays, put right by the table's rows.
    private func count(from first: CalendarDate, through last: CalendarDate) -> Int {
        var count = WorkingCalendar.weekdays(before: Int(last.dayNumber) + 1)
        count -= WorkingCalendar.weekdays(before: Int(first.dayNumber))
        for day in holidays.days[holidays.firstIndex(from: first)...].prefix(while: { $0.date <= last }) {
            let isWeekday = day.date.weekday <= 5
            if isWeekday && day.kind == .off { count -= 1 }
            if !isWeekday && day.kind == .worked { count += 1 }
        }
        return count
    }

    /// The days from Monday to Friday before a day number, counted from Monday 05/01/1970; negative before that.
    private static func weekdays(before dayNumber: Int) -> Int {
        let fromMonday = dayNumber - 4
        let weeks = fromMonday >= 0 ? fromMonday / 7 : (fromMonday - 6) / 7
        return weeks * 5 + min(fromMonday - weeks * 7, 5)
    }
}
