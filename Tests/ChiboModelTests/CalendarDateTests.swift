import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct CalendarDateTests {
    /// The days of datetime, from 0001-01-01 to 9999-12-31.
    private let all = Int32(-719_162)...Int32(2_932_896)

    @Test func `days, weekdays and components are those of Python's datetime`() throws {
        var generator = SeededGenerator(seed: 1)
        let days =
            [all.lowerBound, all.upperBound, 0, -1] + (0..<3000).map { _ in Int32.random(in: all, using: &generator) }
        let program = """
            import sys, datetime
            for n in sys.argv[1].split():
                d = datetime.date(1970, 1, 1) + datetime.timedelta(days=int(n))
                print(d.isoformat(), d.isoweekday(), d.strftime("%d/%m/") + "%04d" % d.year)
            """
        let expected = try Oracle.python(program, [days.map(String.init).joined(separator: " ")]).output
        let ours = days.map { number in
            let date = CalendarDate(dayNumber: number)
            return "\(date.iso) \(date.weekday) \(date.vietnamese)"
        }
        #expect(ours == expected.split(separator: "\n").map(String.init))
    }

    @Test func `components lead back to the day`() {
        for number in stride(from: all.lowerBound, through: all.upperBound, by: 97) {
            let date = CalendarDate(dayNumber: number)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            #expect(CalendarDate(iso: date.iso) == date)
        }
    }

    @Test func `adding months and years is what dateutil's relativedelta does`() throws {
        var generator = SeededGenerator(seed: 2)
        let cases = (0..<2000).map { _ in
            (Int32.random(in: -30000...30000, using: &generator), Int.random(in: -600...600, using: &generator))
        }
        let program = """
            import sys, datetime
            from dateutil.relativedelta import relativedelta
            for pair in sys.argv[1].split():
                n, m = map(int, pair.split(":"))
                d = datetime.date(1970, 1, 1) + datetime.timedelta(days=n)
                print((d + relativedelta(months=m)).isoformat(), (d + relativedelta(years=m // 12)).isoformat())
            """
        let result = try Oracle.python(program, [cases.map { "\($0.0):\($0.1)" }.joined(separator: " ")])
        try #require(result.status == 0, "\(result.errors)")
        let ours = cases.map { number, months in
            let date = CalendarDate(dayNumber: number)
            let years = Int((Double(months) / 12).rounded(.down))
            return "\(date.adding(months: months).iso) \(date.adding(years: years).iso)"
        }
        #expect(ours == result.output.split(separator: "\n").map(String.init))
    }

    @Test(arguments: [
        ("2023-08-31", 6, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"), ("2023-08-31", 1, "2023-09-30"),
        ("2023-05-19", 12, "2024-05-19"), ("2023-02-03", 12, "2024-02-03"), ("2023-06-30", 12, "2024-06-30"),
        ("2024-03-31", -1, "2024-02-29"), ("2023-12-31", 2, "2024-02-29"), ("2023-01-15", -1, "2022-12-15"),
    ])
    func `months are added as the rules say`(from: String, months: Int, to: String) {
        #expect(day(from).adding(months: months) == day(to))
    }

    @Test(arguments: [Int.max, .min, 1 << 40, -(1 << 40)])
    func `no amount that is added overflows`(amount: Int) {
        let date = CalendarDate(dayNumber: 19_722)
        for sum in [date.adding(days: amount), date.adding(months: amount), date.adding(years: amount)] {
            #expect(amount > 0 ? date < sum : sum < date)
            #expect(sum.endOfMonth >= date || amount < 0)
        }
    }

    @Test(arguments: [
        ("1994-04-12", "2024-04-11", 29), ("1994-04-12", "2024-04-12", 30), ("2004-02-29", "2023-02-27", 18),
        ("2004-02-29", "2023-02-28", 19), ("2024-01-01", "2023-12-31", -1), ("2024-01-01", "2024-01-01", 0),
    ])
    func `a year is whole on its anniversary`(from: String, to: String, years: Int) {
        #expect(day(to).wholeYears(since: day(from)) == years)
    }

    /// The greatest number of months that Python can add without passing the later day.
    @Test func `months are whole as dateutil adds them`() throws {
        var generator = SeededGenerator(seed: 3)
        let cases = (0..<1200).map { _ in
            (
                Int32.random(in: 0...20_000, using: &generator),
                Int32.random(in: -400...2000, using: &generator)
            )
        }
        let program = """
            import sys, datetime
            from dateutil.relativedelta import relativedelta
            for pair in sys.argv[1].split():
                n, more = map(int, pair.split(":"))
                start = datetime.date(1970, 1, 1) + datetime.timedelta(days=n)
                end = start + datetime.timedelta(days=more)
                months = -20
                while start + relativedelta(months=months + 1) <= end: months += 1
                print(months)
            """
        let result = try Oracle.python(program, [cases.map { "\($0.0):\($0.1)" }.joined(separator: " ")])
        try #require(result.status == 0, "\(result.errors)")
        let ours = cases.map { number, more in
            let start = CalendarDate(dayNumber: number)
            return "\(start.adding(days: Int(more)).wholeMonths(since: start))"
        }
        #expect(ours == result.output.split(separator: "\n").map(String.init))
        #expect(day("2023-09-30").wholeMonths(since: day("2023-08-31")) == 1)
    }

    @Test func `what is no day is refused`() {
        for (year, month, dayOfMonth) in [
            (2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (0, 1, 1), (1900, 2, 29),
        ] {
            #expect(CalendarDate(year: year, month: month, day: dayOfMonth) == nil)
        }
        for text in [
            "2023-2-1", "2023-02", "2023", "2023-02-30", "23-02-01", "2023/02/01", " 2023-02-01", "2023-02-01x", "",
        ] {
            #expect(CalendarDate(iso: text) == nil, "\(text)")
        }
    }

    @Test func `the end of a month and the distance between days`() {
        #expect(day("2024-02-10").endOfMonth == day("2024-02-29"))
        #expect(day("2023-12-01").endOfMonth == day("2023-12-31"))
        #expect(day("2024-03-01").days(since: day("2023-03-01")) == 366)
        #expect(day("2023-12-31") < day("2024-01-01"))
    }
}

@Suite struct PartialDateTests {
    @Test func `months added to a part of a date leave it known as far as it was`() throws {
        for (from, months, to) in [
            ("1956-02-29", 12, "1957-02-28"), ("1956-12", 1, "1957-01"), ("1956-01", -1, "1955-12"),
            ("1956", 24, "1958"), ("1956", -12, "1955"), ("1956", 0, "1956"), ("1956-02", 0, "1956-02"),
        ] {
            let sum = try #require(PartialDate(iso: from)?.adding(months: months))
            #expect(sum.iso == to)
            // Every day that the sum can be is one that a day of the first leads to.
            let date = try #require(PartialDate(iso: from))
            #expect(sum.earliest == date.earliest.adding(months: months))
            #expect(
                sum.latest >= date.latest.adding(months: months) && sum.latest.endOfMonth == sum.latest || to.count > 7)
        }
        #expect(PartialDate(iso: "1956")?.adding(months: 3) == nil)
        #expect(PartialDate(iso: "9999")?.adding(months: 12) == nil)
        #expect(PartialDate(iso: "0001-01")?.adding(months: -1) == nil)
        #expect(PartialDate(iso: "1956")?.adding(months: .max) == nil)
    }

    @Test(arguments: [
        ("1956", "1956-01-01", "1956-12-31", "1956"), ("1956-02", "1956-02-01", "1956-02-29", "02/1956"),
        ("1956-02-29", "1956-02-29", "1956-02-29", "29/02/1956"),
    ])
    func `what is not known is a range`(iso: String, earliest: String, latest: String, vietnamese: String) throws {
        let date = try #require(PartialDate(iso: iso))
        #expect(date.iso == iso && date.vietnamese == vietnamese)
        #expect(date.earliest == day(earliest) && date.latest == day(latest))
        #expect(PartialDate(packed: date.packed) == date)
        #expect((date.exact != nil) == (date.precision == .day))
    }

    @Test func `what is no date is refused`() {
        for text in ["1956-13", "1956-02-30", "195", "19560", "1956-", "1956-2", "00", "0000", "-956", "1956-00-01"] {
            #expect(PartialDate(iso: text) == nil, "\(text)")
        }
        #expect(PartialDate(year: 1956, month: nil, day: 3) == nil)
        #expect(PartialDate(packed: -19_560_000) == nil)
    }

    @Test func `only the forms of ISO are dates, whatever stands in a text`() {
        var generator = SeededGenerator(seed: 20_261_125)
        let pieces = [
            "2023", "0001", "9999", "-", "-", "01", "12", "13", "29", "31", "2", "", " ", "é", "٣", "/", "+1",
        ]
        var read = 0
        for _ in 0..<50_000 {
            let count = Int.random(in: 1...6, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            guard let date = PartialDate(iso: text) else {
                // What is refused has another form, or names no day that there is.
                guard let match = text.wholeMatch(of: /([0-9]{4})(-([0-9]{2})(-([0-9]{2}))?)?/) else { continue }
                let month = match.3.flatMap { Int($0) } ?? 1, day = match.5.flatMap { Int($0) } ?? 1
                #expect(!(1...12).contains(month) || day > 28 || day < 1 || match.1 == "0000", "\(text)")
                continue
            }
            read += 1
            #expect(date.iso == text)
            #expect(PartialDate(iso: Substring(text)) == date)
        }
        #expect(read > 500)
    }

    /// Every pair of partial dates of two years: before is known exactly where all their days agree.
    @Test func `a comparison is known where no day can change it`() throws {
        var dates: [PartialDate] = []
        for year in 2023...2024 {
            dates += [PartialDate(year: year), PartialDate(year: year, month: 1), PartialDate(year: year, month: 12)]
                .compactMap { $0 }
            dates += [PartialDate(year: year, month: 1, day: 1), PartialDate(year: year, month: 12, day: 31)].compactMap
            { $0 }
        }
        for left in dates {
            for right in dates {
                let ends = [left.earliest, left.latest].flatMap { a in [right.earliest, right.latest].map { a < $0 } }
                #expect(left.isBefore(right) == (Set(ends).count == 1 ? ends[0] : nil), "\(left) \(right)")
            }
        }
    }
}
