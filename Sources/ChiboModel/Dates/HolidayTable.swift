/// A day that differs from the week's own rhythm: a public holiday, a day given in its place, a Saturday worked for it.
public struct Holiday: Hashable, Sendable {
    /// Which way the day differs.
    public enum Kind: String, CaseIterable, Sendable {
        /// Nobody works, whatever the day of the week.
        case off
        /// People work, also on a Saturday or a Sunday.
        case worked
    }

    /// The day.
    public let date: CalendarDate
    /// Whether it is off or worked.
    public let kind: Kind
    /// What the day is called, in Vietnamese.
    public let name: String
    /// The law or the announcement that says so.
    public let source: String

    /// A day from its parts.
    public init(_ date: CalendarDate, _ kind: Kind, name: String, source: String) {
        (self.date, self.kind, self.name, self.source) = (date, kind, name, source)
    }
}

/// The public holidays and swapped days of the years that somebody has entered.
///
/// Tết moves, and days are swapped by announcement (Bộ luật Lao động 45/2019/QH14, art. 112), so the table is data. It
/// says of each day whether it is covered at all: a year that is missing must be reported and not guessed (domain.md §3).
public struct HolidayTable: Hashable, Sendable {
    /// The days that differ, by date; at most one for a date.
    public let days: [Holiday]
    /// The stretches of days that are entered completely, in order, with at least a day between two of them.
    public let coverage: [ClosedRange<CalendarDate>]

    /// A table that covers nothing.
    public static let empty = HolidayTable([], covering: [])

    /// A table of days, complete for the given stretches.
    ///
    /// Of two rows for one date the later one holds, so that a unit's own rows go behind those of the regulation.
    public init(_ days: some Sequence<Holiday>, covering stretches: some Sequence<ClosedRange<CalendarDate>>) {
        var latest: [CalendarDate: Holiday] = [:]
        for day in days { latest[day.date] = day }
        self.days = latest.values.sorted { $0.date < $1.date }
        coverage = HolidayTable.joined(stretches)
    }

    /// The table with another one on top: the other's days hold, and what either covers is covered.
    public func overlaid(by other: HolidayTable) -> HolidayTable {
        HolidayTable(days + other.days, covering: coverage + other.coverage)
    }

    private static func joined(
        _ stretches: some Sequence<ClosedRange<CalendarDate>>
    ) -> [ClosedRange<CalendarDate>] {
        var joined: [ClosedRange<CalendarDate>] = []
        for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, stretch.lowerBound <= last.upperBound.adding(days: 1) {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, stretch.upperBound)
            } else {
                joined.append(stretch)
            }
        }
        return joined
    }

    /// The stretch of covered days that a day lies in; nil where the table does not know the day.
    func stretch(around date: CalendarDate) -> ClosedRange<CalendarDate>? {
        coverage.first { $0.contains(date) }
    }

    /// Whether the table knows a day, be it ordinary or not.
    public func covers(_ date: CalendarDate) -> Bool { stretch(around: date) != nil }

    /// The row of a date, if there is one.
    public subscript(date: CalendarDate) -> Holiday? {
        let index = firstIndex(from: date)
        return index < days.count && days[index].date == date ? days[index] : nil
    }

    /// The place of the first row on or after a date.
    func firstIndex(from date: CalendarDate) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// A count of working days came to a day that the holiday table does not cover.
public struct HolidayGap: Error, Hashable, Sendable {
    /// The first day that is not covered, in the direction of the count.
    public let date: CalendarDate

    /// A count that came to a day.
    public init(date: CalendarDate) { self.date = date }

    /// What is missing and what to do, for a person.
    public var message: Bilingual {
        Bilingual(
            vi: "bảng ngày nghỉ lễ chưa có năm \(date.year) (từ \(date.vietnamese)): "
                + "thêm các ngày nghỉ, ngày làm bù của năm ấy vào rules/holidays.lua của đơn vị",
            en: "the holiday table has no year \(date.year) (from \(date.iso)): "
                + "add that year's days off and days worked to the unit's rules/holidays.lua")
    }
}
