import ChiboLua

/// A Lua file on its way into Swift.
struct LuaScript {
    let module: String
    let path: String
    let source: String

    /// Reads the file, which has to be UTF-8: a Swift literal cannot hold anything else.
    init(module: String, path: String) throws(EmbedProblem) {
        let bytes = try readFile(path)
        guard let source = String(validating: bytes, as: UTF8.self) else {
            throw EmbedProblem("not UTF-8", path: path, line: Self.firstBadLine(of: bytes))
        }
        (self.module, self.path, self.source) = (module, path, source)
    }

    /// Compiles the text with the interpreter that will run it.
    func check() throws(EmbedProblem) {
        do {
            _ = try LuaState(.trusted).load(source, name: path)
        } catch {
            throw EmbedProblem(error.message, path: path, line: error.position?.line ?? 1)
        }
    }

    /// The Swift source: a constant named like the module.
    var swift: String {
        """
        // Made from \(module) by EmbedLua.
        extension Stdlib {
            static let `\(module)`: StaticString = \(literal)
        }

        """
    }

    /// The text as a raw literal with more number signs than any run in it, so that nothing in it can end it.
    ///
    /// Control characters are written as escapes: the Swift lexer refuses most of them, and would turn a carriage
    /// return with a line feed into a line feed.
    private var literal: String {
        let fence = String(repeating: "#", count: longestRun(of: "#") + 1)
        var text = fence + "\"\"\"\n"
        for scalar in source.unicodeScalars {
            if Self.isPlain(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                text += "\\\(fence)u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text + "\n\"\"\"" + fence
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\t", " "..."~": true
        case "\u{FEFF}": false
        default: scalar.value > 0x9F
        }
    }

    private func longestRun(of mark: Unicode.Scalar) -> Int {
        var (longest, current) = (0, 0)
        for scalar in source.unicodeScalars {
            current = scalar == mark ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }

    private static func firstBadLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}

/// The Swift source of the list of modules; `pairs` are a name and a path in turn.
func moduleTable(_ pairs: [String]) -> String {
    let entries = stride(from: 0, to: pairs.count, by: 2).map { index in
        "        StdlibEntry(name: \"\(pairs[index])\", path: \"\(pairs[index + 1])\", source: `\(pairs[index])`),\n"
    }
    return """
        // The modules of the Lua standard library, made by EmbedLua.
        extension Stdlib {
            static let table: [StdlibEntry] = [
        \(entries.joined())    ]
        }

        """
}
