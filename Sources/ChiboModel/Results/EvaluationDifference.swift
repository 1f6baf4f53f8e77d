/// An answer that two evaluations of the same records do not share.
public struct EvaluationDifference: Hashable, Sendable {
    /// The record.
    public let subject: RecordID
    /// What people call it.
    public let label: String
    /// The rule; nil where only one of the evaluations judged the record at all.
    public let rule: String?
    /// What the first one says; nil where it does not judge the record.
    public let first: RuleVerdict?
    /// What the second one says; nil where it does not judge the record.
    public let second: RuleVerdict?
}

extension Evaluation {
    /// Where another evaluation of the same definition differs; the order of its verdicts does not matter.
    public func differences(from other: Evaluation) -> [EvaluationDifference] {
        var others = Dictionary(other.verdicts.map { ($0.subject, $0) }) { first, _ in first }
        var differences: [EvaluationDifference] = []
        for verdict in verdicts {
            if let second = others.removeValue(forKey: verdict.subject) {
                differences += zip(verdict.rules, second.rules).filter { $0 != $1 }.map {
                    verdict.difference(rule: $0.rule, $0, $1)
                }
            } else {
                differences.append(verdict.difference(rule: nil, verdict.summary, nil))
            }
        }
        let added = other.verdicts.filter { others[$0.subject] != nil }
        return differences + added.map { $0.difference(rule: nil, nil, $0.summary) }
    }
}

extension Verdict {
    fileprivate func difference(rule: String?, _ first: RuleVerdict?, _ second: RuleVerdict?) -> EvaluationDifference {
        EvaluationDifference(subject: subject, label: label, rule: rule, first: first, second: second)
    }

    /// The answer of the set, as that of a rule without a name.
    fileprivate var summary: RuleVerdict { RuleVerdict(rule: "", answer: answer) }
}
