package import ChiboModel

/// How a workbook counts days.
package enum DateSystem: Sendable {
    /// From 1900, with a 29/02/1900 that never was.
    case from1900
    /// From 1904, as Excel for the Macintosh did.
    case from1904

    /// The last serial that either system shows as a date: 31/12/9999.
    private static let lastSerial = 2_958_465.99999999

    /// The day and the seconds since midnight of a serial number; nil where Excel shows no date for it.
    package func date(serial: Double) -> (day: CalendarDate, seconds: Int)? {
        // Below 1, the 1900 system has a time of day and no day.
        let first: Double = self == .from1900 ? 1 : 0
        guard serial >= first, serial <= DateSystem.lastSerial else { return nil }
        var day = Int(serial)
        var seconds = Int(((serial - Double(day)) * 86_400).rounded())
        if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
        // 25,569 days lie between 30/12/1899 and 01/01/1970.
        switch self {
        case .from1904: day += 1462
        // Serials 1 to 59 count from 31/12/1899; 60 is the day that never was.
        case .from1900 where day < 60: day += 1
        case .from1900: if day == 60 { return nil }
        }
        return (CalendarDate(dayNumber: Int32(day - 25_569)), seconds)
    }

    /// The whole serial number that this system has for a day, also where Excel would not show one.
    package func wholeSerial(_ date: CalendarDate) -> Int {
        let since1900 = Int(date.dayNumber) + 25_569
        switch self {
        case .from1904: return since1900 - 1462
        case .from1900: return since1900 <= 60 ? since1900 - 1 : since1900
        }
    }

    /// The serial number of a day in the 1900 system; nil before 01/01/1900, which that system cannot show.
    package static func serial(_ date: CalendarDate) -> Double? {
        let serial = DateSystem.from1900.wholeSerial(date)
        return serial >= 1 ? Double(serial) : nil
    }
}
