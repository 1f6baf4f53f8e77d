/// Reads the text of a POSIX time zone rule; each function takes what it needs from the front.
struct PosixTimeZoneReader {
    private var rest: Substring.UTF8View

    /// The rule that a text gives, or nil where it gives none.
    static func read(_ text: String) -> PosixTimeZone? {
        var reader = PosixTimeZoneReader(rest: Substring(text).utf8)
        guard let zone = reader.zone(), reader.rest.isEmpty else { return nil }
        return zone
    }

    private mutating func zone() -> PosixTimeZone? {
        guard let name = name(), let west = time(maximum: 24) else { return nil }
        let standard = TimeZoneRules.Offset(seconds: -west, isDaylight: false, abbreviation: name)
        if rest.isEmpty { return PosixTimeZone(standard: standard, daylight: nil) }
        guard let daylight = daylight(standard: -west) else { return nil }
        return PosixTimeZone(standard: standard, daylight: daylight)
    }

    private mutating func daylight(standard: Int) -> PosixTimeZone.Daylight? {
        guard let name = name() else { return nil }
        var seconds = standard + 3600
        if rest.first != UInt8(ascii: ",") {
            guard let west = time(maximum: 24) else { return nil }
            seconds = -west
        }
        guard let begins = change(), let ends = change() else { return nil }
        let offset = TimeZoneRules.Offset(seconds: seconds, isDaylight: true, abbreviation: name)
        return PosixTimeZone.Daylight(offset: offset, begins: begins, ends: ends)
    }

    /// Three letters or more, or anything between angle brackets.
    private mutating func name() -> String? {
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            defer { rest = rest[rest.index(after: end)...] }
            return String(Substring(rest[..<end]))
        }
        let letters = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        guard letters.count >= 3 else { return nil }
        rest = rest.dropFirst(letters.count)
        return String(Substring(letters))
    }

    private mutating func change() -> PosixTimeZone.Change? {
        guard take(","), let day = day() else { return nil }
        guard take("/") else { return PosixTimeZone.Change(day: day, seconds: 7200) }
        return time(maximum: 167).map { PosixTimeZone.Change(day: day, seconds: $0) }
    }

    private mutating func day() -> PosixTimeZone.Change.Day? {
        if take("J") { return number(in: 1...365).map { .julian($0) } }
        guard take("M") else { return number(in: 0...365).map { .ordinal($0) } }
        guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
            let weekday = number(in: 0...6)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// `[+-]hh[:mm[:ss]]`, in seconds.
    private mutating func time(maximum: Int) -> Int? {
        let negative = take("-")
        if !negative { _ = take("+") }
        guard let hours = number(in: 0...maximum) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] where take(":") {
            guard let part = number(in: 0...59) else { return nil }
            seconds += part * unit
        }
        return negative ? -seconds : seconds
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range.contains(number) ? number : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
