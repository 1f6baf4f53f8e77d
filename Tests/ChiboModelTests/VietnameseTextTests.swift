import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct VietnameseTextTests {
    /// Each Vietnamese vowel with each tone as its base and its marks, in all orders of typing.
    private func typed() -> [String] {
        let bases = ["a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y"]
        let qualities = ["", "\u{302}", "\u{306}", "\u{31B}"]
        let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        let letters: Set<String> = ["a\u{302}", "a\u{306}", "e\u{302}", "o\u{302}", "o\u{31B}", "u\u{31B}"]
        return bases.flatMap { base in
            qualities.filter { $0.isEmpty || letters.contains(base.lowercased() + $0) }.flatMap { quality in
                tones.flatMap { tone in [base + quality + tone, base + tone + quality] }
            }
        }
    }

    private func scalars(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    @Test func `letters are composed as Unicode says, whatever the order of the marks`() throws {
        let typed = typed()
        let program = """
            import sys, unicodedata
            for text in sys.argv[1].split(","):
                # The tone typed before the quality is no canonical order where both stand above.
                marks = sorted(text[1:], key=lambda m: m not in "\\u0302\\u0306\\u031b")
                print(" ".join("%x" % ord(c) for c in unicodedata.normalize("NFC", text[0] + "".join(marks))))
            """
        let result = try Oracle.python(program, [typed.joined(separator: ",")])
        try #require(result.status == 0, "\(result.errors)")
        let ours = typed.map { scalars(VietnameseText.composed($0)) }
        #expect(ours == result.output.split(separator: "\n").map(String.init))
    }

    @Test func `names come out composed from any normal form`() throws {
        let names = ["Nguyễn Thị Hòa", "Đặng Quốc Ưng", "Trần Thị Thuỷ", "Vũ Đức Lượng", "Ðỗ Ỷ", "Cô-ng 1 ©"]
        let program = """
            import sys, unicodedata
            for name in sys.argv[2].split(","): print(unicodedata.normalize(sys.argv[1], name))
            """
        let composed = try Oracle.python(program, ["NFC", names.joined(separator: ",")]).output.split(separator: "\n")
        let apart = try Oracle.python(program, ["NFD", names.joined(separator: ",")]).output.split(separator: "\n")
        #expect(apart.map { scalars(VietnameseText.composed(String($0))) } == composed.map { scalars(String($0)) })
        #expect("Nguyễn Thị Hòa".unicodeScalars.count == 14 && apart[0].unicodeScalars.count == 18)
    }

    @Test func `what cannot be seen is left out`() {
        #expect(VietnameseText.tidied("  Nguyễn\u{A0}\u{A0}Văn \n An\u{200B} \u{FEFF}") == "Nguyễn Văn An")
        #expect(VietnameseText.tidied("\t") == "")
    }

    @Test(arguments: [
        ("hoà", "hòa"), ("thuỷ", "thủy"), ("UỶ BAN", "Ủy ban"), ("Nguyễn  Văn\u{A0}Đức", "NGUYỄN VĂN ĐỨC"),
        ("khoẻ", "khỏe"), ("Ðỗ Tú", "Đỗ Tú"), ("quí", "quí "), ("Ho\u{300}a", "Hoà"),
    ])
    func `texts that a person calls the same have one key`(left: String, right: String) {
        #expect(VietnameseText.matchKey(left) == VietnameseText.matchKey(right))
    }

    @Test(arguments: [("hoa", "hòa"), ("hòa", "hỏa"), ("Tú", "Tủ"), ("dao", "đao"), ("ân", "ăn"), ("an a", "ana")])
    func `texts that a person tells apart have two keys`(left: String, right: String) {
        #expect(VietnameseText.matchKey(left) != VietnameseText.matchKey(right))
    }

    @Test(arguments: [
        ("Nguyễn Văn Đức", "nguyen van duc"), ("ĐẢNG BỘ", "dang bo"), ("Ð Ɖ đ ð", "d d d d"), ("ƯỚC", "uoc"),
        ("Straße", "straße"),
    ])
    func `accents fold`(text: String, folded: String) { #expect(VietnameseText.folded(text) == folded) }

    @Test func `a heading becomes a name in code`() {
        #expect(VietnameseText.identifier("Ngày vào Đảng / Dự bị") == "ngay_vao_dang_du_bi")
        #expect(VietnameseText.identifier("  ") == "")
    }
}

@Suite struct SortingTests {
    @Test func `a list of people is in the order of given, middle, family name`() {
        let expected = [
            "Nguyễn Thị An", "Nguyễn Văn An", "Trần Thị Ánh", "Lê Đức Ân", "Phạm Văn Bình", "Lý Dung", "Trần Dũng",
            "Vũ Duy", "Hoàng Thị Đào", "Ngô Thu Hà", "Lê Thị Hạ", "Bùi Hải", "Mai Tủ", "Đỗ Anh Tú",
        ]
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            let sorted = expected.shuffled(using: &generator).sorted { PersonName($0).sortKey < PersonName($1).sortKey }
            #expect(sorted == expected)
        }
    }

    @Test func `places are compared syllable by syllable`() {
        let expected = ["Hà Giang", "Hà Nam", "Hà Nội", "Hạ Long", "Hải Dương"]
        #expect(expected.reversed().sorted { SortKey($0) < SortKey($1) } == expected)
    }

    /// CLDR's collation for Vietnamese as ICU has it, syllable by syllable.
    @Test func `syllables are in the order of ICU's collation`() throws {
        let rimes = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "an", "ang", "ia", "oa", "uy", "ươn"]
        let tones: [Character] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        let syllables = ["", "b", "d", "đ", "h", "ng", "th"].flatMap { start in
            rimes.flatMap { rime in
                [start + rime]
                    + tones.map { VietnameseText.composed("\(start)\(rime.first ?? "a")\($0)\(rime.dropFirst())") }
            }
        }
        let program = """
            import sys, icu
            collator = icu.Collator.createInstance(icu.Locale("vi"))
            print(",".join(sorted(sys.argv[1].split(","), key=collator.getSortKey)))
            """
        // PyICU is Debian's own package: from PyPI it would have to be compiled.
        let result = try Oracle.run("/usr/bin/python3", ["-c", program, syllables.joined(separator: ",")])
        try #require(result.status == 0, "\(result.errors)")
        let expected = result.output.split(separator: "\n")[0].split(separator: ",").map(String.init)
        #expect(syllables.sorted { SortKey($0) < SortKey($1) } == expected)
    }

    @Test func `a name has its parts`() {
        let name = PersonName("Nguyễn Đặng Thị Thu Hòa")
        #expect([name.family, name.middle, name.given] == ["Nguyễn", "Đặng Thị Thu", "Hòa"])
        #expect(PersonName("Hòa").given == "Hòa" && PersonName("Hòa").family == "")
        #expect(PersonName("").given == "")
    }
}

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("chi_bo", ["chi bộ", "chức vụ"], "chi bộ"), ("brnach", ["branch", "birth"], "branch"),
        ("admited_on", ["admitted_on", "official_on"], "admitted_on"),
        ("Ho va ten", ["họ và tên", "ngày sinh"], "họ và tên"),
    ])
    func `a mistyped name leads to the one that was meant`(wrong: String, candidates: [String], right: String) {
        #expect(NearestName.suggestions(for: wrong, among: candidates).first == right)
    }

    @Test func `what is far from everything has no suggestion`() {
        #expect(NearestName.suggestions(for: "xyzxyz", among: ["branch", "birth"]).isEmpty)
        #expect(
            NearestName.suggestions(for: "name", among: ["nama", "namb", "namc", "namd"], limit: 2) == ["nama", "namb"])
    }
}
