import ChiboLua
import ChiboModel

/// What the collections' methods in `Stdlib/prelude.lua` are made of: work over columns, done in the host.
struct CollectionPrimitives {
    private let runtime: ScriptRuntime

    /// Adds the primitives to the table that the prelude gets.
    static func add(to host: LuaTable, of runtime: ScriptRuntime) {
        for (name, body) in all {
            host["rows_" + name] = .function(
                runtime.state.makeFunction(name) { [unowned runtime] call in
                    try body(CollectionPrimitives(runtime: runtime))(call)
                })
        }
    }

    private static var all: [(String, (CollectionPrimitives) -> (borrowing LuaCall) throws -> Void)] {
        [
            ("where", { this in { try this.filter($0) } }), ("from", { this in { try this.from($0) } }),
            ("sort", { this in { try this.sort($0) } }), ("group", { this in { try this.group($0) } }),
            ("ever", { this in { try this.ever($0) } }), ("find", { this in { try this.find($0) } }),
            ("union", { this in { try this.union($0) } }), ("without", { this in { try this.without($0) } }),
            ("value", { this in { try this.value($0) } }),
        ]
    }

    private func push(_ rows: [Int32], like source: LuaRows, _ call: borrowing LuaCall) {
        call.pushRows(kind: source.kind, generation: source.generation, rows: rows)
    }

    private func world(of rows: LuaRows) throws -> (SnapshotWorld, RecordKind) {
        guard let kind = rows.kind.record, let world = runtime.worlds[rows.generation] else {
            throw LuaScriptError("tập hợp này không còn dùng được / this collection is no longer valid")
        }
        return (world, kind)
    }

    /// Keeps the rows that meet all conditions: `rows_where(collection, { field = wanted, … })`.
    private func filter(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let (world, kind) = try world(of: source)
        let filter = try RowFilter(try call.table(2), kind: kind, world: world, runtime: runtime)
        push(try source.rows.filter(filter.accepts), like: source, call)
    }

    /// `rows_from(collection, list)`: the records of a list, all of the collection's kind.
    private func from(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let rows = try call.table(2).list.map { value in
            guard let record = value.packed, record.kind == source.kind, record.generation == source.generation else {
                throw call.badArgument(2, "a list of records of the collection's kind expected")
            }
            return record.row
        }
        push(rows, like: source, call)
    }

    /// `rows_sort(collection, path, descending)`; records without a value come last.
    private func sort(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let (world, kind) = try world(of: source)
        let path = try FieldPath(try call.string(2), kind: kind, visibility: world.visibleFields)
        let keyed = source.rows.map { row in (row: row, key: path.sortKey(row, in: world.snapshot)) }
        let descending = call.isTruthy(3)
        let sorted = keyed.enumerated().sorted { left, right in
            if left.element.key == right.element.key { return left.offset < right.offset }
            guard let leftKey = left.element.key, let rightKey = right.element.key else {
                return left.element.key != nil
            }
            return descending ? rightKey < leftKey : leftKey < rightKey
        }
        push(sorted.map(\.element.row), like: source, call)
    }

    /// `rows_group(collection, path)`: a list of keys and a list of collections; records without a key last.
    private func group(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let (world, kind) = try world(of: source)
        let path = try FieldPath(try call.string(2), kind: kind, visibility: world.visibleFields)
        var groups: [FieldValue: [Int32]] = [:]
        for row in source.rows { groups[path.value(row, in: world.snapshot), default: []].append(row) }
        let keys = path.ordered(Array(groups.keys), in: world.snapshot)
        let values = keys.map { runtime.value($0, generation: source.generation, kind: path.referenceKind) }
        call.push(.table(call.state.makeList(values.map { $0.isNil ? .packed(.nothing) : $0 })))
        call.push(
            .table(
                call.state.makeList(
                    keys.map { key in
                        .rows(
                            call.state.makeRows(
                                kind: source.kind, generation: source.generation, rows: groups[key] ?? []))
                    })))
    }

    /// `rows_ever(collection)`: all records of the kind, those who left included.
    private func ever(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let (world, kind) = try world(of: source)
        let all = Array(0..<Int32(world.snapshot[kind].count))
        let rows = source.rows
        if rows == world.snapshot[kind].roll.array { return push(all, like: source, call) }
        guard kind == .unit, rows == SubjectKind.branch.rows(in: world.snapshot) else {
            throw LuaScriptError(
                "`ever()` chỉ dùng cho tập hợp gốc, như members:ever() / `ever()` is for a root collection, such as members:ever()"
            )
        }
        push(BranchRows.among(all, in: world.snapshot), like: source, call)
    }

    /// `rows_find(collection, id)`: the record of an id, or nil.
    private func find(_ call: borrowing LuaCall) throws {
        let source = try call.rows(1)
        let (world, kind) = try world(of: source)
        guard let row = world.snapshot.row(of: RecordID(try call.string(2)), in: kind), source.rows.contains(row) else {
            return call.push(.nil)
        }
        call.push(PackedValue(kind: source.kind, generation: source.generation, row: row))
    }

    private func pair(_ call: borrowing LuaCall) throws -> (LuaRows, LuaRows) {
        let (left, right) = (try call.rows(1), try call.rows(2))
        guard left.kind == right.kind, left.generation == right.generation else {
            throw call.badArgument(2, "a collection of the same kind and date expected")
        }
        return (left, right)
    }

    private func union(_ call: borrowing LuaCall) throws {
        let (left, right) = try pair(call)
        let first = left.rows
        let known = Set(first)
        push(first + right.rows.filter { !known.contains($0) }, like: left, call)
    }

    private func without(_ call: borrowing LuaCall) throws {
        let (left, right) = try pair(call)
        let gone = Set(right.rows)
        push(left.rows.filter { !gone.contains($0) }, like: left, call)
    }

    /// `rows_value(record, path)`: the value at the end of a path such as `branch.name`.
    private func value(_ call: borrowing LuaCall) throws {
        let record = try call.packed(1)
        guard let kind = record.kind.record, let world = runtime.worlds[record.generation] else {
            throw call.badArgument(1, "record expected")
        }
        let path = try FieldPath(try call.string(2), kind: kind, visibility: world.visibleFields)
        call.push(
            runtime.value(
                path.value(record.row, in: world.snapshot), generation: record.generation, kind: path.referenceKind))
    }
}
