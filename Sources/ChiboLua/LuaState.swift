/// A Lua 5.4 interpreter with limits.
///
/// Not `Sendable`: one executor at a time owns it. Handles (``LuaTable``, ``LuaFunction``, …) keep it alive; a host
/// function that captures a handle of its own state keeps it alive for ever unless ``close()`` is called.
public final class LuaState {
    /// The limits it was made with.
    public let policy: LuaPolicy

    /// A fresh interpreter with the safe libraries: base, string, table, math, utf8, coroutine.
    ///
    /// Left out: io, os, debug, package, `dofile`, `loadfile`, `string.dump`, `_G`, `warn`. Library tables are
    /// read-only, `pairs` and `next` go in a fixed order, no text of a value contains an address.
    /// - Parameters:
    ///   - policy: the limits.
    ///   - print: gets each line of `print`, without a newline, within ``LuaPolicy/output``.
    public init(_ policy: LuaPolicy = .unattended, print: @escaping (String) -> Void = { _ in }) {
        self.policy = policy
        pending()
    }

    /// Ends the interpreter now: everything in it is released; handles to it stay safe and every use of them throws.
    public func close() { pending() }

    /// True after ``close()``.
    public var isClosed: Bool { pending() }

    /// Bytes of the Lua heap in use.
    public var memoryUsed: Int { pending() }

    /// Collects garbage now.
    public func collectGarbage() { pending() }

    // MARK: Values

    /// The table of globals.
    public var globals: LuaTable { pending() }

    /// Compiles a text (never bytecode) to a function; nothing runs.
    ///
    /// - Parameters:
    ///   - source: the program.
    ///   - name: the chunk's name in messages and frames, such as `criteria/four.lua`.
    ///   - environment: what the program sees as globals; nil: ``globals``.
    /// - Returns: the program as a function.
    /// - Throws: ``LuaError/Kind/syntax(incomplete:)`` with the line in its frame, or `.memory`, `.stopped`.
    public func load(_ source: String, name: String, environment: LuaTable? = nil) throws(LuaError) -> LuaFunction {
        pending()
    }

    /// An empty table, with room for what is to come.
    public func makeTable(array: Int = 0, fields: Int = 0) -> LuaTable { pending() }

    /// A table of fields.
    public func makeTable(_ fields: KeyValuePairs<String, LuaValue>) -> LuaTable { pending() }

    /// A list, from 1.
    public func makeList(_ elements: [LuaValue]) -> LuaTable { pending() }

    /// A read-only face of a table, as the libraries have: reading, `pairs` and `#` see the table, assigning raises
    /// (`rawset` too), the table itself cannot be reached.
    /// - Parameters:
    ///   - table: what is shown.
    ///   - name: what messages call it.
    ///   - unknown: called with (face, key) when a key is absent; nil answers nil.
    /// - Returns: the face.
    public func makeReadOnly(_ table: LuaTable, name: String, unknown: LuaFunction? = nil) -> LuaTable { pending() }

    /// A function that calls Swift: arguments and results through the call.
    public func makeFunction(_ name: String, _ body: @escaping (borrowing LuaCall) throws -> Void) -> LuaFunction {
        pending()
    }

    /// A function of typed parameters: `state.function("add") { (a: Int64, b: Int64) in a + b }`.
    public func function<each Argument: LuaArgument, Result: LuaReturnable>(
        _ name: String, _ body: @escaping (repeat each Argument) throws -> Result
    ) -> LuaFunction { pending() }

    /// A function of typed parameters without a result.
    public func function<each Argument: LuaArgument>(
        _ name: String, _ body: @escaping (repeat each Argument) throws -> Void
    ) -> LuaFunction { pending() }

    // MARK: Time

    /// One deadline over everything inside: many calls, one clock.
    ///
    /// Nil: no deadline.     /// Nested scopes only shorten. Outside of any scope each outermost call has ``LuaPolicy/deadline`` to itself.
    public func withDeadline<R, E>(_ limit: Duration?, _ body: () throws(E) -> R) throws(E) -> R { pending() }

    /// One run under the policy's deadline.
    public func withRun<R, E>(_ body: () throws(E) -> R) throws(E) -> R {
        try withDeadline(policy.deadline, body)
    }

    /// Stops what runs, from any thread.
    public var stopHandle: LuaStopHandle { pending() }

    // MARK: Records

    /// Makes a kind of scalar known; its number must be free.
    public func define(_ kind: ScalarKind) { pending() }

    /// Makes a kind of record known; its number must be free.
    public func define(_ kind: RecordKind) { pending() }

    /// Mounts a world: its records can be made with the generation returned.
    ///
    /// - Parameter world: columns and their owner.
    /// - Returns: the generation of its records.
    /// - Throws: when a kind is not defined, a column is shorter than its kind's rows, offsets do not ascend, or
    ///   60 worlds are mounted already.
    public func mount(_ world: RecordWorld) throws(LuaError) -> LuaGeneration { pending() }

    /// Ends a world: its owner is released, using one of its records or collections raises.
    public func unmount(_ generation: LuaGeneration) { pending() }

    /// A collection of records, with a copy of the rows.
    public func makeRows(kind: LuaKind, generation: LuaGeneration, rows: [Int32]) -> LuaRows { pending() }

    /// What `collection.name` finds: functions called as `collection:name(…)`.
    public func setRowsMethods(_ methods: LuaTable) { pending() }

    /// Called as (collection, filter) for `collection { … }`, `owner:relation { … }`; the filter may be nil.
    ///
    /// Iterating (`for r in collection do`) and `owner:relation()` do not come here.
    public func setRowsCall(_ handler: LuaFunction) { pending() }

    /// Composes what is raised when a script touches a field it cannot have; ``LuaScriptError`` gets a position.
    public func onFieldProblem(_ compose: @escaping (FieldProblem) -> any Error) { pending() }

    /// The reads that gave nil of fields that note it, since the last time; starts again from none.
    public func takeMissingReads() -> MissingReads { pending() }
}

/// Stops the run of a state from any thread.
public struct LuaStopHandle: Sendable {
    /// Stops what the state runs now (``LuaStopReason/cancelled``); does nothing when nothing runs.
    public func stop() { pending() }
}
