import ChiboLua
import ChiboModel

/// A plan: what is to be reached, and what is to be done.
struct PlanDefinition {
    /// What is to be reached.
    struct Target {
        let id: String
        let label: String
        let op: TargetOperator
        let values: [ExactDecimal]
        let isPercent: Bool
        let measure: LuaFunction
        let lacking: LuaFunction?
        /// The day by which it counts, for a target that is not yearly.
        let by: CalendarDate?
    }

    /// What is to be done.
    struct Task {
        let id: String
        let label: String
        let timing: TaskTiming
        let lead: String
        let measure: LuaFunction?
        let condition: LuaFunction?
    }

    let document: DocumentReference?
    let period: Period?
    let targets: [Target]
    let tasks: [Task]

    static let keys =
        DefinitionHead.keys + ["document", "period", "parents", "related", "targets", "tasks", "abbreviations"]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(PlanDefinition.keys)
        document = try reader.optionalTable("document").map(DocumentReference.init)
        let span = try reader.texts("period").compactMap { CalendarDate(iso: $0) }
        period = span.count == 2 ? Period(.term, from: span[0], to: span[1]) : nil
        if reader.has("period"), period == nil {
            throw reader.problem(
                "CB-C009", vi: "`period` có dạng { \"2023-01-01\", \"2025-12-31\" }",
                en: "`period` is written { \"2023-01-01\", \"2025-12-31\" }")
        }
        var targets: [Target] = []
        for entry in try reader.tables("targets") { targets.append(try PlanDefinition.target(entry)) }
        var tasks: [Task] = []
        for entry in try reader.tables("tasks") { tasks.append(try PlanDefinition.task(entry, from: period?.first)) }
        (self.targets, self.tasks) = (targets, tasks)
        try PlanDefinition.checkIDs(targets.map(\.id) + tasks.map(\.id), reader)
    }

    private static func checkIDs(_ ids: [String], _ reader: TableReader) throws(Diagnostic) {
        for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
            throw reader.problem(
                "CB-C006", vi: "hai mục cùng có id \"\(id)\"", en: "two entries have the id \"\(id)\"")
        }
    }

    private static func target(_ reader: TableReader) throws(Diagnostic) -> Target {
        try reader.allow(["id", "label", "every", "by", "op", "value", "unit", "measure", "lacking", "basis"])
        let id = try reader.text("id")
        guard let op = try reader.optionalWord("op", as: TargetOperator.self) else {
            throw reader.missing("op", "phép so sánh", "a comparison")
        }
        let unit = try reader.optionalText("unit") ?? "count"
        if unit != "count", unit != "percent" { throw reader.unknownWord("unit", unit, ["count", "percent"]) }
        return Target(
            id: id, label: try reader.optionalText("label") ?? id, op: op, values: try values(reader, op),
            isPercent: unit == "percent" || op == .all, measure: try reader.function("measure"),
            lacking: try reader.optionalFunction("lacking"), by: try reader.optionalDate("by"))
    }

    private static func values(_ reader: TableReader, _ op: TargetOperator) throws(Diagnostic) -> [ExactDecimal] {
        if op == .all { return [] }
        if op == .between {
            let list = try reader.optionalTable("value")?.table.list.compactMap(TableReader.decimal) ?? []
            guard list.count == 2 else {
                throw reader.missing("value", "hai số { từ, đến }", "two numbers { from, to }")
            }
            return list
        }
        guard let value = try reader.optionalDecimal("value") else {
            throw reader.missing("value", "một số", "a number")
        }
        return [value]
    }

    private static func task(_ reader: TableReader, from start: CalendarDate?) throws(Diagnostic) -> Task {
        try reader.allow(["id", "label", "due", "lead", "responsible", "condition", "measure", "basis"])
        let id = try reader.text("id")
        guard let due = try reader.optionalTable("due") else {
            throw reader.missing(
                "due", "plan.month(…), plan.quarter(…), plan.after(…), …",
                "plan.month(…), plan.quarter(…), plan.after(…), …")
        }
        return Task(
            id: id, label: try reader.optionalText("label") ?? id, timing: try timing(due, from: start),
            lead: try reader.optionalText("lead") ?? "", measure: try reader.optionalFunction("measure"),
            condition: try reader.optionalFunction("condition"))
    }

    private static func timing(_ reader: TableReader, from start: CalendarDate?) throws(Diagnostic) -> TaskTiming {
        let year = try reader.optionalInteger("year")
        switch try reader.text("timing") {
        case "ongoing": return .ongoing
        case "adhoc": return .adhoc
        case "yearly": return .yearly(month: try number(reader, "month", 1...12))
        case "every": return .every(months: try needed(reader, "months", 1...1200), from: start)
        case "times_per_year": return .timesPerYear(try needed(reader, "times", 1...366))
        case "after":
            if let within = try reader.optionalTable("within"), case .within(let span) = try timing(within, from: start)
            {
                return .afterWithin(event: try reader.text("event"), span)
            }
            return .after(event: try reader.text("event"), days: try number(reader, "days", 0...3660))
        case "before": return .before(try date(reader))
        case "by": return .by(try date(reader))
        case "month": return try span(.month, "\(year ?? 0)-\(twoDigits(try reader.optionalInteger("month")))", reader)
        case "quarter": return try span(.quarter, "\(year ?? 0)-Q\(try reader.optionalInteger("quarter") ?? 0)", reader)
        case "year": return try span(.year, "\(year ?? 0)", reader)
        case let other:
            throw reader.unknownWord(
                "timing", other,
                [
                    "ongoing", "adhoc", "yearly", "every", "times_per_year", "after", "before", "by", "month",
                    "quarter", "year",
                ])
        }
    }

    private static func needed(
        _ reader: TableReader, _ key: String, _ range: ClosedRange<Int>
    ) throws(Diagnostic) -> Int {
        guard let number = try number(reader, key, range) else {
            throw reader.missing(key, "một số nguyên", "a whole number")
        }
        return number
    }

    private static func number(_ reader: TableReader, _ key: String, _ range: ClosedRange<Int>) throws(Diagnostic)
        -> Int?
    {
        guard let number = try reader.optionalInteger(key) else { return nil }
        guard range.contains(number) else {
            throw reader.problem(
                "CB-C010", vi: "`\(key)` từ \(range.lowerBound) đến \(range.upperBound), không phải \(number)",
                en: "`\(key)` is from \(range.lowerBound) to \(range.upperBound), not \(number)")
        }
        return number
    }

    private static func twoDigits(_ number: Int?) -> String {
        (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)"
    }

    private static func date(_ reader: TableReader) throws(Diagnostic) -> CalendarDate {
        guard let date = try reader.optionalDate("date") else { throw reader.missing("date", "một ngày", "a date") }
        return date
    }

    private static func span(_ span: Span, _ code: String, _ reader: TableReader) throws(Diagnostic) -> TaskTiming {
        guard let period = Period(code), period.span == span else {
            throw reader.problem("CB-C010", vi: "không có kỳ \(code)", en: "there is no period \(code)")
        }
        return .within(period)
    }
}

/// A document by what identifies it: a number alone never does (domain.md §0).
struct DocumentReference: Equatable {
    let type: String
    let number: Int?
    let organ: String
    let date: CalendarDate?

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(["type", "number", "organ", "date", "place"])
        type = try reader.text("type")
        number = try reader.optionalInteger("number")
        organ = try reader.optionalText("organ") ?? ""
        date = try reader.optionalDate("date")
    }
}
