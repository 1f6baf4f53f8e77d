import ChiboModel

extension Benchmark {
    /// What a rule does with a date: adds months, takes whole years, reads the month.
    static let dateArithmetic = Benchmark("model/date-arithmetic", per: "dates") {
        var records = SampleRecords()
        let dates = (0..<100_000).map { _ in records.date() }
        let day = CalendarDate(dayNumber: 19_722)
        return {
            var sum = 0
            for date in dates { sum &+= date.adding(months: 12).month &+ day.wholeYears(since: date) }
            return sum == .min ? 0 : dates.count
        }
    }
}
