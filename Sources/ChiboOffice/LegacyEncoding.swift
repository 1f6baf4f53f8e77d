internal import ChiboModel

/// The encodings of Vietnamese before Unicode, which cells of old rosters still have.
///
/// In a workbook their bytes come as Latin-1 letters, and only the font's name tells what they mean: `NguyÔn` in
/// `.VnTime` reads Nguyễn.
package enum LegacyEncoding: Hashable, Sendable {
    /// TCVN3 (ABC), with small and capital letters in one font.
    case tcvn3
    /// TCVN3 in a font of capitals (`.VnTimeH`), whose small letters show as capitals.
    case tcvn3Capitals
    /// VNI Windows, where marks follow their vowel.
    case vni

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

    /// The text in Unicode; text that already is stays as it is.
    package func decode(_ text: String) -> String {
        // A cell that was retyped in Unicode keeps its old font: letters outside Latin-1 prove it.
        guard text.unicodeScalars.allSatisfy({ $0.value <= 0xFF }) else { return text }
        switch self {
        case .tcvn3: return LegacyTables.tcvn3(text)
        case .tcvn3Capitals: return LegacyTables.tcvn3(text).uppercased()
        case .vni: return LegacyTables.vni(text)
        }
    }
}

/// The letters of the encodings (TCVN 5712:1993 VN3; VNI for Windows).
private enum LegacyTables {
    private static let capitals: [UInt32: Character] = letters("A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ")
    private static let smalls: [UInt32: Character] = letters(
        """
        A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề \
        D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú \
        F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ
        """)
    private static let vniAlone: [UInt32: Character] = letters(
        "F1đ D1Đ EDí ECì E6ỉ F3ĩ F2ị F4ơ F6ư EEỵ CDÍ CCÌ C6Ỉ D3Ĩ D2Ị D4Ơ D6Ư CEỴ")
    /// What follows a vowel in VNI: its quality mark and its tone, as combining characters.
    private static let vniMarks: [UInt32: [UInt32]] = [
        0xF9: [0x301], 0xF8: [0x300], 0xFB: [0x309], 0xF5: [0x303], 0xEF: [0x323], 0xE2: [0x302],
        0xE1: [0x302, 0x301], 0xE0: [0x302, 0x300], 0xE5: [0x302, 0x309], 0xE3: [0x302, 0x303], 0xE4: [0x302, 0x323],
        0xEA: [0x306], 0xE9: [0x306, 0x301], 0xE8: [0x306, 0x300], 0xFA: [0x306, 0x309], 0xFC: [0x306, 0x303],
        0xEB: [0x306, 0x323],
    ]

    private static func letters(_ table: String) -> [UInt32: Character] {
        var result: [UInt32: Character] = [:]
        for entry in table.split(whereSeparator: \.isWhitespace) {
            if let code = UInt32(entry.prefix(2), radix: 16), let letter = entry.last { result[code] = letter }
        }
        return result
    }

    static func tcvn3(_ text: String) -> String {
        String(text.unicodeScalars.map { capitals[$0.value] ?? smalls[$0.value] ?? Character($0) })
    }

    static func vni(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Marks of capital vowels are the capital Latin-1 letters.
            let mark =
                vniMarks[scalar.value]
                ?? (scalar.value >= 0xC0 && scalar.value < 0xE0 ? vniMarks[scalar.value + 0x20] : nil)
            if let mark, let vowel = scalars.last, isVowel(vowel) {
                scalars.append(contentsOf: mark.compactMap { Unicode.Scalar($0) })
            } else if let letter = vniAlone[scalar.value] {
                scalars.append(contentsOf: letter.unicodeScalars)
            } else {
                scalars.append(scalar)
            }
        }
        return VietnameseText.composed(String(scalars))
    }

    private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
        "aeouyAEOUYơưƠƯ".unicodeScalars.contains(scalar)
    }
}
