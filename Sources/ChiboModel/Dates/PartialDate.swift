/// A date of which only the year, or the year and the month, may be known.
///
/// Older rosters give a birth as "1956" or "00/00/1956"; a rule that needs the day then has no single answer, and says
/// so by comparing the range from ``earliest`` to ``latest``.
public struct PartialDate: Hashable, Sendable {
    /// How much of the date is known.
    public enum Precision: Int32, Sendable { case year, month, day }

    /// `yyyymmdd` as one number, with zeros for what is not known: sorts the year-only dates of a year first.
    public let packed: Int32

    /// The date packed as `yyyymmdd`, or nil where that is no date.
    public init?(packed: Int32) {
        let (year, month, day) = (Int(packed / 10000), Int(packed / 100 % 100), Int(packed % 100))
        self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }

    /// A date known up to the last component that is not nil; nil where there is no such date.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year), month != nil || day == nil else { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...CalendarDate.daysInMonth(month, of: year)).contains(day) { return nil }
        packed = Int32(year * 10000 + (month ?? 0) * 100 + (day ?? 0))
    }

    /// A date that is fully known.
    public init(_ date: CalendarDate) {
        let (year, month, day) = date.components
        packed = Int32(year * 10000 + month * 100 + day)
    }

    /// The year, always known.
    public var year: Int { Int(packed / 10000) }
    /// The month, if known.
    public var month: Int? { packed / 100 % 100 == 0 ? nil : Int(packed / 100 % 100) }
    /// The day of the month, if known.
    public var day: Int? { packed % 100 == 0 ? nil : Int(packed % 100) }

    /// How much is known.
    public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

    /// The first day that it can be.
    public var earliest: CalendarDate { CalendarDate(validYear: year, month: month ?? 1, day: day ?? 1) }

    /// The last day that it can be.
    public var latest: CalendarDate {
        let lastMonth = month ?? 12
        return CalendarDate(
            validYear: year, month: lastMonth, day: day ?? CalendarDate.daysInMonth(lastMonth, of: year))
    }

    /// The day, where it is fully known.
    public var exact: CalendarDate? { precision == .day ? earliest : nil }
}

extension PartialDate {
    /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, and nothing else.
    public init?(iso text: some StringProtocol) {
        self.init(isoText: String(text))
    }

    /// Without lists and generics: scripts read a date in every check of every record.
    private init?(isoText: String) {
        var text = isoText
        let numbers = text.withUTF8 { bytes -> (year: Int, month: Int?, day: Int?)? in
            guard let year = unsafe number(bytes, 0, 4) else { return nil }
            if bytes.count == 4 { return (year, nil, nil) }
            guard let month = unsafe number(bytes, 5, 2), unsafe bytes[4] == UInt8(ascii: "-") else { return nil }
            if bytes.count == 7 { return (year, month, nil) }
            guard bytes.count == 10, let day = unsafe number(bytes, 8, 2), unsafe bytes[7] == UInt8(ascii: "-") else {
                return nil
            }
            return (year, month, day)
        }
        guard let numbers else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    /// `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
    public var iso: String {
        switch precision {
        case .year: padded(year, 4)
        case .month: "\(padded(year, 4))-\(padded(month ?? 0, 2))"
        case .day: earliest.iso
        }
    }

    /// `yyyy`, `mm/yyyy` or `dd/mm/yyyy`.
    public var vietnamese: String {
        switch precision {
        case .year: padded(year, 4)
        case .month: "\(padded(month ?? 0, 2))/\(padded(year, 4))"
        case .day: earliest.vietnamese
        }
    }

    /// The date that many months later, known as exactly as this one; nil where the missing part would decide.
    ///
    /// 05/2023 and three months is 08/2023; 1980 and twelve months is 1981, but 1980 and three months is no year.
    public func adding(months: Int) -> PartialDate? {
        let (first, last) = (earliest.adding(months: months), latest.adding(months: months))
        guard (1...9999).contains(first.year), (1...9999).contains(last.year) else { return nil }
        switch precision {
        case .day: return PartialDate(first)
        case .month: return PartialDate(year: first.year, month: first.month)
        case .year: return first.year == last.year ? PartialDate(year: first.year) : nil
        }
    }

    /// Whether it lies before another date; nil where what is missing decides.
    public func isBefore(_ other: PartialDate) -> Bool? {
        if latest < other.earliest { return true }
        if earliest >= other.latest { return false }
        return nil
    }
}

extension PartialDate: CustomStringConvertible {
    /// The ISO form.
    public var description: String { iso }
}

/// The number that so many digits from a place on are; nil when they are not all there, or no digits.
private func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard bytes.count >= start + count else { return nil }
    var number = 0
    for index in start..<start + count {
        let digit = unsafe bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
    }
    return number
}
