import ChiboLua
import ChiboModel

/// The `text` module's primitives, and exact percentages: what Lua's own byte strings and floats cannot do.
enum TextValues {
    /// Adds the primitives to the table that the prelude gets.
    static func addPrimitives(to host: LuaTable, in state: LuaState) {
        let transforms: [(String, (String) -> String)] = [
            ("upper", { VietnameseText.composed($0).uppercased() }),
            ("lower", { VietnameseText.composed($0).lowercased() }),
            ("key", VietnameseText.matchKey), ("fold", VietnameseText.folded), ("tidy", VietnameseText.tidied),
        ]
        for (name, transform) in transforms {
            host["text_" + name] = .function(
                state.makeFunction(name) { call in call.push(transform(try call.string(1))) })
        }
        host["text_length"] = .function(
            state.makeFunction("length") { call in call.push(Int64(VietnameseText.composed(try call.string(1)).count)) }
        )
        host["text_before"] = .function(
            state.makeFunction("before") { call in
                call.push(SortKey(try call.string(1)) < SortKey(try call.string(2)))
            })
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
                let share = Share(try call.integer(1), of: try call.integer(2))
                guard let order = share.compare(toPercent: try decimal(call, 3)) else {
                    throw UnknownAnswer(reason: "không có gì để tính tỷ lệ (0/0)")
                }
                call.push(Int64(order))
            })
        host["share_text"] = .function(
            state.makeFunction("share") { call in
                let share = Share(try call.integer(1), of: try call.integer(2))
                let threshold = call.isNil(3) ? nil : try decimal(call, 3)
                call.push(share.percentText(threshold: threshold) ?? "0/0")
            })
        host["percent_text"] = .function(
            state.makeFunction("percent") { call in call.push(try decimal(call, 1).vietnamese + " %") })
    }

    private static func decimal(_ call: borrowing LuaCall, _ position: Int) throws -> ExactDecimal {
        let denominator = try call.integer(position + 1)
        let scale = String(denominator).count - 1
        return ExactDecimal(units: try call.integer(position), scale: scale)
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
