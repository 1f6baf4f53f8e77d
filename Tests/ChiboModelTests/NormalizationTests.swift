import ChiboModel
import ChiboTestSupport
import Testing

/// NFC of any text, beside Python's `unicodedata`.
@Suite struct NormalizationTests {
    private func hex(_ text: String) -> String {
        text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    /// What Python makes of lines of scalars in hexadecimal.
    private func nfc(_ texts: [String]) throws -> [String] {
        let program = """
            import sys, unicodedata
            for line in sys.stdin.read().split("\\n"):
                text = "".join(chr(int(part, 16)) for part in line.split())
                print(" ".join("%x" % ord(c) for c in unicodedata.normalize("NFC", text)))
            """
        let result = try Oracle.run(
            Oracle.python, ["-c", program], input: texts.map(hex).joined(separator: "\n"))
        try #require(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Unicode 14 is what Python 3.11 knows; letters that are younger are left out.
    private func isKnown(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return age.major <= 14
    }

    @Test func `every letter of Unicode alone has its composed form`() throws {
        let letters = (0...0x3FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
            // Ideographs and syllables that are made by a rule are a hundred thousand: a part of them is enough.
            isKnown($0) && $0 != "\n"
                && !((0x3400...0x9F00).contains($0.value) || (0x20000...0x2F700).contains($0.value))
        }
        let texts = letters.map { String(Character($0)) }
        let theirs = try nfc(texts)
        let wrong = zip(texts, theirs).filter { hex(VietnameseText.normalized($0)) != $1 }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test func `random letters and marks of many scripts compose as Unicode says`() throws {
        var generator = SeededGenerator(seed: 51)
        let ranges: [ClosedRange<UInt32>] = [
            0x41...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x300...0x36F, 0x370...0x3FF, 0x400...0x45F, 0x5B0...0x5EA,
            0x622...0x655, 0x915...0x94D, 0x9C7...0x9D7, 0xB47...0xB57, 0xF71...0xF81, 0x1100...0x11C2, 0x1AB0...0x1ABD,
            0x1E00...0x1EFF, 0x1F00...0x1FFF, 0x3046...0x309A, 0xAC00...0xAC40, 0xFB1D...0xFB4E, 0x1D15E...0x1D16D,
        ]
        let texts = (0..<4000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let value = UInt32.random(in: ranges.randomElement(using: &generator) ?? ranges[0], using: &generator)
                if let scalar = Unicode.Scalar(value), isKnown(scalar) { text.append(scalar) }
            }
            return String(text)
        }
        let theirs = try nfc(texts)
        let wrong = zip(texts, theirs).filter { hex(VietnameseText.normalized($0)) != $1 }
        #expect(wrong.isEmpty, "\(wrong.prefix(5).map { (hex($0.0), hex(VietnameseText.normalized($0.0)), $0.1) })")
    }

    @Test func `Vietnamese is composed also where the tone was typed first, and stays composed`() {
        #expect(hex(VietnameseText.composed("a\u{301}\u{302}")) == "1ea5")
        #expect(hex(VietnameseText.normalized("a\u{301}\u{302}")) == "e1 302")
        #expect(hex(VietnameseText.composed("Â\u{301}")) == "1ea4" && hex(VietnameseText.composed("a\u{340}")) == "e0")
        for syllable in VietnameseSyllables.all.joined() {
            let composed = VietnameseText.composed(syllable)
            #expect(hex(VietnameseText.composed(composed)) == hex(composed))
            #expect(composed.unicodeScalars.count == composed.count)
        }
    }

    @Test func `a hundred thousand marks on one letter take no time`() throws {
        let marks = (0..<100_000).map { $0.isMultiple(of: 2) ? "\u{301}" : "\u{323}" }.joined()
        let text = VietnameseText.normalized("a" + marks)
        #expect(hex(String(text.unicodeScalars.prefix(3))) == "1ea1 323 323")
        #expect(text.unicodeScalars.count == 100_000)
    }

    @Test func `letters that only look like Đ are replaced and counted`() {
        let (text, count) = VietnameseText.replacingLookalikes("Ðỗ Ɖức ð Đ đ")
        #expect(hex(text) == hex("Đỗ Đức đ Đ đ") && count == 3)
        #expect(VietnameseText.replacingLookalikes("Đỗ").count == 0)
    }
}
