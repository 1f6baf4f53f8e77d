import ChiboTestSupport
import Foundation
import Testing

/// The articles of `ChiboLua.docc` show only code that these tests compile and run.
struct ArticleTests {
    @Test(arguments: Article.all) func `code in an article is code that runs`(article: Article) {
        for block in article.blocks where block.language != "text" {
            #expect(Article.sources.contains { $0.holds(block.lines) }, "in no example: \(block.lines.first ?? "")")
        }
    }

    @Test func `the example program is whole and prints what the article says`() throws {
        let article = try #require(Article.all.first { $0.name == "GettingStarted.md" })
        let program = try #require(article.blocks.first { $0.language == "swift" })
        let output = try #require(article.blocks.first { $0.language == "text" })
        #expect(program.lines == lines(ofFile: RepositoryFolder.path + "/Tests/LuaExample/main.swift"))
        let result = try Oracle.run(Product.folder + "/LuaExample", [])
        #expect(result.status == 0)
        #expect(result.output == output.lines.joined(separator: "\n") + "\n")
    }

    @Test func `a change of a line is noticed`() {
        let source = Source(lines: ["func a() {", "    b()", "", "    c()", "}"])
        #expect(source.holds(["b()", "", "c()"]))
        #expect(!source.holds(["b()", "", "d()"]))
        #expect(!source.holds(["func a() {", "  b()"]))
        #expect(Article.all.count >= 8)
        #expect(Article.all.flatMap(\.blocks).count >= 20)
    }
}

/// The lines of a file, without the last newline.
private func lines(ofFile path: String) -> [String] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return (text.hasSuffix("\n") ? String(text.dropLast()) : text).components(separatedBy: "\n")
}

/// A page of the documentation.
struct Article: Sendable, CustomTestStringConvertible {
    struct Block: Sendable {
        let language: String
        let lines: [String]
    }

    private static let folder = RepositoryFolder.path + "/Sources/ChiboLua/ChiboLua.docc"

    static let all: [Article] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { Article($0) }
    }()

    /// The files whose code may be shown.
    fileprivate static let sources: [Source] = ["ChiboLuaTests", "LuaExample"].flatMap { room in
        let folder = RepositoryFolder.path + "/Tests/" + room
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".swift") }.map { Source(lines: lines(ofFile: "\(folder)/\($0)")) }
    }

    let name: String
    let blocks: [Block]
    var testDescription: String { name }

    private init(_ name: String) {
        self.name = name
        var blocks: [Block] = []
        var open: Block?
        for line in lines(ofFile: Self.folder + "/" + name) {
            if let block = open {
                open = line == "```" ? nil : Block(language: block.language, lines: block.lines + [line])
                if open == nil { blocks.append(block) }
            } else if line.hasPrefix("```"), !line.dropFirst(3).contains("`") {
                open = Block(language: String(line.dropFirst(3)), lines: [])
            }
        }
        self.blocks = blocks
    }
}

/// A file of compiled code.
private struct Source: Sendable {
    let lines: [String]

    /// Whether the block stands in the file, all of it equally far from the margin.
    func holds(_ block: [String]) -> Bool {
        guard let first = block.first else { return false }
        return lines.indices.contains { start in
            guard start + block.count <= lines.count, lines[start].hasSuffix(first) else { return false }
            let margin = lines[start].dropLast(first.count)
            guard margin.allSatisfy({ $0 == " " }) else { return false }
            return zip(lines[start...], block).allSatisfy { line, shown in
                line == (shown.isEmpty ? "" : margin + shown)
            }
        }
    }
}
