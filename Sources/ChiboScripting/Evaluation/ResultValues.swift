import ChiboLua
import ChiboModel

/// Results as scripts and tests see them: plain tables, with a list and names for the same entries.
struct ResultValues {
    let runtime: ScriptRuntime

    private var state: LuaState { runtime.state }

    /// A table of counts by answer, `verdicts`, and `of(self, id)`.
    func table(_ evaluation: Evaluation) -> LuaTable {
        let table = state.makeTable()
        for answer in Answer.allCases { table[answer.rawValue] = .integer(Int64(evaluation.count(answer))) }
        let verdicts = evaluation.verdicts.map { verdict in
            let rules = state.makeTable()
            for (index, rule) in verdict.rules.enumerated() {
                let entry = state.makeTable([
                    "id": .text(rule.rule), "answer": .text(rule.answer.rawValue), "message": .text(rule.message),
                    "title": .text(evaluation.rules[index].title),
                ])
                rules[index + 1] = .table(entry)
                rules[rule.rule] = .table(entry)
            }
            return state.makeTable([
                "id": .text(verdict.subject.text), "label": .text(verdict.label),
                "answer": .text(verdict.answer.rawValue), "rules": .table(rules),
            ])
        }
        table["verdicts"] = .table(state.makeList(verdicts.map(LuaValue.table)))
        addLookup(to: table, Dictionary(zip(evaluation.verdicts.map(\.subject.text), verdicts)) { first, _ in first })
        return table
    }

    /// A table of `total`, `sum`, `lines`, and `of(self, id)`.
    func table(_ allocation: Allocation) -> LuaTable {
        let lines = allocation.lines.map { line in
            state.makeTable([
                "id": .text(line.subject.text), "label": .text(line.label), "pool": .integer(line.pool),
                "weight": .text(line.weight.vietnamese), "floor": .integer(Int64(line.floor)),
                "quota": .integer(Int64(line.quota)), "attained": line.attained.map(LuaValue.integer) ?? .nil,
                "remaining": line.remaining.map(LuaValue.integer) ?? .nil,
            ])
        }
        let table = state.makeTable([
            "id": .text(allocation.receipt.definition), "title": .text(allocation.title),
            "total": .integer(Int64(allocation.total)),
            "sum": .integer(Int64(allocation.lines.reduce(0) { $0 + $1.quota })),
            "lines": .table(state.makeList(lines.map(LuaValue.table))),
        ])
        addLookup(to: table, Dictionary(zip(allocation.lines.map(\.subject.text), lines)) { first, _ in first })
        return table
    }

    /// `{ targets, tasks }`, each a list whose entries also go by their ids.
    func table(_ plan: PlanResult) -> LuaTable {
        let targets = state.makeTable()
        for (index, target) in plan.targets.enumerated() {
            let entry = LuaValue.table(self.table(target))
            targets[index + 1] = entry
            targets[target.id] = entry
        }
        let tasks = state.makeTable()
        for (index, task) in plan.tasks.enumerated() {
            let entry = LuaValue.table(self.table(task))
            tasks[index + 1] = entry
            tasks[task.id] = entry
        }
        return state.makeTable([
            "id": .text(plan.receipt.definition), "title": .text(plan.title), "targets": .table(targets),
            "tasks": .table(tasks), "progress": share(plan.progress),
        ])
    }

    private func table(_ target: TargetResult) -> LuaTable {
        let measured: LuaValue =
            switch target.measure {
            case nil: .nil
            case .count(let count): .integer(count)
            case .share(let share): self.share(share)
            }
        return state.makeTable([
            "id": .text(target.id), "label": .text(target.label), "answer": .text(target.answer.rawValue),
            "answer_label": .text(target.answer.label), "plan": .text(target.planText), "measured": measured,
            "text": .text(target.measureText), "counts": .text(target.countsText),
            "shortfall": target.shortfall.map(LuaValue.integer) ?? .nil, "message": .text(target.message),
            "lacking": .table(state.makeList(target.lacking.map { .text($0.label) })),
        ])
    }

    private func table(_ task: TaskResult) -> LuaTable {
        state.makeTable([
            "id": .text(task.id), "label": .text(task.label), "state": .text(task.state.rawValue),
            "state_label": .text(task.state.label), "due": task.due.map { .packed(PackedValue($0)) } ?? .nil,
            "days_late": .integer(Int64(task.daysLate)), "message": .text(task.message), "lead": .text(task.lead),
        ])
    }

    /// A share as scripts make them.
    func share(_ share: Share) -> LuaValue {
        let table = state.makeTable(["part": .integer(share.part), "whole": .integer(share.whole)])
        table.metatable = runtime.prelude.share
        return .table(table)
    }

    /// `result:of "CB1"`; an id that is not there is nil.
    private func addLookup(to table: LuaTable, _ entries: [String: LuaTable]) {
        let byID = state.makeTable()
        for (id, entry) in entries { byID[id] = .table(entry) }
        table["by_id"] = .table(byID)
        table["of"] = .function(
            state.makeFunction("of") { call in
                guard let byID = try call.table(1)["by_id"].table else { return call.push(.nil) }
                call.push(byID[try call.string(2)])
            })
    }
}

extension ScriptRuntime {
    /// Another definition of the unit, evaluated within the run that asks for it: over the same records, and for the same
    /// period unless the options, `{ period = …, params = { … } }`, name another.
    func runNested(_ kind: String, _ id: String, _ options: LuaTable?) throws -> LuaValue {
        guard let context = running.last else { throw GlobalNames.undefined("plans", known: []) }
        try options.map { TableReader(table: $0, name: kind) }?.allow(["period", "params"])
        let nested = RunContext(
            snapshot: context.snapshot, period: try options.flatMap { try period($0["period"]) } ?? context.period,
            today: context.today, parameters: try options.map { try parameterTexts($0["params"]) } ?? [:],
            snapshotAt: context.snapshotAt)
        return .table(try result(of: kind, id, nested))
    }

    /// The result of a definition as a table.
    func result(of kind: String, _ id: String, _ context: RunContext) throws(Diagnostic) -> LuaTable {
        let values = ResultValues(runtime: self)
        switch kind {
        case "criteria": return values.table(try evaluate(try definition(.criteria, named: id), context))
        case "quota": return values.table(try allocate(try definition(.quota, named: id), context))
        default: return values.table(try evaluatePlan(try definition(.plan, named: id), context))
        }
    }
}
