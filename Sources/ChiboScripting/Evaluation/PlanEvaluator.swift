import ChiboLua
package import ChiboModel

extension ScriptRuntime {
    /// Measures a plan's targets and looks where its tasks stand.
    package func evaluatePlan(_ definition: Definition, _ context: RunContext) throws(Diagnostic) -> PlanResult {
        guard case .plan(let plan) = definition.content else { throw wrongKind(definition, .plan) }
        return try run(definition, context) { generation in
            var evaluator = PlanEvaluator(self, plan, definition.id, context, generation)
            let targets = try plan.targets.map { try evaluator.result(of: $0) }
            let tasks = try plan.tasks.map { try evaluator.result(of: $0) }
            return PlanResult(
                receipt: receipt(definition, context), title: definition.title, targets: targets, tasks: tasks,
                diagnostics: evaluator.failures.diagnostics)
        }
    }
}

/// One evaluation of a plan.
private struct PlanEvaluator {
    let runtime: ScriptRuntime
    let plan: PlanDefinition
    let planID: String
    let context: RunContext
    let generation: LuaGeneration
    var failures = FailureLog()

    init(
        _ runtime: ScriptRuntime, _ plan: PlanDefinition, _ planID: String, _ context: RunContext,
        _ generation: LuaGeneration
    ) {
        (self.runtime, self.plan, self.planID, self.context, self.generation) = (
            runtime, plan, planID, context, generation
        )
    }

    mutating func result(of target: PlanDefinition.Target) throws -> TargetResult {
        do {
            let results = try target.measure.call()
            if let table = results.first?.table, let marked = CheckAnswer.marked(table, prelude: runtime.prelude) {
                return try finished(target, nil, marked.answer, marked.message)
            }
            let message = results.dropFirst().first?.text ?? ""
            guard let measure = measure(results.first ?? .nil) else { throw noMeasure(target, results.first ?? .nil) }
            if case .count = measure, target.op == .all { throw noMeasure(target, results.first ?? .nil) }
            let answer = TargetComparison(op: target.op, values: target.values, isPercent: target.isPercent).answer(
                measure)
            return try finished(target, measure, answer, message)
        } catch {
            if let answer = CheckAnswer.raised(error, prelude: runtime.prelude) {
                return try finished(target, nil, answer.answer, answer.message)
            }
            let diagnostic = runtime.diagnostic(for: error)
            if diagnostic.stopsTheRun { throw diagnostic }
            failures.add(diagnostic, record: RecordID(target.id))
            return try finished(target, nil, .error, diagnostic.message.vi)
        }
    }

    private func finished(
        _ target: PlanDefinition.Target, _ measure: Measure?, _ answer: Answer, _ message: String
    ) throws -> TargetResult {
        TargetResult(
            id: target.id, label: target.label, op: target.op, values: target.values, measure: measure, answer: answer,
            message: message, lacking: answer == .not_met ? try lacking(target) : [])
    }

    /// A count, a collection's count, or a share.
    private func measure(_ value: LuaValue) -> Measure? {
        if let rows = value.rows { return .count(Int64(rows.count)) }
        if let number = value.integer { return .count(number) }
        return share(value).map(Measure.share)
    }

    private func share(_ value: LuaValue) -> Share? {
        guard let table = value.table, table.metatable == runtime.prelude.share, let part = table["part"].integer,
            let whole = table["whole"].integer
        else { return nil }
        return Share(counts: part, whole)
    }

    private func noMeasure(_ target: PlanDefinition.Target, _ value: LuaValue) -> Diagnostic {
        let wanted =
            target.op == .all
            ? Bilingual(vi: "share(…)", en: "share(…)")
            : Bilingual(vi: "số nguyên, tập hợp hoặc share(…)", en: "a whole number, a collection or share(…)")
        return Diagnostic(
            "CB-R005", .script,
            Bilingual(
                vi: "measure của \"\(target.id)\" phải trả về \(wanted.vi), không phải \(value.typeName)",
                en: "the measure of \"\(target.id)\" has to return \(wanted.en), not \(value.typeName)"),
            place: target.measure.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
    }

    /// The records that stand in the way of a target, by id and name.
    private func lacking(_ target: PlanDefinition.Target) throws -> [RecordLabel] {
        guard let function = target.lacking, let rows = try function.call().first?.rows, let kind = rows.kind.record
        else {
            return []
        }
        return rows.rows.map { row in
            let id = context.snapshot.id(of: row, in: kind)
            return RecordLabel(id: id, label: RecordLabels.label(of: id, kind, in: context.snapshot))
        }
    }
}

extension PlanEvaluator {
    mutating func result(of task: PlanDefinition.Task) throws -> TaskResult {
        let due = task.timing.due(in: context.period, events: occurrence)
        do {
            if let condition = task.condition, try condition.call().first?.isTruthy != true {
                return TaskResult(id: task.id, label: task.label, due: due, state: .not_applicable, lead: task.lead)
            }
            let (done, message) = try progress(of: task)
            return standing(task, due, done, message)
        } catch {
            if let answer = CheckAnswer.raised(error, prelude: runtime.prelude) {
                return standing(task, due, (nil, false), answer.message)
            }
            let diagnostic = runtime.diagnostic(for: error)
            if diagnostic.stopsTheRun { throw diagnostic }
            failures.add(diagnostic, record: RecordID(task.id))
            return standing(task, due, (nil, false), diagnostic.message.vi)
        }
    }

    /// When a task was done, and whether it has begun: by its own measure, else by what is recorded of it.
    private func progress(of task: PlanDefinition.Task) throws -> (done: (CalendarDate?, Bool), message: String) {
        let recorded = recordedProgress(of: task.id)
        guard let measure = task.measure else { return ((recorded.doneOn, recorded.begun), recorded.note) }
        let results = try measure.call()
        let message = results.dropFirst().first?.text ?? recorded.note
        switch results.first ?? .nil {
        case .boolean(let flag): return ((flag ? recorded.doneOn ?? context.asOf : nil, recorded.begun), message)
        case .packed(let value): return ((value.date, true), message)
        case let value:
            guard let share = share(value) else { return ((recorded.doneOn, recorded.begun), message) }
            let complete = share.whole > 0 && share.part == share.whole
            let text = message.isEmpty ? "\(share.part)/\(share.whole)" : message
            return ((complete ? recorded.doneOn ?? context.asOf : nil, share.part > 0 || recorded.begun), text)
        }
    }

    private func recordedProgress(of task: String) -> (doneOn: CalendarDate?, begun: Bool, note: String) {
        let snapshot = context.snapshot
        for row in 0..<Int32(snapshot[.progress].count) {
            guard snapshot.value(.progress, row: row, "plan") == .text(planID),
                snapshot.value(.progress, row: row, "task") == .text(task)
            else { continue }
            var doneOn: CalendarDate?
            if case .date(let date) = snapshot.value(.progress, row: row, "done_on") { doneOn = date }
            let state = snapshot.value(.progress, row: row, "state")
            return (
                doneOn, state != .missing && state != .code("not_started"),
                snapshot.value(.progress, row: row, "note").plain ?? ""
            )
        }
        return (nil, false, "")
    }

    private func standing(
        _ task: PlanDefinition.Task, _ due: CalendarDate?, _ done: (on: CalendarDate?, begun: Bool), _ message: String
    ) -> TaskResult {
        let state: TaskResult.State
        if done.on != nil {
            state = .done
        } else if case .ongoing = task.timing {
            state = .ongoing
        } else if case .adhoc = task.timing {
            state = .ongoing
        } else if let event = task.timing.event, occurrence(of: event) == nil {
            state = .waiting_event
        } else if let due, due < context.asOf {
            state = .overdue
        } else {
            state = done.begun ? .in_progress : .not_started
        }
        let late = due.map { max(0, (done.on ?? context.asOf).days(since: $0)) } ?? 0
        return TaskResult(
            id: task.id, label: task.label, due: due, state: state,
            daysLate: state == .overdue || state == .done ? late : 0,
            message: message, lead: task.lead)
    }

    /// The day on which an event happened, if it is recorded.
    private func occurrence(of event: String) -> CalendarDate? {
        let snapshot = context.snapshot
        for row in 0..<Int32(snapshot[.event].count)
        where snapshot.value(.event, row: row, "name") == .text(event) {
            if case .date(let date) = snapshot.value(.event, row: row, "occurred_on") { return date }
        }
        return nil
    }
}

/// Compares what was measured with what a target asks, without rounding.
struct TargetComparison {
    let op: TargetOperator
    let values: [ExactDecimal]
    let isPercent: Bool

    /// Whether a measure meets the target; a share of nothing does not apply.
    func answer(_ measure: Measure) -> Answer {
        switch measure {
        case .count(let count):
            if op == .all { return .error }
            return answer { value in order(ExactDecimal(count), value) }
        case .share(let share):
            if share.whole == 0 { return .not_applicable }
            if op == .all { return share.part == share.whole ? .met : .not_met }
            if !isPercent { return answer { value in order(ExactDecimal(share.part), value) } }
            return answer { value in share.compare(toPercent: value) ?? 0 }
        }
    }

    private func order(_ left: ExactDecimal, _ right: ExactDecimal) -> Int { left < right ? -1 : left == right ? 0 : 1 }

    private func answer(_ order: (ExactDecimal) -> Int) -> Answer {
        guard let first = values.first else { return .error }
        let holds =
            switch op {
            case .gt: order(first) > 0
            case .ge: order(first) >= 0
            case .le: order(first) <= 0
            case .lt: order(first) < 0
            case .eq: order(first) == 0
            case .between: order(first) >= 0 && order(values[values.count - 1]) <= 0
            case .all: false
            }
        return holds ? .met : .not_met
    }
}
