package import ChiboModel

/// Why a trigger has no timetable, in two languages.
package enum TimetableError: Error, Hashable, Sendable, CustomStringConvertible {
    case cron(CronError)
    case calendar(CalendarRuleFault)
    case zone(TimeZoneProblem)

    /// The message.
    package var message: Bilingual {
        switch self {
        case .cron(let error): error.message
        case .calendar(let fault): fault.message
        case .zone(let problem): problem.message
        }
    }

    /// The same for whoever talks to people.
    package var diagnostic: Diagnostic {
        switch self {
        case .cron: Diagnostic("CB-S041", .script, message)
        case .calendar: Diagnostic("CB-S042", .script, message)
        case .zone: Diagnostic("CB-S043", .configuration, message)
        }
    }

    package var description: String { message.en }
}

/// A part of a calendar rule that does not fit its span.
package struct CalendarRuleFault: Hashable, Sendable {
    /// The part, as a script writes it: `every`, `month`, `day` or `at`.
    package let part: String
    /// What was read.
    package let value: String
    /// What is allowed.
    package let allowed: String

    /// The first fault of a rule, nil where it has none.
    package init?(_ rule: CalendarRule) {
        func fault(_ part: String, _ value: Int, _ range: ClosedRange<Int>) -> (String, String, String)? {
            range.contains(value) ? nil : (part, String(value), "\(range.lowerBound)-\(range.upperBound)")
        }
        let found =
            rule.every == .term
            ? ("every", "term", Span.allCases.filter { $0 != .term }.map(\.rawValue).joined(separator: ", "))
            : fault("month", rule.month, 1...(rule.every.months ?? 1))
                ?? rule.dayLimits.flatMap { fault("day", $0.value, $0.range) }
                ?? fault("at (hour)", rule.hour, 0...23) ?? fault("at (minute)", rule.minute, 0...59)
        guard let found else { return nil }
        (part, value, allowed) = found
    }

    /// The message.
    package var message: Bilingual {
        Bilingual(
            vi: "Lịch: “\(part) = \(value)” không hợp lệ; cho phép: \(allowed)",
            en: "Schedule: “\(part) = \(value)” is not allowed; allowed: \(allowed)")
    }
}

extension CalendarRule {
    fileprivate var dayLimits: (value: Int, range: ClosedRange<Int>)? {
        switch day {
        case .last: nil
        case .weekday(let weekday): (weekday, 1...7)
        case .nth(let number): (number, 1...(every == .week ? 7 : every == .day ? 1 : 31))
        }
    }
}
