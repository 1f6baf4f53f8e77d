import ChiboLua
public import ChiboModel
import ChiboScripting
import Glibc

extension ScriptHost {
    /// Asks a set of criteria about every record that it is about.
    ///
    /// - Parameters:
    ///   - id: The set's id, or its file's name.
    ///   - period: The period; nil for the last one of the set's span that has ended.
    ///   - asOf: The day; nil for the period's last day, or today while it is still running.
    ///   - parameters: Values for the set's parameters, as text: `["min": "3"]`.
    ///   - progress: Told now and then how many of how many records are done.
    /// - Returns: A verdict a record, and what went wrong in single records.
    /// - Throws: What is wrong with the script, the parameters or the store.
    public func evaluate(
        _ id: String, period: Period? = nil, asOf: CalendarDate? = nil, parameters: [String: String] = [:],
        progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws(Diagnostic) -> Evaluation {
        let definition = try runtime.definition(.criteria, named: id)
        let context = try context(of: definition, period: period, asOf: asOf, parameters: parameters)
        return try evaluate(definition, context, progress)
    }

    /// Judges twice, the second time in the reverse order and by other states, and compares.
    ///
    /// A script whose answer about a record follows from that record, the snapshot and the parameters answers the same
    /// both times. One that counts in a variable outside its functions, or draws random numbers, does not.
    ///
    /// - Returns: The first evaluation, whose receipt is kept, and where the second one differs.
    /// - Throws: As ``evaluate(_:period:asOf:parameters:progress:)``.
    public func verify(
        _ id: String, period: Period? = nil, asOf: CalendarDate? = nil, parameters: [String: String] = [:]
    ) throws(Diagnostic) -> Verification {
        let definition = try runtime.definition(.criteria, named: id)
        let context = try context(of: definition, period: period, asOf: asOf, parameters: parameters)
        let first = try evaluate(definition, context) { _, _ in }
        let rows = try runtime.subjects(of: definition, in: context.snapshot)
        let states = try states(for: definition, context, rows.count) + 1
        let deal = RecordDeal(rows.reversed(), states: max(1, min(rows.count, states)))
        let second = try share(definition, context, deal, log: { _ in }, progress: { _, _ in })
        return Verification(first, again: second.evaluation, path: definition.path)
    }

    private func evaluate(
        _ definition: Definition, _ context: RunContext, _ progress: @escaping (Int, Int) -> Void
    ) throws(Diagnostic) -> Evaluation {
        let rows = try runtime.subjects(of: definition, in: context.snapshot)
        let states = try states(for: definition, context, rows.count)
        if states > 1 {
            let deal = RecordDeal(rows, states: states)
            let shared = try share(definition, context, deal, log: options.log, progress: progress)
            try keep(shared.evaluation.receipt, kind: "evaluate", digest: shared.digest)
            return shared.evaluation
        }
        let result = try runtime.evaluate(definition, context, progress: progress)
        try keep(result.receipt, kind: "evaluate", digest: result.digest)
        return result
    }

    /// How many states judge so many records.
    private func states(for definition: Definition, _ context: RunContext, _ records: Int) throws(Diagnostic) -> Int {
        if let cores = options.cores { return max(1, min(cores, records)) }
        let work = try runtime.work(of: definition, in: context.snapshot)
        return max(1, min(records, RecordDeal.states(for: work, cores: ScriptHost.machineCores)))
    }

    /// The cores that this process may use.
    package static var machineCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// An evaluation by further states, and its digest; by this host's own where there are no threads to be had.
    private func share(
        _ definition: Definition, _ context: RunContext, _ deal: RecordDeal, log: @escaping (String) -> Void,
        progress: @escaping (Int, Int) -> Void
    ) throws(Diagnostic) -> (evaluation: Evaluation, digest: String) {
        var teller = PieceTeller(deal, output: runtime.outputLimit, log: log, progress: progress) { [runtime] place in
            runtime.printedTooMuch(at: place)
        }
        let shared = SharedEvaluation(EvaluationJob(definition, context, runtime), deal)
        if let (pieces, digest) = try shared.pieces(snapshotAt: context.snapshotAt, &teller) {
            return (try runtime.evaluation(definition, context, of: pieces), digest)
        }
        var (index, pieces) = (0, [EvaluationPiece]())
        try runtime.judge(
            definition, context,
            next: {
                defer { index += 1 }
                return deal.order(index)
            }, finished: { pieces.append($0) })
        let evaluation = try runtime.evaluation(definition, context, of: pieces)
        return (evaluation, evaluation.digest)
    }
}
