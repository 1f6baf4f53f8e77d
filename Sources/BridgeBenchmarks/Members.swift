import CLuaBaseline
import ChiboLua

let memberKind = LuaKind(rawValue: 1)

/// The columns of `CLuaBaseline`, which both sides read; they last as long as the process.
@safe struct Members {
    let columns: UnsafePointer<raw_columns>

    init(count: Int) throws {
        guard let columns = unsafe raw_data(Int32(count)) else { throw BenchmarkFailure("no memory for the members") }
        unsafe self.columns = columns
    }

    var count: Int { Int(unsafe columns.pointee.count) }

    /// The same as a world of a state, with methods in Swift.
    func world(_ state: LuaState) -> RecordWorld {
        let data = unsafe columns.pointee
        let (birth, tags) = unsafe (column(data.birth), column(data.tags))
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
            RecordField("points", .integer32(column(data.points))),
            RecordField("hours", .integer32(column(data.hours))),
            RecordField("paid", .boolean(column(data.paid))),
            RecordField("volunteer", .boolean(column(data.volunteer))),
            RecordField("joined", .integer32(column(data.joined))),
            RecordField("last", .integer32(column(data.last))),
            RecordField("grade", .text(column(data.grade), grades)),
            RecordField("region", .text(column(data.region), regions)),
            RecordField("age_on", .method(ageOn)), RecordField("has_tag", .method(hasTag)),
        ]
        return RecordWorld(kinds: [RecordColumns(kind: memberKind, rowCount: count, fields: fields)], owner: Owner())
    }

    private final class Owner {}

    private func column(_ start: UnsafePointer<Int32>?) -> UnsafeBufferPointer<Int32> {
        unsafe UnsafeBufferPointer(start: start, count: count)
    }

    /// A pool whose memory lives as long as the process.
    private func pool(_ texts: [String]) -> TextPool {
        var offsets: [Int32] = [0]
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text.utf8
            offsets.append(Int32(bytes.count))
        }
        return unsafe TextPool(offsets: lasting(offsets), bytes: lasting(bytes))
    }

    private func lasting<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = unsafe buffer.initialize(from: elements)
        return UnsafeBufferPointer(buffer)
    }
}

private func tag(_ name: Span<UInt8>) -> Int32 {
    unsafe name.withUnsafeBytes { bytes in
        unsafe raw_tag(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
}
