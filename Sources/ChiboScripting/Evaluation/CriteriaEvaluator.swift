import ChiboLua
package import ChiboModel

extension ScriptRuntime {
    /// Asks a set of rules about every record that it is about.
    ///
    /// An error in one record is that record's answer and stops nobody else; a stop (time, memory) ends the run.
    ///
    /// - Parameters:
    ///   - definition: The set of rules.
    ///   - context: The records, the period and the parameters.
    ///   - progress: Told now and then how many of how many records are done.
    /// - Returns: A verdict a record, and what went wrong in single records.
    /// - Throws: What is wrong with the script or the parameters.
    package func evaluate(
        _ definition: Definition, _ context: RunContext, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(Diagnostic) -> Evaluation {
        guard case .criteria(let criteria) = definition.content else { throw wrongKind(definition, .criteria) }
        let visibility = unit?.visibility(of: definition.path, declared: Array(Visibility.identifying)) ?? Visibility()
        return try run(definition, context, visibility: visibility) { generation in
            var evaluator = CriteriaEvaluator(self, criteria, context.snapshot, generation)
            let verdicts = try evaluator.verdicts(progress)
            return Evaluation(
                receipt: receipt(definition, context), title: definition.title,
                rules: criteria.rules.map { ($0.id, $0.title) }, verdicts: verdicts,
                diagnostics: evaluator.failures.diagnostics)
        }
    }

    /// The error for a definition of another kind than a command needs.
    func wrongKind(_ definition: Definition, _ kind: Definition.Kind) -> Diagnostic {
        Diagnostic(
            "CB-C023", .usage,
            Bilingual(
                vi: "\(definition.path) không phải là \(kind.rawValue)", en: "\(definition.path) is no \(kind.rawValue)"
            ))
    }
}

/// One evaluation of a set of rules.
private struct CriteriaEvaluator {
    let runtime: ScriptRuntime
    let criteria: CriteriaDefinition
    let snapshot: Snapshot
    let generation: LuaGeneration
    var failures = FailureLog()

    init(_ runtime: ScriptRuntime, _ criteria: CriteriaDefinition, _ snapshot: Snapshot, _ generation: LuaGeneration) {
        (self.runtime, self.criteria, self.snapshot, self.generation) = (runtime, criteria, snapshot, generation)
    }

    mutating func verdicts(_ progress: (Int, Int) -> Void) throws -> [Verdict] {
        let kind = criteria.subject.kind
        let rows = criteria.subject.rows(in: snapshot)
        var verdicts: [Verdict] = []
        for (index, row) in rows.enumerated() {
            if index % 64 == 0 { progress(index, rows.count) }
            let record = PackedValue(kind: LuaKind(kind), generation: generation, row: row)
            guard try isInScope(record) else { continue }
            let id = snapshot.id(of: row, in: kind)
            var rules: [RuleVerdict] = []
            rules.reserveCapacity(criteria.rules.count)
            for rule in criteria.rules { rules.append(try ask(rule, record, id)) }
            verdicts.append(
                Verdict(
                    subject: id, label: RecordLabels.label(of: id, kind, in: snapshot),
                    answer: criteria.combination.answer(rules.map(\.answer)), rules: rules))
        }
        return verdicts
    }

    private func isInScope(_ record: PackedValue) throws -> Bool {
        guard let scope = criteria.scope else { return true }
        return try scope.call(packed: record) { $0.boolean(0) ?? !$0.isNil(0) }
    }

    private mutating func ask(_ rule: CriteriaDefinition.Rule, _ record: PackedValue, _ id: RecordID) throws
        -> RuleVerdict
    {
        runtime.forgetMissing()
        do {
            let (plain, value, message) = try rule.check.call(packed: record) { results in
                let plain = results.boolean(0)
                return (plain, plain == nil ? results.value(0) : .nil, results.isNil(1) ? "" : results.text(1) ?? "")
            }
            if let plain { return verdict(rule, plain ? .met : .not_met, message) }
            if let answer = CheckAnswer.read(value, message: .text(message), prelude: runtime.prelude) {
                return verdict(rule, answer.answer, answer.message)
            }
            throw nothingReturned(rule, value)
        } catch {
            if let answer = CheckAnswer.raised(error, prelude: runtime.prelude) {
                return verdict(rule, answer.answer, answer.message)
            }
            let diagnostic = runtime.diagnostic(for: error)
            if diagnostic.stopsTheRun { throw diagnostic }
            failures.add(diagnostic, record: id)
            return RuleVerdict(rule: rule.id, answer: .error, message: diagnostic.message.vi)
        }
    }

    /// The verdict of an answer; `false` after reading an empty value is `unknown`, and says which.
    private func verdict(_ rule: CriteriaDefinition.Rule, _ answer: Answer, _ message: String) -> RuleVerdict {
        if answer == .not_met, rule.asksForMissing {
            let missing = runtime.takeMissing()
            if !missing.isEmpty {
                return RuleVerdict(
                    rule: rule.id, answer: .unknown, message: "chưa có: " + missing.joined(separator: ", "))
            }
        }
        return RuleVerdict(rule: rule.id, answer: answer, message: message)
    }

    private func nothingReturned(_ rule: CriteriaDefinition.Rule, _ value: LuaValue) -> Diagnostic {
        Diagnostic(
            "CB-R003", .script,
            Bilingual(
                vi:
                    "hàm check của \"\(rule.id)\" phải trả về true, false, unknown \"…\" hoặc not_applicable \"…\", không phải \(value.typeName)",
                en:
                    "the check of \"\(rule.id)\" has to return true, false, unknown \"…\" or not_applicable \"…\", not \(value.typeName)"
            ),
            place: rule.check.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
    }
}

/// What went wrong in single records, counted by place, so that one mistake is told once.
struct FailureLog {
    private(set) var diagnostics: [Diagnostic] = []

    /// Adds what went wrong in a record.
    mutating func add(_ diagnostic: Diagnostic, record: RecordID) {
        let same = diagnostics.firstIndex {
            // A message can name the record; the place in the script tells whether it is the same mistake.
            $0.code == diagnostic.code && $0.place == diagnostic.place
                && (diagnostic.place != nil || $0.message == diagnostic.message)
        }
        if let same {
            diagnostics[same].others += 1
        } else {
            var first = diagnostic
            first.record = record.text
            diagnostics.append(first)
        }
    }
}

extension Diagnostic {
    /// Whether no further record can be asked: time or memory is gone.
    var stopsTheRun: Bool { kind == .timeout || kind == .limit || kind == .bug }
}
