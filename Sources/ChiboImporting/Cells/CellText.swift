internal import ChiboModel

/// The text of a cell without what cannot be seen.
enum CellText {
    /// What ``VietnameseText/tidied(_:)`` gives, quickly for the many texts that are tidy already.
    static func tidied(_ text: String) -> String {
        isTidy(text) ? text : VietnameseText.tidied(text)
    }

    /// Whether the bytes show no control character, double blank, combining mark or invisible character.
    private static func isTidy(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            switch byte {
            case ..<0x20, 0x7F: return false
            case 0x20 where previous == 0x20: return false
            // The lead bytes of NBSP and soft hyphen, combining marks, and the blocks of special spaces.
            case 0xC2, 0xCC, 0xCD, 0xD6...0xE0, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0: return false
            // Behind this lead byte stand the Vietnamese letters with tones, and blanks and marks below and above them.
            case 0x80...0xB7 where previous == 0xE1, 0xBC...0xBF where previous == 0xE1: return false
            default: break
            }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// The text with Ð and Ɖ, which are letters of other alphabets, as the Đ that they were typed for, and how many.
    static func withoutLookAlikes(_ text: String) -> (text: String, count: Int) {
        var previous: UInt8 = 0
        let may = text.utf8.contains { byte in
            defer { previous = byte }
            return (previous == 0xC3 && (byte == 0x90 || byte == 0xB0)) || (previous == 0xC6 && byte == 0x89)
                || (previous == 0xC9 && byte == 0x96)
        }
        guard may else { return (text, 0) }
        return VietnameseText.replacingLookalikes(text)
    }

    /// Whether a spreadsheet would run a text of a file of separated values as a formula, apostrophes in front or not.
    static func needsGuard(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    }

    /// The text without the apostrophe that keeps a spreadsheet from running it.
    static func withoutGuard(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "'") && needsGuard(text) ? String(text.dropFirst()) : text
    }

    /// The digits and letters alone, in small letters: how numbers of cards and papers are compared.
    static func identifier(_ text: String) -> String {
        if text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) }) { return text }
        return String(
            text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
