import ChiboLua
package import ChiboModel

/// A conversation with a unit's records: statements and expressions, with what they leave behind.
package final class ReplSession {
    /// What became of an input.
    package enum Outcome: Sendable {
        /// It is not finished; more lines are needed.
        case incomplete
        /// It ran; what it printed as its value, empty for nothing.
        case output(String)
        /// It did not run, or failed; the session goes on.
        case failure(Diagnostic)
    }

    private let runtime: ScriptRuntime
    private let environment: ScriptEnvironment
    private let context: RunContext

    /// A session over the records of a context.
    package init(_ runtime: ScriptRuntime, _ context: RunContext) throws(Diagnostic) {
        (self.runtime, self.context) = (runtime, context)
        environment = runtime.makeEnvironment(writable: true)
        runtime.keepsMounts = true
        try runtime.fill(environment, context, Visibility(), parameters: [:])
    }

    /// Runs an input: an expression shows its values, a statement shows nothing.
    ///
    /// Names that are assigned without `local` stay for the next input.
    package func evaluate(_ typed: String) -> Outcome {
        let text = VietnameseText.normalized(typed)
        runtime.moduleSources["repl"] = text
        runtime.running.append(context)
        defer { runtime.running.removeLast() }
        do {
            let chunk = try compile(text)
            let results = try runtime.state.withRun { () throws(LuaError) in try chunk.call() }
            let printer = ValuePrinter(runtime)
            return .output(results.map { printer.show($0) }.joined(separator: "\n"))
        } catch {
            if case .syntax(incomplete: true) = error.kind { return .incomplete }
            if let answer = CheckAnswer.raised(error, prelude: runtime.prelude) {
                return .output("\(answer.answer.rawValue): \(answer.message)")
            }
            return .failure(runtime.diagnostic(for: error, elseAt: Diagnostic.Place(file: "repl", line: 1)))
        }
    }

    /// As an expression where it is one, else as statements.
    private func compile(_ text: String) throws(LuaError) -> LuaFunction {
        do {
            return try runtime.state.load("return " + text, name: "repl", environment: environment.globals)
        } catch {
            return try runtime.state.load(text, name: "repl", environment: environment.globals)
        }
    }

    /// Stops what runs when it is called, from any thread.
    package var stop: @Sendable () -> Void {
        let handle = runtime.state.stopHandle
        return { handle.stop() }
    }

    /// The names that can follow what was typed, for completion: globals, or the members of a record or a collection.
    package func completions(of prefix: String) -> [String] {
        guard let separator = prefix.lastIndex(where: { $0 == "." || $0 == ":" }) else {
            let names = GlobalNames.known + runtime.state.globals.pairs.compactMap(\.key.text)
            return Set(names).filter { $0.hasPrefix(prefix) }.sorted()
        }
        let stem = prefix[..<separator]
        let start = prefix[prefix.index(after: separator)...]
        guard let chunk = try? compile(String(stem)), let value = (try? chunk.call())?.first else { return [] }
        return names(of: value).filter { $0.hasPrefix(start) }.map { prefix[...separator] + $0 }.map { String($0) }
    }

    private func names(of value: LuaValue) -> [String] {
        switch value {
        case .rows: runtime.prelude.rows.pairs.compactMap(\.key.text)
        case .packed(let record):
            (runtime.worlds[record.generation]?.fieldCodes[record.kind] ?? []).sorted()
        case .table(let table): table.pairs.compactMap(\.key.text)
        default: []
        }
    }
}
