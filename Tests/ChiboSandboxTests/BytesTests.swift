import ChiboSandbox
import ChiboTestSupport
import Testing

@Suite struct `Bytes between processes` {
    @Test func `come back as they were put`() throws {
        var writer = ByteWriter()
        writer.put(-5)
        writer.put(Int64.max)
        writer.put("Đảng viên")
        writer.put(["", "a", "\0"])
        writer.put([UInt8](0...255))
        var reader = ByteReader(writer.bytes)
        #expect(try reader.number() == -5)
        #expect(try reader.number() == .max)
        #expect(try reader.text() == "Đảng viên")
        #expect(try reader.texts() == ["", "a", "\0"])
        #expect(try reader.part() == [UInt8](0...255))
        try reader.finish()
    }

    @Test func `cut, changed or made up are refused or read, never more`() {
        var generator = SeededGenerator(seed: 7)
        var writer = ByteWriter()
        writer.put(["one", "two"])
        for _ in 0..<2000 {
            var bytes = writer.bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0 ... .max, using: &generator)
            }
            var reader = ByteReader(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
            let texts = (try? reader.texts()) ?? []
            #expect(texts.reduce(0) { $0 + $1.utf8.count } <= bytes.count)
        }
    }

    @Test func `counts that would fill the memory are refused before`() {
        var writer = ByteWriter()
        writer.put(Int64.max)
        #expect(throws: GarbledBytes.self) {
            var reader = ByteReader(writer.bytes); _ = try reader.texts()
        }
        #expect(throws: GarbledBytes.self) {
            var reader = ByteReader(writer.bytes); _ = try reader.part()
        }
    }
}
