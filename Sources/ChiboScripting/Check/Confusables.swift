import ChiboModel

/// Signs and words that look right to a person and are something else to Lua.
enum Confusables {
    /// What a token that Lua does not read was meant to be.
    static func meant(by token: LuaToken) -> (text: String, cause: Bilingual?)? {
        guard token.kind == .invalid else { return words[token.text].map { ($0, nil) } }
        if let sign = signs[token.text] { return (sign, typographic) }
        if let word = TelexKeys.intended(token.text, among: LuaToken.keywords.sorted()) { return (word, inputMethod) }
        return nil
    }

    private static let typographic = Bilingual(
        vi: "dấu này do trình soạn thảo văn bản hoặc trang web đổi",
        en: "a word processor or a web page changed the sign")

    private static let inputMethod = Bilingual(
        vi: "bộ gõ tiếng Việt còn bật khi gõ lệnh", en: "the Vietnamese input method was on while typing")

    private static let words = ["elif": "elseif", "elsif": "elseif"]

    private static let signs: [String: String] = [
        "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{2018}": "'", "\u{2019}": "'", "\u{00AB}": "\"",
        "\u{00BB}": "\"", "\u{2013}": "-", "\u{2014}": "--", "\u{2212}": "-", "\u{00D7}": "*", "\u{00F7}": "/",
        "\u{2264}": "<=", "\u{2265}": ">=", "\u{2260}": "~=", "\u{2026}": "...", "\u{00A0}": " ", "\u{3000}": " ",
        "\u{FF08}": "(", "\u{FF09}": ")", "\u{FF0C}": ",", "\u{FF1B}": ";", "\u{FF1D}": "=", "\u{FF5B}": "{",
        "\u{FF5D}": "}", "\u{FEFF}": "", "\u{200B}": "",
    ]
}

/// Undoes what a Telex input method makes of English words: `fỏ` was `for`, `ì` was `if`.
enum TelexKeys {
    /// The candidate that a mangled word was typed as; nil for a word in plain letters.
    static func intended(_ word: String, among candidates: [String]) -> String? {
        guard word.contains(where: { !$0.isASCII }), let keys = strokes(word) else { return nil }
        return candidates.first { matches(keys, $0) }
    }

    /// The letters as typed, without the tone keys, and those tone keys.
    private static func strokes(_ word: String) -> (letters: String, tones: [Character])? {
        var (letters, tones) = ("", [Character]())
        for character in VietnameseText.composed(word).lowercased() {
            guard !character.isASCII else {
                letters.append(character)
                continue
            }
            guard let (letter, tone) = decomposed(character) else { return nil }
            letters += letter
            tone.map { tones.append($0) }
        }
        return (letters, tones)
    }

    /// A letter as Telex types it: `ữ` is `uw` and `x`.
    private static func decomposed(_ character: Character) -> (String, Character?)? {
        let split = LetterParts.of(character)
        guard let letter = split.letter else { return nil }
        let quality = ["â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"]
        return (quality[letter] ?? letter, split.tone)
    }

    /// Whether a word is the letters with each tone key put in somewhere; a lone `w` types `ư`.
    private static func matches(_ keys: (letters: String, tones: [Character]), _ candidate: String) -> Bool {
        for letters in [keys.letters, keys.letters.replacing("uw", with: "w")] {
            var rest = keys.tones
            var wanted = letters[...]
            for character in candidate {
                if character == wanted.first {
                    wanted = wanted.dropFirst()
                } else if let index = rest.firstIndex(of: character) {
                    rest.remove(at: index)
                } else {
                    wanted = "?"
                    break
                }
            }
            if wanted.isEmpty, rest.isEmpty { return true }
        }
        return false
    }
}

/// A Vietnamese letter as its base with quality, and the Telex key of its tone.
enum LetterParts {
    static func of(_ character: Character) -> (letter: String?, tone: Character?) {
        for (index, marks) in table.enumerated() {
            guard let place = marks.firstIndex(of: character) else { continue }
            return (bases[index], keys[marks.distance(from: marks.startIndex, to: place)])
        }
        return (character == "đ" ? "đ" : nil, nil)
    }

    private static let bases = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    private static let keys: [Character?] = [nil, "f", "r", "x", "s", "j"]
    private static let table = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]
}
