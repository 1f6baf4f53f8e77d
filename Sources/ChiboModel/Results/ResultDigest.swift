extension Evaluation {
    /// SHA-256 over all verdicts: two runs with the same receipt have the same digest, or one of them was not honest.
    public var digest: String {
        var digest = EvaluationDigest()
        digest.add(verdicts)
        return digest.text
    }
}

/// The digest of an evaluation that comes in pieces, in their order.
package struct EvaluationDigest {
    private var hash = SHA256()
    /// What is not hashed yet: the hash takes long runs of bytes gladly and short ones slowly.
    private var waiting: [UInt8] = []

    /// The digest of no verdicts.
    package init() {}

    /// Adds verdicts.
    package mutating func add(_ verdicts: [Verdict]) {
        for verdict in verdicts {
            add(verdict.subject.text)
            add(verdict.answer.rawValue)
            add(verdict.level ?? "")
            for rule in verdict.rules {
                add(rule.rule)
                add(rule.answer.rawValue)
                add(rule.message)
            }
            if waiting.count > 1 << 14 { flush() }
        }
        flush()
    }

    /// A text with an end, so that "ab" and "c" differ from "a" and "bc".
    private mutating func add(_ text: String) {
        waiting += text.utf8
        waiting.append(0)
    }

    private mutating func flush() {
        hash.update(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// The digest of all that was added, in hexadecimal.
    package var text: String { hash.hexDigest }
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
