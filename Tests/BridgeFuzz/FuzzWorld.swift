import ChiboLua

/// The columns of a small world: three members in two branches.
@safe final class FuzzWorld {
    static let member = LuaKind(rawValue: 1)
    static let branch = LuaKind(rawValue: 2)
    static let date = LuaKind(rawValue: 3)
    static let memberCount: Int32 = 3

    private var columns: [UnsafeMutableBufferPointer<Int32>] = unsafe []
    private let letters: UnsafeMutableBufferPointer<UInt8>
    private let token: FuzzToken

    init(_ census: FuzzCensus) {
        token = FuzzToken(census)
        unsafe letters = .allocate(capacity: 6)
        _ = unsafe letters.initialize(from: [UInt8]("AnChiX".utf8))
    }

    deinit {
        for index in unsafe columns.indices { unsafe columns[index].deallocate() }
        unsafe letters.deallocate()
    }

    private func column(_ values: [Int32]) -> UnsafeBufferPointer<Int32> {
        let column = UnsafeMutableBufferPointer<Int32>.allocate(capacity: values.count)
        _ = unsafe column.initialize(from: values)
        unsafe columns.append(column)
        return UnsafeBufferPointer(column)
    }

    /// The world, its methods made in a state.
    func records(_ functions: FuzzMethods) -> RecordWorld {
        let pool = unsafe TextPool(offsets: column([0, 2, 5, 6]), bytes: UnsafeBufferPointer(letters))
        let missing = Int32.min
        let fields = unsafe [
            RecordField("name", .text(column([0, 1, 2]), pool)),
            RecordField("grade", .text(column([0, missing, 2]), pool), notesMissing: true),
            RecordField("points", .integer32(column([10, 20, missing]))),
            RecordField("born", .scalar(Self.date, column([-10, 0, missing])), notesMissing: true),
            RecordField("branch", .reference(Self.branch, column([0, 1, missing]))),
            RecordField("next", .method(functions.next)), RecordField("has_tag", .method(functions.hasTag)),
            RecordField("twice", .computed(functions.twice), notesMissing: true), RecordField("secret", .denied),
        ]
        let members = unsafe RecordField(
            "members", .relation(Self.member, offsets: column([0, 2, 3]), rows: column([0, 1, 2])))
        return RecordWorld(
            kinds: [
                RecordColumns(kind: Self.member, rowCount: Int(Self.memberCount), fields: fields),
                RecordColumns(kind: Self.branch, rowCount: 2, fields: [members]),
            ], owner: self)
    }
}

/// The functions that members of a world answer with.
struct FuzzMethods {
    let next: LuaFunction
    let hasTag: LuaFunction
    let twice: LuaFunction
}
