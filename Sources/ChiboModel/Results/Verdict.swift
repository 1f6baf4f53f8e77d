/// What a rule, or a set of rules, says of a record: three-valued logic with "does not apply" and "could not be asked".
public enum Answer: String, CaseIterable, Sendable {
    case met, not_met, unknown, not_applicable, error

    /// The answer in words.
    public var label: String {
        switch self {
        case .met: "đạt"
        case .not_met: "chưa đạt"
        case .unknown: "chưa rõ"
        case .not_applicable: "không áp dụng"
        case .error: "lỗi"
        }
    }

    /// All have to be met: one that is not decides; else an error, else an unknown (Kleene; domain.md §7, R-17).
    public static func all(_ answers: [Answer]) -> Answer {
        combined(answers, deciding: .not_met, otherwise: .met)
    }

    /// One has to be met: one that is decides; else an error, else an unknown.
    public static func any(_ answers: [Answer]) -> Answer {
        combined(answers, deciding: .met, otherwise: .not_met)
    }

    /// At least so many have to be met; an error or an unknown decides only where it could.
    public static func atLeast(_ count: Int, of answers: [Answer]) -> Answer {
        let met = answers.count { $0 == .met }
        let open = answers.count { $0 == .unknown || $0 == .error }
        if answers.allSatisfy({ $0 == .not_applicable }) { return .not_applicable }
        if met >= count { return .met }
        if met + open < count { return .not_met }
        return answers.contains(.error) ? .error : .unknown
    }

    /// Asked once a record: nothing here allocates.
    private static func combined(_ answers: [Answer], deciding: Answer, otherwise: Answer) -> Answer {
        if answers.allSatisfy({ $0 == .not_applicable }) { return .not_applicable }
        for wanted in [deciding, .error, .unknown] where answers.contains(wanted) { return wanted }
        return otherwise
    }
}

/// What one rule says of one record.
public struct RuleVerdict: Hashable, Sendable {
    /// The rule.
    public let rule: String
    /// The answer.
    public let answer: Answer
    /// What the rule adds, or why it does not know; empty for nothing.
    public let message: String

    /// A verdict from its parts.
    public init(rule: String, answer: Answer, message: String = "") {
        (self.rule, self.answer, self.message) = (rule, answer, message)
    }
}

/// What a set of rules says of one record.
public struct Verdict: Hashable, Sendable {
    /// The record.
    public let subject: RecordID
    /// What people call it: a branch's name; a member is shown by id.
    public let label: String
    /// The answer of the set.
    public let answer: Answer
    /// The level, where the set gives levels.
    public let level: String?
    /// The answers of its rules, in their order.
    public let rules: [RuleVerdict]

    /// A verdict from its parts.
    public init(subject: RecordID, label: String, answer: Answer, level: String? = nil, rules: [RuleVerdict]) {
        (self.subject, self.label, self.answer, self.level, self.rules) = (subject, label, answer, level, rules)
    }
}

/// The inputs that a result follows from: with the same ones it can be made again, byte for byte.
public struct Receipt: Hashable, Sendable {
    /// The definition.
    public let definition: String
    /// SHA-256 of the definition's source and of all that it required, in hexadecimal.
    public let scriptHash: String
    /// What the store knew.
    public let version: DataVersion
    /// The day of the snapshot.
    public let asOf: CalendarDate
    /// The period.
    public let period: Period
    /// The parameters, as text.
    public let parameters: [String: String]

    /// A receipt from its parts.
    public init(
        definition: String, scriptHash: String, version: DataVersion, asOf: CalendarDate, period: Period,
        parameters: [String: String]
    ) {
        (self.definition, self.scriptHash, self.version) = (definition, scriptHash, version)
        (self.asOf, self.period, self.parameters) = (asOf, period, parameters)
    }
}

/// What a set of criteria says of all records that it is about.
public struct Evaluation: Sendable {
    /// What it follows from.
    public let receipt: Receipt
    /// The set's title.
    public let title: String
    /// The titles of the rules, in their order.
    public let rules: [(id: String, title: String)]
    /// One verdict a record, in the order of the records.
    public let verdicts: [Verdict]
    /// What went wrong in records whose answer is `error`, one for each place in the script.
    public let diagnostics: [Diagnostic]

    /// A result from its parts.
    public init(
        receipt: Receipt, title: String, rules: [(id: String, title: String)], verdicts: [Verdict],
        diagnostics: [Diagnostic]
    ) {
        (self.receipt, self.title, self.rules) = (receipt, title, rules)
        (self.verdicts, self.diagnostics) = (verdicts, diagnostics)
    }

    /// How many records have an answer.
    public func count(_ answer: Answer) -> Int { verdicts.count { $0.answer == answer } }
}
