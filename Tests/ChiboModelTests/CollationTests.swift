import ChiboModel
import ChiboTestSupport
import Testing

/// The order of Vietnamese texts, beside ICU's collation for Vietnamese.
@Suite struct CollationTests {
    /// How ICU orders each pair, by syllables, with or without the school's order of tones: -1, 0, 1.
    ///
    /// A line is two texts with a tab between; `|` separates the parts of a name, the first deciding first.
    private func icu(_ pairs: [(String, String)], tones: ToneOrder) throws -> [Int] {
        let program = """
            import sys, icu
            collator = icu.Collator.createInstance(icu.Locale("vi"))
            if sys.argv[1] == "school":
                collator = icu.RuleBasedCollator(collator.getRules() + "&\\u0300<<\\u0301<<\\u0309<<\\u0303<<\\u0323")
            collator.setStrength(icu.Collator.SECONDARY)
            collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
            collator.setAttribute(icu.UCollAttribute.NORMALIZATION_MODE, icu.UCollAttributeValue.ON)
            def key(text): return [[collator.getSortKey(w) for w in part.split(" ") if w] for part in text.split("|")]
            for line in sys.stdin.read().split("\\n"):
                if not line: continue
                a, b = map(key, line.split("\\t"))
                print((a > b) - (a < b))
            """
        let input = pairs.map { "\($0.0)\t\($0.1)" }.joined(separator: "\n")
        // PyICU is Debian's own package: from PyPI it would have to be compiled.
        let result = try Oracle.run("/usr/bin/python3", ["-c", program, tones.rawValue], input: input)
        try #require(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n").compactMap { Int($0) }
    }

    private func order<Key: Comparable>(_ left: Key, _ right: Key) -> Int { left < right ? -1 : right < left ? 1 : 0 }

    @Test(arguments: ToneOrder.allCases)
    func `random texts are in the order of ICU, syllable by syllable`(tones: ToneOrder) throws {
        var generator = SeededGenerator(seed: 41)
        let texts = (0..<1500).map { _ in VietnameseSyllables.text(1...3, using: &generator) }
        // Near neighbours, where tones and lengths decide, as well as pairs that differ in the first letter.
        let near = texts.map { text in
            let ending = ["", "n", " a"].randomElement(using: &generator) ?? ""
            return (text, String(text.dropLast(Int.random(in: 0...2, using: &generator))) + ending)
        }
        let sorted = texts.sorted { SortKey($0, tones: tones) < SortKey($1, tones: tones) }
        let pairs = near + zip(texts, texts.dropFirst()) + zip(sorted, sorted.dropFirst())
        let theirs = try icu(pairs, tones: tones)
        try #require(theirs.count == pairs.count)
        for (pair, their) in zip(pairs, theirs) {
            let ours = order(SortKey(pair.0, tones: tones), SortKey(pair.1, tones: tones))
            if their != 0 {
                #expect(ours == their, "\(pair.0) | \(pair.1)")
            } else {
                #expect(pair.0.lowercased() == pair.1.lowercased(), "\(pair.0) | \(pair.1)")
                #expect((ours == 0) == (pair.0 == pair.1))
            }
        }
    }

    @Test(arguments: ToneOrder.allCases)
    func `random names are in the order of given, middle and family name`(tones: ToneOrder) throws {
        var generator = SeededGenerator(seed: 42)
        // Few syllables, so that given and middle names are often equal.
        let some = (0..<9).map { _ in VietnameseSyllables.text(1...1, using: &generator) }
        let names = (0..<1200).map { _ in
            (0..<Int.random(in: 2...4, using: &generator)).map { _ in some.randomElement(using: &generator) ?? "a" }
        }
        func icuForm(_ words: [String]) -> String {
            "\(words.last ?? "")|\(words.dropFirst().dropLast().joined(separator: " "))|\(words[0])"
        }
        let pairs = Array(zip(names, names.dropFirst()))
        let theirs = try icu(pairs.map { (icuForm($0), icuForm($1)) }, tones: tones)
        for (pair, their) in zip(pairs, theirs) where their != 0 {
            let keys = [pair.0, pair.1].map { PersonName($0.joined(separator: " ")).sortKey(tones: tones) }
            #expect(order(keys[0], keys[1]) == their, "\(pair)")
        }
    }

    @Test func `numbers count by value and stand before letters`() throws {
        var generator = SeededGenerator(seed: 43)
        let texts = (0..<400).map { _ in
            let number = Int.random(in: 0...(Bool.random(using: &generator) ? 30 : 3000), using: &generator)
            let names = ["Chi bộ \(number)", "CB SV\(number)", "CB \(number)A", "Chi bộ số \(number)"]
            return names.randomElement(using: &generator) ?? ""
        }
        let pairs = Array(zip(texts, texts.dropFirst()))
        let ours = pairs.map { order(SortKey($0.0), SortKey($0.1)) }
        #expect(try ours == icu(pairs, tones: .cldr))
        let branches = ["CB SV1", "CB SV2", "CB SV10", "Chi bộ 9", "Chi bộ 10", "Chi bộ Toán"]
        #expect(branches.shuffled(using: &generator).sorted { SortKey($0) < SortKey($1) } == branches)
        #expect(SortKey("CB 7") < SortKey("CB 007") || SortKey("CB 007") < SortKey("CB 7"))
    }

    @Test func `the order is total: one of less, equal, greater, and nothing goes in circles`() {
        var generator = SeededGenerator(seed: 44)
        let letters = ["a", "Á", "à", "Đ", "đ", "ð", "1", "01", " ", "  ", "-", "ü", "Ω", "\u{301}", "字", "h", "H"]
        let texts = (0..<150).map { _ in
            (0..<Int.random(in: 0...4, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? "" }
                .joined()
        }
        for tones in ToneOrder.allCases {
            let keys = texts.map { SortKey($0, tones: tones) }
            let sorted = keys.sorted()
            for (index, key) in sorted.enumerated() {
                for later in sorted[index...] { #expect(!(later < key)) }
            }
            for (left, leftText) in zip(keys, texts) {
                for (right, rightText) in zip(keys, texts) {
                    let relations = [left < right, left == right, right < left]
                    #expect(relations.filter(\.self).count == 1, "\(leftText) | \(rightText)")
                    let same =
                        Array(VietnameseText.tidied(leftText).unicodeScalars)
                        == Array(VietnameseText.tidied(rightText).unicodeScalars)
                    #expect((left == right) == same, "\(leftText) | \(rightText)")
                }
            }
        }
    }

    @Test func `a tone sorts alike on whichever vowel it stands`() {
        let expected = ["Lê Thị Hoa", "Bùi Thị Hoà", "Lê Thị Hòa", "Vũ Thị Hoà", "An Thị Hoá", "An Thị Hóa"]
        var generator = SeededGenerator(seed: 45)
        for _ in 0..<10 {
            let sorted = expected.shuffled(using: &generator).sorted { PersonName($0).sortKey < PersonName($1).sortKey }
            #expect(sorted.map { $0.prefix(2) } == expected.map { $0.prefix(2) })
        }
    }

    @Test func `the list of the domain, in both orders of tones`() {
        let cldr = [
            "Nguyễn Thị An", "Nguyễn Văn An", "Trần Thị Ánh", "Lê Đức Ân", "Phạm Văn Bình", "Lý Dung", "Trần Dũng",
            "Vũ Duy", "Hoàng Thị Đào", "Ngô Thu Hà", "Lê Thị Hạ", "Bùi Hải", "Mai Tủ", "Đỗ Anh Tú",
        ]
        let school = Array(cldr.dropLast(2)) + ["Đỗ Anh Tú", "Mai Tủ"]
        var generator = SeededGenerator(seed: 46)
        for (tones, expected) in [(ToneOrder.cldr, cldr), (.school, school)] {
            let names = cldr.shuffled(using: &generator)
            #expect(
                names.sorted { PersonName($0).sortKey(tones: tones) < PersonName($1).sortKey(tones: tones) } == expected
            )
        }
        let places = ["Hà Giang", "Hà Nam", "Hà Nội", "Hạ Long", "Hải Dương"]
        for tones in ToneOrder.allCases {
            #expect(places.reversed().sorted { SortKey($0, tones: tones) < SortKey($1, tones: tones) } == places)
        }
    }

    @Test func `stated parts of a name decide, and the rest follows from the text`() {
        let name = PersonName("Nguyễn Đặng Thị Thu Hoà", family: "Nguyễn Đặng", middle: nil, given: "Thu Hòa")
        #expect([name.family, name.middle, name.given] == ["Nguyễn Đặng", "Thị", "Thu Hòa"])
        #expect(name.full == "Nguyễn Đặng Thị Thu Hoà")
        let usual = PersonName("Nguyễn Đặng Thị Thu Hòa", family: "", middle: " ", given: nil)
        #expect([usual.family, usual.middle, usual.given] == ["Nguyễn", "Đặng Thị Thu", "Hòa"])
        let other = PersonName("Y Moan", family: "Ê Ban", middle: "", given: "Moan")
        #expect([other.family, other.middle, other.given] == ["Ê Ban", "Y", "Moan"])
        // Sorted by "Hòa" it would stand before "Lan"; by "Thu Hòa" it stands behind.
        #expect(PersonName("Lê Lan").sortKey < name.sortKey && usual.sortKey < PersonName("Lê Lan").sortKey)
    }

    @Test(arguments: [
        ("Tôn Nữ Thị Ninh", "Tôn Nữ", "Thị", "Ninh"), ("Công Tằng Tôn Nữ Hà", "Công Tằng Tôn Nữ", "", "Hà"),
        ("TÔN THẤT TÙNG", "TÔN THẤT", "", "TÙNG"), ("Tôn Nữ", "Tôn", "", "Nữ"),
        ("Tôn Đức Thắng", "Tôn", "Đức", "Thắng"),
        ("  Vũ\u{A0} Duy ", "Vũ", "", "Duy"), ("Hòa", "", "", "Hòa"), ("", "", "", ""),
    ])
    func `family names of several syllables stay whole`(full: String, family: String, middle: String, given: String) {
        let name = PersonName(full)
        #expect([name.family, name.middle, name.given] == [family, middle, given])
    }
}
