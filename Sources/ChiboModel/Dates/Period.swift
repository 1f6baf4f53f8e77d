/// The spans of time that plans, reports and schedules speak of: one vocabulary everywhere.
public enum Span: String, CaseIterable, Sendable {
    case year, half_year, quarter, month, week, day, term

    /// Months in a span of whole months, nil for a week, a day or a term.
    public var months: Int? {
        switch self {
        case .year: 12
        case .half_year: 6
        case .quarter: 3
        case .month: 1
        case .week, .day, .term: nil
        }
    }
}

/// A stretch of days, both ends included, that a definition is evaluated for.
public struct Period: Hashable, Sendable {
    /// What kind of stretch it is.
    public let span: Span
    /// The first day.
    public let first: CalendarDate
    /// The last day, included.
    public let last: CalendarDate

    /// A period from one day to another; nil where the last day lies before the first.
    public init?(_ span: Span, from first: CalendarDate, to last: CalendarDate) {
        guard first <= last else { return nil }
        (self.span, self.first, self.last) = (span, first, last)
    }

    /// The period of a kind that a day lies in; nil for a term, which has no calendar of its own.
    public init?(_ span: Span, containing date: CalendarDate) {
        let (year, month, _) = date.components
        switch span {
        case .day: self.init(span, from: date, to: date)
        case .week:
            let monday = date.adding(days: 1 - date.weekday)
            self.init(span, from: monday, to: monday.adding(days: 6))
        case .term: return nil
        case .year, .half_year, .quarter, .month:
            guard let months = span.months else { return nil }
            let start = CalendarDate(validYear: year, month: (month - 1) / months * months + 1, day: 1)
            self.init(span, from: start, to: start.adding(months: months - 1).endOfMonth)
        }
    }

    /// A whole calendar year.
    public init(year: Int) {
        span = .year
        first = CalendarDate(validYear: year, month: 1, day: 1)
        last = CalendarDate(validYear: year, month: 12, day: 31)
    }

    /// The year of the first day.
    public var year: Int { first.year }
    /// The quarter of the first day, 1 to 4.
    public var quarter: Int { (first.month - 1) / 3 + 1 }

    /// Whether a day lies in the period, its ends included.
    public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

    /// Whether a date lies in the period; nil where the part that is not known decides.
    public func contains(_ date: PartialDate) -> Bool? {
        if contains(date.earliest) && contains(date.latest) { return true }
        return date.latest < first || last < date.earliest ? false : nil
    }

    /// The period of the same kind just before; a term's is as many days long.
    public var previous: Period { shifted(by: -1) }
    /// The period of the same kind just after; a term's is as many days long.
    public var next: Period { shifted(by: 1) }

    private func shifted(by count: Int) -> Period {
        let neighbour = count < 0 ? first.adding(days: -1) : last.adding(days: 1)
        if let period = Period(span, containing: neighbour) { return period }
        let length = last.days(since: first) + 1
        return Period(span, first: first.adding(days: count * length), last: last.adding(days: count * length))
    }

    private init(_ span: Span, first: CalendarDate, last: CalendarDate) {
        (self.span, self.first, self.last) = (span, first, last)
    }
}

extension Period {
    /// Reads `2023`, `2023-H1`, `2023-Q1`, `2023-04`, `2023-W05`, `2023-04-15`, or a term `2020-06-01..2025-06-01`.
    public init?(_ text: some StringProtocol) {
        if let dots = text.firstRange(of: "..") {
            guard let from = CalendarDate(iso: text[..<dots.lowerBound]),
                let to = CalendarDate(iso: text[dots.upperBound...])
            else { return nil }
            self.init(.term, from: from, to: to)
            return
        }
        if let date = PartialDate(iso: text) {
            let span: Span = date.precision == .year ? .year : date.precision == .month ? .month : .day
            self.init(span, containing: date.earliest)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, let letter = parts[1].first,
            let year = Period.number(parts[0]), year > 0, let number = Period.number(parts[1].dropFirst())
        else { return nil }
        self.init(year: year, letter: letter, number: number)
    }

    /// A number of digits alone: `Int` would take a sign.
    private static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private init?(year: Int, letter: Character, number: Int) {
        let january = CalendarDate(validYear: year, month: 1, day: 1)
        switch (letter.lowercased(), number) {
        case ("q", 1...4): self.init(.quarter, containing: january.adding(months: (number - 1) * 3))
        case ("h", 1...2): self.init(.half_year, containing: january.adding(months: (number - 1) * 6))
        case ("w", 1...53):
            // ISO 8601: the first week is the one that 4 January lies in, and a week is of its Thursday's year.
            self.init(.week, containing: january.adding(days: 3 + (number - 1) * 7))
            if first.adding(days: 3).year != year { return nil }
        default: return nil
        }
    }

    /// The form that ``init(_:)`` reads, as `--period` takes it.
    public var code: String {
        let (year, month, _) = first.components
        switch span {
        case .year: return padded(year, 4)
        case .half_year: return "\(padded(year, 4))-H\(month <= 6 ? 1 : 2)"
        case .quarter: return "\(padded(year, 4))-Q\(quarter)"
        case .month: return "\(padded(year, 4))-\(padded(month, 2))"
        case .day: return first.iso
        case .week:
            let thursday = first.adding(days: 3)
            let week = thursday.days(since: CalendarDate(validYear: thursday.year, month: 1, day: 1)) / 7 + 1
            return "\(padded(thursday.year, 4))-W\(padded(week, 2))"
        case .term: return "\(first.iso)..\(last.iso)"
        }
    }

    /// The period in words, as a heading of a report shows it.
    public var vietnamese: String {
        let (year, month, _) = first.components
        switch span {
        case .year: return "năm \(year)"
        case .half_year: return "6 tháng \(month <= 6 ? "đầu" : "cuối") năm \(year)"
        case .quarter: return "quý \(["I", "II", "III", "IV"][quarter - 1]) năm \(year)"
        case .month: return "tháng \(month)/\(year)"
        case .day: return "ngày \(first.vietnamese)"
        case .week, .term: return "từ \(first.vietnamese) đến \(last.vietnamese)"
        }
    }
}

extension Period: CustomStringConvertible {
    /// The code of the period.
    public var description: String { code }
}
