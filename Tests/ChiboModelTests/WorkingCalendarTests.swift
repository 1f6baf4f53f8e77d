import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct WorkingCalendarTests {
    private func off(_ dates: String...) -> [Holiday] {
        dates.map { Holiday(day($0), .off, name: "nghỉ", source: "thử") }
    }

    private func years(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate> {
        day("\(first)-01-01")...day("\(last)-12-31")
    }

    private var tet2023: WorkingCalendar {
        let tet = off("2023-01-02", "2023-01-20", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26")
        return WorkingCalendar(HolidayTable(tet, covering: [years(2022, 2023)]))
    }

    private var tet2024: WorkingCalendar {
        let tet = off("2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14")
        return WorkingCalendar(HolidayTable(tet, covering: [years(2024, 2024)]))
    }

    /// of the domain: thirty and sixty working days.
    @Test(arguments: [
        ("2022-12-20", 30, "2023-01-31"), ("2024-05-19", 30, "2024-06-28"), ("2024-02-03", 30, "2024-03-15"),
        ("2023-10-02", 30, "2023-11-13"), ("2023-10-02", 60, "2023-12-25"), ("2024-01-15", 30, "2024-02-26"),
    ])
    func `weeks alone give the limits without holidays`(start: String, number: Int, end: String) throws {
        let calendar = WorkingCalendar.weekdays
        #expect(try calendar.adding(workingDays: number, to: day(start)) == day(end))
        #expect(try calendar.workingDays(from: day(start), to: day(end)) == number)
    }

    @Test func `Tết moves the limits`() throws {
        #expect(try tet2023.adding(workingDays: 30, to: day("2022-12-20")) == day("2023-02-08"))
        #expect(try tet2024.adding(workingDays: 30, to: day("2024-02-03")) == day("2024-03-22"))
        #expect(try tet2024.adding(workingDays: 30, to: day("2024-01-15")) == day("2024-03-04"))
        #expect(try tet2024.workingDays(from: day("2024-01-15"), to: day("2024-03-04")) == 30)
    }

    @Test func `a Saturday that is worked is a working day`() throws {
        let swapped = HolidayTable(
            off("2024-04-29", "2024-04-30", "2024-05-01")
                + [Holiday(day("2024-05-04"), .worked, name: "làm bù", source: "thử")],
            covering: [years(2024, 2024)])
        let calendar = WorkingCalendar(swapped)
        #expect(try calendar.isWorkingDay(day("2024-05-04")) && !calendar.isWorkingDay(day("2024-05-11")))
        #expect(try !calendar.isWorkingDay(day("2024-04-29")) && calendar.isWorkingDay(day("2024-05-02")))
        #expect(try calendar.adding(workingDays: 3, to: day("2024-04-28")) == day("2024-05-04"))
    }

    @Test func `a year that is missing is named`() {
        let calendar = tet2023
        let reached = HolidayGap(date: day("2024-01-01"))
        #expect(throws: reached) { try calendar.adding(workingDays: 5, to: day("2023-12-28")) }
        #expect(throws: reached) { try calendar.workingDays(from: day("2023-12-28"), to: day("2024-02-01")) }
        #expect(throws: HolidayGap(date: day("2021-12-31"))) {
            try calendar.adding(workingDays: -9, to: day("2022-01-05"))
        }
        #expect(throws: HolidayGap(date: day("2021-12-31"))) {
            try calendar.workingDays(from: day("2022-02-01"), to: day("2021-06-01"))
        }
        #expect(throws: HolidayGap(date: day("2025-03-01"))) { try calendar.isWorkingDay(day("2025-03-01")) }
        #expect(reached.message.vi.contains("năm 2024") && reached.message.en.contains("2024-01-01"))
        // The last working day that is known is still answered.
        #expect(throws: Never.self) { try calendar.adding(workingDays: 1, to: day("2023-12-28")) }
        // Two years that are entered with one missing between them are no bridge.
        let holed = WorkingCalendar(HolidayTable([], covering: [years(2020, 2020), years(2022, 2022)]))
        #expect(throws: HolidayGap(date: day("2021-01-01"))) {
            try holed.workingDays(from: day("2020-12-01"), to: day("2022-02-01"))
        }
    }

    @Test func `rows of a unit go over those of the regulation`() throws {
        let law = HolidayTable(off("2023-09-01", "2023-09-04"), covering: [years(2023, 2023)])
        let own = HolidayTable(
            [Holiday(day("2023-09-01"), .worked, name: "trực", source: "đơn vị")] + off("2023-11-15"),
            covering: [years(2024, 2024)])
        let both = law.overlaid(by: own)
        #expect(both.coverage == [years(2023, 2024)])
        #expect(both.days.map(\.date.iso) == ["2023-09-01", "2023-09-04", "2023-11-15"])
        #expect(both[day("2023-09-01")]?.source == "đơn vị" && both[day("2023-09-02")] == nil)
    }

    /// Counts of a table with random rows, beside a loop over the days in Python.
    @Test func `counting is what a loop over the days counts`() throws {
        var generator = SeededGenerator(seed: 31)
        let rows = (0..<400).map { _ in
            Holiday(
                day("2015-01-01").adding(days: Int.random(in: 0..<4000, using: &generator)),
                Bool.random(using: &generator) ? .off : .worked, name: "", source: "")
        }
        let table = HolidayTable(rows, covering: [years(2010, 2030)])
        let calendar = WorkingCalendar(table)
        let cases = (0..<1500).map { _ in
            (
                start: day("2015-06-01").adding(days: Int.random(in: 0..<3000, using: &generator)),
                number: Int.random(in: -250...250, using: &generator)
            )
        }
        let program = """
            import sys, datetime
            day = datetime.date.fromisoformat
            rows = dict((day(r[:10]), r[11:]) for r in sys.argv[1].split())
            def works(d): return rows[d] == "worked" if d in rows else d.isoweekday() < 6
            for case in sys.argv[2].split():
                start, n = case.split(":")
                d, left, step = day(start), abs(int(n)), datetime.timedelta(1 if int(n) > 0 else -1)
                while left:
                    d += step
                    left -= works(d)
                a, b = sorted((day(start), d))
                count = sum(works(a + datetime.timedelta(i + 1)) for i in range((b - a).days))
                print(d.isoformat(), count if d > day(start) else -count)
            """
        let result = try Oracle.python(
            program,
            [
                table.days.map { "\($0.date.iso)=\($0.kind.rawValue)" }.joined(separator: " "),
                cases.map { "\($0.start.iso):\($0.number)" }.joined(separator: " "),
            ])
        try #require(result.status == 0, "\(result.errors)")
        let ours = try cases.map { start, number in
            let end = try calendar.adding(workingDays: number, to: start)
            return "\(end.iso) \(try calendar.workingDays(from: start, to: end))"
        }
        #expect(ours == result.output.split(separator: "\n").map(String.init))
    }

    @Test func `weeks alone are counted at the ends of the calendar too`() throws {
        let calendar = WorkingCalendar.weekdays
        #expect(try calendar.workingDays(from: day("0001-01-01"), to: day("9999-12-31")) == 2_608_614)
        #expect(try calendar.workingDays(from: day("1969-12-28"), to: day("1970-01-04")) == 5)
        #expect(throws: HolidayGap.self) { try calendar.adding(workingDays: .max, to: day("2023-01-01")) }
        #expect(throws: HolidayGap.self) { try calendar.adding(workingDays: .min, to: day("2023-01-01")) }
    }
}
