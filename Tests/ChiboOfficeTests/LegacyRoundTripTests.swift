import ChiboOffice
import ChiboTestSupport
import Foundation
import Testing

/// Vietnamese text goes through encoders that are not ours, and must come back; what is in Unicode must stay as it is.
struct LegacyRoundTripTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The 67 small letters with a mark and those without, from the alphabet and the six tones.
    private static let marked = Array(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    ).map { String($0) }

    /// Names and places out of real syllables, put together at random.
    private static func texts(_ count: Int, seed: UInt64) -> [String] {
        let families = [
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương",
            "Lý", "Tôn Nữ", "Quách", "Giáp", "Triệu", "Khổng", "Trương", "Lưu", "Mạc", "Nghiêm", "Tạ", "Ứng",
        ]
        let middles = [
            "Văn", "Thị", "Đức", "Hữu", "Thu", "Ngọc", "Xuân", "Quốc", "Thanh", "Mỹ", "Diệu", "Bảo", "Như", "Tường",
        ]
        let given = [
            "Hương", "Hường", "Hưng", "Tuấn", "Kiều", "Quỳnh", "Thủy", "Yến", "Khuê", "Nguyệt", "Cường", "Giỏi",
            "Phượng",
            "Ân", "Ánh", "Ẩn", "Ý", "Ước", "Đạt", "Bình", "Hằng", "Toản", "Huệ", "Hòa", "Loan", "Thỏa", "Nhuần",
            "Chiến", "Vỹ",
            "Lượng", "Xuyến", "Ngoãn", "Luyện", "Đoàn", "Oanh", "Uyên", "Ngà", "Lộc", "Trọng", "Tấn", "Vĩnh", "Hiếu",
            "Bưởi",
        ]
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            [families, middles, given].compactMap { $0.randomElement(using: &random) }.joined(separator: " ")
        }
    }

    /// The bytes that glibc's converter makes, as the Latin-1 letters that a workbook shows.
    private func iconv(_ texts: [String], to encoding: String) throws -> [String] {
        let result = try Oracle.python(
            """
            import subprocess, sys
            out = subprocess.run(["iconv", "-f", "UTF-8", "-t", sys.argv[2], sys.argv[1]], capture_output=True)
            assert out.returncode == 0, out.stderr
            sys.stdout.buffer.write(out.stdout.decode("latin-1").encode())
            """, [folder.write(texts.joined(separator: "\n"), to: "texts"), encoding])
        try #require(result.status == 0, "\(result.errors)")
        return result.output.components(separatedBy: "\n")
    }

    /// VNI by its published table: the vowel, then one sign for its mark and tone.
    private static func vni(_ text: String) -> String {
        let signs: [String: [Character]] = [
            "": Array("øûõùï").map { $0 }, "\u{302}": Array("àåãáä"), "\u{306}": Array("èúüéë"),
        ]
        let alone: [Character: Character] = [
            "đ": "ñ", "Đ": "Ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "Í": "Í", "Ì": "Ì",
            "Ỉ": "Æ",
            "Ĩ": "Ó", "Ị": "Ò", "Ỵ": "Î",
        ]
        let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        return text.map { character in
            if let one = alone[character] { return String(one) }
            let parts = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
            guard let first = parts.first, parts.count > 1 else { return String(character) }
            let isCapital = first.properties.isUppercase
            var base = String(first)
            if parts.contains("\u{31B}") { base = ["o": "ô", "u": "ö", "O": "Ô", "U": "Ö"][base] ?? base }
            let quality = parts.contains("\u{302}") ? "\u{302}" : parts.contains("\u{306}") ? "\u{306}" : ""
            let tone = tones.firstIndex { parts.contains($0) }
            var sign = tone.flatMap { signs[quality]?[$0] }
            if tone == nil { sign = quality == "\u{302}" ? "â" : quality == "\u{306}" ? "ê" : nil }
            return base + (sign.map { isCapital ? String($0).uppercased() : String($0) } ?? "")
        }.joined()
    }

    @Test func `every letter of TCVN3 comes back from glibc's bytes`() throws {
        let bytes = try iconv(Self.marked, to: "TCVN5712-1")
        #expect(bytes.count == 67)
        for (letter, legacy) in zip(Self.marked, bytes) {
            #expect(LegacyEncoding.tcvn3.decode(legacy) == letter)
            #expect(LegacyEncoding.tcvn3Capitals.decode(legacy) == letter.uppercased())
        }
    }

    @Test func `every letter of VNI comes back from its published table`() {
        for letter in Self.marked.flatMap({ [$0, $0.uppercased()] }) {
            #expect(LegacyEncoding.vni.decode(Self.vni(letter)) == letter)
        }
    }

    @Test func `columns of TCVN3, VNI and windows-1258 are found out by their words and come back`() throws {
        let texts = Self.texts(400, seed: 6)
        let small = texts.map { $0.replacing(/[ỨẤÂẨÁÝƯ]/) { $0.output.lowercased() } }
        for (encoding, legacy, wanted) in [
            (LegacyEncoding.tcvn3, try iconv(small, to: "TCVN5712-1"), small),
            (.vni, texts.map { Self.vni($0) }, texts),
            (.windows1258, try iconv(texts, to: "CP1258"), texts),
        ] {
            var guess = EncodingGuess()
            #expect(guess.encoding(of: legacy)?.encoding == encoding)
            let back = legacy.map { guess.decode($0, of: encoding) }
            #expect(back == wanted)
        }
    }

    @Test(arguments: ["cp1252", "latin-1"]) func `UTF-8 that was read as another encoding comes back`(wrong: String)
        throws
    {
        let texts = Self.texts(400, seed: 7)
        let result = try Oracle.python(
            """
            import sys
            text = open(sys.argv[1], encoding="utf-8").read().encode()
            # What windows-1252 does not have becomes a control character, as in browsers and Excel.
            one = lambda b: bytes([b]).decode(sys.argv[2]) if sys.argv[2] != "cp1252" or b not in (0x81, 0x8d, 0x8f, 0x90, 0x9d) else chr(b)
            sys.stdout.buffer.write("".join(one(b) for b in text).encode())
            """, [folder.write(texts.joined(separator: "\n"), to: "texts"), wrong])
        try #require(result.status == 0, "\(result.errors)")
        let garbled = result.output.components(separatedBy: "\n")
        var guess = EncodingGuess()
        #expect(guess.encoding(of: garbled)?.encoding == .utf8AsLatin)
        #expect(garbled.map { guess.decode($0, of: .utf8AsLatin) } == texts)
        #expect(guess.repair(garbled[0])?.text == texts[0])
    }

    @Test(arguments: [
        (LegacyEncoding.viqr, ["Nguye^~n Va(n DDu+'c", "Tra^`n Thi. Ho`a", "Le^ Quo^'c Tua^'n", "Pham Loan"]),
        (.telex, ["Nguyeenx Vawn DDuwcs", "Traanf Thij Hoaf", "Lee Quoocs Tuaans", "Pham Loan"]),
    ])
    func `marks typed apart are read where the whole column agrees`(encoding: LegacyEncoding, texts: [String]) {
        var guess = EncodingGuess()
        #expect(guess.typedMarks(of: texts) == encoding)
        #expect(
            texts.map { guess.decode($0, of: encoding) } == [
                "Nguyễn Văn Đức", "Trần Thị Hòa", "Lê Quốc Tuấn", "Pham Loan",
            ])
        #expect(guess.typedMarks(of: texts + ["John Smith", "Mai Anh"]) == nil, "one text that is none")
        #expect(guess.typedMarks(of: texts + ["Nguyễn Hà"]) == nil, "one text in Unicode")
    }

    @Test func `names in Unicode, foreign names, English and numbers are never converted`() {
        let foreign = [
            "José García", "Zoë Müller", "Chloé Lefèvre", "François Noël", "Søren Åberg", "Löwe", "Café", "Hélène",
            "Björn Sjögren", "Niño", "Česká", "Łódź", "Straße", "René Descartes", "Thérèse", "naïve", "Ångström",
        ]
        let plain = [
            "Faculty of Economics", "Boss of class", "John Smith", "Les Miserables", "CB1", "K63A", "0071 234 567", "x",
            "TS.",
            "12/05/2001", "Pham Van Dong", "Tran Thi Loan", "room 12 (B)", "why?", "co+op", "hoa@neu.edu.vn", "a'b",
            "Ross",
        ]
        var guess = EncodingGuess()
        let names = Self.texts(2000, seed: 8)
        let forms =
            names + names.map(\.decomposedStringWithCanonicalMapping) + names.map { $0.uppercased() }
            + names.map { $0.lowercased() } + foreign + plain + ["Ðặng Hà", "Ðinh Tú", "Y Niê", "H’Mông", "Đắk Lắk"]
        var checked = 0
        for text in forms {
            #expect(guess.repair(text) == nil, "\(text)")
            guard checked < 900 else { continue }
            checked += 1
            for encoding in LegacyEncoding.allCases where ![.viqr, .telex, .tcvn3Capitals].contains(encoding) {
                guard !foreign.contains(text) else { continue }
                #expect(guess.decode(text, of: encoding, isMixed: true) == text, "beside texts in \(encoding)")
            }
        }
        for column in [names, foreign, plain, names.map { $0.uppercased() }, ["Hà", "Tú"], ["Noël"]] {
            #expect(guess.encoding(of: column)?.encoding == nil)
            #expect(guess.typedMarks(of: column) == nil)
        }
        for text in foreign + plain { #expect(guess.typedMarks(of: [text, text, text]) == nil, "\(text)") }
    }

    @Test func `a letter that cleaners delete is missed where the word is none without it`() {
        var guess = EncodingGuess()
        #expect(guess.withLostLetters("Nguyễn Thị Hờng") == "Nguyễn Thị Hường")
        #expect(guess.withLostLetters("Hng Yên") == "Hưng Yên")
        for text in ["Sơn", "Nguyễn Văn Lợi", "TP Hà Nội", "PGS. Trần An"] {
            #expect(guess.withLostLetters(text) == nil)
        }
    }

    @Test(arguments: [("TCVN5712-1", LegacyEncoding.tcvn3), ("CP1258", .windows1258)])
    func `a text file of one byte a letter is read, and a few bytes that prove nothing are refused`(
        name: String, encoding: LegacyEncoding
    ) throws {
        let names = Self.texts(30, seed: 9).map { $0.replacing(/[ỨẤÂẨÁÝƯ]/) { $0.output.lowercased() } }
        let source = try folder.write("Họ và tên;Quê quán\n" + names.map { $0 + ";\n" }.joined(), to: "utf8.csv")
        let path = folder.file("old.csv")
        let made = try Oracle.run("/usr/bin/iconv", ["-f", "UTF-8", "-t", name, "-o", path, source])
        try #require(made.status == 0, "\(made.errors)")
        let file = try Spreadsheet.open(path)
        #expect(file.legacy == encoding)
        let rows = try file.table(of: file.sheets[0]).rows
        #expect(rows.map { $0[column: 1].text } == ["Họ và tên"] + names)
    }
}
