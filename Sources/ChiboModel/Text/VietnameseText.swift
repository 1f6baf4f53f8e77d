/// Vietnamese letters: composition, folding and the keys that match and sort by.
///
/// A letter is a base, a quality mark (circumflex, breve, horn) and a tone. Everything here works on that
/// decomposition, so that text typed in either Unicode form, or with the tone on another vowel, can be compared.
public enum VietnameseText {
    /// Composes Vietnamese letters (NFC for Vietnamese; other text is left as it is).
    public static func composed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { isCombiningMark($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            guard isCombiningMark(scalar), let last = result.last, let letter = LetterTable.compose(last, scalar) else {
                result.append(scalar)
                continue
            }
            result.removeLast()
            result.append(letter)
        }
        return String(result)
    }

    /// Trims, folds runs of white space (also no-break and zero-width) to one space, and composes.
    ///
    /// This is what an importer keeps of a cell: the text as entered, without what cannot be seen.
    public static func tidied(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) { continue }
            if scalar.properties.isWhitespace {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace { result.append(" ") }
            pendingSpace = false
            result.append(scalar)
        }
        return composed(String(result))
    }

    /// A key that is equal for texts that differ only in case, spacing, Unicode form or the vowel that carries the tone.
    public static func matchKey(_ text: String) -> String {
        let words = tidied(text).lowercased().split(separator: " ")
        return words.map { word in
            var tone = Tone.level
            var letters = String.UnicodeScalarView()
            for scalar in word.unicodeScalars {
                let parts = LetterTable.split(scalar)
                if parts.tone != .level { tone = parts.tone }
                letters.append(parts.letter)
            }
            return String(letters) + (tone == .level ? "" : String(tone.rawValue))
        }.joined(separator: " ")
    }

    /// The text in small ASCII letters without marks, đ as d: for weak matches and for names in code.
    public static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in tidied(text).lowercased().unicodeScalars { result.append(LetterTable.base(of: scalar)) }
        return String(result)
    }

    /// The text as a name in code: folded, with `_` between words.
    public static func identifier(_ text: String) -> String {
        let isNamePart = { (scalar: Unicode.Scalar) in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        return folded(text).unicodeScalars.split { !isNamePart($0) }.map { String(String.UnicodeScalarView($0)) }
            .joined(separator: "_")
    }

    private static func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        case 0x00...0x08, 0x0E...0x1F, 0x7F: true
        default: false
        }
    }
}

/// The six tones, in the order of CLDR's collation for Vietnamese.
public enum Tone: Int, Sendable, Comparable {
    case level, grave, hook, tilde, acute, dot

    /// Whether one tone sorts before another.
    public static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }

    /// The combining mark that writes it.
    var mark: UInt32? {
        switch self {
        case .level: nil
        case .grave: 0x300
        case .hook: 0x309
        case .tilde: 0x303
        case .acute: 0x301
        case .dot: 0x323
        }
    }
}
