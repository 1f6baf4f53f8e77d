/// How many columns of a terminal a text takes.
///
/// A grapheme takes what its widest scalar takes: 0 for marks and joiners, 2 for East Asian wide letters and emoji, else 1
/// (Unicode Standard Annex 11, as Markus Kuhn's `wcwidth` reads it).
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        var count = 0
        for scalar in text.unicodeScalars {
            guard isPlain(scalar.value) else { return text.reduce(0) { $0 + of($1) } }
            count += 1
        }
        return count
    }

    /// Whether a scalar is a letter or sign of one column that joins with nothing; Vietnamese in NFC is made of these.
    private static func isPlain(_ value: UInt32) -> Bool {
        (0x20..<0x7F).contains(value) || (0xA0..<0x300).contains(value) && value != 0xAD
            || (0x1E00...0x1EFF).contains(value)
    }

    static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }
            width = max(width, of(scalar))
        }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 32 || scalar.value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
