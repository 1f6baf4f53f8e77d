import ChiboLua
import Testing

/// Columns of a few people: their memory lives as long as this object.
@safe private final class People {
    static let kind = LuaKind(rawValue: 1)
    let points: UnsafeMutableBufferPointer<Int32>

    init(points values: [Int32]) {
        unsafe points = .allocate(capacity: values.count)
        _ = unsafe points.initialize(from: values)
    }

    deinit { unsafe points.deallocate() }

    var world: RecordWorld {
        let fields = unsafe [RecordField("points", .integer32(UnsafeBufferPointer(points)))]
        let columns = RecordColumns(kind: Self.kind, rowCount: unsafe points.count, fields: fields)
        return RecordWorld(kinds: [columns], owner: self)
    }
}

/// The code of the article *Records and columns*.
struct RecordExamples {
    @Test func `records of a mounted world`() throws {
        let state = LuaState()

        state.define(RecordKind(People.kind, name: "person"))
        let generation = try state.mount(People(points: [8, .min, 7]).world)
        let passed = try state.load("local person = ... return (person.points or 0) >= 5", name: "passed.lua")
        let rows = try (Int32(0)..<3).filter { row in
            let person = PackedValue(kind: People.kind, generation: generation, row: row)
            return try passed.call(packed: person) { results in results.boolean(0) ?? false }
        }

        #expect(rows == [0, 2])

        state.globals["first"] = .packed(PackedValue(kind: People.kind, generation: generation, row: 0))
        state.unmount(generation)
        let stale = failure(of: "return first.points", in: state)

        #expect(stale?.message.contains("no longer valid") == true)
    }
}
