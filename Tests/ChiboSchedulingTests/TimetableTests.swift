import ChiboTestSupport
import ChiboModel
import ChiboScheduling
import Testing

struct TimetableTests {
    private func readings(
        _ trigger: ScheduleTrigger, _ count: Int, after: String, zone name: String = "Asia/Ho_Chi_Minh"
    ) throws -> [String] {
        let place = try zone(name)
        return try Timetable(trigger, in: place).next(count, after: moment(after, in: place))
            .map { place.local($0.instant).description }
    }

    @Test(arguments: [
        (
            CalendarRule(every: .quarter, day: .nth(5), hour: 7, minute: 30),
            ["2023-04-05T07:30:00", "2023-07-05T07:30:00", "2023-10-05T07:30:00", "2024-01-05T07:30:00"]
        ),
        (
            CalendarRule(every: .quarter, month: 2, day: .last, hour: 7, minute: 30),
            ["2023-02-28T07:30:00", "2023-05-31T07:30:00", "2023-08-31T07:30:00", "2023-11-30T07:30:00"]
        ),
        (
            CalendarRule(every: .year, month: 2, day: .nth(30), hour: 0, minute: 0),
            ["2023-02-28T00:00:00", "2024-02-29T00:00:00", "2025-02-28T00:00:00", "2026-02-28T00:00:00"]
        ),
        (
            CalendarRule(every: .half_year, month: 6, day: .last, hour: 17, minute: 0),
            ["2023-06-30T17:00:00", "2023-12-31T17:00:00", "2024-06-30T17:00:00", "2024-12-31T17:00:00"]
        ),
        (
            CalendarRule(every: .month, day: .nth(31), hour: 7, minute: 0),
            ["2023-01-31T07:00:00", "2023-02-28T07:00:00", "2023-03-31T07:00:00", "2023-04-30T07:00:00"]
        ),
        (
            CalendarRule(every: .month, day: .weekday(1), hour: 7, minute: 0),
            ["2023-02-06T07:00:00", "2023-03-06T07:00:00", "2023-04-03T07:00:00", "2023-05-01T07:00:00"]
        ),
        (
            CalendarRule(every: .week, day: .weekday(7), hour: 7, minute: 0),
            ["2023-01-15T07:00:00", "2023-01-22T07:00:00", "2023-01-29T07:00:00", "2023-02-05T07:00:00"]
        ),
        (
            CalendarRule(every: .day, day: .nth(1), hour: 7, minute: 30),
            ["2023-01-11T07:30:00", "2023-01-12T07:30:00", "2023-01-13T07:30:00", "2023-01-14T07:30:00"]
        ),
    ])
    func `a calendar rule is due once in each span`(rule: CalendarRule, expected: [String]) throws {
        #expect(try readings(.calendar(rule), 4, after: "2023-01-10T07:30") == expected)
    }

    @Test(arguments: [
        (CalendarRule(every: .term, day: .nth(1), hour: 7, minute: 0), "every"),
        (CalendarRule(every: .quarter, month: 4, day: .nth(1), hour: 7, minute: 0), "month"),
        (CalendarRule(every: .month, day: .nth(0), hour: 7, minute: 0), "day"),
        (CalendarRule(every: .week, day: .nth(8), hour: 7, minute: 0), "day"),
        (CalendarRule(every: .month, day: .weekday(8), hour: 7, minute: 0), "day"),
        (CalendarRule(every: .month, day: .last, hour: 24, minute: 0), "at (hour)"),
        (CalendarRule(every: .month, day: .last, hour: 7, minute: 60), "at (minute)"),
    ])
    func `a calendar rule that does not fit its span is refused by part`(rule: CalendarRule, part: String) throws {
        let error = try #require(throws: TimetableError.self) { try Timetable(.calendar(rule), in: .utc) }
        guard case .calendar(let fault) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(fault.part == part)
        #expect(error.message.vi.contains("không hợp lệ"))
    }

    @Test(arguments: [
        (
            "30 2 * * *", DaylightPolicy.Gap.first_valid,
            ["2023-03-25T02:30:00", "2023-03-26T03:00:00", "2023-03-27T02:30:00"]
        ),
        ("30 2 * * *", .skip, ["2023-03-25T02:30:00", "2023-03-27T02:30:00", "2023-03-28T02:30:00"]),
        // Three times of one gap are one moment.
        (
            "10,20,30 2 * * *", .first_valid,
            [
                "2023-03-25T02:10:00", "2023-03-25T02:20:00", "2023-03-25T02:30:00",
                "2023-03-26T03:00:00", "2023-03-27T02:10:00",
            ]
        ),
        // What comes every hour comes again an hour later anyway.
        ("30 * 26 3 *", .first_valid, ["2023-03-26T00:30:00", "2023-03-26T01:30:00", "2023-03-26T03:30:00"]),
        // The minutes of an hour that does not exist are not lost with it.
        ("*/30 2 * * *", .first_valid, ["2023-03-25T02:00:00", "2023-03-25T02:30:00", "2023-03-26T03:00:00"]),
    ])
    func `a time that the clock jumps over`(spec: String, gap: DaylightPolicy.Gap, expected: [String]) throws {
        let berlin = try zone("Europe/Berlin")
        let table = try Timetable(.cron(spec), in: berlin, daylight: DaylightPolicy(gap: gap))
        let found = table.next(expected.count, after: try moment("2023-03-25T00:00", in: berlin))
        #expect(found.map { berlin.local($0.instant).description } == expected)
        for time in found { #expect((time.shift == .gap) == (time.instant == (try utc("2023-03-26T01:00")))) }
    }

    @Test(arguments: [
        ("30 2 29 10 *", DaylightPolicy.Repeat.first, ["2023-10-29T00:30:00"]),
        ("30 2 29 10 *", .last, ["2023-10-29T01:30:00"]),
        ("30 2 29 10 *", .both, ["2023-10-29T00:30:00", "2023-10-29T01:30:00"]),
        // By the hour: both, because an hour passes between them.
        (
            "30 * 29 10 *", .first,
            [
                "2023-10-28T22:30:00", "2023-10-28T23:30:00", "2023-10-29T00:30:00",
                "2023-10-29T01:30:00", "2023-10-29T02:30:00",
            ]
        ),
    ])
    func `a time that comes twice`(spec: String, repeated: DaylightPolicy.Repeat, expected: [String]) throws {
        let berlin = try zone("Europe/Berlin")
        let table = try Timetable(.cron(spec), in: berlin, daylight: DaylightPolicy(repeated: repeated))
        let found = table.next(expected.count, after: try moment("2023-10-28T12:00", in: berlin))
        #expect(found.map { TimeZoneRules.utc.local($0.instant).description } == expected)
        #expect(found.contains { $0.shift == .overlap })
    }

    @Test func `next is later, previous of next is not, and no due moment lies between`() throws {
        var random = SeededGenerator(seed: 5)
        let specs = ["30 2 * * *", "0 0 29 2 *", "*/7 * * * *", "15 1,2,3 * * 0", "0 12 L * *", "59 23 31 12 5"]
        for name in ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo", "America/Santiago", "Asia/Ho_Chi_Minh"] {
            let place = try zone(name)
            for spec in specs {
                let table = try Timetable(.cron(spec), in: place)
                for _ in 0..<60 {
                    let instant = Instant(seconds: Int64.random(in: 1_600_000_000...2_000_000_000, using: &random))
                    let next = try #require(table.next(after: instant))
                    #expect(next.instant > instant)
                    let back = try #require(table.previous(before: next.instant))
                    #expect(back.instant <= instant)
                    #expect(table.next(after: back.instant) == next)
                    #expect(table.previous(before: next.instant.adding(seconds: 1))?.instant == next.instant)
                }
            }
        }
    }

    @Test(arguments: ["Europe/Berlin", "Australia/Lord_Howe", "America/New_York"])
    func `every minute means every minute that passes, whatever the clock does`(name: String) throws {
        let place = try zone(name)
        let table = try Timetable(.cron("* * * * *"), in: place)
        var at = try utc("2023-01-01T00:00")
        while let change = place.segment(at: at).end, change < (try utc("2024-01-01T00:00")) {
            let times = table.next(300, after: change.adding(seconds: -9000)).map(\.instant.seconds)
            #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 == 60 })
            at = change
        }
    }

    @Test func `calendar rules are due when an expression that says the same is`() throws {
        var random = SeededGenerator(seed: 8)
        for name in ["Europe/Berlin", "Asia/Ho_Chi_Minh", "America/Santiago"] {
            for _ in 0..<40 {
                let (day, hour, minute) = (
                    Int.random(in: 1...28, using: &random), Int.random(in: 0...4, using: &random),
                    Int.random(in: 0...59, using: &random)
                )
                let pairs: [(CalendarRule, String)] = [
                    (
                        CalendarRule(every: .month, day: .nth(day), hour: hour, minute: minute),
                        "\(minute) \(hour) \(day) * *"
                    ),
                    (
                        CalendarRule(every: .quarter, month: 3, day: .nth(day), hour: hour, minute: minute),
                        "\(minute) \(hour) \(day) 3,6,9,12 *"
                    ),
                    (
                        CalendarRule(every: .week, day: .weekday(7), hour: hour, minute: minute),
                        "\(minute) \(hour) * * 7"
                    ),
                    (CalendarRule(every: .month, day: .last, hour: hour, minute: minute), "\(minute) \(hour) L * *"),
                    (CalendarRule(every: .day, day: .nth(1), hour: hour, minute: minute), "\(minute) \(hour) * * *"),
                ]
                let start = Instant(seconds: Int64.random(in: 1_600_000_000...2_000_000_000, using: &random))
                for (rule, spec) in pairs {
                    let place = try zone(name)
                    let (one, other) = try (Timetable(.calendar(rule), in: place), Timetable(.cron(spec), in: place))
                    #expect(one.next(30, after: start) == other.next(30, after: start))
                    #expect(one.previous(before: start) == other.previous(before: start))
                }
            }
        }
    }

    @Test func `a nominal time knows its period, and an event has no timetable`() throws {
        let saigon = try zone("Asia/Ho_Chi_Minh")
        let rule = CalendarRule(every: .quarter, day: .nth(5), hour: 7, minute: 30)
        let table = try Timetable(.calendar(rule), in: saigon)
        // 18:00 UTC on 31 March is the first of April in Viet Nam.
        #expect(table.period(of: try utc("2023-03-31T18:00"))?.code == "2023-Q2")
        let event = try Timetable(.event("member.admitted"), in: saigon)
        #expect(event.next(after: try utc("2023-01-01T00:00")) == nil)
        #expect(event.previous(before: try utc("2023-01-01T00:00")) == nil)
    }
}
