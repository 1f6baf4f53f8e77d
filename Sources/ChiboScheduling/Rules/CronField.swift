/// One of the five fields of a cron expression.
package enum CronField: Int, CaseIterable, Sendable {
    case minute, hour, day, month, weekday

    /// The numbers that the field takes; 0 and 7 are both Sunday.
    package var range: ClosedRange<Int> {
        switch self {
        case .minute: 0...59
        case .hour: 0...23
        case .day: 1...31
        case .month: 1...12
        case .weekday: 0...7
        }
    }

    /// Names that stand for numbers, the first one for the least.
    var names: [String] {
        switch self {
        case .minute, .hour, .day: []
        case .month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        case .weekday: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        }
    }

    var vietnamese: String { ["phút", "giờ", "ngày trong tháng", "tháng", "thứ trong tuần"][rawValue] }
    var english: String { ["minute", "hour", "day of month", "month", "day of week"][rawValue] }

    /// What the field takes, as a message says it.
    var allowed: String {
        let numbers = "\(range.lowerBound)-\(range.upperBound)"
        guard let first = names.first, let last = names.last else { return numbers }
        return "\(numbers), \(first)-\(last)"
    }
}
