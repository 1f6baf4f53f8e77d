import ChiboTestSupport
import ChiboModel
import ChiboScheduling
import Testing

struct CronTests {
    /// Asks cronsim, which follows the cron of Debian, for the next and the previous ten times.
    static let program = """
        import sys, zoneinfo, datetime as d
        from cronsim import CronSim
        utc = d.timezone.utc
        for line in open(sys.argv[1]):
            spec, zone, seconds = line.rstrip('\\n').split('|')
            at = d.datetime.fromtimestamp(int(seconds), utc).astimezone(zoneinfo.ZoneInfo(zone))
            def ten(reverse):
                it = CronSim(spec, at, reverse=reverse)
                return ' '.join(str(int(next(it).timestamp())) for _ in range(10))
            print(spec, zone, seconds, ten(False), ten(True), sep='|')
        """

    private func randomField(_ range: ClosedRange<Int>, _ random: inout SeededGenerator, star: Bool) -> String {
        func number() -> Int { Int.random(in: range, using: &random) }
        switch Int.random(in: star ? 0...5 : 2...4, using: &random) {
        case 0, 1: return "*"
        case 2: return String(number())
        case 3:
            let ends = [number(), number()].sorted()
            return "\(ends[0])-\(ends[1])"
        case 4: return Set((0...3).map { _ in number() }).sorted().map(String.init).joined(separator: ",")
        default: return "*/\(Int.random(in: 2...7, using: &random))"
        }
    }

    private func randomSpec(_ random: inout SeededGenerator, fixed: Bool) -> String {
        let minute = randomField(0...59, &random, star: !fixed)
        let hour = randomField(0...23, &random, star: !fixed)
        let day = randomField(1...28, &random, star: true)
        let month = Bool.random(using: &random) ? "*" : randomField(1...12, &random, star: true)
        return [minute, hour, day, month, randomField(0...7, &random, star: true)].joined(separator: " ")
    }

    private func check(_ cases: [(String, String, Int64)]) throws {
        let answers = try oracle(CronTests.program, cases.map { "\($0.0)|\($0.1)|\($0.2)" })
        #expect(answers.count == cases.count)
        for (line, input) in zip(answers, cases) {
            let table = try Timetable(.cron(input.0), in: zone(input.1))
            let start = Instant(seconds: input.2)
            let next = table.next(10, after: start).map { String($0.instant.seconds) }.joined(separator: " ")
            #expect(next == line[3], "next \(input)")
            var (previous, at): ([String], Instant) = ([], start)
            for _ in 0..<10 {
                guard let found = table.previous(before: at) else { break }
                previous.append(String(found.instant.seconds))
                at = found.instant
            }
            #expect(previous.joined(separator: " ") == line[4], "previous \(input)")
        }
    }

    @Test func `random expressions are due when Debian's cron is, forwards and backwards`() throws {
        var random = SeededGenerator(seed: 11)
        var cases: [(String, String, Int64)] = []
        while cases.count < 1200 {
            let spec = randomSpec(&random, fixed: false)
            guard (try? CronExpression(spec)) != nil else { continue }
            cases.append((spec, "Asia/Ho_Chi_Minh", Int64.random(in: 900_000_000...2_100_000_000, using: &random)))
        }
        try check(cases)
    }

    @Test func `fixed times around a change of the clock are due when Debian's cron runs them`() throws {
        var random = SeededGenerator(seed: 12)
        var cases: [(String, String, Int64)] = []
        // The changes of 2023 in Berlin, New York and Sydney.
        for (name, change) in [
            ("Europe/Berlin", 1_679_792_400), ("Europe/Berlin", 1_698_541_200), ("America/New_York", 1_678_604_400),
            ("America/New_York", 1_699_164_000), ("Australia/Sydney", 1_680_364_800),
            ("Australia/Sydney", 1_696_089_600),
        ] {
            for _ in 0..<40 {
                let spec = "\(randomField(0...59, &random, star: false)) \(Int.random(in: 0...4, using: &random)) * * *"
                let offset = Int64.random(in: -200_000...200_000, using: &random)
                cases.append((spec, name, Int64(change) + offset))
            }
        }
        try check(withoutSharedMinutes(cases))
    }

    /// Where several times of one expression fall into one gap, they are one moment for us and several for cronsim.
    private func withoutSharedMinutes(_ cases: [(String, String, Int64)]) -> [(String, String, Int64)] {
        cases.filter { !$0.0.prefix { $0 != " " }.contains { $0 == "," || $0 == "-" } }
    }

    @Test(arguments: [
        ("*/15 * * * *", "0,15,30,45 * * * *"), ("0 7 * jan-mar mon-fri", "0 7 * 1-3 1-5"),
        ("0 7 * * SUN", "0 7 * * 0"), ("0 7 * * 7", "0 7 * * 0"), ("0 7 * * 5-7", "0 7 * * 0,5,6"),
        ("@daily", "0 0 * * *"), ("@weekly", "0 0 * * 0"), ("@MONTHLY", "0 0 1 * *"),
        ("10-50/20 1 * * *", "10,30,50 1 * * *"),
        ("  0\t7 1 * *  ", "0 7 1 * *"), ("0 7 * DEC,Jan *", "0 7 * 1,12 *"),
    ])
    func `two ways to write one rule are due together`(one: String, other: String) throws {
        let (one, other) = try (Timetable(.cron(one), in: .utc), Timetable(.cron(other), in: .utc))
        let start = try utc("2023-02-27T13:37")
        #expect(one.next(40, after: start) == other.next(40, after: start))
    }

    @Test(arguments: [
        // Both say something: either is enough.
        ("0 0 13 * 5", ["2023-01-06", "2023-01-13", "2023-01-20"]),
        // One starts with a star, as Vixie cron has it: both.
        ("0 0 */2 * 1", ["2023-01-09", "2023-01-23", "2023-02-13"]),
        ("0 0 13 * +5", ["2023-01-13", "2023-10-13", "2024-09-13"]),
        ("0 0 L * *", ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("0 0 * * 5L", ["2023-01-27", "2023-02-24", "2023-03-31"]),
        ("0 0 * * 1#2", ["2023-01-09", "2023-02-13", "2023-03-13"]),
        ("0 0 29 2 *", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("0 0 29 2 +1", ["2044-02-29", "2072-02-29", "2112-02-29"]),
    ])
    func `the days of an expression`(spec: String, days: [String]) throws {
        let found = try Timetable(.cron(spec), in: .utc).next(3, after: utc("2023-01-01T00:00"))
        #expect(found.map(\.local.date.iso) == days)
    }

    @Test(
        arguments: [
            ("0 7 * *", nil, CronError.Cause.fieldCount(4)), ("0 0 7 * * *", nil, .fieldCount(6)),
            ("", nil, .fieldCount(0)),
            ("@reboot", nil, .unknownNickname), ("60 7 * * *", .minute, .outOfRange),
            ("0 24 * * *", .hour, .outOfRange),
            ("0 7 0 * *", .day, .outOfRange), ("0 7 32 * *", .day, .outOfRange), ("0 7 * 13 *", .month, .outOfRange),
            ("0 7 * * 8", .weekday, .outOfRange), ("0 7 * * 5-1", .weekday, .reversed),
            ("*/0 * * * *", .minute, .badStep),
            ("*/90 * * * *", .minute, .badStep), ("5/10 * * * *", .minute, .stepWithoutRange),
            ("1,,2 * * * *", .minute, .empty),
            ("a * * * *", .minute, .notANumber), ("0 7 * thang *", .month, .notANumber),
            ("-5 * * * *", .minute, .empty),
            ("0 7 ? * 1", .day, .quartz), ("0 7 15W * *", .day, .quartz), ("0 7 31 2 *", .day, .never),
            ("0 7 30,31 feb *", .day, .never), ("0 7 31 4,6,9,11 *", .day, .never),
            ("0 7 * * 1#6", .weekday, .outOfRange),
            ("+5 * * * *", .minute, .notANumber), ("99999999999999999999 * * * *", .minute, .notANumber),
            ("1-2-3 * * * *", .minute, .notANumber), ("٣ * * * *", .minute, .notANumber),
        ] as [(String, CronField?, CronError.Cause)])
    func `an error names its field and its cause`(spec: String, field: CronField?, cause: CronError.Cause) throws {
        let error = try #require(throws: CronError.self) { try CronExpression(spec) }
        #expect(error.field == field)
        #expect(error.cause == cause)
        #expect(error.message.vi != error.message.en)
    }

    @Test func `a message says the field, what was read and what is allowed, in both languages`() throws {
        let error = try #require(throws: CronError.self) { try CronExpression("0 7 * thang *") }
        #expect(
            error.message.en
                == "Cron expression “0 7 * thang *”, field 4 (month): “thang” is neither a number nor a name "
                + "that is allowed (1-12, jan-dec)")
        #expect(
            error.message.vi == "Biểu thức cron “0 7 * thang *”, trường 4 (tháng): “thang” không phải là số hay tên "
                + "cho phép (1-12, jan-dec)")
    }

    @Test func `an expression that asks two things of the day is told apart`() throws {
        #expect(try CronExpression("0 0 13 * 5").restrictsBothDays)
        #expect(try CronExpression("0 0 13 * +5").needsBothDays)
        #expect(try !CronExpression("0 0 13 * *").restrictsBothDays)
    }
}
