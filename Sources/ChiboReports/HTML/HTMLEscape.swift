/// Text made literal in HTML.
enum HTMLEscape {
    /// Text between tags; line feeds stay line feeds.
    static func text(_ text: String) -> String { escape(CleanText.clean(text)) }

    /// Text between tags with `<br>` for line feeds.
    static func lines(_ text: String) -> String {
        let lines = CleanText.clean(text).split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { escape(String($0)) }.joined(separator: "<br>")
    }

    /// Text between double quotes of an attribute, on one line.
    static func attribute(_ text: String) -> String { escape(CleanText.line(text)) }

    private static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 38: bytes += "&amp;".utf8
            case 60: bytes += "&lt;".utf8
            case 62: bytes += "&gt;".utf8
            case 34: bytes += "&quot;".utf8
            case 39: bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A name that may stand as an `id` or a class: letters, digits, `-`, `_`; anything else as its number.
    static func name(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
                ? String(scalar) : ".\(String(scalar.value, radix: 16))"
        }.joined()
    }
}
