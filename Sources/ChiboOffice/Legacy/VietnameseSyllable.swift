/// Whether a word can be a Vietnamese syllable: its first consonants, its rhyme and its tone.
///
/// A text that was decoded right consists of syllables; the same bytes read in a wrong way hardly ever do.
enum VietnameseSyllable {
    private static let vowels = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ",
    ]
    private static let parts: [Character: (letter: Character, tone: Int)] = {
        var result: [Character: (letter: Character, tone: Int)] = [:]
        for row in vowels {
            for (tone, vowel) in row.enumerated() { result[vowel] = (row.first ?? vowel, tone) }
        }
        for letter in "bcdđghklmnpqrstvx" { result[letter] = (letter, 0) }
        // Letters of other alphabets that look like đ, and are typed for it.
        for letter in "ðɖ" { result[letter] = ("đ", 0) }
        return result
    }()

    private static let onsets = Set(
        "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split(separator: " ").map { String($0) }
            + [""])
    private static let rhymes = Set(
        """
        a e ê i y o ô ơ u ư ia ua ưa ai ao au ay âu ây eo êu iu iêu yêu oi ôi ơi ui ưi uôi ươi ươu ưu oa oe oai oao oay \
        oeo uê uy uya uyu uây uơ am ăm âm em êm im iêm yêm om ôm ơm um ưm uôm ươm oam oăm oem an ăn ân en ên in iên yên \
        on ôn ơn un ưn uôn ươn oan oăn oen uân uyên uyn uôn ang ăng âng eng iêng yêng ong ông oong ung ưng uông ương oang \
        oăng uâng uyng anh ênh inh ynh oanh uênh uynh ap ăp âp ep êp ip iêp yêp op ôp ơp up ưp ươp oap oăp uyp at ăt ât et \
        êt it iêt yêt ot ôt ơt ut ưt uôt ươt oat oăt oet uât uyêt uyt ac ăc âc ec iêc oc ôc ooc uc ưc uôc ươc oac oăc uâc \
        ach êch ich ych oach uêch uych ăk ak iê
        """.split(whereSeparator: \.isWhitespace).map { String($0) })

    private static let acute = 4
    private static let dot = 5

    /// Whether a composed word can be one, whatever its case.
    static func isPlausible(_ word: some StringProtocol) -> Bool {
        guard (1...7).contains(word.count) else { return false }
        var letters: [Character] = []
        var tone = 0
        for character in word.lowercased() {
            guard let part = parts[character], part.tone == 0 || tone == 0 else { return false }
            letters.append(part.letter)
            tone = max(tone, part.tone)
        }
        return (0...3).contains { length in
            guard length < letters.count, onsets.contains(String(letters.prefix(length))) else { return false }
            let rhyme = String(letters.dropFirst(length))
            return rhymes.contains(rhyme) && fits(tone, rhyme)
        }
    }

    /// Before a stop only the acute and the dot are spoken.
    private static func fits(_ tone: Int, _ rhyme: String) -> Bool {
        guard rhyme.hasSuffix("c") || rhyme.hasSuffix("ch") || rhyme.hasSuffix("p") || rhyme.hasSuffix("t") else {
            return true
        }
        return tone == acute || tone == dot
    }
}
