/// Cuts a Lua 5.4 source into tokens.
///
/// What is no token comes out as an invalid one, so that whoever asked can say what was meant; nothing is thrown.
struct LuaLexer {
    let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// Whether a long comment has begun that does not end.
    private var commentIsOpen = false

    init(_ source: String) {
        bytes = Array(source.utf8)
        // A first line that begins with # is for the shell.
        if bytes.first == UInt8(ascii: "#") { skipLine() }
    }

    mutating func next() -> LuaToken {
        skipSpace()
        let (start, startLine) = (position, line)
        let kind = scan()
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let isKeyword = kind == .name && LuaToken.keywords.contains(text)
        return LuaToken(kind: isKeyword ? .keyword : kind, text: text, start: start, end: position, line: startLine)
    }

    private mutating func scan() -> LuaToken.Kind {
        guard let byte = peek() else { return commentIsOpen ? .invalid : .end }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            return name()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(byte)
        case UInt8(ascii: "["): return bracket()
        case UInt8(ascii: ".") where peek(1).map(Self.isDigit) ?? false: return number()
        case 0x80...: return foreign()
        default: return symbol()
        }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    private mutating func advance() {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
    }

    private mutating func skipLine() {
        while let byte = peek(), byte != 0x0A { position += 1 }
    }

    private mutating func skipSpace() {
        while let byte = peek() {
            if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
                skipComment()
            } else if (0x09...0x0D).contains(byte) || byte == 0x20 {
                advance()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        position += 2
        if let level = longBracketLevel() { commentIsOpen = longBracket(level) == nil } else { skipLine() }
    }

    private mutating func name() -> LuaToken.Kind {
        while let byte = peek(), Self.isNamePart(byte) { position += 1 }
        // A letter with marks right after is the same word to whoever typed it.
        if let byte = peek(), byte >= 0x80 { return foreign() }
        return .name
    }

    /// A run of letters that Lua does not take in names, or one other character from outside ASCII.
    private mutating func foreign() -> LuaToken.Kind {
        let text = String(decoding: bytes[position...].prefix(64), as: UTF8.self)
        let first = text.first ?? " "
        guard first.isLetter else {
            position = min(bytes.count, position + max(1, String(first).utf8.count))
            return .invalid
        }
        let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        position = min(bytes.count, position + word.utf8.count)
        return .invalid
    }

    private mutating func number() -> LuaToken.Kind {
        let isHex = peek() == UInt8(ascii: "0") && [UInt8(ascii: "x"), UInt8(ascii: "X")].contains(peek(1))
        let exponents: [UInt8] = isHex ? Array("pP".utf8) : Array("eE".utf8)
        let start = position
        while let byte = peek() {
            if exponents.contains(byte), let sign = peek(1), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 2
            } else if Self.isNamePart(byte) || byte == UInt8(ascii: ".") {
                position += 1
            } else {
                break
            }
        }
        return Self.isNumeral(bytes[start..<position], isHex: isHex) ? .number : .invalid
    }

    /// Digits with at most one dot, at least one digit, then perhaps an exponent of decimal digits.
    private static func isNumeral(_ text: ArraySlice<UInt8>, isHex: Bool) -> Bool {
        let body = isHex ? text.dropFirst(2) : text
        let marks: [UInt8] = isHex ? Array("pP".utf8) : Array("eE".utf8)
        let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) { marks.contains($0) }
        let digits = parts[0].filter { $0 != UInt8(ascii: ".") }
        guard parts[0].count - digits.count <= 1, !digits.isEmpty else { return false }
        guard digits.allSatisfy({ isHex ? isHexDigit($0) : isDigit($0) }) else { return false }
        guard parts.count > 1 else { return true }
        let signs: [UInt8] = [UInt8(ascii: "+"), UInt8(ascii: "-")]
        let exponent = parts[1].first.map(signs.contains) ?? false ? parts[1].dropFirst() : parts[1]
        return !exponent.isEmpty && exponent.allSatisfy(isDigit)
    }

    private mutating func quoted(_ quote: UInt8) -> LuaToken.Kind {
        position += 1
        let start = position
        var hasEscapes = false
        while let byte = peek(), byte != quote {
            if byte == 0x0A { return .invalid }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                position += 1
                if peek() == UInt8(ascii: "z") {
                    position += 1
                    while let space = peek(), (0x09...0x0D).contains(space) || space == 0x20 { advance() }
                    continue
                }
                if peek() == 0x0D, peek(1) == 0x0A { position += 1 }
            }
            if peek() != nil { advance() }
        }
        guard peek() == quote else { return .invalid }
        position += 1
        return .string(hasEscapes ? nil : String(decoding: bytes[start..<(position - 1)], as: UTF8.self))
    }

    private mutating func bracket() -> LuaToken.Kind {
        guard let level = longBracketLevel() else { return symbol() }
        return longBracket(level) ?? .invalid
    }

    /// How many equals signs a long bracket that begins here has; nil for none.
    private func longBracketLevel() -> Int? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    private mutating func longBracket(_ level: Int) -> LuaToken.Kind? {
        position += level + 2
        let start = position
        let close = [UInt8(ascii: "]")] + [UInt8](repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
        while position < bytes.count {
            if bytes[position] == close[0], bytes[position...].starts(with: close) {
                let value = String(decoding: bytes[start..<position], as: UTF8.self)
                position += close.count
                return .string(value)
            }
            advance()
        }
        return nil
    }

    private static let symbols: [[UInt8]] = [
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>", "!=", "+", "-", "*", "/", "%", "^", "#", "&", "~",
        "|", "<", ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
    ].map { Array($0.utf8) }

    private mutating func symbol() -> LuaToken.Kind {
        let rest = bytes[position...]
        guard let found = Self.symbols.first(where: { rest.starts(with: $0) }) else {
            position += 1
            return .invalid
        }
        position += found.count
        return found == Array("!=".utf8) ? .invalid : .symbol
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
