import ChiboLua
import ChiboModel
import ChiboStdlib

/// The holiday table of a unit: `Stdlib/rules/holidays.lua` with the unit's own `rules/holidays.lua` on top.
///
/// It is no list of numbers as the other packs are: an entry is a year, `{ year, source, note, days }`, whose rows are
/// `{ date, kind (off | worked), name, source }`. An entry without `year` adds days and says nothing about coverage.
extension ScriptRuntime {
    /// The module and the file that are holiday tables, and no packs of numbers.
    static let holidayModule = "rules.holidays"
    static let holidayPath = "rules/holidays.lua"

    /// Working days as scripts count them, by this unit's table.
    var workingDays: WorkingDayValues { WorkingDayValues { [unowned self] in try self.holidays() } }

    /// The days off and the days worked that are known, read once a state.
    func holidays() throws(Diagnostic) -> HolidayTable {
        if let loadedHolidays { return loadedHolidays }
        let own = try sources.source(at: ScriptRuntime.holidayPath)
        var table = HolidayTable.empty
        if let source = Stdlib.source(of: ScriptRuntime.holidayModule) {
            table = try holidayTable(source, name: "chibo/rules/holidays.lua", state.globals)
        }
        if let own {
            moduleSources[ScriptRuntime.holidayPath] = own
            table = table.overlaid(
                by: try holidayTable(own, name: ScriptRuntime.holidayPath, makeEnvironment().globals))
        }
        loadedHolidays = table
        return table
    }

    private func holidayTable(
        _ source: String, name: String, _ globals: LuaTable
    ) throws(Diagnostic) -> HolidayTable {
        let value: LuaValue
        do {
            let chunk = try state.load(source, name: name, environment: globals)
            value = try chunk.call().first ?? .nil
        } catch { throw diagnostic(for: error) }
        guard let list = value.table else {
            throw Diagnostic(
                "CB-C003", .script,
                Bilingual(
                    vi: "\(name): phải trả về một danh sách các năm, không phải \(value.typeName)",
                    en: "\(name): has to return a list of years, not a \(value.typeName)"),
                suggestion: Bilingual(
                    vi: "return { { year = 2027, source = \"…\", days = { … } } }",
                    en: "return { { year = 2027, source = \"…\", days = { … } } }"),
                arguments: ["definition": name, "entry": ""])
        }
        var days: [Holiday] = []
        var covered: [ClosedRange<CalendarDate>] = []
        for (index, value) in list.list.enumerated() {
            let entryName = "\(name)[\(index + 1)]"
            guard let table = value.table else {
                throw TableReader(table: list, name: name).wrongType(
                    "[\(index + 1)]", value, "một bảng { … }", "a table { … }")
            }
            let entry = try HolidayEntry(TableReader(table: table, name: entryName))
            days += entry.days
            if let year = entry.year { covered.append(year.first...year.last) }
        }
        return HolidayTable(days, covering: covered)
    }
}

/// One entry of a holiday file: a year that is complete, or some days.
private struct HolidayEntry {
    let year: Period?
    let days: [Holiday]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(["year", "source", "note", "days"])
        _ = try reader.optionalText("note")
        let number = try reader.optionalInteger("year")
        if let number, !(1900...2999).contains(number) {
            throw reader.problem(
                "CB-C035", entry: "year", vi: "`year` là một năm, ví dụ 2027, không phải \(number)",
                en: "`year` is a year such as 2027, not \(number)")
        }
        let year = number.map { Period(year: $0) }
        let source = try reader.text("source")
        var days: [Holiday] = []
        var known: Set<CalendarDate> = []
        for row in try reader.tables("days") {
            let day = try HolidayEntry.day(row, source: source)
            if let year, !year.contains(day.date) {
                throw row.problem(
                    "CB-C035", entry: "date", vi: "\(day.date.vietnamese) không thuộc năm \(year.year)",
                    en: "\(day.date.iso) is not in the year \(year.year)")
            }
            guard known.insert(day.date).inserted else {
                throw row.problem(
                    "CB-C035", entry: "date", vi: "ngày \(day.date.vietnamese) có hai dòng",
                    en: "\(day.date.iso) has two rows")
            }
            days.append(day)
        }
        (self.year, self.days) = (year, days)
    }

    private static func day(_ row: TableReader, source: String) throws(Diagnostic) -> Holiday {
        try row.allow(["date", "kind", "name", "source"])
        guard let date = try row.optionalDate("date") else {
            throw row.missing("date", "một ngày, ví dụ \"2027-02-08\"", "a date such as \"2027-02-08\"")
        }
        return Holiday(
            date, try row.optionalWord("kind", as: Holiday.Kind.self) ?? .off, name: try row.text("name"),
            source: try row.optionalText("source") ?? source)
    }
}
