// Prints how many blocks the process allocates while something is done a thousand times: a line each, "name<tab>count".
// One of the lines allocates on purpose, so that a counter that counts nothing is noticed.

import CMallocCount
import ChiboLua
import Glibc

private let times = 1000
private let member = LuaKind(rawValue: 1)
private let date = LuaKind(rawValue: 2)

@safe private final class Columns {
    private let memory = UnsafeMutableBufferPointer<Int32>.allocate(capacity: 8)
    private let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 8)

    func world(_ state: LuaState) -> RecordWorld {
        // Rows 0 and 1 of every column; from 2 on the offsets of two texts.
        for (index, value) in [0, 1, 0, 4, 7, 0, 0, 0].enumerated() { unsafe memory[index] = Int32(value) }
        for (index, byte) in "fourtwo ".utf8.enumerated() { unsafe bytes[index] = byte }
        let column = unsafe UnsafeBufferPointer(rebasing: memory[0..<2])
        let pool = unsafe TextPool(
            offsets: UnsafeBufferPointer(rebasing: memory[2..<5]), bytes: UnsafeBufferPointer(bytes))
        let plus = state.method("plus", of: member) { (record: PackedValue, n: Int64) in Int64(record.row) + n }
        let fields = unsafe [
            RecordField("number", .integer32(column)), RecordField("flag", .boolean(column)),
            RecordField("day", .scalar(date, column)), RecordField("text", .text(column, pool)),
            RecordField("friend", .reference(member, column)), RecordField("plus", .method(plus)),
        ]
        return RecordWorld(kinds: [RecordColumns(kind: member, rowCount: 2, fields: fields)], owner: self)
    }

    deinit {
        unsafe memory.deallocate()
        unsafe bytes.deallocate()
    }
}

private func count(_ name: String, _ body: () throws -> Void) rethrows {
    try body()  // what is made once is made here
    let before = allocation_count()
    try body()
    print(name, allocation_count() - before, separator: "\t")
}

private func loop(_ operation: String, in state: LuaState) throws -> LuaFunction {
    let source = "local m, add, x, kept = m, add, nil, {} for i = 1, \(times) do \(operation) end"
    return try state.load(source, name: "loop.lua")
}

guard allocation_is_counted() else {
    print("not counted")
    exit(0)
}

let state = LuaState(LuaPolicy(deadline: nil))
state.define(RecordKind(member, name: "member"))
state.define(ScalarKind(date, name: "date"))
let generation = try state.mount(Columns().world(state))
private let record = PackedValue(kind: member, generation: generation, row: 1)
state.globals["m"] = .packed(record)
state.globals["add"] = .function(state.function("add") { (a: Int64, b: Int64) in a + b })

for field in ["number", "flag", "day", "text", "friend"] {
    let reading = try loop("x = m.\(field)", in: state)
    try count("a \(field) read") { try reading.call() }
}
for (name, operation) in [
    ("a method called", "x = m:plus(i)"), ("a typed function called", "x = add(i, 1)"),
    ("a record compared and used as a key", "x = m.friend == m"), ("tables kept", "kept[i] = {}"),
] {
    let work = try loop(operation, in: state)
    try count(name) { try work.call() }
}

let identity = try state.load("return ...", name: "identity.lua")
let sum = try state.load("local a, b = ... return a + b", name: "sum.lua")
try state.withRun {
    try count("a record pushed and answered") {
        for _ in 0..<times { try identity.call(packed: record) { precondition($0.packed(0) == record) } }
    }
    try count("a function of two numbers called") {
        var n: Int64 = 0  // a range of Int64 allocates in an unoptimised build
        while n < times { n = try sum.call(with: n, 1, returning: Int64.self) }
    }
}
state.close()
