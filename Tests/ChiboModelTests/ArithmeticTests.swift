import ChiboModel
import ChiboTestSupport
import Testing

/// Exact shares and apportionment: the examples of the rules, laws over random cases, and an oracle that is not ours.
@Suite struct ArithmeticTests {
    @Test(arguments: [
        (90, 100, false), (91, 100, true), (181, 201, true), (45, 50, false), (2999, 3000, true), (9, 10, false),
    ])
    func `a strict bound of ninety per cent compares integers (R-09)`(part: Int, whole: Int, isAbove: Bool) {
        let order = Share(Int64(part), of: Int64(whole)).compare(toPercent: ExactDecimal(90))
        #expect(((order ?? 0) > 0) == isAbove)
    }

    @Test func `rounding never shows a threshold that is not reached (R-26)`() {
        let nearlyAll = Share(2999, of: 3000)
        #expect(nearlyAll.percentText(decimals: 1, threshold: ExactDecimal(100)) == "99,9 %")
        #expect(nearlyAll.percentText(decimals: 2, threshold: ExactDecimal(100)) == "99,97 %")
        #expect(Share(45, of: 50).percentText(threshold: ExactDecimal(90)) == "90 %")
        #expect(Share(37, of: 40).percentText() == "92,5 %")
        #expect(Share(9004, of: 10_000).percentText(decimals: 1, threshold: ExactDecimal(90)) == "90,04 %")
        #expect(Share(0, of: 0).percentText() == nil)
        #expect(Share(0, of: 0).compare(toPercent: ExactDecimal(90)) == nil)
    }

    @Test func `counts and bounds at the edge of what integers hold are refused or shown, and stop nothing`() throws {
        #expect(Share(.max, of: 1).percentText() == "9223372036854775807 %")
        #expect(Share(1_000_000_000_000_000, of: 1).percentText(threshold: ExactDecimal(5)) == "100000000000000000 %")
        #expect(Share(.max, of: 3).compare(to: Share(.max, of: 2)) == -1)
        #expect(Share(0, of: 0).compare(to: Share(1, of: 2)) == nil)
        #expect(Share(counts: -1, 1) == nil && Share(counts: 0, .max) == nil)
        #expect(ExactDecimal(units: .min, scale: 0).vietnamese == "-9223372036854775808")
        let fine = ExactDecimal(units: 999_999_999_999_999, scale: 0)
        let pools = [ApportionmentPool(size: 1, weight: fine, cap: .max), ApportionmentPool(size: 1, cap: .max)]
        #expect(throws: ApportionmentError.unusableSize(pool: 0)) {
            try Apportionment(.dhondt).divide(
                1, among: pools + [ApportionmentPool(size: 1, weight: ExactDecimal(0.5) ?? fine)])
        }
        let full = ApportionmentPool(size: 1, floor: .max, cap: .max)
        #expect(throws: ApportionmentError.tooManySeats(total: .max, limit: 1_000_000)) {
            try Apportionment(.dhondt).divide(.max, among: [full, full])
        }
        #expect(throws: ApportionmentError.floorsExceedTotal(sum: .max, total: 5)) {
            try Apportionment(.dhondt).divide(5, among: [full, full])
        }
    }

    @Test func `percentages equal Python's exact fractions on random counts`() throws {
        var random = SeededGenerator(seed: 11)
        let counts = (0..<300).map { _ -> (Int, Int) in
            let whole = Int.random(in: 1...5000, using: &random)
            return (Int.random(in: 0...whole, using: &random), whole)
        }
        let program = """
            import sys
            from decimal import Decimal, ROUND_HALF_UP, getcontext
            getcontext().prec = 60
            for pair in sys.argv[1].split():
                part, whole = map(int, pair.split('/'))
                value = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal('0.01'), ROUND_HALF_UP)
                text = format(value, 'f').rstrip('0').rstrip('.')
                print(text.replace('.', ',') + ' %')
            """
        let answers = try Oracle.python(program, [counts.map { "\($0)/\($1)" }.joined(separator: " ")]).output
        for (pair, expected) in zip(counts, answers.split(separator: "\n")) {
            #expect(Share(Int64(pair.0), of: Int64(pair.1)).percentText() == String(expected))
        }
    }

    @Test func `largest remainder divides as the rules' examples do (R-25)`() throws {
        func divide(_ total: Int, _ sizes: [Int64]) throws -> [Int] {
            try Apportionment(.largest_remainder).divide(total, among: sizes.map { ApportionmentPool(size: $0) })
        }
        #expect(try divide(10, [17, 12, 6]) == [5, 3, 2])
        #expect(try divide(100, [63, 41, 58, 22, 9]) == [33, 21, 30, 11, 5])
        #expect(try divide(3, [1, 1, 1, 1]) == [1, 1, 1, 0])
    }

    /// The House of Representatives after the census of 2020: 435 seats, at least one a state, Huntington-Hill.
    @Test func `Huntington-Hill gives the House of 2020`() throws {
        let populations: [Int64] = [
            5_030_053, 736_081, 7_158_923, 3_013_756, 39_576_757, 5_782_171, 3_608_298, 990_837, 21_570_527, 10_725_274,
            1_460_137, 1_841_377, 12_822_739, 6_790_280, 3_192_406, 2_940_865, 4_509_342, 4_661_468, 1_363_582,
            6_185_278,
            7_033_469, 10_084_442, 5_709_752, 2_963_914, 6_160_281, 1_085_407, 1_963_333, 3_108_462, 1_379_089,
            9_294_493,
            2_120_220, 20_215_751, 10_453_948, 779_702, 11_808_848, 3_963_516, 4_241_500, 13_011_844, 1_098_163,
            5_124_712,
            887_770, 6_916_897, 29_183_290, 3_275_252, 643_503, 8_654_542, 7_715_946, 1_795_045, 5_897_473, 577_719,
        ]
        let seats = [
            7, 1, 9, 4, 52, 8, 5, 1, 28, 14, 2, 2, 17, 9, 4, 4, 6, 6, 2, 8, 9, 13, 8, 4, 8, 2, 3, 4, 2, 12, 3, 26, 14,
            1,
            15, 5, 6, 17, 2, 7, 1, 9, 38, 4, 1, 11, 10, 2, 8, 1,
        ]
        let pools = populations.map { ApportionmentPool(size: $0, floor: 1) }
        // The law gives every state one seat and the others by the quotients, which is what the method does by itself.
        #expect(
            try Apportionment(.huntington_hill).divide(435, among: populations.map { ApportionmentPool(size: $0) })
                == seats)
        #expect(pools.count == 50 && seats.reduce(0, +) == 435)
    }

    @Test(arguments: ApportionmentMethod.allCases)
    func `the sum is exact, floors and caps hold, and more weight never gets less`(method: ApportionmentMethod) throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<300 {
            let pools = (0..<Int.random(in: 1...12, using: &random)).map { _ -> ApportionmentPool in
                let floor = Int.random(in: 0...2, using: &random)
                return ApportionmentPool(
                    size: Int64.random(in: 1...500, using: &random), floor: floor,
                    cap: Bool.random(using: &random) ? floor + Int.random(in: 0...30, using: &random) : nil)
            }
            let total = Int.random(in: 0...120, using: &random)
            do {
                let seats = try Apportionment(method).divide(total, among: pools)
                #expect(seats.reduce(0, +) == total)
                for (pool, count) in zip(pools, seats) {
                    #expect(count >= pool.floor && count <= pool.cap ?? .max)
                }
                for (a, left) in pools.enumerated() {
                    for (b, right) in pools.enumerated()
                    where left.size > right.size && left.floor == 0 && right.floor == 0 && left.cap == nil
                        && right.cap == nil
                    {
                        #expect(seats[a] >= seats[b])
                    }
                }
            } catch ApportionmentError.floorsExceedTotal(let sum, _) {
                #expect(sum > total)
            } catch ApportionmentError.capsBelowTotal(let sum, _) {
                #expect(sum < total)
            }
        }
    }

    @Test func `divisions that cannot be are refused with the reason`() {
        let method = Apportionment(.dhondt)
        #expect(throws: ApportionmentError.floorsExceedTotal(sum: 4, total: 3)) {
            try method.divide(3, among: [ApportionmentPool(size: 5, floor: 4)])
        }
        #expect(throws: ApportionmentError.capsBelowTotal(sum: 2, total: 3)) {
            try method.divide(3, among: [ApportionmentPool(size: 5, cap: 2)])
        }
        #expect(throws: ApportionmentError.nothingToShareBy(seatsLeft: 3)) {
            try method.divide(3, among: [ApportionmentPool(size: 0), ApportionmentPool(size: 0)])
        }
    }

    @Test func `weights are exact decimals`() throws {
        let pools = [
            ApportionmentPool(size: 20), ApportionmentPool(size: 20, weight: ExactDecimal("1,5") ?? ExactDecimal(1)),
        ]
        #expect(try Apportionment(.largest_remainder).divide(100, among: pools) == [40, 60])
    }

    @Test func `answers combine as Kleene has it`() {
        #expect(Answer.all([.met, .unknown, .not_met]) == .not_met)
        #expect(Answer.all([.met, .unknown, .error]) == .error)
        #expect(Answer.all([.met, .unknown]) == .unknown)
        #expect(Answer.all([.met, .not_applicable]) == .met)
        #expect(Answer.all([.not_applicable]) == .not_applicable)
        #expect(Answer.any([.not_met, .unknown, .met]) == .met)
        #expect(Answer.any([.not_met, .unknown]) == .unknown)
        #expect(Answer.atLeast(2, of: [.met, .met, .error]) == .met)
        #expect(Answer.atLeast(2, of: [.met, .unknown, .not_met]) == .unknown)
        #expect(Answer.atLeast(2, of: [.met, .not_met, .not_met]) == .not_met)
    }
}
