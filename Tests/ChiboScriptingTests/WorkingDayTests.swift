import ChiboModel
import ChiboScripting
import ChiboTestSupport
import Testing

/// Working days in scripts, by the holiday table of the standard library and of the unit.
@Suite struct WorkingDayTests {
    /// R-02, R-03, R-06 of the domain, with the holidays that were.
    @Test(arguments: [
        ("date '2022-12-20':add_working_days(30)", "08/02/2023"),
        ("date '2022-12-20':add_working_days(30, { holidays = false })", "31/01/2023"),
        ("date '2024-02-03':add_working_days(30)", "22/03/2024"),
        ("date '2024-01-15':add_working_days(30)", "04/03/2024"),
        ("date '2023-10-02':add_working_days(30)", "13/11/2023"),
        ("date '2023-10-02':add_working_days(60)", "25/12/2023"),
        ("date '2024-05-19':add_working_days(30)", "28/06/2024"),
        ("date '2023-02-08':add_working_days(-30)", "20/12/2022"),
        ("date '2023-04-29':add_working_days(0)", "29/04/2023"),
        ("date.working_days(date '2022-12-20', date '2023-02-08')", "30"),
        ("date.working_days(date '2023-02-08', date '2022-12-20')", "-30"),
        ("date '2024-05-04':is_working_day()", "true"), ("date '2024-05-11':is_working_day()", "false"),
        ("date '2024-04-29':is_working_day()", "false"),
        ("date '2024-04-29':is_working_day { holidays = false }", "true"),
    ])
    func `limits in working days are those that were`(input: String, output: String) throws {
        #expect(try Samples.show(input) == output)
    }

    @Test(arguments: [
        ("date '2026-12-30':add_working_days(5)", "unknown: bảng ngày nghỉ lễ chưa có năm 2027"),
        ("date.working_days(date '2016-06-01', date '2017-06-01')", "unknown: bảng ngày nghỉ lễ chưa có năm 2016"),
        ("date '2023-05':add_working_days(5)", "unknown: chỉ biết một phần của ngày 05/2023"),
        ("date '2023-05-01':add_working_days(2^40 | 0)", "khoảng thời gian quá dài"),
        ("date '2023-05-01':add_working_days(math.mininteger)", "khoảng thời gian quá dài"),
        ("date '9999-12-30':add_working_days(9, { holidays = false })", "ngày nằm ngoài"),
        ("date '2023-05-01':add_working_days(5, { holiday = false })", "chỉ nhận { holidays = false }"),
        ("date '2023-05-01':add_working_days('x')", "number expected"),
        ("date.working_days(1, 2)", "date expected"),
    ])
    func `what nobody knows is unknown, and what is wrong is said`(input: String, part: String) throws {
        #expect(try Samples.show(input).contains(part))
    }

    @Test(arguments: [
        ("date '2023-09-30':months_since(date '2023-08-31')", "1"),
        ("date '2023-12-30':months_since(date '2023-06-30')", "6"),
        ("date '2023-12-30':months_since(date '2023-07-02')", "5"),
        ("date '2025-03-01':months_since(date '2006')", "unknown: chỉ biết một phần của ngày 2006"),
        ("date '2025-12-31':years_since(date '2006')", "19"), ("date '2024':years_since(date '2000-01-01')", "24"),
        ("date '2023-05' + date.months(9)", "02/2024"), ("date '1980' + date.years(2)", "1982"),
        ("date '1980' + date.months(3)", "unknown: chỉ biết một phần của ngày 1980"),
        ("date '2023-05':end_of_month()", "31/05/2023"),
        ("date '1980':end_of_month()", "unknown: chỉ biết một phần của ngày 1980"),
    ])
    func `months are whole, and partial dates answer where nothing missing decides`(input: String, output: String)
        throws
    {
        #expect(try Samples.show(input) == output)
    }

    private func session(holidays: String) throws -> ReplSession {
        let runtime = try ScriptRuntime(
            sources: MemorySources([
                "unit.lua": #"return unit.define { id = "u", name = "Đảng ủy Trường" }"#,
                "rules/holidays.lua": holidays,
            ]))
        try runtime.loadUnit()
        let snapshot = Samples.snapshot()
        return try ReplSession(
            runtime,
            RunContext(snapshot: snapshot, period: Period(year: 2023), today: Samples.day) { _ throws(Diagnostic) in
                snapshot
            })
    }

    @Test func `a unit adds years and days`() throws {
        let session = try session(
            holidays: """
                return {
                  { year = 2027, source = "thông báo", days = { { date = "2027-01-01", name = "Tết Dương lịch" } } },
                  { source = "quyết định của trường", days = {
                    { date = "2023-11-15", name = "Ngày truyền thống" },
                    { date = "2023-09-04", kind = "worked", name = "Làm việc" } } },
                }
                """)
        #expect(Samples.show("date '2026-12-31':add_working_days(1)", in: session) == "04/01/2027")
        #expect(Samples.show("date '2023-11-15':is_working_day()", in: session) == "false")
        #expect(Samples.show("date '2023-09-04':is_working_day()", in: session) == "true")
        #expect(Samples.show("date '2023-05-02':is_working_day()", in: session) == "false")
        #expect(Samples.show("rules.probation_months", in: session) == "12")
    }

    @Test(arguments: [
        ("return 7", "CB-C003"), ("return { 7 }", "CB-C003"),
        ("return { { year = 2027, days = {} } }", "CB-C002"),
        ("return { { yaer = 2027, source = 'x' } }", "CB-C001"),
        ("return { { year = 20270, source = 'x' } }", "CB-C035"),
        ("return { { year = 2027, source = 'x', days = { { date = '2026-01-01', name = 'n' } } } }", "CB-C035"),
        ("return { { source = 'x', days = { { date = '2026-1', name = 'n' } } } }", "CB-C003"),
        ("return { { source = 'x', days = { { name = 'n' } } } }", "CB-C002"),
        ("return { { source = 'x', days = { { date = '2026-01-01', kind = 'of', name = 'n' } } } }", "CB-C004"),
        (
            "return { { source = 'x', days = { { date = '2026-01-01', name = 'n' }, { date = '2026-01-01', name = 'm' } } } }",
            "CB-C035"
        ),
    ])
    func `a table in a wrong form is refused`(holidays: String, code: String) throws {
        let shown = Samples.show("date '2023-11-15':is_working_day()", in: try session(holidays: holidays))
        #expect(shown.hasPrefix(code), "\(shown)")
    }

    /// The days of ten years beside the Python package `holidays`.
    @Test func `the years are those of an independent table`() throws {
        let program = """
            import datetime, holidays
            table = holidays.Vietnam(years=range(2016, 2028))
            day = datetime.date(2017, 1, 1)
            while day.year < 2027:
                worked = day in table.weekend_workdays or (day.isoweekday() < 6 and day not in table)
                print(day.isoformat(), "true" if worked else "false")
                day += datetime.timedelta(1)
            """
        let result = try Oracle.python(program)
        try #require(result.status == 0, "\(result.errors)")
        let listing = """
            (function() local d, out = date '2017-01-01', {}
            while d.year < 2027 do
              out[#out + 1] = d:iso() .. ' ' .. tostring(d:is_working_day())
              d = d + date.days(1)
            end
            return table.concat(out, ',') end)()
            """.replacing("\n", with: " ")
        let theirs = Set(result.output.split(separator: "\n").map(String.init))
        let ours = Set(try Samples.show(listing).split(separator: ",").map(String.init))
        // The swap of New Year 2026 was announced on 25/12/2025 and is not in that release of the package.
        #expect(ours.subtracting(theirs) == ["2026-01-02 false", "2026-01-10 true"])
        #expect(theirs.count == 3652 && ours.count == 3652)
    }
}
