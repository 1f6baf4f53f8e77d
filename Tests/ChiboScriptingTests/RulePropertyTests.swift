import ChiboModel
import ChiboTestSupport
import Testing

@testable import ChiboScripting

/// The rules' arithmetic beside programs that are not ours, on random cases.
@Suite struct RulePropertyTests {
    private static func days(_ count: Int, _ random: inout SeededGenerator) -> [CalendarDate] {
        (0..<count).map { _ in CalendarDate(dayNumber: Int32.random(in: 0...25_000, using: &random)) }
    }

    /// What Lua answers for each line of a list, one a line.
    private static func lua(_ expression: (String) -> String, _ cases: [String]) throws -> [String] {
        let session = try Samples.session(on: CalendarDate(dayNumber: 20_453))  // 31/12/2025
        return cases.map { Samples.show(expression($0), in: session) }
    }

    @Test func `whole months are those of dateutil`() throws {
        var random = SeededGenerator(seed: 31)
        let pairs = zip(Self.days(200, &random), Self.days(200, &random)).map { ($0.0, max($0.0, $0.1)) }
        // The ends of months are where months differ.
        let ends = pairs.map { ($0.0.endOfMonth, max($0.0.endOfMonth, $0.1.endOfMonth)) }
        let cases = (pairs + ends).map { "\($0.0.iso) \($0.1.iso)" }
        let program = """
            import sys
            from datetime import date
            from dateutil.relativedelta import relativedelta
            for line in sys.argv[1].split(';'):
                start, end = map(date.fromisoformat, line.split())
                months = 0
                while start + relativedelta(months=months + 1) <= end: months += 1
                print(months)
            """
        let expected = try Oracle.python(program, [cases.joined(separator: ";")]).output.split(separator: "\n")
        let got = try Self.lua(
            { line in
                let days = line.split(separator: " ")
                return "require('regulations.base').whole_months(date '\(days[0])', date '\(days[1])')"
            }, cases)
        #expect(got == expected.map(String.init))
    }

    @Test func `dues are those of Python's decimals, half up`() throws {
        var random = SeededGenerator(seed: 32)
        let amounts = (0..<200).map { _ in String(Int.random(in: 0...60_000_000, using: &random)) }
        let program = """
            import sys
            from decimal import Decimal, ROUND_HALF_UP
            for amount in sys.argv[1].split():
                print((Decimal(amount) * Decimal('0.005')).quantize(Decimal(1), ROUND_HALF_UP))
            """
        let expected = try Oracle.python(program, [amounts.joined(separator: " ")]).output.split(separator: "\n")
        let got = try Self.lua(
            { amount in
                let facts = "basis = 'pension', amount = \(amount), month = date '2026-03-01'"
                return "(require('regulations.dues').of_month { \(facts) })"
            }, amounts)
        #expect(got == expected.map(String.init))
    }

    @Test func `a cap is the floor of its percentage, whatever the percentage`() throws {
        var random = SeededGenerator(seed: 33)
        let cases = (0..<200).map { _ in
            let percent = Int.random(in: 0...10_000, using: &random)
            return "\(Int.random(in: 0...5000, using: &random)) \(percent / 100).\(percent % 100 / 10)\(percent % 10)"
        }
        let program = """
            import sys
            from fractions import Fraction
            for line in sys.argv[1].split(';'):
                good, percent = line.split()
                print(int(good) * Fraction(percent) // 100)
            """
        let expected = try Oracle.python(program, [cases.joined(separator: ";")]).output.split(separator: "\n")
        let got = try Self.lua(
            { line in
                let parts = line.split(separator: " ")
                let counts = "{ good = \(parts[0]) }, { percent = '\(parts[1])' }"
                return "require('regulations.ratings').excellent_cap(\(counts)).cap"
            }, cases)
        #expect(got == expected.map(String.init))
    }

    @Test func `points between two shares are those of exact fractions`() throws {
        var random = SeededGenerator(seed: 34)
        let cases = (0..<200).map { _ in
            let (w1, w2) = (Int64.random(in: 1...900, using: &random), Int64.random(in: 1...900, using: &random))
            return (
                Share(Int64.random(in: 0...w1, using: &random), of: w1),
                Share(Int64.random(in: 0...w2, using: &random), of: w2)
            )
        }
        let program = """
            import sys
            from fractions import Fraction
            for line in sys.argv[1].split(';'):
                a, b, c, d = map(int, line.split())
                points = (Fraction(c, d) - Fraction(a, b)) * 100
                units = (abs(points) * 200 + 1) // 2
                text = f'{units // 100},{units % 100:02d}'.rstrip('0').rstrip(',')
                print(('+' if points > 0 else '-' if points < 0 else '') + text + ' điểm')
            """
        let lines = cases.map { "\($0.part) \($0.whole) \($1.part) \($1.whole)" }
        let expected = try Oracle.python(program, [lines.joined(separator: ";")]).output.split(separator: "\n")
        #expect(cases.map { $1.pointsText(since: $0) ?? "" } == expected.map(String.init))
        #expect(Share(330, of: 650).pointsText(since: Share(312, of: 640)) == "+2,02 điểm")
        #expect(Share(0, of: 0).pointsText(since: Share(1, of: 2)) == nil)
    }

    @Test func `a score never gives a better level than a higher one`() throws {
        let levels = try Self.lua(
            { "tostring(require('regulations.ratings').level_of_score({ score = \($0), late = 0, beyond = 30 }))" },
            (0...100).map(String.init))
        let order = ["not_completed", "completed", "good", "excellent"].map { "\"\($0)\"" }
        let ranks = levels.compactMap { level in order.firstIndex { level.contains($0.dropFirst().dropLast()) } }
        #expect(levels.count == 101)
        #expect(ranks == ranks.sorted())
        #expect(ranks.count == 101)
    }
}
