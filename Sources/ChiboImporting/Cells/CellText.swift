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

    /// The digits and letters alone, in small letters: how numbers of cards and papers are compared.
    static func identifier(_ text: String) -> String {
        if text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) }) { return text }
        return String(
            text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
