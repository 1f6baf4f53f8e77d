import ChiboLua
import ChiboModel

/// The primitives of the `text` module: what Lua's own byte strings cannot do.
struct TextModule {
    /// The unit's order of tones.
    let tones: () -> ToneOrder

    /// What the host works on between two looks at the clock; a longer text is refused.
    private static let longest = 1 << 20
    /// The widest that a text is filled up to.
    private static let widest: Int64 = 10_000

    /// Adds the primitives to the table that the prelude and `Stdlib/text.lua` get.
    func addPrimitives(to host: LuaTable, in state: LuaState) {
        let transforms: [(String, (String) -> String)] = [
            ("upper", { VietnameseText.composed(VietnameseText.composed($0).uppercased()) }),
            ("lower", { VietnameseText.composed(VietnameseText.composed($0).lowercased()) }),
            ("title", VietnameseText.titleCased), ("key", VietnameseText.matchKey), ("fold", VietnameseText.folded),
            ("tidy", VietnameseText.tidied), ("sort_key", { key($0).bytes }),
        ]
        for (name, transform) in transforms {
            add(name, to: host, state) { call in call.push(transform(try text(call, 1))) }
        }
        add("length", to: host, state) { call in call.push(Int64(VietnameseText.composed(try text(call, 1)).count)) }
        add("width", to: host, state) { call in
            call.push(Int64(DisplayWidth.of(VietnameseText.composed(try text(call, 1)))))
        }
        add("sub", to: host, state, sub)
        add("pad", to: host, state, pad)
        add("syllables", to: host, state) { call in
            let words = VietnameseText.tidied(try text(call, 1)).split(separator: " ")
            call.push(.table(call.state.makeList(words.map { .text(String($0)) })))
        }
        addComparisons(to: host, state)
    }

    private func addComparisons(to host: LuaTable, _ state: LuaState) {
        add("equal", to: host, state) { call in
            call.push(VietnameseText.matchKey(try text(call, 1)) == VietnameseText.matchKey(try text(call, 2)))
        }
        add("before", to: host, state) { call in call.push(key(try text(call, 1)) < key(try text(call, 2))) }
        add("compare", to: host, state) { call in
            let (left, right) = (key(try text(call, 1)), key(try text(call, 2)))
            call.push(Int64(left < right ? -1 : left == right ? 0 : 1))
        }
        add("name_before", to: host, state) { call in
            let order = tones()
            let (left, right) = (PersonName(try text(call, 1)), PersonName(try text(call, 2)))
            call.push(left.sortKey(tones: order) < right.sortKey(tones: order))
        }
    }

    private func add(
        _ name: String, to host: LuaTable, _ state: LuaState, _ body: @escaping (borrowing LuaCall) throws -> Void
    ) {
        host["text_" + name] = .function(state.makeFunction("text." + name, body))
    }

    private func key(_ text: String) -> SortKey { SortKey(text, tones: tones()) }

    /// A text argument; anything else is an error in both languages.
    private func text(_ call: borrowing LuaCall, _ position: Int) throws -> String {
        guard let text = call.value(position).text else {
            throw wrong(call, position, "một chuỗi", "a string")
        }
        guard text.utf8.count <= TextModule.longest else {
            throw LuaScriptError(
                vi: "\(call.name): chuỗi dài quá một megabyte", en: "\(call.name): the text is longer than a megabyte")
        }
        return text
    }

    private func place(_ call: borrowing LuaCall, _ position: Int) throws -> Int64 {
        guard let number = call.value(position).integer else {
            throw wrong(call, position, "một số nguyên", "a whole number")
        }
        return number
    }

    private func wrong(_ call: borrowing LuaCall, _ position: Int, _ vi: String, _ en: String) -> LuaScriptError {
        let given = position > call.count ? "nil" : call.value(position).typeName
        return LuaScriptError(
            vi: "\(call.name): tham số \(position) phải là \(vi), không phải \(given)",
            en: "\(call.name): argument \(position) has to be \(en), not \(given)")
    }

    /// `text.sub(value, first, last)`: places from 1, negative ones from the end, as `string.sub` has them.
    private func sub(_ call: borrowing LuaCall) throws {
        let letters = Array(VietnameseText.composed(try text(call, 1)))
        let count = Int64(letters.count)
        let (first, last) = (try place(call, 2), call.isNil(3) ? -1 : try place(call, 3))
        let start = first > 0 ? first : first == 0 ? 1 : first < -count ? 1 : count + first + 1
        let end = last > count ? count : last >= 0 ? last : last < -count ? 0 : count + last + 1
        call.push(start <= end ? String(letters[Int(start - 1)..<Int(end)]) : "")
    }

    private func pad(_ call: borrowing LuaCall) throws {
        let value = VietnameseText.composed(try text(call, 1))
        let columns = try place(call, 2)
        guard (0...TextModule.widest).contains(columns) else {
            throw LuaScriptError(
                vi: "text.pad: độ rộng từ 0 đến \(TextModule.widest) cột, không phải \(columns)",
                en: "text.pad: a width of 0 to \(TextModule.widest) columns, not \(columns)")
        }
        let space = max(0, Int(columns) - DisplayWidth.of(value))
        let before: Int
        switch call.isNil(3) ? "left" : call.value(3).text {
        case "left": before = 0
        case "right": before = space
        case "center": before = space / 2
        default:
            throw LuaScriptError(
                vi: "text.pad: tham số 3 là \"left\", \"right\" hoặc \"center\"",
                en: "text.pad: argument 3 is \"left\", \"right\" or \"center\"")
        }
        call.push(
            String(repeating: " ", count: before) + value + String(repeating: " ", count: space - before))
    }
}
