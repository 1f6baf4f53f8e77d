import ChiboModel

/// Results as people read them on a terminal.
struct ResultText {
    let language: Language

    func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// The title, and what the result follows from.
    private func head(_ title: String, _ receipt: Receipt) -> [Styled] {
        let period = pick("kỳ \(receipt.period.vietnamese)", "period \(receipt.period.code)")
        let day = pick("tính đến \(receipt.asOf.vietnamese)", "as of \(receipt.asOf.iso)")
        var line = "\(receipt.definition) · \(period) · \(day)"
        for (name, value) in receipt.parameters.sorted(by: { $0.key < $1.key }) { line += " · \(name)=\(value)" }
        return [Styled(title, .strong), Styled(line, .faint)]
    }

    private func word(_ answer: Answer) -> String {
        language == .vi ? answer.label : answer.rawValue.replacing("_", with: " ")
    }

    /// A sign and a word, so that nothing hangs on the colour.
    func mark(_ answer: Answer) -> Styled {
        switch answer {
        case .met: Styled("✓ " + word(answer), .good)
        case .not_met: Styled("✗ " + word(answer), .error)
        case .unknown: Styled("? " + word(answer), .warning)
        case .not_applicable: Styled("– " + word(answer), .faint)
        case .error: Styled("! " + word(answer), .error)
        }
    }

    /// The counts of answers, then each record with the rules that keep it from being met.
    func lines(_ evaluation: Evaluation, showing answers: [Answer]) -> [Styled] {
        let counts = Answer.allCases.filter { evaluation.count($0) > 0 }
            .map { "\(word($0)) \(evaluation.count($0))" }
        if counts.isEmpty {
            return head(evaluation.title, evaluation.receipt)
                + [
                    Styled(
                        pick(
                            "không có bản ghi nào để chấm; `chibo import` nhập danh sách",
                            "there are no records to judge; `chibo import` reads a roster"))
                ]
        }
        var lines = head(evaluation.title, evaluation.receipt) + [Styled(counts.joined(separator: " · ")), ""]
        let titles = Dictionary(evaluation.rules.map { ($0.id, $0.title) }) { first, _ in first }
        let width = Answer.allCases.map { DisplayWidth.of(mark($0).plain) }.max() ?? 0
        for verdict in evaluation.verdicts where answers.isEmpty || answers.contains(verdict.answer) {
            let sign = mark(verdict.answer)
            let space = String(repeating: " ", count: width - DisplayWidth.of(sign.plain) + 2)
            let level = verdict.level.map { " (\($0))" } ?? ""
            lines.append(sign + Styled(space + verdict.label + level))
            for rule in verdict.rules where rule.answer != .met && rule.answer != .not_applicable {
                let text = rule.answer == .error ? told(rule.message, evaluation.diagnostics) : rule.message
                let message = text.isEmpty ? "" : ": " + text
                let title = titles[rule.rule] ?? rule.rule
                lines.append(Styled("      ") + mark(rule.answer) + Styled(" — \(title)\(message)"))
            }
        }
        return lines
    }

    /// What went wrong in the language of the reader: a result keeps the Vietnamese words alone.
    private func told(_ message: String, _ diagnostics: [Diagnostic]) -> String {
        diagnostics.first { $0.message.vi == message }?.message[language] ?? message
    }

    /// One line a branch, and the sum.
    func lines(_ allocation: Allocation) -> [Styled] {
        var table = TextTable([
            (pick("Đơn vị", "Unit"), .left), (pick("Nguồn", "Pool"), .right), (pick("Hệ số", "Weight"), .right),
            (pick("Tối thiểu", "Floor"), .right), (pick("Chỉ tiêu", "Quota"), .right),
            (pick("Đã đạt", "Attained"), .right), (pick("Còn lại", "Remaining"), .right),
        ])
        for line in allocation.lines {
            let number: (Int64?) -> Styled = { Styled($0.map { String($0) } ?? "") }
            table.add([
                Styled(line.label), number(line.pool), Styled(decimal(line.weight)), Styled(String(line.floor)),
                Styled(String(line.quota), .strong), number(line.attained), number(line.remaining),
            ])
        }
        let sum = allocation.lines.reduce(0) { $0 + $1.quota }
        let pool = allocation.lines.reduce(0) { $0 + $1.pool }
        let attained = allocation.lines.compactMap(\.attained)
        table.add([
            Styled(pick("Cộng", "Sum"), .strong), Styled(String(pool)), "", "", Styled(String(sum), .strong),
            Styled(attained.isEmpty ? "" : String(attained.reduce(0, +))), "",
        ])
        return head(allocation.title, allocation.receipt) + [""] + table.lines(totalRow: true)
    }

    /// The targets, then the tasks.
    func lines(_ plan: PlanResult) -> [Styled] {
        var lines = head(plan.title, plan.receipt)
        if !plan.targets.isEmpty { lines += ["", Styled(pick("Chỉ tiêu", "Targets"), .heading)] + targets(plan) }
        if !plan.tasks.isEmpty { lines += ["", Styled(pick("Nhiệm vụ", "Tasks"), .heading)] + tasks(plan) }
        return lines
    }

    private func targets(_ plan: PlanResult) -> [Styled] {
        var table = TextTable([
            (pick("Kết quả", "Answer"), .left), (pick("Thực hiện", "Measured"), .right),
            (pick("Yêu cầu", "Required"), .left), (pick("Chỉ tiêu", "Target"), .left),
        ])
        for target in plan.targets {
            let message = target.answer == .error ? told(target.message, plan.diagnostics) : target.message
            table.add([
                mark(target.answer), Styled(measured(target)), Styled(required(target)),
                Styled(target.label + (message.isEmpty ? "" : " — " + message)),
            ])
        }
        return table.lines() + plan.targets.flatMap(lacking)
    }

    /// Who stands in the way of a target, as far as a person can take it in at a glance; all of them are in `--json`.
    private func lacking(_ target: TargetResult) -> [Styled] {
        guard !target.lacking.isEmpty else { return [] }
        let shown = target.lacking.prefix(5).map(\.label).joined(separator: "; ")
        let rest =
            target.lacking.count > 5
            ? pick("; và \(target.lacking.count - 5) nữa", "; and \(target.lacking.count - 5) more") : ""
        return [Styled("  ") + Styled(target.label + ": ", .faint) + Styled(shown + rest)]
    }

    private func measured(_ target: TargetResult) -> String {
        switch target.measure {
        case .count(let number): String(number) + missing(target)
        case .share(let share):
            localized(target.measureText) + " (\(share.part)/\(share.whole))"
        case nil: ""
        }
    }

    private func missing(_ target: TargetResult) -> String {
        guard let shortfall = target.shortfall, shortfall > 0 else { return "" }
        return pick(" (thiếu \(shortfall))", " (\(shortfall) missing)")
    }

    private func required(_ target: TargetResult) -> String {
        let unit = if case .share = target.measure { " %" } else { "" }
        let values = target.values.map { decimal($0) + unit }
        guard let first = values.first else { return target.op == .all ? pick("tất cả", "all") : "" }
        switch target.op {
        case .gt: return "> " + first
        case .ge: return "≥ " + first
        case .le: return "≤ " + first
        case .lt: return "< " + first
        case .eq: return "= " + first
        case .between: return first + " … " + (values.last ?? "")
        case .all: return pick("tất cả", "all")
        }
    }

    private func tasks(_ plan: PlanResult) -> [Styled] {
        var table = TextTable([
            (pick("Tình trạng", "State"), .left), (pick("Hạn", "Due"), .left), (pick("Nhiệm vụ", "Task"), .left),
        ])
        for task in plan.tasks {
            let late = task.daysLate > 0 ? pick(" (chậm \(task.daysLate) ngày)", " (\(task.daysLate) days late)") : ""
            table.add([
                state(task.state) + Styled(late),
                Styled(task.due.map { language == .vi ? $0.vietnamese : $0.iso } ?? "–"),
                Styled(task.label + (task.message.isEmpty ? "" : " — " + task.message)),
            ])
        }
        return table.lines()
    }

    private func state(_ state: TaskResult.State) -> Styled {
        let word = language == .vi ? state.label : state.rawValue.replacing("_", with: " ")
        switch state {
        case .done: return Styled("✓ " + word, .good)
        case .overdue: return Styled("✗ " + word, .error)
        case .in_progress: return Styled("… " + word, .warning)
        default: return Styled("– " + word, .faint)
        }
    }

    private func decimal(_ number: ExactDecimal) -> String { language == .vi ? number.vietnamese : number.decimal }

    /// A percentage of the model is written the Vietnamese way.
    private func localized(_ percent: String) -> String {
        language == .vi ? percent : percent.replacing(",", with: ".")
    }
}
