import ChiboTestSupport
import Foundation
import Testing

/// What the compiler must refuse.
///
/// Each file of `Misuse/` holds a mistake, compiled with `-D MISUSE`, and how it is done right. A line
/// `// error below: text` stands above each line that is refused.
struct MisuseTests {
    @Test func `the files are there`() {
        #expect(Misuse.all.count >= 13)
    }

    @Test(arguments: Misuse.all) func `the compiler refuses what would not be safe`(misuse: Misuse) throws {
        let found = try misuse.errors(["-D", "MISUSE"])
        #expect(!misuse.expected.isEmpty)
        #expect(Set(found.map(\.line)) == Set(misuse.expected.map(\.line)), "\(found)")
        for expected in misuse.expected {
            #expect(found.contains { $0.line == expected.line && $0.text.contains(expected.text) }, "\(found)")
        }
    }

    @Test(arguments: Misuse.all) func `the compiler takes the same done right`(misuse: Misuse) throws {
        #expect(try misuse.errors([]).isEmpty)
    }
}

/// One file of `Misuse/`.
struct Misuse: Sendable, CustomTestStringConvertible {
    /// An error of the compiler.
    struct Refusal: Sendable {
        let line: Int
        let text: String
    }

    private static let folder = RepositoryFolder.path + "/Tests/ChiboLuaTests/Misuse"

    static let all: [Misuse] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map(Misuse.init)
    }()

    let name: String
    private var path: String { "\(Self.folder)/\(name)" }
    var testDescription: String { name }

    /// What the file says will be refused.
    var expected: [Refusal] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard let mark = line.firstRange(of: "// error below: ") else { return nil }
            return Refusal(line: index + 2, text: String(line[mark.upperBound...]))
        }
    }

    /// What the compiler says; warnings too, which nobody expects.
    func errors(_ flags: [String]) throws -> [Refusal] {
        let arguments = ["swiftc", "-swift-version", "6", "-parse-as-library", "-emit-sil", "-o", "/dev/null", path]
        let result = try Oracle.run("/usr/bin/env", arguments + flags + Product.flags)
        let places = result.errors.split(separator: "\n").compactMap { line in
            line.wholeMatch(of: #/.*\.swift:(\d+):\d+: (?:error|warning): (.*)/#)
        }
        let refusals = places.compactMap { match in
            Int(match.1).map { Refusal(line: $0, text: String(match.2)) }
        }
        // A compiler that failed otherwise, say for want of the module, refused nothing.
        try #require((result.status == 0) == refusals.isEmpty, "\(result.errors)")
        return refusals
    }
}

/// The modules that were built with these tests.
enum Product {
    /// Where the build that runs put its products: beside the running program.
    static let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

    /// What the compiler needs to import `ChiboLua`.
    static let flags: [String] = {
        let headers = try? Oracle.run("/usr/bin/env", ["pkg-config", "--cflags-only-I", "lua5.4"]).output
        let includes = (headers ?? "").split { $0.isWhitespace }.flatMap { ["-Xcc", String($0)] }
        let maps = [RepositoryFolder.path + "/Sources/CLua", folder + "/CLuaBridge.build"]
        return ["-I", folder + "/Modules"] + includes
            + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)/module.modulemap"] }
    }()
}
