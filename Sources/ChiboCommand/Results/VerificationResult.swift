import Chibo

/// What a second evaluation found, for programs.
extension Verification {
    var json: JSON {
        .object([
            "records": .int(Int64(evaluation.verdicts.count)), "differences": .array(differences.map(\.json)),
            "diagnostic": diagnostic?.json,
        ])
    }
}

extension EvaluationDifference {
    fileprivate var json: JSON {
        .object([
            "subject": .string(subject.text), "label": .string(label), "rule": rule.map { .string($0) },
            "first": first.map(answer), "second": second.map(answer),
        ])
    }

    private func answer(_ verdict: RuleVerdict) -> JSON {
        .object(["answer": .string(verdict.answer.rawValue), "message": .string(verdict.message)])
    }
}

/// What a second evaluation found, for people.
extension ResultText {
    /// How many differences are shown; all of them are in `--json`.
    private static let shownDifferences = 20

    /// That both agree, or where they do not.
    func lines(_ verification: Verification) -> [Styled] {
        let records = verification.evaluation.verdicts.count
        let differences = verification.differences
        if differences.isEmpty {
            let text = pick(
                "✓ chấm lại \(records) bản ghi theo thứ tự ngược: kết quả như nhau",
                "✓ judged \(records) records again in the reverse order: the same answers")
            return ["", Styled(text, .good)]
        }
        let title = pick(
            "Khác nhau khi chấm lại theo thứ tự ngược", "What differs in the reverse order")
        let shown = differences.prefix(Self.shownDifferences).map(line)
        let rest = differences.count - shown.count
        let more = rest > 0 ? [Styled(pick("  … và \(rest) chỗ nữa", "  … and \(rest) more"), .faint)] : []
        return ["", Styled(title, .heading)] + shown + more
    }

    private func line(_ difference: EvaluationDifference) -> Styled {
        let rule = difference.rule.map { " — \($0)" } ?? ""
        return Styled("  \(difference.label) (\(difference.subject.text))\(rule): ") + answer(difference.first)
            + Styled(" → ") + answer(difference.second)
    }

    private func answer(_ verdict: RuleVerdict?) -> Styled {
        guard let verdict else { return Styled(pick("– không chấm", "– not judged"), .faint) }
        return mark(verdict.answer) + Styled(verdict.message.isEmpty ? "" : " (\(verdict.message))")
    }
}
