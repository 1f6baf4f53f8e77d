internal import ChiboModel

/// Marks that were typed as letters and signs of their own and never became part of a vowel: VIQR and Telex.
enum TypedMarks {
    private static let vowels = Set("aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ")
    private static let viqrMarks: [Character: UInt32] = [
        "'": 0x301, "`": 0x300, "?": 0x309, "~": 0x303, ".": 0x323, "^": 0x302, "(": 0x306, "+": 0x31B, "*": 0x31B,
    ]
    private static let qualities: [String: Character] = [
        "aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư", "dd": "đ",
    ]
    private static let tones: [Character: UInt32] = ["s": 0x301, "f": 0x300, "r": 0x309, "x": 0x303, "j": 0x323]

    /// Reads VIQR; a sign that is no mark of the letter before it stays.
    static func viqr(_ text: String) -> String {
        var result: [Character] = []
        var isEscaped = false
        for sign in text {
            if sign == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            if !isEscaped, let made = marked(result.last, by: sign) {
                result[result.count - 1] = made
            } else {
                result.append(sign)
            }
            isEscaped = false
        }
        return String(result)
    }

    private static func marked(_ letter: Character?, by sign: Character) -> Character? {
        guard let letter else { return nil }
        if letter == "d" || letter == "D", sign == "d" || sign == "D" { return letter == "d" ? "đ" : "Đ" }
        guard let mark = viqrMarks[sign].flatMap({ Unicode.Scalar($0) }) else { return nil }
        let composed = VietnameseText.composed(String(letter) + String(mark))
        return composed.unicodeScalars.count == 1 ? composed.first : nil
    }

    /// Reads what was typed for Telex, word by word.
    static func telex(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word($0) }.joined(separator: " ")
    }

    private static func word(_ typed: Substring) -> String {
        var letters: [Character] = []
        var tone: UInt32?
        for key in typed {
            let small = Character(key.lowercased())
            let hasVowel = letters.contains { vowels.contains($0) }
            if let mark = tones[small], hasVowel {
                // The same key twice is the letter itself.
                if tone == mark { letters.append(key) }
                tone = tone == mark ? nil : mark
            } else if small == "w" {
                addHorn(&letters, isCapital: key.isUppercase)
            } else if let place = partner(of: small, in: letters),
                let made = qualities[String(small) + String(small)]
            {
                letters[place] = cased(made, letters[place])
            } else {
                letters.append(key)
            }
        }
        return place(tone, letters)
    }

    /// The letter that a repeated key changes: the one just typed, or the vowel before the final consonants.
    private static func partner(of key: Character, in letters: [Character]) -> Int? {
        guard "aeod".contains(key) else { return nil }
        return letters.lastIndex { Character($0.lowercased()) == key }
    }

    /// `w` makes a breve or a horn, of both vowels in `uow`; alone it is ư.
    private static func addHorn(_ letters: inout [Character], isCapital: Bool) {
        guard let last = letters.lastIndex(where: { "aouAOU".contains($0) }) else {
            letters.append(isCapital ? "Ư" : "ư")
            return
        }
        for place in [last, last - 1] where place >= 0 && "aouAOU".contains(letters[place]) {
            guard place == last || ("uU".contains(letters[place]) && "oơOƠ".contains(letters[last])) else { continue }
            guard let made = qualities[letters[place].lowercased() + "w"] else { continue }
            letters[place] = cased(made, letters[place])
        }
    }

    private static func cased(_ letter: Character, _ like: Character) -> Character {
        like.isUppercase ? Character(letter.uppercased()) : letter
    }

    /// Puts the tone where it is written: on a vowel with a mark, before a final consonant, else on the vowel before last.
    private static func place(_ tone: UInt32?, _ letters: [Character]) -> String {
        guard let mark = tone.flatMap({ Unicode.Scalar($0) }) else { return String(letters) }
        var places = letters.indices.filter { vowels.contains(letters[$0]) }
        // The u of "qu" and the i of "gi" belong to the consonant where another vowel follows.
        if places.count > 1, places[0] == 1, ["qu", "gi"].contains(String(letters.prefix(2)).lowercased()) {
            places.removeFirst()
        }
        guard let last = places.last else { return String(letters) }
        let marked = places.last { "ăâêôơưĂÂÊÔƠƯ".contains(letters[$0]) }
        let isClosed = last < letters.count - 1
        let chosen = marked ?? (isClosed || places.count == 1 ? last : places[places.count - 2])
        var result = letters
        result[chosen] = VietnameseText.composed(String(letters[chosen]) + String(mark)).first ?? letters[chosen]
        return String(result)
    }
}
