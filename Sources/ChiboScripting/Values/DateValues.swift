import ChiboLua
import ChiboModel

/// Dates in scripts: light values with exact arithmetic; what is not known of a date makes a comparison `unknown`.
struct DateValues {
    private let state: LuaState
    private let workingDays: WorkingDayValues

    /// Makes dates, partial dates and stretches of time known to a state.
    static func define(in state: LuaState, workingDays: WorkingDayValues) {
        let values = DateValues(state: state, workingDays: workingDays)
        values.defineDate()
        values.definePartialDate()
        values.defineStretch(.months, name: "months", unit: "tháng")
        values.defineStretch(.days, name: "days", unit: "ngày")
        var none = ScalarKind(.none, name: "none")
        none.text = values.function("none.text") { $0.push("none") }
        state.define(none)
    }

    private func function(_ name: String, _ body: @escaping (borrowing LuaCall) throws -> Void) -> LuaFunction {
        state.makeFunction(name, body)
    }

    private func property(_ name: String, _ read: @escaping (CalendarDate) -> Int) -> LuaFunction {
        function(name) { call in
            guard let date = try call.packed(1).date else { throw call.badArgument(1, "date expected") }
            call.push(Int64(read(date)))
        }
    }

    private func defineDate() {
        var kind = ScalarKind(.date, name: "date")
        kind.ordered = true
        addComparisons(to: &kind)
        kind.text = function("date.text") { call in call.push(try call.packed(1).date?.vietnamese ?? "") }
        for (name, read) in [
            ("year", \CalendarDate.year), ("month", \.month), ("day", \.day), ("weekday", \.weekday),
        ] {
            kind.properties[name] = property(name) { $0[keyPath: read] }
        }
        kind.methods["iso"] = function("iso") { call in call.push(try call.packed(1).date?.iso ?? "") }
        for name in ["earliest", "latest"] { kind.methods[name] = function(name) { $0.pushArgument(1) } }
        addCalendarMethods(to: &kind)
        state.define(kind)
    }

    private func definePartialDate() {
        var kind = ScalarKind(.partialDate, name: "partial date")
        addComparisons(to: &kind)
        kind.text = function("partial_date.text") { call in call.push(try call.packed(1).partialDate?.vietnamese ?? "")
        }
        kind.properties["year"] = function("year") { call in
            if let date = try call.packed(1).partialDate { call.push(Int64(date.year)) }
        }
        for (name, read) in [("month", \PartialDate.month), ("day", \.day)] {
            kind.properties[name] = function(name) { call in
                call.push(try call.packed(1).partialDate?[keyPath: read].map { LuaValue.integer(Int64($0)) } ?? .nil)
            }
        }
        for (name, read) in [("earliest", \PartialDate.earliest), ("latest", \.latest)] {
            kind.methods[name] = function(name) { call in
                if let date = try call.packed(1).partialDate { call.push(PackedValue(date[keyPath: read])) }
            }
        }
        kind.methods["iso"] = function("iso") { call in call.push(try call.packed(1).partialDate?.iso ?? "") }
        addCalendarMethods(to: &kind)
        state.define(kind)
    }

    /// What whole and partial dates answer alike, the partial ones where what is missing does not matter.
    private func addCalendarMethods(to kind: inout ScalarKind) {
        kind.methods["end_of_month"] = function("end_of_month") { call in
            let date = try DateValues.operand(call, 1)
            guard date.earliest.endOfMonth == date.latest.endOfMonth else { throw DateValues.partial(date) }
            call.push(PackedValue(date.latest.endOfMonth))
        }
        kind.methods["years_since"] = function("years_since") { call in
            try DateValues.pushElapsed(call) { $0.wholeYears(since: $1) }
        }
        kind.methods["months_since"] = function("months_since") { call in
            try DateValues.pushElapsed(call) { $0.wholeMonths(since: $1) }
        }
        kind.methods.merge(workingDays.methods(in: state)) { $1 }
    }

    private func defineStretch(_ kind: LuaKind, name: String, unit: String) {
        var stretch = ScalarKind(kind, name: name)
        stretch.ordered = true
        stretch.add = function("+") { try DateValues.add($0, sign: 1) }
        stretch.text = function("\(name).text") { call in call.push("\(try call.packed(1).payload) \(unit)") }
        state.define(stretch)
    }

    private func addComparisons(to kind: inout ScalarKind) {
        kind.less = function("<") { call in call.push(try DateValues.isBefore(call, orEqual: false)) }
        kind.lessOrEqual = function("<=") { call in call.push(try DateValues.isBefore(call, orEqual: true)) }
        kind.add = function("+") { try DateValues.add($0, sign: 1) }
        kind.subtract = function("-") { try DateValues.subtract($0) }
    }
}

extension DateValues {
    private static func operand(_ call: borrowing LuaCall, _ position: Int) throws -> PartialDate {
        guard let date = call.value(position).packed?.partialDate else {
            throw LuaScriptError(
                vi: "không so sánh được ngày với \(call.value(position).typeName)",
                en: "a date cannot be compared with that")
        }
        return date
    }

    /// Compares two dates of which at least one is partial.
    private static func isBefore(_ call: borrowing LuaCall, orEqual: Bool) throws -> Bool {
        let (left, right) = (try operand(call, 1), try operand(call, 2))
        let answer = orEqual ? right.isBefore(left).map { !$0 } : left.isBefore(right)
        guard let answer else {
            throw UnknownAnswer(
                reason: "không đủ ngày để so sánh \(left.vietnamese) với \(right.vietnamese)")
        }
        return answer
    }

    /// What is answered where the missing part of a date decides.
    private static func partial(_ date: PartialDate) -> UnknownAnswer {
        UnknownAnswer(reason: "chỉ biết một phần của ngày \(date.vietnamese)")
    }

    static func exact(_ date: PartialDate) throws -> CalendarDate {
        guard let exact = date.exact else { throw partial(date) }
        return exact
    }

    /// A date and a stretch in either order, or two stretches of a kind.
    private static func add(_ call: borrowing LuaCall, sign: Int) throws {
        guard let left = call.value(1).packed, let right = call.value(2).packed else {
            throw LuaScriptError(
                vi: "cộng ngày với date.days(n), date.months(n) hoặc date.years(n)",
                en: "add date.days(n), date.months(n) or date.years(n)")
        }
        if left.partialDate == nil, left.kind == right.kind {
            call.push(PackedValue(kind: left.kind, payload: try stretch(Int64(left.payload) + Int64(right.payload))))
        } else {
            try push(call, left.partialDate == nil ? right : left, left.partialDate == nil ? left : right, sign)
        }
    }

    private static func subtract(_ call: borrowing LuaCall) throws {
        guard let left = call.value(1).packed, let right = call.value(2).packed, let from = left.partialDate else {
            throw LuaScriptError(vi: "trừ ngày cho ngày hoặc cho date.days(n)", en: "subtract a date or date.days(n)")
        }
        if let other = right.partialDate {
            call.push(Int64(try exact(from).days(since: try exact(other))))
        } else {
            try push(call, left, right, -1)
        }
    }

    private static func push(_ call: borrowing LuaCall, _ date: PackedValue, _ stretch: PackedValue, _ sign: Int) throws
    {
        guard let partial = date.partialDate else { throw call.badArgument(1, "date expected") }
        let amount = Int(stretch.payload) * sign
        if stretch.kind == .months, partial.exact == nil {
            // A month more or less of a month is a month, and twelve of a year a year: nothing missing is needed.
            guard let sum = partial.adding(months: amount) else { throw DateValues.partial(partial) }
            return call.push(PackedValue(sum))
        }
        let day = try exact(partial)
        switch stretch.kind {
        case .months: call.push(PackedValue(try inCalendar(day.adding(months: amount))))
        case .days: call.push(PackedValue(try inCalendar(day.adding(days: amount))))
        default: throw LuaScriptError(vi: "không cộng hai ngày với nhau", en: "two dates cannot be added")
        }
    }

    /// A date that a calculation answers, unless it lies outside the years that dates are written with.
    static func inCalendar(_ date: CalendarDate) throws -> CalendarDate {
        guard (1...9999).contains(date.year) else {
            throw LuaScriptError(
                vi: "ngày nằm ngoài các năm 1 đến 9999", en: "the date lies outside the years 1 to 9999")
        }
        return date
    }

    /// The payload of so many months or days, unless no two dates lie so far apart.
    private static func stretch(_ amount: Int64) throws -> Int32 {
        guard let payload = Int32(exactly: amount), abs(payload) < 4_000_000 else {
            throw LuaScriptError(vi: "khoảng thời gian quá dài", en: "a stretch of time out of range")
        }
        return payload
    }

    /// Whole years or months from the argument to the date: unknown where the missing parts of either decide.
    private static func pushElapsed(
        _ call: borrowing LuaCall, _ elapsed: (_ later: CalendarDate, _ earlier: CalendarDate) -> Int
    ) throws {
        guard let later = call.value(1).packed?.partialDate, let earlier = call.value(2).packed?.partialDate else {
            throw call.badArgument(2, "date expected, got \(call.value(2).typeName)")
        }
        let (most, least) = (elapsed(later.latest, earlier.earliest), elapsed(later.earliest, earlier.latest))
        if most != least { throw partial(earlier.exact == nil ? earlier : later) }
        call.push(Int64(most))
    }
}

extension DateValues {
    /// The primitives of the `date` global: reading a text, and making stretches.
    static func addPrimitives(to host: LuaTable, in state: LuaState) {
        host["date_parse"] = .function(
            state.makeFunction("date") { call in
                let text = try call.string(1)
                guard let date = parse(text) else {
                    throw LuaScriptError(
                        vi: "'\(text)' không phải là ngày: viết 2023-04-30, 2023-04, 2023 hoặc 30/04/2023",
                        en: "'\(text)' is no date: write 2023-04-30, 2023-04, 2023 or 30/04/2023")
                }
                call.push(date.exact.map(PackedValue.init) ?? PackedValue(date))
            })
        for (name, kind, factor) in [("months", LuaKind.months, Int64(1)), ("years", .months, 12), ("days", .days, 1)] {
            host["date_" + name] = .function(
                state.makeFunction(name) { call in
                    let (amount, overflow) = try call.integer(1).multipliedReportingOverflow(by: factor)
                    call.push(PackedValue(kind: kind, payload: try stretch(overflow ? .max : amount)))
                })
        }
    }

    /// Reads an ISO date, whole or in part, or `dd/mm/yyyy`.
    static func parse(_ text: String) -> PartialDate? {
        if let date = PartialDate(iso: text) { return date }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 999 else {
            return nil
        }
        return PartialDate(year: year, month: month, day: day)
    }
}
