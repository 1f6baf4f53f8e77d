import ChiboModel
import ChiboTestSupport
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        ("2023", "2023-01-01", "2023-12-31", "năm 2023"),
        ("2023-H1", "2023-01-01", "2023-06-30", "6 tháng đầu năm 2023"),
        ("2023-H2", "2023-07-01", "2023-12-31", "6 tháng cuối năm 2023"),
        ("2023-Q1", "2023-01-01", "2023-03-31", "quý I năm 2023"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "quý IV năm 2024"),
        ("2024-02", "2024-02-01", "2024-02-29", "tháng 2/2024"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "ngày 29/02/2024"),
        ("2020-W53", "2020-12-28", "2021-01-03", "từ 28/12/2020 đến 03/01/2021"),
        ("2020-06-01..2025-05-31", "2020-06-01", "2025-05-31", "từ 01/06/2020 đến 31/05/2025"),
    ])
    func `a period is read, printed and said`(code: String, first: String, last: String, words: String) throws {
        let period = try #require(Period(code))
        #expect(period.first == day(first) && period.last == day(last))
        #expect(period.code == code && period.vietnamese == words)
    }

    @Test(arguments: [
        "2023-Q5", "2023-Q0", "2023-H3", "2023-13", "2023-W54", "2023-W53", "2023-W0", "23-Q1", "2023-Q", "2023-Q+1",
        "+023-Q1", "2023Q1", "", "..", "2023-01-01..", "2023-02-01..2023-01-01", "2023-01-01..2023", "0000", "2023-X1",
    ])
    func `what is no period is refused`(text: String) { #expect(Period(text) == nil) }

    @Test(arguments: Span.allCases.filter { $0 != .term })
    func `periods of a kind follow each other without a gap`(span: Span) throws {
        var period = try #require(Period(span, containing: day("1999-11-17")))
        for _ in 0..<700 {
            let next = period.next
            #expect(next.first == period.last.adding(days: 1) && next.previous == period)
            #expect(Period(period.code) == period, "\(period.code)")
            #expect(Period(span, containing: period.first) == period && Period(span, containing: period.last) == period)
            period = next
        }
    }

    @Test func `a term's neighbours are as long as it is`() throws {
        let term = try #require(Period("2020-06-01..2025-05-31"))
        #expect(term.next.code == "2025-06-01..2030-05-31")
        #expect(term.next.previous == term)
        #expect(Period(.term, containing: day("2023-01-01")) == nil)
    }

    @Test func `weeks are those of ISO 8601 as Python counts them`() throws {
        let days = stride(from: Int32(-3000), to: 30000, by: 5).map { CalendarDate(dayNumber: $0) }
        let program = """
            import sys, datetime
            for text in sys.argv[1].split():
                year, week, _ = datetime.date.fromisoformat(text).isocalendar()
                print("%04d-W%02d" % (year, week))
            """
        let expected = try Oracle.python(program, [days.map(\.iso).joined(separator: " ")]).output
        let ours = days.map { Period(.week, containing: $0)?.code ?? "" }
        #expect(ours == expected.split(separator: "\n").map(String.init))
    }

    @Test func `a date lies in a period, or what is missing decides`() throws {
        let quarter = try #require(Period("2023-Q1"))
        #expect(quarter.contains(day("2023-03-31")) && !quarter.contains(day("2023-04-01")))
        #expect(try quarter.contains(#require(PartialDate(iso: "2023-02"))) == true)
        #expect(try quarter.contains(#require(PartialDate(iso: "2023"))) == nil)
        #expect(try quarter.contains(#require(PartialDate(iso: "2022"))) == false)
        #expect(quarter.quarter == 1 && quarter.year == 2023)
    }
}
