import CLua
import CLuaBridge

extension LuaState {
    /// Makes a kind of scalar known; its number must be free.
    public func define(_ kind: ScalarKind) {
        guard let (core, L) = unsafe running(8) else { return }
        let number = Int32(kind.kind.rawValue)
        let isNew = unsafe clb_define_kind(core, number, kind.name, kind.ordered, false)
        precondition(isNew, "the number of kind '\(kind.name)' is taken or 0")
        setOperator(kind.kind, clb_op_add.outcome, kind.add)
        setOperator(kind.kind, clb_op_subtract.outcome, kind.subtract)
        setOperator(kind.kind, clb_op_less.outcome, kind.less)
        setOperator(kind.kind, clb_op_less_equal.outcome, kind.lessOrEqual)
        setOperator(kind.kind, clb_op_text.outcome, kind.text)
        unsafe clb_mount_kind(core, 0, number, -1, Int32(kind.methods.count + kind.properties.count))
        let members =
            kind.methods.sorted { $0.key < $1.key }.map { unsafe RecordField($0.key, .method($0.value)) }
            + kind.properties.sorted { $0.key < $1.key }.map { unsafe RecordField($0.key, .computed($0.value)) }
        for (index, member) in members.enumerated() {
            unsafe mountField(member, index, kind.kind, .scalar, core, L)
        }
        kindNames[kind.kind] = kind.name
    }

    /// Makes a kind of record known; its number must be free.
    public func define(_ kind: RecordKind) {
        guard let core = unsafe core else { return }
        let isNew = unsafe clb_define_kind(core, Int32(kind.kind.rawValue), kind.name, false, true)
        precondition(isNew, "the number of kind '\(kind.name)' is taken or 0")
        setOperator(kind.kind, clb_op_text.outcome, kind.text)
        kindNames[kind.kind] = kind.name
    }

    private func setOperator(_ kind: LuaKind, _ operation: Int32, _ function: LuaFunction?) {
        guard let function, let (core, L) = unsafe running() else { return }
        unsafe push(function, L)
        unsafe clb_set_operator(core, L, Int32(kind.rawValue), operation)
    }

    /// The name of a kind, for messages.
    func kindName(_ kind: LuaKind) -> String { kindNames[kind] ?? "value" }

    /// True for scalars, and for records whose world is mounted.
    public func isValid(_ packed: PackedValue) -> Bool {
        guard let core = unsafe core else { return false }
        return unsafe clb_is_valid(core, packed.bits)
    }

    /// Mounts a world: its records can be made with the generation returned.
    ///
    /// - Parameter world: columns and their owner.
    /// - Returns: the generation of its records.
    /// - Throws: when a kind is not defined, a column is shorter than its kind's rows, offsets do not ascend, or
    ///   63 worlds are mounted already.
    public func mount(_ world: RecordWorld) throws(LuaError) -> LuaGeneration {
        guard let (core, L) = unsafe running(8) else { throw LuaError.closed }
        guard Set(world.kinds.map(\.kind)).count == world.kinds.count else {
            throw LuaError(kind: .runtime, message: "a world names a kind twice")
        }
        for columns in world.kinds { try check(columns) }
        let number = unsafe clb_mount_begin(core)
        guard number != 0 else {
            throw LuaError(kind: .runtime, message: "too many snapshots are mounted: release one first")
        }
        let generation = LuaGeneration(rawValue: number)
        for columns in world.kinds {
            let kind = Int32(columns.kind.rawValue)
            unsafe clb_mount_kind(core, number, kind, Int32(columns.rowCount), Int32(columns.fields.count))
            for (index, field) in columns.fields.enumerated() {
                unsafe mountField(field, index, columns.kind, generation, core, L)
            }
        }
        owners[generation] = world.owner
        return generation
    }

    /// Ends a world: its owner is released, using one of its records or collections raises.
    public func unmount(_ generation: LuaGeneration) {
        guard let (core, L) = unsafe running(8) else { return }
        unsafe clb_unmount(core, L, generation.rawValue)
        owners[generation] = nil
    }

    private func mountField(
        _ field: RecordField, _ index: Int, _ kind: LuaKind, _ generation: LuaGeneration, _ core: OpaquePointer,
        _ L: OpaquePointer
    ) {
        var spec = unsafe clb_field_spec(field.storage)
        if let function = unsafe field.storage.function { unsafe push(function, L) }
        unsafe spec.notes_missing = field.notesMissing
        var name = field.name
        name.withUTF8 { text in
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                unsafe spec.name = text.baseAddress
                unsafe spec.name_length = text.count
                unsafe clb_mount_field(
                    core, L, generation.rawValue, Int32(kind.rawValue), Int32(index), &spec)
            }
        }
    }

    /// Composes what is raised when a script touches a field it cannot have; ``LuaScriptError`` gets a position.
    public func onFieldProblem(_ compose: @escaping (FieldProblem) -> any Error) {
        context.compose = compose
    }

    /// The reads that gave nil of fields that note it, since the last time; starts again from none.
    public func takeMissingReads() -> MissingReads {
        guard let core = unsafe core else { return MissingReads(count: 0, first: []) }
        return unsafe withUnsafeTemporaryAllocation(of: clb_missing.self, capacity: 16) { buffer in
            var filled: Int32 = 0
            let count = unsafe clb_take_missing(core, buffer.baseAddress, &filled)
            let first = (0..<Int(filled)).map { index in
                unsafe MissingRead(record: PackedValue(bits: buffer[index].record), field: Int(buffer[index].field))
            }
            return MissingReads(count: Int(count), first: first)
        }
    }
}

// MARK: What a world must hold, so that C may trust it

extension LuaState {
    private func check(_ columns: RecordColumns) throws(LuaError) {
        let name = kindName(columns.kind)
        guard let core = unsafe core, unsafe clb_kind_defined(core, Int32(columns.kind.rawValue), true) else {
            throw LuaError(kind: .runtime, message: "kind \(columns.kind.rawValue) is not a defined kind of record")
        }
        guard columns.rowCount >= 0, columns.rowCount < Int(Int32.max) else {
            throw LuaError(kind: .runtime, message: "\(name): \(columns.rowCount) rows do not fit")
        }
        for field in columns.fields {
            guard let problem = unsafe field.storage.problem(rows: columns.rowCount) else { continue }
            throw LuaError(kind: .runtime, message: "\(name).\(field.name): \(problem)")
        }
    }
}

extension FieldStorage {
    var function: LuaFunction? {
        switch unsafe self {
        case .method(let function), .computed(let function): function
        default: nil
        }
    }

    /// What makes it unfit for a kind of so many rows.
    func problem(rows: Int) -> String? {
        let short = "the column is shorter than the \(rows) rows of the kind"
        switch unsafe self {
        case .integer32(let column), .boolean(let column), .scalar(_, let column), .reference(_, let column):
            return column.count < rows ? short : nil
        case .integer64(let column):
            return column.count < rows ? short : nil
        case .text(let column, let pool):
            if column.count < rows { return short }
            return unsafe ascends(pool.offsets, to: pool.bytes.count) ? nil : "the offsets of its texts do not ascend"
        case .relation(_, let offsets, let related):
            if offsets.count < rows + 1 { return "there are fewer offsets than rows + 1" }
            return unsafe ascends(offsets, to: related.count) ? nil : "its offsets do not ascend"
        case .method, .computed, .denied:
            return nil
        }
    }
}

private func ascends(_ offsets: UnsafeBufferPointer<Int32>, to end: Int) -> Bool {
    var last: Int32 = 0
    for index in offsets.indices {
        let offset = unsafe offsets[index]
        if offset < last { return false }
        last = offset
    }
    return Int(last) <= end
}

extension clb_field_spec {
    fileprivate init(_ field: FieldStorage) {
        unsafe self.init()
        switch unsafe field {
        case .integer32(let column): unsafe set(clb_integer32.outcome, column)
        case .integer64(let column):
            unsafe storage = clb_integer64.outcome
            unsafe base = UnsafeRawPointer(column.baseAddress)
        case .boolean(let column): unsafe set(clb_boolean.outcome, column)
        case .scalar(let kind, let column): unsafe set(clb_scalar.outcome, column, kind)
        case .reference(let kind, let column): unsafe set(clb_reference.outcome, column, kind)
        case .text(let column, let pool):
            unsafe set(clb_text.outcome, column)
            unsafe text_offsets = pool.offsets.baseAddress
            unsafe text_bytes = UnsafeRawPointer(pool.bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            unsafe text_count = max(0, pool.offsets.count - 1)
        case .relation(let kind, let offsets, let related):
            unsafe set(clb_relation.outcome, offsets, kind)
            unsafe rows = related.baseAddress
            unsafe row_total = related.count
        case .method: unsafe storage = clb_method.outcome
        case .computed: unsafe storage = clb_computed.outcome
        case .denied: unsafe storage = clb_denied.outcome
        }
    }

    private mutating func set(_ storage: Int32, _ column: UnsafeBufferPointer<Int32>, _ kind: LuaKind? = nil) {
        unsafe self.storage = storage
        unsafe base = UnsafeRawPointer(column.baseAddress)
        unsafe target = Int32(kind?.rawValue ?? 0)
    }
}
