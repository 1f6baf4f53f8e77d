/// Finds out in which encoding texts are, by the words that come out.
///
/// Vietnamese read right consists of syllables. A text is called garbled only where its words are none as they stand
/// and all are syllables once decoded, so that Unicode, English and numbers are never touched.
package struct EncodingGuess {
    /// What the bytes of a text show at a glance.
    private enum Look { case ascii, unicode, latin }

    /// The encodings that letters beyond ASCII can show; the ones that rarely fit by chance come first.
    private static let byLetters: [LegacyEncoding] = [.utf8AsLatin, .tcvn3, .vni, .windows1258]
    private static let byMarks: [LegacyEncoding] = [.viqr, .telex]

    /// After so many texts it shows whether most of a column has marks typed apart.
    private static let enough = 200

    private var known: [String: Bool] = [:]

    package init() {}

    // MARK: Texts one by one

    /// How a text that is no Vietnamese as it stands reads where it is decoded; nil for a text that need not be.
    package mutating func repair(_ text: String) -> (encoding: LegacyEncoding, text: String)? {
        guard EncodingGuess.look(text) == .latin, !isSound(text) else { return nil }
        for encoding in EncodingGuess.byLetters {
            let decoded = encoding.decode(text)
            if decoded != text, isSound(decoded) { return (encoding, decoded) }
        }
        return nil
    }

    /// Decodes a text of a column that is in an encoding; what can only be Vietnamese in Unicode already stays.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - encoding: The encoding of the column.
    ///   - isMixed: Whether the column has texts in Unicode too; then one that is Vietnamese as it stands is one of them.
    /// - Returns: The text in Unicode.
    package mutating func decode(_ text: String, of encoding: LegacyEncoding, isMixed: Bool = false) -> String {
        switch (encoding, EncodingGuess.look(text)) {
        case (.viqr, .ascii), (.telex, .ascii), (.tcvn3Capitals, .ascii): return encoding.decode(text)
        case (.viqr, _), (.telex, _), (_, .ascii), (_, .unicode): return text
        default:
            let decoded = encoding.decode(text)
            if isSound(decoded) { return isMixed && isSound(text) ? text : decoded }
            return isMixed || isSound(text) ? text : decoded
        }
    }

    /// A text with an ư in each word that is none without it; nil where no word is mended so, or in more than one way.
    ///
    /// In TCVN3 that letter is the soft hyphen, which cleaners of texts delete: `Hêng` was Hường.
    package mutating func withLostLetters(_ text: String) -> String? {
        var result = text
        for word in EncodingGuess.words(text).reversed() where word.count > 1 && word != word.uppercased()[...] {
            guard !isSyllable(word) else { continue }
            let mended = word.indices.map { String(word[..<$0]) + "ư" + word[$0...] } + [word + "ư"]
            let possible = Set(mended.filter { isSyllable($0[...]) })
            guard possible.count == 1, let one = possible.first else { return nil }
            result.replaceSubrange(word.startIndex..<word.endIndex, with: one)
        }
        return result == text ? nil : result
    }

    // MARK: Columns

    /// The encoding that the letters of a column show, and whether some of its texts are in Unicode; nil where they all
    /// are, or too few agree.
    package mutating func encoding(
        of texts: some Sequence<String>
    ) -> (encoding: LegacyEncoding, isMixed: Bool)? {
        var latin: [String] = []
        var unicode = 0
        for text in texts {
            switch EncodingGuess.look(text) {
            case .latin: latin.append(text)
            case .unicode: unicode += 1
            case .ascii: break
            }
        }
        let garbled = latin.filter { !isSound($0) }
        guard garbled.count * 2 >= latin.count + unicode else { return nil }
        let scores = EncodingGuess.byLetters.map { encoding in garbled.count { fits($0, encoding) } }
        guard let best = scores.max(), best > 0, best * 2 >= latin.count + unicode,
            let place = scores.firstIndex(of: best)
        else { return nil }
        return (EncodingGuess.byLetters[place], unicode > 0)
    }

    /// The encoding of a whole file whose bytes are no UTF-8; nil where no encoding makes most of it Vietnamese.
    package mutating func encoding(ofBytes texts: some Sequence<String>) -> LegacyEncoding? {
        let marked = texts.filter { EncodingGuess.look($0) != .ascii }
        // Sound text in Latin-1 letters alone (Hà, Tùng) is what it is; windows-1258 reads it the same.
        let candidates: [LegacyEncoding] = [.tcvn3, .vni, .windows1258]
        let scores = candidates.map { encoding in marked.count { isSound(encoding.decode($0)) } }
        guard let best = scores.max(), best * 5 >= marked.count * 4, let place = scores.firstIndex(of: best) else {
            return nil
        }
        return candidates[place]
    }

    /// VIQR or Telex, whose marks were typed as signs or letters of their own: only where every text of a column reads
    /// as Vietnamese with them, and most have some.
    package mutating func typedMarks(of texts: some Sequence<String>) -> LegacyEncoding? {
        for encoding in EncodingGuess.byMarks {
            var changed = 0
            var count = 0
            var silent = 0
            let agree = texts.allSatisfy { text in
                // Numbers and codes without letters say nothing; a column of them is soon left.
                guard text.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }) else {
                    silent += 1
                    return count > 0 || silent < EncodingGuess.enough
                }
                guard count < EncodingGuess.enough || changed * 4 > count else { return false }
                let decoded = encoding.decode(text)
                let isChanged = decoded != text
                count += 1
                changed += isChanged ? 1 : 0
                guard EncodingGuess.look(text) == .ascii else { return false }
                let words = EncodingGuess.words(decoded)
                return words.allSatisfy { isSyllable($0) }
                    && (!isChanged || EncodingGuess.words(text).contains { !isSyllable($0) })
            }
            if agree, changed >= 2, changed * 2 > count { return encoding }
        }
        return nil
    }

    private mutating func fits(_ text: String, _ encoding: LegacyEncoding) -> Bool {
        let decoded = encoding.decode(text)
        return decoded != text && isSound(decoded)
    }

    // MARK: Words

    /// Whether nearly all words with letters beyond ASCII are syllables; an address may have a foreign name in it.
    private mutating func isSound(_ text: String) -> Bool {
        var good = 0
        var marked = 0
        for word in EncodingGuess.words(text) where !word.utf8.allSatisfy({ $0 < 0x80 }) {
            marked += 1
            good += isSyllable(word) ? 1 : 0
        }
        return good * 5 >= marked * 4
    }

    private mutating func isSyllable(_ word: Substring) -> Bool {
        let word = String(word)
        if let answer = known[word] { return answer }
        let answer = VietnameseSyllable.isPlausible(word)
        // Names repeat a few thousand syllables; a hostile file has no end of words.
        if known.count < 50_000 { known[word] = answer }
        return answer
    }

    /// The words of a text: what stands between blanks, digits and signs of ASCII.
    private static func words(_ text: String) -> [Substring] {
        text.split { character in
            guard let byte = character.asciiValue else { return character == "\u{A0}" || character.isWhitespace }
            return !(0x61...0x7A).contains(byte | 0x20)
        }
    }

    /// Letters that only Unicode gives, or letters of Latin-1 and windows-1252, which may be bytes of something else.
    private static func look(_ text: String) -> Look {
        var previous: UInt8 = 0
        var isASCII = true
        for byte in text.utf8 {
            switch (previous, byte) {
            // ẠạẢ… of the block for Vietnamese; ĂăĐđĨĩŨũƠơƯư.
            case (0xE1, 0xBA), (0xE1, 0xBB), (0xC4, 0x82), (0xC4, 0x83), (0xC4, 0x90), (0xC4, 0x91), (0xC4, 0xA8),
                (0xC4, 0xA9), (0xC5, 0xA8), (0xC5, 0xA9), (0xC6, 0xA0), (0xC6, 0xA1), (0xC6, 0xAF), (0xC6, 0xB0),
                (0xCC, _), (0xCD, _):
                return .unicode
            default: break
            }
            if byte >= 0x80 { isASCII = false }
            previous = byte
        }
        return isASCII ? .ascii : .latin
    }
}
