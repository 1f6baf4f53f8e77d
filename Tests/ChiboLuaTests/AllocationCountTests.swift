import ChiboTestSupport
import Testing

/// What a property costs must not grow with the host's heap: the program beside the tests replaces malloc and counts.
@Suite struct AllocationCountTests {
    @Test func `reading, calling and pushing allocate nothing, in Lua or in Swift`() throws {
        let result = try Oracle.run(try TestProgram.path("AllocationProbe"), [])
        #expect(result.status == 0, "\(result.errors)")
        if result.output == "not counted\n" { return }  // a sanitizer has malloc
        var counts: [String: Int] = [:]
        for line in result.output.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            counts[String(fields[0])] = Int(fields[1])
        }
        // Some come out of blocks that the state has kept.
        #expect(counts.removeValue(forKey: "tables kept") ?? 0 >= 200, "the counter counts")
        #expect(counts.count == 10)
        // A run's own few: a thousand of something that allocates would show.
        for (name, count) in counts { #expect(count < 20, "\(name)") }
    }
}
