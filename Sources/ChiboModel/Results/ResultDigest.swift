extension Evaluation {
    /// SHA-256 over all verdicts: two runs with the same receipt have the same digest, or one of them was not honest.
    public var digest: String {
        var hash = SHA256()
        for verdict in verdicts {
            hash.add(verdict.subject.text, verdict.answer.rawValue, verdict.level ?? "")
            for rule in verdict.rules { hash.add(rule.rule, rule.answer.rawValue, rule.message) }
        }
        return hash.hexDigest
    }
}

extension Allocation {
    /// SHA-256 over all lines.
    public var digest: String {
        var hash = SHA256()
        for line in lines { hash.add(line.subject.text, String(line.pool), line.weight.vietnamese, String(line.quota)) }
        return hash.hexDigest
    }
}

extension PlanResult {
    /// SHA-256 over all targets and tasks.
    public var digest: String {
        var hash = SHA256()
        for target in targets { hash.add(target.id, target.answer.rawValue, target.measureText, target.countsText) }
        for task in tasks { hash.add(task.id, task.state.rawValue, task.due?.iso ?? "", String(task.daysLate)) }
        return hash.hexDigest
    }
}

extension SHA256 {
    /// Adds texts with an end after each, so that "ab" and "c" differ from "a" and "bc".
    fileprivate mutating func add(_ texts: String...) {
        for text in texts {
            update(text)
            update([0])
        }
    }
}
