internal import ChiboModel

/// The letters of the one-byte encodings (TCVN 5712:1993 VN3; VNI for Windows; windows-1258).
enum LegacyTables {
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
    private static let windows1258Letters: [UInt32: Character] = letters("C3Ă E3ă D0Đ F0đ D5Ơ F5ơ DDƯ FDư FE₫")
    private static let windows1258Tones: [UInt32: UInt32] = [
        0xCC: 0x300, 0xD2: 0x309, 0xDE: 0x303, 0xEC: 0x301, 0xF2: 0x323,
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

    static func windows1258(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let tone = windows1258Tones[scalar.value].flatMap({ Unicode.Scalar($0) }) {
                scalars.append(tone)
            } else if let letter = windows1258Letters[scalar.value] {
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
