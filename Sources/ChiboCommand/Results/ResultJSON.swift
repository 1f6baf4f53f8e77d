import ChiboModel

/// The stable shapes of results for programs.
extension Receipt {
    var json: JSON {
        .object([
            "definition": .string(definition), "script_hash": .string(scriptHash),
            "data_version": .int(version.number), "as_of": .string(asOf.iso), "period": .string(period.code),
            "parameters": .texts(parameters),
        ])
    }
}

extension Evaluation {
    func json(showing answers: [Answer]) -> JSON {
        let shown = verdicts.filter { answers.isEmpty || answers.contains($0.answer) }
        return .object([
            "receipt": receipt.json, "title": .string(title),
            "counts": .object(
                Answer.allCases.map { JSON.Member(name: $0.rawValue, value: .int(Int64(count($0)))) }),
            "rules": .array(rules.map { .object(["id": .string($0.id), "title": .string($0.title)]) }),
            "verdicts": .array(shown.map(\.json)), "diagnostics": .array(diagnostics.map(\.json)),
        ])
    }
}

extension Verdict {
    var json: JSON {
        .object([
            "subject": .string(subject.text), "label": .string(label), "answer": .string(answer.rawValue),
            "level": level.map { .string($0) }, "rules": .array(rules.map(\.json)),
        ])
    }
}

extension RuleVerdict {
    var json: JSON {
        .object(["rule": .string(rule), "answer": .string(answer.rawValue), "message": .string(message)])
    }
}

extension Allocation {
    var json: JSON {
        .object([
            "receipt": receipt.json, "title": .string(title), "total": .int(Int64(total)),
            "method": .string(String(describing: method)), "lines": .array(lines.map(\.json)),
        ])
    }
}

extension AllocationLine {
    var json: JSON {
        .object([
            "subject": .string(subject.text), "label": .string(label), "pool": .int(pool), "weight": weight.json,
            "floor": .int(Int64(floor)), "cap": cap.map { .int(Int64($0)) }, "quota": .int(Int64(quota)),
            "attained": attained.map { .int($0) }, "remaining": remaining.map { .int($0) },
        ])
    }
}

extension PlanResult {
    var json: JSON {
        .object([
            "receipt": receipt.json, "title": .string(title), "targets": .array(targets.map(\.json)),
            "tasks": .array(tasks.map(\.json)), "progress": progress.json,
            "diagnostics": .array(diagnostics.map(\.json)),
        ])
    }
}

extension TargetResult {
    var json: JSON {
        .object([
            "id": .string(id), "label": .string(label), "op": .string(op.rawValue),
            "values": .array(values.map(\.json)), "measure": measure?.json, "answer": .string(answer.rawValue),
            "message": .string(message),
            "lacking": .array(
                lacking.map { .object(["id": .string($0.id.text), "label": .string($0.label)]) }),
        ])
    }
}

extension TaskResult {
    var json: JSON {
        .object([
            "id": .string(id), "label": .string(label), "due": due.map { .string($0.iso) },
            "state": .string(state.rawValue), "days_late": .int(Int64(daysLate)), "message": .string(message),
            "lead": .string(lead),
        ])
    }
}

extension Measure {
    var json: JSON {
        switch self {
        case .count(let number): .object(["count": .int(number)])
        case .share(let share): share.json
        }
    }
}

extension Share {
    /// The two counts, which are exact, and the percentage as people read it.
    var json: JSON { .object(["part": .int(part), "whole": .int(whole), "percent": .text(percentText())]) }
}

extension ExactDecimal {
    var json: JSON { .number(decimal) }

    /// The number with a dot, as programs read it.
    var decimal: String {
        guard scale > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
    }
}
