import ChiboTestSupport
import Foundation
import Testing

@testable import ChiboOffice

/// Digests, compared with Python's.
struct FileDigestTests {
    @Test func `digests of all lengths around a block equal Python's`() throws {
        let output = try Oracle.python(
            "import hashlib\nfor n in range(200): print(hashlib.sha256(bytes(i % 251 for i in range(n))).hexdigest())"
        ).output.split(separator: "\n")
        for (count, expected) in output.enumerated() {
            #expect(SHA256.hexadecimal((0..<count).map { UInt8($0 % 251) }) == String(expected))
        }
    }

    @Test func `a file is digested whole`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("abc", to: "a.txt")
        #expect(try FileDigest.sha256(of: path).hasPrefix("ba7816bf8f01cfea"))
    }
}
