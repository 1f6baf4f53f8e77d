package import ChiboModel

/// The ways in which Vietnamese was written before Unicode, and in which Unicode was spoilt on its way.
///
/// In a workbook the bytes of old fonts come as Latin-1 letters, and only the font's name, or the words that come out,
/// tell what they mean: `NguyÔn` in `.VnTime` reads Nguyễn.
package enum LegacyEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8 whose bytes were taken for windows-1252: `Nguyá»…n`.
    case utf8AsLatin
    /// TCVN3 (ABC), with small and capital letters in one font.
    case tcvn3
    /// TCVN3 in a font of capitals (`.VnTimeH`), whose small letters show as capitals.
    case tcvn3Capitals
    /// VNI Windows, where marks follow their vowel.
    case vni
    /// windows-1258 whose bytes were taken for windows-1252: tones follow their vowel.
    case windows1258
    /// VIQR (RFC 1456): marks are typed after the vowel as `^ ( +` and `' `` ` `` ? ~ .`.
    case viqr
    /// Keys of the Telex method that nobody turned into letters: `Nguyeenx`.
    case telex

    /// The encoding that a font's name stands for; nil for Unicode fonts.
    package init?(font: String) {
        let name = font.lowercased()
        if name.hasPrefix("vni-") || name.hasPrefix("vni ") {
            self = .vni
        } else if name.hasPrefix(".vn") {
            self = name.hasSuffix("h") ? .tcvn3Capitals : .tcvn3
        } else {
            return nil
        }
    }

    /// What people call it.
    package var label: Bilingual {
        switch self {
        case .utf8AsLatin: Bilingual(vi: "UTF-8 bị đọc nhầm thành windows-1252", en: "UTF-8 read as windows-1252")
        case .tcvn3: Bilingual(both: "TCVN3 (ABC)")
        case .tcvn3Capitals: Bilingual(vi: "TCVN3, phông chữ hoa", en: "TCVN3, a font of capitals")
        case .vni: Bilingual(both: "VNI")
        case .windows1258: Bilingual(both: "windows-1258")
        case .viqr: Bilingual(both: "VIQR")
        case .telex: Bilingual(vi: "phím gõ Telex", en: "keys of Telex")
        }
    }

    /// The text in Unicode; text that cannot be of this encoding stays as it is.
    package func decode(_ text: String) -> String {
        switch self {
        case .utf8AsLatin: return Windows1252.utf8(from: text) ?? text
        case .viqr: return TypedMarks.viqr(text)
        case .telex: return TypedMarks.telex(text)
        case .tcvn3, .tcvn3Capitals, .vni, .windows1258:
            // A cell that was retyped in Unicode keeps its old font: letters outside Latin-1 prove it.
            guard text.unicodeScalars.allSatisfy({ $0.value <= 0xFF }) else { return text }
            switch self {
            case .tcvn3: return LegacyTables.tcvn3(text)
            case .tcvn3Capitals: return LegacyTables.tcvn3(text).uppercased()
            case .vni: return LegacyTables.vni(text)
            default: return LegacyTables.windows1258(text)
            }
        }
    }
}
