import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct MatchKeyTests {
    /// Every syllable with its tone in every place, in small and in capital letters, beside a key made in Python.
    @Test func `keys of all syllables differ exactly where letters or tone differ`() throws {
        let forms = VietnameseSyllables.all.joined().flatMap { [$0.uppercased(), VietnameseText.composed($0)] }
        let program = """
            import sys, unicodedata
            marks = "\\u0300\\u0301\\u0303\\u0309\\u0323"
            for word in sys.stdin.read().split("\\n"):
                apart = unicodedata.normalize("NFD", word.lower())
                print(unicodedata.normalize("NFC", "".join(c for c in apart if c not in marks)),
                    "".join(c for c in apart if c in marks), sep="+")
            """
        let result = try Oracle.run(Oracle.python, ["-c", program], input: forms.joined(separator: "\n"))
        try #require(result.status == 0, "\(result.errors)")
        let theirs = result.output.split(separator: "\n").map(String.init)
        try #require(theirs.count == forms.count)
        var ourOfTheirs: [String: String] = [:]
        var theirOfOurs: [String: String] = [:]
        var wrong: [String] = []
        for (form, their) in zip(forms, theirs) {
            let our = VietnameseText.matchKey(form)
            if ourOfTheirs.updateValue(our, forKey: their).map({ $0 != our }) == true { wrong.append(form) }
            if theirOfOurs.updateValue(their, forKey: our).map({ $0 != their }) == true { wrong.append(form) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect(ourOfTheirs.count == theirOfOurs.count && ourOfTheirs.count > 20_000)
    }

    @Test(arguments: [
        ("quý", "qúy"), ("Thuý", "THÚY"), ("UỶ BAN", "ủy ban"), ("khoẻ", "khỏe"), ("Hà-Nội", "HÀ-NỘI"),
        ("Nguyễn\u{A0}\u{200B}Thị  Hoà", "nguyễn thị hòa"), ("Ðỗ Ɖức", "đỗ đức"), ("hòà", "hòà"),
    ])
    func `what a person calls the same has one key`(left: String, right: String) {
        #expect(VietnameseText.matchKey(left) == VietnameseText.matchKey(right))
    }

    @Test(arguments: [
        ("Hà-Nội", "Ha-Nội"), ("hòa", "hoa1"), ("hoa1", "hoa"), ("Hà.Nội", "Ha.Nội"), ("hà1", "ha1"), ("qui", "quy"),
        ("á", "à"), ("an  a", "ana"),
    ])
    func `what a person tells apart has two`(left: String, right: String) {
        #expect(VietnameseText.matchKey(left) != VietnameseText.matchKey(right))
    }

    @Test(arguments: [
        ("Müller Çelik", "muller celik"), ("Ǆ ﬁ", "ǆ ﬁ"), ("Å Ø", "a ø"), ("Nguyê\u{303}n", "nguyen"),
        ("Đ Ð Ɖ", "d d d"),
    ])
    func `marks of other languages fold too`(text: String, folded: String) {
        #expect(VietnameseText.folded(text) == folded)
    }

    @Test(arguments: [
        ("NGUYỄN VĂN ĐỨC", "Nguyễn Văn Đức"), ("nguyễn văn đức", "Nguyễn Văn Đức"), ("ỦY BAN", "Ủy Ban"),
        ("NGUYỄN-TRẦN (HÙNG)", "Nguyễn-Trần (Hùng)"), ("o'neil d’arc", "O'neil D’arc"), ("ǆ ﬁx", "ǅ Fix"),
        ("UY\u{309} BAN", "Uỷ Ban"), ("k55 a1", "K55 A1"), ("", ""),
    ])
    func `names are shown with capitals at the start of words`(text: String, title: String) {
        let ours = VietnameseText.titleCased(text)
        #expect(Array(ours.unicodeScalars) == Array(title.unicodeScalars), "\(ours)")
    }
}

@Suite struct NameCellTests {
    @Test(arguments: [
        ("PGS.TS. Nguyễn Thị Hòa", "Nguyễn Thị Hòa", "PGS. TS.", ""),
        ("PGS. TS Nguyễn Thị Hòa", "Nguyễn Thị Hòa", "PGS. TS", ""),
        ("GS.TSKH Lê Văn Bình (Bí thư)", "Lê Văn Bình", "GS. TSKH", "Bí thư"),
        ("Đ/c Trần Văn An", "Trần Văn An", "Đ/c", ""), ("Đ/c: Trần Văn An", "Trần Văn An", "Đ/c:", ""),
        ("Đồng chí Trần Văn An", "Trần Văn An", "Đồng chí", ""), ("Ông Trần Văn An", "Trần Văn An", "Ông", ""),
        ("Bà Trần Thị Lan", "Trần Thị Lan", "Bà", ""), ("Ông Ích Khiêm", "Ông Ích Khiêm", "", ""),
        ("Ts. Đỗ Đức (UVBCH, Trưởng khoa)", "Đỗ Đức", "Ts.", "UVBCH, Trưởng khoa"), ("Đc. Lê An", "Lê An", "Đc.", ""),
        ("Bà Lan", "Bà Lan", "", ""),
        ("Nguyễn Văn An (Phó Bí thư)", "Nguyễn Văn An", "", "Phó Bí thư"),
        ("Nguyễn Văn An (Phó Bí thư) (Đảng ủy viên)", "Nguyễn Văn An", "", "Phó Bí thư, Đảng ủy viên"),
        ("Nguyễn Văn An - Chi ủy viên", "Nguyễn Văn An", "", "Chi ủy viên"),
        ("Nguyễn Văn An, Bí thư", "Nguyễn Văn An", "", "Bí thư"), ("Nguyễn Văn An, TS.", "Nguyễn Văn An", "TS.", ""),
        ("Nguyễn Văn An (dự bị)", "Nguyễn Văn An", "", "dự bị"), ("Nguyễn Văn An (A)", "Nguyễn Văn An (A)", "", ""),
        ("Nguyễn Văn An (Hùng)", "Nguyễn Văn An (Hùng)", "", ""), ("ThS Vũ Duy", "Vũ Duy", "ThS", ""),
        ("ths. vũ duy", "vũ duy", "ths.", ""), ("Tsan Văn Cn", "Tsan Văn Cn", "", ""),
        ("Bs Văn Đồng", "Bs Văn Đồng", "", ""),
        ("BS.CKII. Đỗ Thị Mai", "Đỗ Thị Mai", "BS. CKII.", ""), ("TS.", "TS.", "", ""), ("", "", "", ""),
        ("(Bí thư)", "(Bí thư)", "", ""), ("  Nguyễn\u{A0}Văn   An ", "Nguyễn Văn An", "", ""),
        ("Đ/c PGS.TS Ðỗ Phó", "Ðỗ Phó", "Đ/c PGS. TS", ""), ("Lê Trưởng", "Lê Trưởng", "", ""),
        ("Nguyê\u{303}n Văn Bi\u{301} (Bi\u{301} thư)", "Nguyễn Văn Bí", "", "Bí thư"),
        ("NSND Trần Hạ", "Trần Hạ", "NSND", ""), ("Nguyễn Thị Hương-Giang", "Nguyễn Thị Hương-Giang", "", ""),
    ])
    func `what stands around a name is taken off and kept`(cell: String, name: String, titles: String, roles: String) {
        let split = NameCell(cell)
        #expect(split.name == name)
        #expect(split.titles.joined(separator: " ") == titles && split.roles.joined(separator: ", ") == roles)
        #expect(split.isSplit == (titles + roles != ""))
        // What is a name stays one.
        #expect(NameCell(split.name) == NameCell(NameCell(split.name).name))
    }
}

@Suite struct DisplayWidthTests {
    @Test func `columns are those that wcwidth counts`() throws {
        let letters = (0x20...0x2FFFF as ClosedRange<UInt32>).filter { $0 % 7 == 0 || $0 < 0x2000 }
            .compactMap(Unicode.Scalar.init).filter { $0.properties.age.map { $0.major <= 14 } ?? false }
        var texts = VietnameseSyllables.all.joined().enumerated().filter { $0.offset.isMultiple(of: 40) }.map(\.element)
        texts += ["Đảng ủy", "\u{1F44D}", "\u{2705}", "한글", "日本 ☎\u{FE0F}", "e\u{301}\u{323}x", "ｆｕｌｌ"]
        let program = """
            import sys, wcwidth
            for line in sys.stdin.read().split("\\n"): print(wcwidth.wcswidth(line))
            """
        let result = try Oracle.run(Oracle.python, ["-c", program], input: texts.joined(separator: "\n"))
        try #require(result.status == 0, "\(result.errors)")
        #expect(texts.map { "\(DisplayWidth.of($0))" } == result.output.split(separator: "\n").map(String.init))
        // Of letters alone: ours is an estimate by blocks, right for those that offices write.
        let latin = letters.filter { $0.value < 0x1100 && $0.properties.isAlphabetic }
        #expect(latin.allSatisfy { (0...1).contains(DisplayWidth.of(Character($0))) })
    }

    @Test func `texts are cut and padded by columns`() {
        #expect(DisplayWidth.cut("Nguyễn Văn", to: 7) == "Nguyễn…" && DisplayWidth.cut("Hà", to: 2) == "Hà")
        #expect(DisplayWidth.cut("日本語", to: 4) == "日…" && DisplayWidth.cut("Hà Nội", to: 0) == "")
        #expect(
            DisplayWidth.padded("Hà", to: 5) + "|" == "Hà   |" && DisplayWidth.padded("日", to: 4, right: true) == "  日")
    }
}
