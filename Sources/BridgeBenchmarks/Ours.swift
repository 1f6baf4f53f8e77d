import CLuaBaseline
import ChiboLua

private let memberKind = LuaKind(rawValue: 1)

/// Our side: a sandboxed state with the same members, methods and functions.
final class Ours {
    let state: LuaState
    private let generation: LuaGeneration

    init() throws {
        state = LuaState(LuaPolicy.unattended)
        state.define(RecordKind(memberKind, name: "member"))
        generation = try state.mount(try Members.world(state))
        state.globals["m"] = .packed(member(5))
        state.globals["o"] = state.object(Account(points: 5))
        state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })
        state.globals["fail"] = .function(state.makeFunction("fail") { _ in throw BenchmarkFailure("it failed") })
    }

    private func member(_ row: Int32) -> PackedValue {
        PackedValue(kind: memberKind, generation: generation, row: row)
    }

    private func compile(_ source: String) throws -> LuaFunction {
        guard let function = try state.load(source, name: "bench").call().first?.function else {
            throw BenchmarkFailure("no function: \(source)")
        }
        return function
    }

    /// A Lua loop over an operation.
    func loop(_ operation: String) throws -> Row.Work {
        let function = try compile(loopSource(operation))
        return { times in try function.call(.integer(Int64(times))) }
    }

    /// Calls of a Lua function of two numbers.
    func calls(_ source: String) throws -> Row.Work {
        let function = try compile(source)
        return { [self] times in
            try state.withRun {
                var sum: Int64 = 0
                for i in 0..<Int64(times) { sum &+= try function.call(with: i, 1, returning: Int64.self) }
                guard sum != 0 else { throw BenchmarkFailure("a call failed") }
            }
        }
    }

    /// The criteria script, a member a time.
    func criteria(_ source: String, _ checksums: Checksums) throws -> Row.Work {
        let function = try compile(source)
        return { [self] times in
            try state.withRun {
                checksums.ours = 0
                for i in 0..<times {
                    try function.call(packed: member(Int32(i % Int(raw_members)))) { results in
                        checksums.ours &+= (results.integer(0) ?? 0) &+ Int64(results.length(1) ?? 0)
                    }
                }
            }
        }
    }

    /// A table kept and let go, in a host function.
    func keeping() throws -> Row.Work {
        try repeating { call in _ = call.keep(1) }
    }

    /// A handle that is an object made of a table and let go, in a host function.
    func handles() throws -> Row.Work {
        try repeating { call in _ = try call.table(1) }
    }

    private func repeating(_ body: @escaping (borrowing LuaCall) throws -> Void) throws -> Row.Work {
        var times = 0
        let keep = state.makeFunction("keep") { call in
            for _ in 0..<times { try body(call) }
        }
        let table = state.makeTable()
        return { count in
            times = count
            try keep.call(.table(table))
        }
    }

    /// States made and closed.
    var states: Row.Work { { times in for _ in 0..<times { LuaState(.unattended).close() } } }
}

/// The columns of `CLuaBaseline` as a world.
private enum Members {
    final class Owner {}

    static func world(_ state: LuaState) throws -> RecordWorld {
        // The columns of the baseline live as long as the process.
        guard let data = unsafe raw_data() else { throw BenchmarkFailure("no columns") }
        let (points, hours) = unsafe (column(data.pointee.points), column(data.pointee.hours))
        let (paid, volunteer) = unsafe (column(data.pointee.paid), column(data.pointee.volunteer))
        let (joined, last) = unsafe (column(data.pointee.joined), column(data.pointee.last))
        let (grade, region) = unsafe (column(data.pointee.grade), column(data.pointee.region))
        let (birth, tags) = unsafe (column(data.pointee.birth), column(data.pointee.tags))
        let ageOn = state.method("age_on", of: memberKind) { (member: PackedValue, day: Int64) in
            (day - Int64(unsafe birth[Int(member.row)])) * 400 / 146_097
        }
        let hasTag = state.makeFunction("has_tag") { call in
            let row = Int(try call.packed(1, memberKind).row)
            let bit = try call.withBytes(2) { name in tag(name) }
            unsafe call.push(bit >= 0 && tags[row] >> bit & 1 == 1)
        }
        let grades = pool((0..<Int32(raw_grades)).map { unsafe String(cString: raw_grade($0)) })
        let regions = pool((0..<Int32(raw_regions)).map { unsafe String(cString: raw_region($0)) })
        let fields = unsafe [
            RecordField("points", .integer32(points)), RecordField("hours", .integer32(hours)),
            RecordField("paid", .boolean(paid)), RecordField("volunteer", .boolean(volunteer)),
            RecordField("joined", .integer32(joined)), RecordField("last", .integer32(last)),
            RecordField("grade", .text(grade, grades)), RecordField("region", .text(region, regions)),
            RecordField("age_on", .method(ageOn)), RecordField("has_tag", .method(hasTag)),
        ]
        let columns = RecordColumns(kind: memberKind, rowCount: Int(raw_members), fields: fields)
        return RecordWorld(kinds: [columns], owner: Owner())
    }

    private static func column(_ start: UnsafePointer<Int32>?) -> UnsafeBufferPointer<Int32> {
        unsafe UnsafeBufferPointer(start: start, count: Int(raw_members))
    }

    /// A pool whose memory lives as long as the process.
    private static func pool(_ texts: [String]) -> TextPool {
        var offsets: [Int32] = [0]
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text.utf8
            offsets.append(Int32(bytes.count))
        }
        return unsafe TextPool(offsets: lasting(offsets), bytes: lasting(bytes))
    }

    private static func lasting<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = unsafe buffer.initialize(from: elements)
        return UnsafeBufferPointer(buffer)
    }

    private static func tag(_ name: Span<UInt8>) -> Int32 {
        unsafe name.withUnsafeBytes { bytes in
            unsafe raw_tag(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
    }
}

/// A class of an embedder.
final class Account {
    let points: Int

    init(points: Int) { self.points = points }

    func age(on day: Int) -> Int { (day - points) * 400 / 146_097 }
}

extension Account: LuaDescribed {
    static let luaType = LuaType<Account>("Account") { type in
        type.property("points") { $0.points }
        type.property("points_by_path", \.points)
        type.method("age_on", ["day"], calling: Account.age)
    }
}
