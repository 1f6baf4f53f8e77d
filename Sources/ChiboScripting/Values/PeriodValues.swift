import ChiboLua
import ChiboModel

/// Periods in scripts: light values whose payload is the period's number in this table.
final class PeriodValues {
    private var periods: [Period] = []
    private var numbers: [Period: Int32] = [:]

    /// The value of a period; the same period is the same value.
    func packed(_ period: Period) -> PackedValue {
        if let number = numbers[period] { return PackedValue(kind: .period, payload: number) }
        let number = Int32(periods.count)
        periods.append(period)
        numbers[period] = number
        return PackedValue(kind: .period, payload: number)
    }

    /// The period of a value, if it is one.
    func period(_ value: PackedValue) -> Period? {
        value.kind == .period && periods.indices.contains(Int(value.payload)) ? periods[Int(value.payload)] : nil
    }

    /// Makes periods known to a state.
    func define(in state: LuaState) {
        // Unowned: the state holds these functions, and the runtime that owns this table holds the state.
        func function(_ name: String, _ body: @escaping (borrowing LuaCall, Period, PeriodValues) throws -> Void)
            -> LuaFunction
        {
            state.makeFunction(name) { [unowned self] call in
                guard let period = self.period(try call.packed(1)) else { throw call.badArgument(1, "period expected") }
                try body(call, period, self)
            }
        }
        var kind = ScalarKind(.period, name: "period")
        kind.text = function("period.text") { call, period, _ in call.push(period.vietnamese) }
        kind.properties = [
            "first": function("first") { call, period, _ in call.push(PackedValue(period.first)) },
            "last": function("last") { call, period, _ in call.push(PackedValue(period.last)) },
            "year": function("year") { call, period, _ in call.push(Int64(period.year)) },
            "quarter": function("quarter") { call, period, _ in call.push(Int64(period.quarter)) },
            "month": function("month") { call, period, _ in call.push(Int64(period.first.month)) },
            "span": function("span") { call, period, _ in call.push(period.span.rawValue) },
            "code": function("code") { call, period, _ in call.push(period.code) },
        ]
        kind.methods = [
            "previous": function("previous") { call, period, table in
                call.push(table.packed(try PeriodValues.inCalendar(period.previous)))
            },
            "next": function("next") { call, period, table in
                call.push(table.packed(try PeriodValues.inCalendar(period.next)))
            },
            "contains": function("contains") { call, period, _ in
                guard let date = try call.packed(2).partialDate else { throw call.badArgument(2, "date expected") }
                guard let answer = period.contains(date) else {
                    throw UnknownAnswer(reason: "chỉ biết một phần của ngày \(date.vietnamese)")
                }
                call.push(answer)
            },
            "split": function("split") { call, period, table in
                try table.pushParts(of: period, call)
            },
        ]
        state.define(kind)
    }

    /// The days of a quarter of a century and more.
    private static let mostParts = 10_000

    private static func inCalendar(_ period: Period) throws -> Period {
        _ = (try DateValues.inCalendar(period.first), try DateValues.inCalendar(period.last))
        return period
    }

    /// `period:split "quarter"`: the periods of a smaller span, as a list.
    private func pushParts(of period: Period, _ call: borrowing LuaCall) throws {
        guard let span = Span(rawValue: try call.string(2)), var part = Period(span, containing: period.first) else {
            throw call.badArgument(2, "one of half_year, quarter, month, week, day expected")
        }
        var parts: [LuaValue] = []
        while part.first <= period.last {
            guard parts.count < PeriodValues.mostParts else {
                throw LuaScriptError("kỳ này quá dài để chia ra như vậy / the period is too long to be split so finely")
            }
            parts.append(.packed(packed(part)))
            part = part.next
        }
        call.push(.table(call.state.makeList(parts)))
    }
}
