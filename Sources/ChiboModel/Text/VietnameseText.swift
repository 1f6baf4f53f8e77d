/// Vietnamese letters: composition, folding and the keys that match and sort by.
///
/// A letter is a base, a quality mark (circumflex, breve, horn) and a tone. Everything here works on that
/// decomposition, so that text typed in either Unicode form, or with the tone on another vowel, can be compared.
public enum VietnameseText {
    /// The text in Unicode's composed form NFC, whatever its script.
    ///
    /// Beyond NFC, a tone that was typed before the mark of its vowel finds its letter: `a`, acute, circumflex is "ấ",
    /// where NFC alone would keep an "á" with a circumflex over it, a letter that no language has.
    public static func composed(_ text: String) -> String {
        let normal = Normalization.composed(text)
        let scalars = normal.unicodeScalars
        guard scalars.contains(where: isCombiningMark) else { return normal }
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            guard isCombiningMark(scalar), let last = result.last, let letter = LetterTable.compose(last, scalar) else {
                result.append(scalar)
                continue
            }
            result.removeLast()
            result.append(letter)
        }
        return Normalization.composed(String(result))
    }

    /// The text in NFC and nothing else, for what must stay canonically the same.
    public static func normalized(_ text: String) -> String { Normalization.composed(text) }

    /// The text with `Đ` for the letters that only look like it (`Ð` of Icelandic, `Ɖ` of Ewe), and how many there were.
    public static func replacingLookalikes(_ text: String) -> (text: String, count: Int) {
        var count = 0
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let letter = LetterTable.lookalike(scalar)
            if letter != nil { count += 1 }
            result.append(letter ?? scalar)
        }
        return count == 0 ? (text, 0) : (String(result), count)
    }

    /// Trims, folds runs of white space (also no-break and zero-width) to one space, and composes.
    ///
    /// This is what an importer keeps of a cell: the text as entered, without what cannot be seen.
    public static func tidied(_ text: String) -> String {
        if isTidy(text) { return text }
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
    ///
    /// In the key the tone stands behind its syllable. A syllable ends where the letters end, so that the two of "Hà-Nội"
    /// keep theirs.
    public static func matchKey(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var tones: [UInt32] = []
        func endSyllable() {
            for mark in tones { if let mark = Unicode.Scalar(mark) { result.append(mark) } }
            tones.removeAll(keepingCapacity: true)
        }
        for scalar in tidied(text).unicodeScalars {
            if let entry = LetterTable.entry(of: scalar) {
                if let mark = entry.tone.mark { tones.append(mark) }
                result.append(entry.letter)
                continue
            }
            if !tones.isEmpty, !scalar.properties.isAlphabetic { endSyllable() }
            result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        endSyllable()
        return String(result)
    }

    /// The text in small letters without marks, đ as d: for weak matches and for names in code.
    public static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in tidied(text).unicodeScalars {
            if let entry = LetterTable.entry(of: scalar) {
                result.append(LetterTable.base(of: entry.letter))
            } else {
                let small = scalar.properties.lowercaseMapping.unicodeScalars
                result.append(contentsOf: small.map(LetterTable.base))
            }
        }
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

    /// Whether a text is of plain and Vietnamese letters and signs with single blanks between: then it is as it shall be.
    private static func isTidy(_ text: String) -> Bool {
        var isBlank = true
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20:
                if isBlank { return false }
                isBlank = true
            case 0x21...0x7E, 0xA1...0x2FF, 0x1EA0...0x1EF9: isBlank = false
            default: return false
            }
        }
        return !isBlank || text.isEmpty
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
