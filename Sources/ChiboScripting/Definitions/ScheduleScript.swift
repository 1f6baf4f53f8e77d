import ChiboLua
import ChiboModel

/// A schedule with what it runs.
struct ScheduleScript {
    let definition: ScheduleDefinition
    let run: LuaFunction

    static let keys = DefinitionHead.keys + ["on", "cron", "event", "catch_up", "overlap", "timeout", "retry", "run"]

    init(_ reader: TableReader, timeZone: String) throws(Diagnostic) {
        try reader.allow(ScheduleScript.keys)
        let catchUp = try reader.optionalTable("catch_up")
        let retry = try reader.optionalTable("retry")
        definition = ScheduleDefinition(
            id: try reader.text("id"), trigger: try ScheduleScript.anyTrigger(reader), timeZone: timeZone,
            catchUpWindow: try catchUp.flatMap { (reader) throws(Diagnostic) in
                try ScheduleScript.duration(reader, "window")
            } ?? 7 * 86400,
            catchUpLimit: try catchUp?.optionalInteger("max") ?? 1,
            overlap: try reader.optionalWord("overlap", as: OverlapPolicy.self) ?? .skip,
            timeout: try ScheduleScript.duration(reader, "timeout") ?? 300,
            retries: try retry?.optionalInteger("times") ?? 0,
            backoff: try retry.flatMap { (reader) throws(Diagnostic) in try ScheduleScript.duration(reader, "backoff") }
                ?? 60)
        run = try reader.function("run")
    }

    /// `on = { … }`, or `cron = "…"` or `event = "…"` in its place.
    private static func anyTrigger(_ reader: TableReader) throws(Diagnostic) -> ScheduleTrigger {
        if let on = try reader.optionalTable("on") { return try trigger(on) }
        if let cron = try reader.optionalText("cron") { return .cron(cron) }
        if let event = try reader.optionalText("event") { return .event(event) }
        throw reader.missing("on", "lúc nào chạy", "when it runs")
    }

    private static func trigger(_ reader: TableReader) throws(Diagnostic) -> ScheduleTrigger {
        try reader.allow(["every", "month", "day", "at", "cron", "event", "weekday"])
        if let cron = try reader.optionalText("cron") { return .cron(cron) }
        if let event = try reader.optionalText("event") { return .event(event) }
        guard let every = try reader.optionalWord("every", as: Span.self), every != .term else {
            throw reader.missing(
                "every", "year, half_year, quarter, month, week hoặc day",
                "year, half_year, quarter, month, week or day")
        }
        let (hour, minute) = try time(reader)
        return .calendar(
            CalendarRule(
                every: every, month: try reader.optionalInteger("month") ?? 1, day: try day(reader), hour: hour,
                minute: minute))
    }

    private static func day(_ reader: TableReader) throws(Diagnostic) -> CalendarRule.Day {
        if reader.table["day"].text == "last" { return .last }
        if let weekday = try reader.optionalInteger("weekday") {
            guard (1...7).contains(weekday) else {
                throw reader.problem(
                    "CB-C014", vi: "`weekday` từ 1 (thứ hai) đến 7 (chủ nhật)",
                    en: "`weekday` is from 1 (Monday) to 7 (Sunday)")
            }
            return .weekday(weekday)
        }
        let day = try reader.optionalInteger("day") ?? 1
        guard (1...366).contains(day) else {
            throw reader.problem(
                "CB-C014", vi: "`day` là số từ 1 hoặc \"last\"", en: "`day` is a number from 1, or \"last\"")
        }
        return .nth(day)
    }

    private static func time(_ reader: TableReader) throws(Diagnostic) -> (Int, Int) {
        let text = try reader.optionalText("at") ?? "07:00"
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { throw reader.problem("CB-C015", vi: "`at` có dạng \"07:30\"", en: "`at` is written \"07:30\"") }
        return (hour, minute)
    }

    /// A number with a unit: `30s`, `5m`, `2h`, `7d`, in seconds.
    private static func duration(_ reader: TableReader, _ key: String) throws(Diagnostic) -> Int? {
        guard let text = try reader.optionalText(key) else { return nil }
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        guard let last = text.last, let unit = units[last], let number = Int(text.dropLast()), number > 0,
            number < 100_000
        else {
            throw reader.problem(
                "CB-C016", vi: "`\(key)` có dạng \"30s\", \"5m\", \"2h\" hoặc \"7d\"",
                en: "`\(key)` is written \"30s\", \"5m\", \"2h\" or \"7d\"")
        }
        return number * unit
    }
}
