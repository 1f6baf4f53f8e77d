package import ChiboLua
package import ChiboModel

/// All that a further state needs to take part in an evaluation; the records are shared, everything else is its own.
package struct EvaluationJob: Sendable {
    private let path: String
    private let snapshot: Snapshot
    private let period: Period
    private let today: CalendarDate
    private let parameters: [String: String]
    private let sources: RememberedSources
    private let policy: LuaPolicy
    private let board: LuaSampleBoard?

    /// An evaluation that a runtime could do itself.
    package init(_ definition: Definition, _ context: RunContext, _ runtime: ScriptRuntime) {
        SnapshotWorld.derive(context.snapshot)
        path = definition.path
        (snapshot, period, today) = (context.snapshot, context.period, context.today)
        (parameters, policy, board) = (context.parameters, runtime.state.policy, runtime.board)
        sources = RememberedSources(texts: runtime.textsByPath, others: runtime.sources)
    }

    /// Takes part with a state of its own, which is made and ended by this call.
    ///
    /// - Parameters:
    ///   - snapshotAt: The records on another day.
    ///   - log: Gets each line of `print` and `log` while records are asked about.
    ///   - began: Gets the handle that stops the state.
    ///   - next: The next piece to be asked about.
    ///   - finished: Gets each piece when it is done.
    /// - Throws: What ends the run.
    package func takePart(
        snapshotAt: @escaping (CalendarDate) throws(Diagnostic) -> Snapshot, log: @escaping (PrintedLine) -> Void,
        began: (LuaStopHandle) -> Void, next: () -> EvaluationPiece.Order?, finished: (EvaluationPiece) -> Void
    ) throws(Diagnostic) {
        var isLoaded = false
        var place: () -> LuaFrame? = { nil }
        let runtime = try ScriptRuntime(sources: sources, policy: policy, board: board) { text in
            // What loading prints was printed when the first state loaded.
            if isLoaded { log(PrintedLine(text: text, place: place())) }
        }
        place = { [unowned runtime] in runtime.state.runningPlace }
        try runtime.loadUnit()
        let definition = try runtime.load(path)
        isLoaded = true
        began(runtime.state.stopHandle)
        let context = RunContext(
            snapshot: snapshot, period: period, today: today, parameters: parameters, snapshotAt: snapshotAt)
        try runtime.judge(definition, context, next: next, finished: finished)
    }
}

/// A line that a script printed, with the place that printed it.
package struct PrintedLine: Sendable {
    /// The line, without its end.
    package let text: String
    /// Where the script stood.
    package let place: LuaFrame?
}

extension ScriptRuntime {
    /// What has been loaded of the unit, by path.
    fileprivate var textsByPath: [String: String] {
        var texts: [String: String] = [:]
        for (name, text) in moduleSources {
            texts[name.hasPrefix("lib.") ? ScriptRuntime.path(ofModule: name) : name] = text
        }
        return texts
    }
}
