/// How a target's measure is compared with its value (domain.md §2.3).
public enum TargetOperator: String, CaseIterable, Sendable {
    case gt, ge, le, lt, eq, between, all

    /// The comparison as plans write it.
    public var label: String {
        switch self {
        case .gt: "trên"
        case .ge: "từ … trở lên"
        case .le: "không quá"
        case .lt: "dưới"
        case .eq: "bằng"
        case .between: "từ … đến …"
        case .all: "tất cả"
        }
    }
}

/// What a target was measured as.
public enum Measure: Hashable, Sendable {
    case count(Int64)
    case share(Share)
}

/// How a target stands.
public struct TargetResult: Hashable, Sendable {
    /// The target.
    public let id: String
    /// What the plan says, in words.
    public let label: String
    /// The comparison.
    public let op: TargetOperator
    /// What it is compared with; two values for `between`, none for `all`.
    public let values: [ExactDecimal]
    /// What was measured, nil where it is not known.
    public let measure: Measure?
    /// Whether the target is met.
    public let answer: Answer
    /// What the script adds, or why it is not known.
    public let message: String
    /// The records that stand in the way, by id and what people call them.
    public let lacking: [RecordLabel]

    /// A result from its parts.
    public init(
        id: String, label: String, op: TargetOperator, values: [ExactDecimal], measure: Measure?, answer: Answer,
        message: String = "", lacking: [RecordLabel] = []
    ) {
        (self.id, self.label, self.op, self.values) = (id, label, op, values)
        (self.measure, self.answer, self.message, self.lacking) = (measure, answer, message, lacking)
    }
}

/// A record by its id and what people call it.
public struct RecordLabel: Hashable, Sendable {
    /// The id.
    public let id: RecordID
    /// The name of a unit; the id of a member.
    public let label: String

    /// A label from its parts.
    public init(id: RecordID, label: String) { (self.id, self.label) = (id, label) }
}

/// When a task is to be done (domain.md §2.3, R-23).
public enum TaskTiming: Hashable, Sendable {
    /// All the time; never overdue.
    case ongoing
    /// By the last day of a period: a month, a quarter, a year.
    case within(Period)
    /// Before a day, that day not included.
    case before(CalendarDate)
    /// By a day, that day included.
    case by(CalendarDate)
    /// After an event, and so many days later at the latest; without a due date until it has happened.
    case after(event: String, days: Int?)
    /// After an event and within a period: both have to hold; without a due date until the event has happened.
    case afterWithin(event: String, Period)
    /// Every year, by the end of a month or of the year.
    case yearly(month: Int?)
    /// Every so many months, counted from the plan's start; nil where the plan has none.
    case every(months: Int, from: CalendarDate?)
    /// So many times a year: one due date, the year's last day, and a pace.
    case timesPerYear(Int)
    /// When it is needed; never overdue.
    case adhoc

    /// The last day on which it is in time, as seen in a period; nil where there is none (yet).
    public func due(in period: Period, events: (String) -> CalendarDate?) -> CalendarDate? {
        switch self {
        case .ongoing, .adhoc: return nil
        case .within(let span): return span.last
        case .before(let date): return date.adding(days: -1)
        case .by(let date): return date
        case .after(let event, let days): return days.flatMap { days in events(event)?.adding(days: days) }
        case .afterWithin(let event, let span): return events(event).map { _ in span.last }
        case .every(let months, let start): return TaskTiming.lastSpan(of: months, from: start, in: period)
        case .timesPerYear: return CalendarDate(year: period.year, month: 12, day: 31)
        case .yearly(let month):
            return CalendarDate(year: period.year, month: month ?? 12, day: 1)?.endOfMonth
        }
    }
}

extension TaskTiming {
    /// The event that a task waits for, if it waits for one.
    public var event: String? {
        switch self {
        case .after(let event, _), .afterWithin(let event, _): event
        default: nil
        }
    }

    /// The end of the last span of so many months that ends in a period; of the first one where none does.
    private static func lastSpan(of months: Int, from start: CalendarDate?, in period: Period) -> CalendarDate? {
        guard let start = start ?? CalendarDate(year: period.year, month: 1, day: 1), months > 0 else { return nil }
        // Each span's end is counted from the start: 31/01 + 1 month + 1 month would lose the 31st.
        let whole = (period.last.year - start.year) * 12 + period.last.month - start.month
        var count = max(1, whole / months)
        while count > 1, end(of: count, months, start) > period.last { count -= 1 }
        while end(of: count + 1, months, start) <= period.last { count += 1 }
        return end(of: count, months, start)
    }

    private static func end(of count: Int, _ months: Int, _ start: CalendarDate) -> CalendarDate {
        start.adding(months: count * months).adding(days: -1)
    }
}

/// How a task stands.
public struct TaskResult: Hashable, Sendable {
    /// What became of a task.
    public enum State: String, CaseIterable, Sendable {
        case not_started, in_progress, done, overdue, waiting_event, ongoing, not_applicable

        /// The state in words.
        public var label: String {
            switch self {
            case .not_started: "chưa bắt đầu"
            case .in_progress: "đang thực hiện"
            case .done: "hoàn thành"
            case .overdue: "quá hạn"
            case .waiting_event: "chờ sự kiện"
            case .ongoing: "thường xuyên"
            case .not_applicable: "không áp dụng"
            }
        }
    }

    /// The task.
    public let id: String
    /// What the plan says, in words.
    public let label: String
    /// The last day on which it is in time, if there is one.
    public let due: CalendarDate?
    /// How it stands.
    public let state: State
    /// How many days it is late.
    public let daysLate: Int
    /// What the script or the records add.
    public let message: String
    /// Who leads it.
    public let lead: String

    /// A result from its parts.
    public init(
        id: String, label: String, due: CalendarDate?, state: State, daysLate: Int = 0, message: String = "",
        lead: String = ""
    ) {
        (self.id, self.label, self.due, self.state) = (id, label, due, state)
        (self.daysLate, self.message, self.lead) = (daysLate, message, lead)
    }
}

/// How a plan stands.
public struct PlanResult: Sendable {
    /// What it follows from.
    public let receipt: Receipt
    /// The plan's title.
    public let title: String
    /// Its targets, in their order.
    public let targets: [TargetResult]
    /// Its tasks, in their order.
    public let tasks: [TaskResult]
    /// What went wrong in targets and tasks whose answer is `error`.
    public let diagnostics: [Diagnostic]

    /// A result from its parts.
    public init(
        receipt: Receipt, title: String, targets: [TargetResult], tasks: [TaskResult], diagnostics: [Diagnostic]
    ) {
        (self.receipt, self.title, self.targets, self.tasks) = (receipt, title, targets, tasks)
        self.diagnostics = diagnostics
    }

    /// Done tasks of those that can be done: without ongoing, ad hoc, waiting and inapplicable ones.
    public var progress: Share {
        let counted = tasks.filter { ![.ongoing, .waiting_event, .not_applicable].contains($0.state) }
        return Share(Int64(counted.count { $0.state == .done }), of: Int64(counted.count))
    }
}
