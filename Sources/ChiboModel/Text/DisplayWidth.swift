/// How many columns of a terminal, or of a page in letters of one width, a text takes.
///
/// A letter with its marks takes what its widest scalar takes: 0 for marks, joiners and control characters, 2 for East
/// Asian wide letters and emoji, else 1 (Unicode Standard Annex 11).
public enum DisplayWidth {
    /// The columns of a text without line ends.
    public static func of(_ text: some StringProtocol) -> Int {
        var count = 0
        for scalar in text.unicodeScalars {
            guard isPlain(scalar.value) else { return text.reduce(0) { $0 + of($1) } }
            count += 1
        }
        return count
    }

    /// The columns of one character: 0, 1 or 2.
    public static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // U+FE0F asks for the colourful form, which is drawn over two columns.
            if scalar.value == 0xFE0F { return 2 }
            width = max(width, of(scalar))
        }
        return width
    }

    /// A text cut to a number of columns, with `…` in the last one when something was cut off.
    public static func cut(_ text: String, to columns: Int) -> String {
        if of(text) <= columns { return text }
        var (result, used) = ("", 0)
        for character in text {
            let width = of(character)
            if used + width > columns - 1 { break }
            result.append(character)
            used += width
        }
        return columns > 0 ? result + "…" : ""
    }

    /// A text with spaces after it, or before it, up to a number of columns.
    public static func padded(_ text: String, to columns: Int, right: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, columns - of(text)))
        return right ? space + text : text + space
    }

    /// Whether a scalar is a letter or sign of one column that joins with nothing; Vietnamese in NFC is made of these.
    private static func isPlain(_ value: UInt32) -> Bool {
        (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) && value != 0xAD
            || (0x1E00...0x1EFF).contains(value)
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if isPlain(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
        }
    }

    /// The blocks that UAX #11 calls wide or full-width, with unassigned places in between.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F320, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
