/// Reads the fields of one cron expression.
struct CronReader {
    let expression: String

    private static let nicknames = [
        "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
        "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
    ]

    /// The five fields, in lower case.
    func fields() throws(CronError) -> [String] {
        var text = expression.lowercased()
        if text.hasPrefix("@") {
            guard let meaning = CronReader.nicknames[text] else { throw error(nil, expression, .unknownNickname) }
            text = meaning
        }
        let fields = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 5 else { throw error(nil, expression, .fieldCount(fields.count)) }
        return fields
    }

    /// The numbers of a field, as bits.
    func bits(_ text: String, _ field: CronField) throws(CronError) -> UInt64 {
        var bits: UInt64 = 0
        for part in try parts(text, field) { bits |= try element(part, field) }
        return bits
    }

    /// The three fields that decide on the day.
    func days(_ day: String, month: String, weekday: String) throws(CronError) -> CronDays {
        let both = weekday.hasPrefix("+")
        let weekday = both ? String(weekday.dropFirst()) : weekday
        let starred = day.hasPrefix("*") || weekday.hasPrefix("*")
        var days = CronDays(
            daysOfMonth: 0, months: try bits(month, .month), needsBoth: both || starred,
            restrictsBoth: day != "*" && weekday != "*")
        for part in try parts(day, .day) {
            if part == "l" { days.lastDay = true } else { days.daysOfMonth |= try element(part, .day) }
        }
        for part in try parts(weekday, .weekday) {
            if let nth = try nth(part) { days.nth.append(nth) } else { days.weekdays |= try element(part, .weekday) }
        }
        // 7 is Sunday as 0 is.
        if days.weekdays.has(7) { days.weekdays |= 1 }
        return days
    }

    private func parts(_ text: String, _ field: CronField) throws(CronError) -> [Substring] {
        if text == "?" || (field == .day && text.hasSuffix("w")) { throw error(field, text, .quartz) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw error(field, text, .empty) }
        return parts
    }

    /// `*`, `5`, `1-5`, each but the middle one with `/n`.
    private func element(_ text: Substring, _ field: CronField) throws(CronError) -> UInt64 {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let range = try range(halves[0], field)
        guard halves.count == 2 else { return bits(range, step: 1) }
        guard halves[0] == "*" || halves[0].contains("-") else { throw error(field, text, .stepWithoutRange) }
        guard let step = digits(halves[1]), (1...field.range.upperBound).contains(step) else {
            throw error(field, text, .badStep)
        }
        return bits(range, step: step)
    }

    private func bits(_ range: ClosedRange<Int>, step: Int) -> UInt64 {
        stride(from: range.lowerBound, through: range.upperBound, by: step).reduce(0) { $0 | 1 << UInt64($1) }
    }

    private func range(_ text: Substring, _ field: CronField) throws(CronError) -> ClosedRange<Int> {
        // Sunday once: with both 0 and 7 a step would begin anew at the end of the week.
        if text == "*" { return field == .weekday ? 0...6 : field.range }
        let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let first = try number(ends[0], field)
        guard ends.count == 2 else { return first...first }
        let last = try number(ends[1], field)
        guard first <= last else { throw error(field, text, .reversed) }
        return first...last
    }

    /// `5l`, the last Friday, or `5#2`, the second one; nil for any other text.
    private func nth(_ text: Substring) throws(CronError) -> CronDays.Nth? {
        if text.hasSuffix("l") {
            return CronDays.Nth(weekday: try number(text.dropLast(), .weekday) % 7, number: 0)
        }
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        guard let number = digits(halves[1]), (1...5).contains(number) else {
            throw error(.weekday, text, .outOfRange)
        }
        return CronDays.Nth(weekday: try self.number(halves[0], .weekday) % 7, number: number)
    }

    private func number(_ text: Substring, _ field: CronField) throws(CronError) -> Int {
        if let index = field.names.firstIndex(where: { $0 == text }) {
            return index + (field == .month ? 1 : 0)
        }
        guard let number = digits(text) else { throw error(field, text, text.isEmpty ? .empty : .notANumber) }
        guard field.range.contains(number) else { throw error(field, text, .outOfRange) }
        return number
    }

    /// A number in plain digits: `Int(_:)` would also take `+5`.
    private func digits(_ text: Substring) -> Int? {
        text.utf8.count <= 9 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private func error(_ field: CronField?, _ text: some StringProtocol, _ cause: CronError.Cause) -> CronError {
        CronError(expression: expression, field: field, text: String(text), cause: cause)
    }
}
