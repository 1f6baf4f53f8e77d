import ChiboLua
import ChiboModel

/// Working days in scripts: `d:add_working_days(30)`, `d:is_working_day()`, `date.working_days(from, to)`.
///
/// They count by the run's holiday table. What the table does not cover is `unknown`, with the year that is missing;
/// `{ holidays = false }` counts by weeks alone.
struct WorkingDayValues {
    /// The holiday table of the run.
    let holidays: () throws -> HolidayTable

    /// More working days than lie between any two dates of the calendar.
    private static let most: UInt = 4_000_000

    /// The methods of a date, whole or partial.
    func methods(in state: LuaState) -> [String: LuaFunction] {
        [
            "add_working_days": state.makeFunction("add_working_days", addWorkingDays),
            "is_working_day": state.makeFunction("is_working_day") { call in
                let day = try exact(call, 1)
                let calendar = try calendar(call, 2)
                do { call.push(try calendar.isWorkingDay(day)) } catch { throw WorkingDayValues.unknown(error) }
            },
        ]
    }

    /// The primitives of the prelude and of the standard library.
    func addPrimitives(to host: LuaTable, in state: LuaState) {
        for (name, function) in methods(in: state) { host[name] = .function(function) }
        host["working_days"] = .function(
            state.makeFunction("working_days") { call in
                let (from, to) = (try exact(call, 1), try exact(call, 2))
                let calendar = try calendar(call, 3)
                do {
                    call.push(Int64(try calendar.workingDays(from: from, to: to)))
                } catch { throw WorkingDayValues.unknown(error) }
            })
    }

    private func addWorkingDays(_ call: borrowing LuaCall) throws {
        let day = try exact(call, 1)
        guard let number = Int(exactly: try call.integer(2)), number.magnitude <= WorkingDayValues.most else {
            throw LuaScriptError(vi: "khoảng thời gian quá dài", en: "a stretch of time out of range")
        }
        let calendar = try calendar(call, 3)
        let end: CalendarDate
        do { end = try calendar.adding(workingDays: number, to: day) } catch { throw WorkingDayValues.unknown(error) }
        call.push(PackedValue(try DateValues.inCalendar(end)))
    }

    private func exact(_ call: borrowing LuaCall, _ position: Int) throws -> CalendarDate {
        guard let date = call.value(position).packed?.partialDate else {
            throw call.badArgument(position, "date expected, got \(call.value(position).typeName)")
        }
        return try DateValues.exact(date)
    }

    /// The calendar that the last argument asks for: nothing, `{ holidays = false }`, or from the library false alone.
    private func calendar(_ call: borrowing LuaCall, _ position: Int) throws -> WorkingCalendar {
        var wanted = call.value(position)
        if let options = wanted.table {
            for (key, value) in options.pairs where key.text != "holidays" || value.boolean == nil {
                throw LuaScriptError(
                    vi: "chỉ nhận { holidays = false } (không tính ngày nghỉ lễ)",
                    en: "only { holidays = false } is taken (weeks alone)")
            }
            wanted = options["holidays"]
        }
        if wanted.isNil || wanted.boolean == true { return WorkingCalendar(try holidays()) }
        guard wanted.boolean == false else {
            throw call.badArgument(position, "{ holidays = false } expected, got \(wanted.typeName)")
        }
        return .weekdays
    }

    private static func unknown(_ error: any Error) -> any Error {
        (error as? HolidayGap).map { UnknownAnswer(reason: $0.message.vi) } ?? error
    }
}
