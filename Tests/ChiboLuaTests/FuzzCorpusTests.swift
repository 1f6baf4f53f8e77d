import BridgeFuzz
import ChiboTestSupport
import Foundation
import Testing

/// What the fuzz target found worth keeping: the fewest inputs that reach all that it reached, and its findings.
@Suite(.serialized) struct FuzzCorpusTests {
    private static let folder = RepositoryFolder.path + "/Tests/BridgeFuzz/Corpus"

    @Test func `every kept input keeps the promises of the bridge`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { !$0.hasPrefix(".") }
        #expect(names.count > 100)
        for name in names.sorted() {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name)))
            let problems = problems(ofFuzzInput: bytes)
            #expect(problems.isEmpty, "\(name): \(problems)\n\(script(ofFuzzInput: bytes))")
        }
    }

    @Test func `an input of any length means something`() {
        for length in 0..<40 {
            #expect(problems(ofFuzzInput: Array(repeating: 7, count: length)).isEmpty)
        }
    }
}
