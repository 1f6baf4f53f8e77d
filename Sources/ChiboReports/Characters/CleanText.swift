/// Text of unknown origin made harmless to show.
enum CleanText {
    /// The text with one kind of line end and no character that steers a terminal or turns the reading direction.
    ///
    /// Tabs become spaces; vertical tabs, form feeds and all line separators become line feeds; other control characters become U+FFFD,
    /// so that one sees that something was there; marks of reading direction and non-characters are dropped.
    static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: { mayBeSuspicious($0) }),
            text.unicodeScalars.contains(where: { isSuspicious($0) })
        else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if let kept = replacement(for: scalar, after: previous) { result.append(kept) }
            previous = scalar
        }
        return String(result)
    }

    /// The text on one line.
    static func line(_ text: String) -> String {
        let clean = clean(text)
        return clean.utf8.contains(10) ? String(clean.map { $0 == "\n" ? " " : $0 }) : clean
    }

    /// Whether a byte may belong to a suspicious scalar; of Vietnamese text none does.
    private static func mayBeSuspicious(_ byte: UInt8) -> Bool {
        switch byte {
        case 10: false
        case 0..<32, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...: true
        default: false
        }
    }

    private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 10: false
        case 0..<32, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFEFF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func replacement(for scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Unicode.Scalar? {
        guard isSuspicious(scalar) || scalar == "\n" else { return scalar }
        return switch scalar.value {
        case 10: previous == "\r" ? nil : "\n"
        case 9: " "
        case 11, 12, 13, 0x85, 0x2028, 0x2029: "\n"
        case 0..<32, 0x7F..<0xA0: "\u{FFFD}"
        default: nil
        }
    }
}
