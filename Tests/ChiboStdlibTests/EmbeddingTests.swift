import ChiboStdlib
import Foundation
import Testing

@Suite struct EmbeddingTests {
    @Test func `the modules are the files of the folder, in order`() throws {
        let files = try Repository.modules()
        #expect(!files.isEmpty)
        #expect(Stdlib.modules == files.keys.sorted())
    }

    @Test func `a module's text is its file, byte for byte`() throws {
        for (module, file) in try Repository.modules() {
            let source = try #require(Stdlib.source(of: module))
            #expect(Data(source.utf8) == (try Data(contentsOf: file)), "\(module)")
        }
    }

    @Test func `a module knows where it stands in the repository`() throws {
        for (module, file) in try Repository.modules() {
            let path = try #require(Stdlib.path(of: module))
            #expect(Repository.root.appending(path: path).path == file.path)
        }
    }

    @Test(arguments: ["", "criteria.lua", "Criteria", "rules", "no.such"])
    func `what is no module has no text`(name: String) {
        #expect(Stdlib.source(of: name) == nil)
        #expect(Stdlib.path(of: name) == nil)
    }
}
