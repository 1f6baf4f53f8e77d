import ChiboModel
import ChiboTestSupport
import Testing

/// SHA-256 against Python's.
@Suite struct SHA256Tests {
    @Test func `digests equal hashlib's at every length around a block, in one piece and in several`() throws {
        let program = """
            import hashlib
            for n in list(range(0, 200)) + [1000, 100000]:
                print(hashlib.sha256(bytes(i * 7 % 256 for i in range(n))).hexdigest())
            """
        let expected = try Oracle.python(program).output.split(separator: "\n").map(String.init)
        let lengths = Array(0..<200) + [1000, 100_000]
        #expect(expected.count == lengths.count)
        for (length, digest) in zip(lengths, expected) {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
            #expect(SHA256.hex(bytes) == digest)
            var pieces = SHA256()
            for start in stride(from: 0, to: length, by: 37) {
                pieces.update(Array(bytes[start..<min(start + 37, length)]))
            }
            #expect(pieces.hexDigest == digest)
        }
    }
}
