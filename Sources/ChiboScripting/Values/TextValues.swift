import ChiboLua
import ChiboModel

/// Exact percentages and shares, and the words of codes: primitives of the prelude.
enum TextValues {
    /// Adds the primitives to the table that the prelude gets.
    static func addPrimitives(to host: LuaTable, in state: LuaState) {
        addPercentages(to: host, in: state)
        addLabels(to: host, in: state)
    }

    private static func addPercentages(to host: LuaTable, in state: LuaState) {
        host["percent_parse"] = .function(
            state.makeFunction("percent") { call in
                let value = call.value(1)
                let number = value.text.flatMap { ExactDecimal($0) } ?? value.number.flatMap { ExactDecimal($0) }
                guard let number else { throw call.badArgument(1, "a decimal number expected, such as 90 or \"97.5\"") }
                call.push(number.units)
                call.push(number.denominator)
            })
        host["share_compare"] = .function(
            state.makeFunction("share") { call in
                guard let order = try share(call, 1).compare(toPercent: try decimal(call, 3)) else {
                    throw UnknownAnswer(reason: "không có gì để tính tỷ lệ (0/0)")
                }
                call.push(Int64(order))
            })
        host["shares_compare"] = .function(
            state.makeFunction("share") { call in
                guard let order = try share(call, 1).compare(to: try share(call, 3)) else {
                    throw UnknownAnswer(reason: "không có gì để tính tỷ lệ (0/0)")
                }
                call.push(Int64(order))
            })
        host["percents_compare"] = .function(
            state.makeFunction("percent") { call in
                let (left, right) = (try decimal(call, 1), try decimal(call, 3))
                call.push(Int64(left < right ? -1 : left == right ? 0 : 1))
            })
        host["share_text"] = .function(
            state.makeFunction("share") { call in
                let threshold = call.isNil(3) ? nil : try decimal(call, 3)
                let decimals = call.isNil(5) ? 2 : Int(clamping: min(max(0, try call.integer(5)), 9))
                call.push(try share(call, 1).percentText(decimals: decimals, threshold: threshold) ?? "0/0")
            })
        host["percent_text"] = .function(
            state.makeFunction("percent") { call in call.push(try decimal(call, 1).vietnamese + " %") })
    }

    private static func decimal(_ call: borrowing LuaCall, _ position: Int) throws -> ExactDecimal {
        let (units, denominator) = (try call.integer(position), try call.integer(position + 1))
        let scale = String(denominator).count - 1
        // A script can write into the table that a percentage is: what arithmetic cannot hold is no percentage.
        guard denominator > 0, scale <= 15, units.magnitude < 1_000_000_000_000_000 else {
            throw call.badArgument(position, "a percentage expected")
        }
        return ExactDecimal(units: units, scale: scale)
    }

    /// The share of two counts, which a script can have written into as well.
    private static func share(_ call: borrowing LuaCall, _ position: Int) throws -> Share {
        guard let share = Share(counts: try call.integer(position), try call.integer(position + 1)) else {
            throw call.badArgument(position, "a share of two counts expected")
        }
        return share
    }

    /// `label(list, code)`: the Vietnamese words of a code.
    private static func addLabels(to host: LuaTable, in state: LuaState) {
        host["label"] = .function(
            state.makeFunction("label") { call in
                let (path, code) = (try call.string(1), try call.string(2))
                let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
                guard parts.count == 2, let kind = RecordKind(code: parts[0]), let field = Schema[kind].field(parts[1]),
                    case .code(let list) = field.type
                else { throw call.badArgument(1, "a field with codes expected, such as \"rating.level\"") }
                call.push(list.label(of: code))
            })
    }
}
