import CLua
import CLuaBridge

/// A collection of records of one kind in one world; immutable.
public final class LuaRows: LuaObject {
    private var view: clb_rows_view {
        var view = unsafe clb_rows_view()
        _ = unsafe onStack { L in unsafe clb_to_rows(L, -1, &view) }
        return unsafe view
    }

    func holdsSame(as other: LuaRows) -> Bool {
        kind == other.kind && generation == other.generation && rows == other.rows
    }

    /// The kind of its records.
    public var kind: LuaKind { LuaKind(rawValue: UInt8(truncatingIfNeeded: unsafe view.kind)) }

    /// The world it belongs to.
    public var generation: LuaGeneration { LuaGeneration(rawValue: unsafe view.generation) }

    /// How many records.
    public var count: Int { Int(unsafe view.count) }

    /// Lends the rows, without copying.
    /// - Throws: when its world is no longer mounted.
    public func withRows<R>(_ body: (Span<Int32>) -> R) throws(LuaError) -> R {
        try unsafe withUnsafeRows { rows in unsafe body(rows.span) }
    }

    /// Lends the rows as a buffer, without copying; it must not outlive the call.
    /// - Throws: when its world is no longer mounted.
    @unsafe public func withUnsafeRows<R>(_ body: (UnsafeBufferPointer<Int32>) -> R) throws(LuaError) -> R {
        let view = unsafe view
        guard unsafe view.valid else {
            throw LuaError(kind: .runtime, message: "this collection is no longer valid: its snapshot was released")
        }
        return withExtendedLifetime(self) {
            unsafe body(UnsafeBufferPointer(start: view.rows, count: Int(view.count)))
        }
    }

    /// A copy of the rows; empty when its world is no longer mounted.
    public var rows: [Int32] {
        (try? unsafe withUnsafeRows { rows in unsafe Array(rows) }) ?? []
    }
}

extension LuaState {
    /// A collection of records, with a copy of the rows.
    public func makeRows(kind: LuaKind, generation: LuaGeneration, rows: [Int32]) -> LuaRows {
        guard let (core, L) = unsafe running(6) else { return LuaRows(state: self, reference: 0) }
        unsafe clb_push_rows(L, Int32(kind.rawValue), generation.rawValue, rows, Int32(rows.count))
        return unsafe LuaRows(state: self, reference: clb_ref(core, L))
    }

    /// What `collection.name` finds: functions called as `collection:name(…)`.
    public func setRowsMethods(_ methods: LuaTable) {
        guard let (core, L) = unsafe running() else { return }
        unsafe push(methods, L)
        unsafe clb_set_rows_methods(core, L)
    }

    /// Called as (collection, filter) for `collection { … }`, `owner:relation { … }`; the filter may be nil.
    ///
    /// Iterating (`for r in collection do`) and `owner:relation()` do not come here.
    public func setRowsCall(_ handler: LuaFunction) {
        guard let (core, L) = unsafe running() else { return }
        unsafe push(handler, L)
        unsafe clb_set_rows_call(core, L)
    }
}
