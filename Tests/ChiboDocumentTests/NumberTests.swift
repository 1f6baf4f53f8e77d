import ChiboDocument
import ChiboTestSupport
import Testing

@Suite struct `Numbers of a document` {
    @Test func `whole numbers and decimals are written with dots and a comma`() {
        #expect(NumberText.integer(1_206) == "1.206")
        #expect(NumberText.integer(-1_234_567) == "-1.234.567")
        #expect(NumberText.integer(.min) == "-9.223.372.036.854.775.808")
        #expect(NumberText.decimal(FixedDecimal(1250, scale: 2)) == "12,50")
        #expect(NumberText.decimal(FixedDecimal(-5, scale: 3)) == "-0,005")
        #expect(NumberText.decimal(FixedDecimal(125, scale: 2), decimals: 1) == "1,3")
        #expect(NumberText.decimal(FixedDecimal(7), decimals: 2) == "7,00")
        #expect(NumberText.decimal(FixedDecimal(.min, scale: 0), decimals: 0) == "-9.223.372.036.854.775.808")
    }

    @Test func `a share is written as offices write it`() throws {
        #expect(NumberText.percent(try #require(Quotient(1086, 1206))) == "90,05\u{A0}%")
        #expect(NumberText.percent(try #require(Quotient(39, 40))) == "97,5\u{A0}%")
        #expect(NumberText.percent(try #require(Quotient(97, 100))) == "97\u{A0}%")
        #expect(Quotient(1, 0) == nil)
        #expect(Quotient(.min, 3) == nil)
    }

    @Test func `a decimal is read from its digits or not at all`() {
        #expect(FixedDecimal("-12.50") == FixedDecimal(-1250, scale: 2))
        #expect(FixedDecimal("0.000000000000000001") == FixedDecimal(1, scale: 18))
        for bad in ["", "-", ".", "1.", ".5", "1.2.3", "1,5", "1e5", "٣", "99999999999999999999", "1.-5", "- 1"] {
            #expect(FixedDecimal(bad) == nil, "\(bad)")
        }
    }

    @Test func `rounding, adding and comparing agree with Python's fractions`() throws {
        var numbers = SeededGenerator(seed: 7)
        var lines: [String] = []
        var ours: [String] = []
        for _ in 0..<400 {
            let size = [10, 1000, 1_000_000_000][Int.random(in: 0..<3, using: &numbers)]
            let values = (0..<4).map { _ in Int.random(in: -size...size, using: &numbers) }
            let decimals = Int.random(in: 0...6, using: &numbers)
            guard let left = Quotient(values[0], values[1]), let right = Quotient(values[2], values[3]) else {
                continue
            }
            lines.append((values + [decimals]).map { String($0) }.joined(separator: " "))
            let rounded = try #require(left.rounded(decimals: decimals, times: 100))
            let sum = try #require(left.adding(right))
            let sumText = "\(sum.numerator * right.denominator.signum()) \(sum.denominator)"
            ours.append("\(rounded.coefficient) \(left.isLess(than: right)) \(left.equals(right)) \(sumText)")
        }
        let result = try Oracle.python(
            """
            import sys
            from fractions import Fraction as F
            for line in sys.argv[1].splitlines():
                a, b, c, d, k = map(int, line.split())
                x, y = F(a, b), F(c, d)
                v = abs(x) * 100 * 10**k
                n = int(v + F(1, 2)) * (1 if x >= 0 else -1)
                s = x + y
                print(n, str(x < y).lower(), str(x == y).lower(), s.numerator, s.denominator)
            """, [lines.joined(separator: "\n")])
        #expect(result.errors == "")
        let theirs = result.output.split(separator: "\n").map { String($0) }
        #expect(theirs.count == ours.count)
        for (mine, other) in zip(ours, theirs) where mine != other {
            // Ours keeps a sum in lowest terms only where it must to fit; compare the value.
            let (left, right) = (mine.split(separator: " "), other.split(separator: " "))
            #expect(left[..<3] == right[..<3])
            let sums = (left + right).compactMap { Int($0) }
            let (first, second) = (Quotient(sums[1], sums[2]), Quotient(sums[4], sums[5]))
            #expect(first.flatMap { one in second.map { one.equals($0) } } == true, "\(mine) | \(other)")
        }
    }

    @Test func `numbers too large for a sum are refused, not wrapped`() throws {
        let large = try #require(Quotient(.max, 3))
        let other = try #require(Quotient(.max, 7))
        #expect(large.adding(other) == nil)
        #expect(Quotient(.max).adding(Quotient(1)) == nil)
        #expect(Quotient(.max).rounded(decimals: 18, times: .max) == nil)
    }
}

@Suite struct `JSON values` {
    @Test func `text is read back by Python as it was given`() throws {
        let hostile = "\u{0}\u{1b}[31m \"\\/ </script> \u{7f}\u{9b}\u{2028} đảng 👨‍👩‍👧 \u{202e}x\t\r\n"
        let value: JSONValue = [
            "text": .string(hostile), "numbers": [1, -5, .integer(.max)], "none": nil, "yes": true, "empty": [:],
            "list": [], "real": .real(0.5), "bad": .real(.infinity),
        ]
        for text in [value.text(), value.text(indented: true)] {
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 && $0.value != 0x9B && $0 != "<" })
            let result = try Oracle.run(
                Oracle.python,
                [
                    "-c",
                    """
                    import json, sys
                    v = json.load(sys.stdin)
                    print(list(v), ascii(v["text"]), v["numbers"], v["none"], v["yes"], v["real"], v["bad"])
                    """,
                ], input: text)
            #expect(result.errors == "")
            #expect(result.output.contains(#"'\x00\x1b[31m "\\/ </script> \x7f\x9b\u2028 \u0111\u1ea3ng "#))
            #expect(result.output.contains("[1, -5, 9223372036854775807] None True 0.5 None"))
            #expect(result.output.hasPrefix("['text', 'numbers', 'none', 'yes', 'empty', 'list', 'real', 'bad']"))
        }
    }
}
