import ChiboLua

let member = LuaKind(rawValue: 1)
let branch = LuaKind(rawValue: 2)
let date = LuaKind(rawValue: 3)

/// Columns of a few members and branches, as a snapshot would hold them.
@safe final class Columns {
    let texts = ["student", "An", "Bình", "Chi", "lecturer"]
    let offsets: UnsafeMutableBufferPointer<Int32>
    let bytes: UnsafeMutableBufferPointer<UInt8>
    var columns: [UnsafeMutableBufferPointer<Int32>] = unsafe []
    let wide: UnsafeMutableBufferPointer<Int64>
    private let counted: Counted

    init(_ census: Census = Census()) {
        counted = Counted(census)
        let joined = texts.flatMap { [UInt8]($0.utf8) }
        unsafe bytes = .allocate(capacity: joined.count)
        _ = unsafe bytes.initialize(from: joined)
        var ends: [Int32] = [0]
        for text in texts { ends.append(ends[ends.count - 1] + Int32(text.utf8.count)) }
        unsafe offsets = .allocate(capacity: ends.count)
        _ = unsafe offsets.initialize(from: ends)
        unsafe wide = .allocate(capacity: 3)
        _ = unsafe wide.initialize(from: [1 << 40, .min, 3])
    }

    func column(_ values: [Int32]) -> UnsafeBufferPointer<Int32> {
        let column = UnsafeMutableBufferPointer<Int32>.allocate(capacity: values.count)
        _ = unsafe column.initialize(from: values)
        unsafe columns.append(column)
        return UnsafeBufferPointer(column)
    }

    var pool: TextPool {
        unsafe TextPool(offsets: UnsafeBufferPointer(offsets), bytes: UnsafeBufferPointer(bytes))
    }

    deinit {
        for index in unsafe columns.indices { unsafe columns[index].deallocate() }
        unsafe offsets.deallocate()
        unsafe bytes.deallocate()
        unsafe wide.deallocate()
    }

    func world(_ state: LuaState, extra: [RecordField] = []) -> RecordWorld {
        let missing = Int32.min
        let tag = state.function("has_tag") { (_: PackedValue, tag: String) in tag == "x" }
        let twice = state.makeFunction("twice") { call in
            let record = try call.packed(1, member)
            if record.row == 2 { call.push(.nil) } else { call.push(Int64(record.row) * 2) }
        }
        return RecordWorld(
            kinds: [
                RecordColumns(
                    kind: member, rowCount: 3,
                    fields: unsafe [
                        RecordField("name", .text(column([1, 2, 3]), pool)),
                        RecordField("grade", .text(column([0, missing, 4]), pool), notesMissing: true),
                        RecordField("points", .integer32(column([10, 20, missing]))),
                        RecordField("total", .integer64(UnsafeBufferPointer(wide))),
                        RecordField("paid", .boolean(column([1, 0, missing]))),
                        RecordField("born", .scalar(date, column([-10, 0, missing])), notesMissing: true),
                        RecordField("branch", .reference(branch, column([0, 1, missing]))),
                        RecordField("has_tag", .method(tag)),
                        RecordField("twice", .computed(twice), notesMissing: true),
                        RecordField("card_no", .denied),
                    ] + extra),
                RecordColumns(
                    kind: branch, rowCount: 2,
                    fields: unsafe [
                        RecordField("members", .relation(member, offsets: column([0, 2, 3]), rows: column([0, 1, 2])))
                    ]),
            ], owner: self)
    }
}

/// A state with both kinds, dates, and globals `m1`… of a mounted world.
struct Fixture {
    let state = LuaState()
    let generation: LuaGeneration

    init(_ census: Census = Census()) throws {
        var day = ScalarKind(date, name: "date")
        day.ordered = true
        day.text = state.function("text") { (day: PackedValue) in "day \(day.payload)" }
        day.add = state.makeFunction("add") { call in
            let (day, count) = (try call.packed(1, date), try call.integer(2))
            call.push(PackedValue(kind: date, payload: day.payload + Int32(count)))
        }
        day.subtract = state.makeFunction("subtract") { call in
            call.push(Int64(try call.packed(1, date).payload - call.packed(2, date).payload))
        }
        day.methods["plus"] = state.function("plus") { (day: PackedValue, count: Int64) in
            PackedValue(kind: date, payload: day.payload + Int32(count))
        }
        day.properties["number"] = state.function("number") { (day: PackedValue) in Int64(day.payload) }
        state.define(day)
        state.define(RecordKind(member, name: "member"))
        state.define(
            RecordKind(branch, name: "branch", text: state.function("text") { (b: PackedValue) in "branch \(b.row)" }))
        generation = try state.mount(Columns(census).world(state))
        for row in Int32(0)..<3 {
            state.globals["m\(row + 1)"] = .packed(PackedValue(kind: member, generation: generation, row: row))
        }
        for row in Int32(0)..<2 {
            state.globals["b\(row + 1)"] = .packed(PackedValue(kind: branch, generation: generation, row: row))
        }
        state.globals["date"] = .function(
            state.function("date") { (day: Int64) in PackedValue(kind: date, payload: Int32(day)) })
        state.globals["all"] = .rows(state.makeRows(kind: member, generation: generation, rows: [0, 1, 2]))
    }

    func run(_ source: String) throws -> [LuaValue] { try ChiboLuaTests.run(source, in: state) }

    func message(_ source: String) -> String? { failure(of: source, in: state)?.message }
}
