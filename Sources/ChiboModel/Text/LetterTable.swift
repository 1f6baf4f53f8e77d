/// The Vietnamese letters with their parts, built once from the alphabet's own regularity.
enum LetterTable {
    /// A letter without its tone, and the tone.
    typealias Parts = (letter: Unicode.Scalar, tone: Tone)

    /// The vowels with a place of their own in the alphabet, each with its six tones in the order of ``Tone``.
    private static let vowels: [[Character]] = [
        ["a", "à", "ả", "ã", "á", "ạ"], ["ă", "ằ", "ẳ", "ẵ", "ắ", "ặ"], ["â", "ầ", "ẩ", "ẫ", "ấ", "ậ"],
        ["e", "è", "ẻ", "ẽ", "é", "ẹ"], ["ê", "ề", "ể", "ễ", "ế", "ệ"], ["i", "ì", "ỉ", "ĩ", "í", "ị"],
        ["o", "ò", "ỏ", "õ", "ó", "ọ"], ["ô", "ồ", "ổ", "ỗ", "ố", "ộ"], ["ơ", "ờ", "ở", "ỡ", "ớ", "ợ"],
        ["u", "ù", "ủ", "ũ", "ú", "ụ"], ["ư", "ừ", "ử", "ữ", "ứ", "ự"], ["y", "ỳ", "ỷ", "ỹ", "ý", "ỵ"],
    ]

    /// The letters of the alphabet in its order.
    private static let alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

    private static let qualityMarks: [(base: String, mark: UInt32, letter: String)] = [
        ("a", 0x306, "ă"), ("a", 0x302, "â"), ("e", 0x302, "ê"), ("o", 0x302, "ô"), ("o", 0x31B, "ơ"),
        ("u", 0x31B, "ư"),
    ]

    private static let tones: [Tone] = [.level, .grave, .hook, .tilde, .acute, .dot]

    private struct Tables {
        var parts: [UInt32: (letter: UInt32, tone: Tone)] = [:]
        var compositions: [UInt64: UInt32] = [:]
        var bases: [UInt32: UInt32] = [:]
        var ranks: [UInt32: Int] = [:]
    }

    private static let tables: Tables = {
        var tables = Tables()
        for (rank, scalar) in alphabet.unicodeScalars.enumerated() { tables.ranks[scalar.value] = rank }
        for row in vowels {
            for upper in [false, true] { addTones(row, upper: upper, to: &tables) }
        }
        for (base, mark, letter) in qualityMarks {
            for upper in [false, true] { addQuality(base, mark, letter, upper: upper, to: &tables) }
        }
        // Letters with a bar have no decomposition, and two others that look like each are typed by mistake.
        for (letter, lookalikes, base) in [(0x111, [0xF0, 0x256], "d"), (0x110, [0xD0, 0x189], "D")] {
            tables.bases[UInt32(letter)] = base.unicodeScalars.first?.value
            for other in lookalikes { tables.parts[UInt32(other)] = (UInt32(letter), .level) }
        }
        return tables
    }()

    private static func scalar(_ character: Character, upper: Bool) -> UInt32 {
        let text = upper ? String(character).uppercased() : String(character)
        return text.unicodeScalars.first?.value ?? 0
    }

    private static func addTones(_ row: [Character], upper: Bool, to tables: inout Tables) {
        let plain = scalar(row[0], upper: upper)
        for (character, tone) in zip(row, tones) {
            let toned = scalar(character, upper: upper)
            tables.parts[toned] = (plain, tone)
            if let mark = tone.mark { tables.compositions[pair(plain, mark)] = toned }
        }
    }

    private static func addQuality(
        _ base: String, _ mark: UInt32, _ letter: String, upper: Bool, to tables: inout Tables
    ) {
        let from = scalar(Character(base), upper: upper)
        let to = scalar(Character(letter), upper: upper)
        tables.bases[to] = from
        tables.compositions[pair(from, mark)] = to
        // The tone may be typed before the quality mark: "ạ" and a circumflex is "ậ".
        for tone in tones.dropFirst() {
            guard let toneMark = tone.mark, let toned = tables.compositions[pair(from, toneMark)],
                let both = tables.compositions[pair(to, toneMark)]
            else { continue }
            tables.compositions[pair(toned, mark)] = both
        }
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// The letter that a letter and a combining mark make, if they make one.
    static func compose(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        tables.compositions[pair(letter.value, mark.value)].flatMap(Unicode.Scalar.init)
    }

    /// A letter without its tone, and the tone.
    static func split(_ scalar: Unicode.Scalar) -> Parts {
        guard scalar.value > 0x7F, let parts = tables.parts[scalar.value], let letter = Unicode.Scalar(parts.letter)
        else { return (scalar, .level) }
        return (letter, parts.tone)
    }

    /// A letter of the alphabet in small, without its tone, and its place: what sorting and matching ask of each letter.
    struct Entry {
        let letter: Unicode.Scalar
        let tone: Tone
        let rank: UInt32
    }

    /// The entries of the letters below U+0260 and of those from U+1EA0 on, in one list: lists of people are long.
    private static let entries: [Entry?] = (0..<firstBlock + secondBlock).map { index in
        let value = index < firstBlock ? index : index - firstBlock + secondStart
        guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else { return nil }
        let parts = split(scalar)
        let small = String(Character(parts.letter)).lowercased().unicodeScalars
        guard small.count == 1, let letter = small.first, let rank = rank(of: letter) else { return nil }
        return Entry(letter: letter, tone: parts.tone, rank: UInt32(rank))
    }
    private static let (firstBlock, secondBlock, secondStart) = (0x260, 0x60, 0x1EA0)

    /// What a letter of the alphabet is, large or small; nil for anything else.
    static func entry(of scalar: Unicode.Scalar) -> Entry? {
        let value = Int(scalar.value)
        if value < firstBlock { return entries[value] }
        let place = value - secondStart
        return place >= 0 && place < secondBlock ? entries[firstBlock + place] : nil
    }

    /// The letter that another one only looks like: `Đ` for `Ð` and `Ɖ`.
    static func lookalike(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xD0, 0x189: "\u{110}"
        case 0xF0, 0x256: "\u{111}"
        default: nil
        }
    }

    /// A letter without any mark: ệ is e, đ is d.
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value > 0x7F else { return scalar }
        let letter = split(scalar).letter
        if let base = tables.bases[letter.value].flatMap(Unicode.Scalar.init) { return base }
        return letter.value > 0x7F ? Normalization.decomposed(letter)[0] : letter
    }

    /// The place of a small letter without tone in the alphabet; nil for what is not in it.
    static func rank(of letter: Unicode.Scalar) -> Int? { tables.ranks[letter.value] }
}
