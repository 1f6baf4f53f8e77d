import ChiboOffice
import ChiboTestSupport
import Testing

/// Digests of files; the arithmetic has its tests beside the model.
struct FileDigestTests {
    @Test func `a file is digested whole`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("abc", to: "a.txt")
        #expect(try FileDigest.sha256(of: path).hasPrefix("ba7816bf8f01cfea"))
    }
}
