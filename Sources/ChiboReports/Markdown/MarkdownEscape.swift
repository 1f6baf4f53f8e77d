/// Text made literal in Markdown (CommonMark with the tables of GitHub).
enum MarkdownEscape {
    /// The text on one line, or with `<br>` in a table, without any meaning for Markdown.
    static func text(_ text: String, lineBreak: String) -> String {
        let lines = CleanText.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line($0) }.joined(separator: lineBreak)
    }

    private static func line(_ text: Substring) -> String {
        guard text.utf8.first == 32 || text.utf8.contains(where: { needsCare($0) }) else { return String(text) }
        var result = ""
        var isStart = true
        for scalar in text.unicodeScalars {
            if isStart, scalar == " " { continue }
            if isSpecial(scalar) { result.append("\\") }
            result.unicodeScalars.append(scalar)
            isStart = false
        }
        return escapeStart(result)
    }

    /// Whether a byte may be part of a sign, of a number before a sign, or of an address, at the start of a line or inside it.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 65...90, 97...122, 0x80...: false
        case 32, 44, 37, 47: false
        default: true
        }
    }

    /// Characters that mean something anywhere in a line; `:`, `@` and `.` would only make links of what looks like an address.
    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "@": true
        default: false
        }
    }

    /// Signs that mean something only at the start of a line: headings, lists, rules; and bare addresses anywhere.
    private static func escapeStart(_ line: String) -> String {
        var line = line
        let isNumber = line.dropFirst().first?.isNumber ?? false
        if let first = line.unicodeScalars.first, "#+-=".unicodeScalars.contains(first), !isNumber {
            line = "\\" + line
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        if !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first ?? " " == " " {
            line = digits + "\\" + line.dropFirst(digits.count)
        }
        return escapeAddresses(line)
    }

    /// Parts the names of protocols and `www.` from what follows, so that no reader makes a link of data.
    private static func escapeAddresses(_ line: String) -> String {
        guard line.contains("://") || line.lowercased().contains("www.") else { return line }
        var bytes: [UInt8] = []
        let source = Array(line.utf8)
        for (index, byte) in source.enumerated() {
            let isProtocol = byte == 58 && source[index...].starts(with: "://".utf8)
            let isWeb = byte == 46 && index >= 3 && source[index - 3..<index].allSatisfy { $0 | 32 == 119 }
            if isProtocol || isWeb { bytes.append(92) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
