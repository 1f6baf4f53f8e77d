import ChiboLua
import ChiboModel

/// Reads the table that a script hands to a `define` function, and says what is wrong with it in both languages.
struct TableReader {
    /// The table.
    let table: LuaTable
    /// What it is, in messages: `criteria.define`, `rules[2]`.
    let name: String

    /// Whether a key has a value.
    func has(_ key: String) -> Bool { !table[key].isNil }

    /// Refuses keys that mean nothing here: a misspelt one would be a rule that silently does not hold.
    func allow(_ keys: [String]) throws(Diagnostic) {
        for (key, _) in table.pairs {
            guard let text = key.text else {
                throw problem(
                    "CB-C001", vi: "chỉ nhận các mục có tên, không nhận \(key.typeName)",
                    en: "takes named entries only, not a \(key.typeName)")
            }
            if keys.contains(text) { continue }
            let nearest = NearestName.suggestions(for: text, among: keys).first
            throw problem(
                "CB-C001", entry: text, vi: "không có mục `\(text)`", en: "has no entry `\(text)`",
                suggestion: nearest.map { Bilingual(vi: "có phải bạn muốn viết `\($0)`?", en: "did you mean `\($0)`?") }
                    ?? Bilingual(
                        vi: "các mục có: \(keys.joined(separator: ", "))",
                        en: "its entries are: \(keys.joined(separator: ", "))"))
        }
    }

    /// A text that has to be there.
    func text(_ key: String) throws(Diagnostic) -> String {
        guard let text = try optionalText(key), !text.isEmpty else { throw missing(key, "một chuỗi", "a string") }
        return text
    }

    /// A text that may be there.
    func optionalText(_ key: String) throws(Diagnostic) -> String? {
        // An escape such as "\u{301}" in a script writes what the file itself has in NFC.
        try optional(key, "một chuỗi", "a string") { $0.text.map(VietnameseText.normalized) }
    }

    /// A whole number that may be there.
    func optionalInteger(_ key: String) throws(Diagnostic) -> Int? {
        try optional(key, "một số nguyên", "a whole number") { $0.integer.flatMap { Int(exactly: $0) } }
    }

    /// A yes or no that may be there.
    func optionalBoolean(_ key: String) throws(Diagnostic) -> Bool? {
        try optional(key, "true hoặc false", "true or false") { $0.boolean }
    }

    /// A function that has to be there.
    func function(_ key: String) throws(Diagnostic) -> LuaFunction {
        guard let function = try optionalFunction(key) else { throw missing(key, "một hàm", "a function") }
        return function
    }

    /// A function that may be there.
    func optionalFunction(_ key: String) throws(Diagnostic) -> LuaFunction? {
        try optional(key, "một hàm", "a function") { $0.function }
    }

    /// A table that may be there.
    func optionalTable(_ key: String) throws(Diagnostic) -> TableReader? {
        let found = try optional(key, "một bảng { … }", "a table { … }") { $0.table }
        return found.map { TableReader(table: $0, name: "\(name).\(key)") }
    }

    /// The tables of a list that may be there.
    func tables(_ key: String) throws(Diagnostic) -> [TableReader] {
        guard let list = try optionalTable(key) else { return [] }
        var readers: [TableReader] = []
        for (index, value) in list.table.list.enumerated() {
            guard let table = value.table else {
                throw list.wrongType("[\(index + 1)]", value, "một bảng { … }", "a table { … }")
            }
            readers.append(TableReader(table: table, name: "\(name).\(key)[\(index + 1)]"))
        }
        return readers
    }

    /// The texts of a list that may be there; one text stands for a list of one.
    func texts(_ key: String) throws(Diagnostic) -> [String] {
        if let single = table[key].text { return [VietnameseText.normalized(single)] }
        guard let list = try optionalTable(key) else { return [] }
        var texts: [String] = []
        for (index, value) in list.table.list.enumerated() {
            guard let text = value.text else { throw list.wrongType("[\(index + 1)]", value, "một chuỗi", "a string") }
            texts.append(VietnameseText.normalized(text))
        }
        return texts
    }

    /// A date that may be there, as a date or as a text.
    func optionalDate(_ key: String) throws(Diagnostic) -> CalendarDate? {
        try optional(key, "một ngày, ví dụ \"2023-12-31\"", "a date such as \"2023-12-31\"") { value in
            value.packed?.date ?? value.text.flatMap(DateValues.parse)?.exact
        }
    }

    /// An exact number that may be there.
    func optionalDecimal(_ key: String) throws(Diagnostic) -> ExactDecimal? {
        try optional(key, "một số", "a number", TableReader.decimal)
    }

    /// The exact number that a value is.
    static func decimal(_ value: LuaValue) -> ExactDecimal? {
        if let text = value.text { return ExactDecimal(text) }
        if case .integer(let integer) = value { return ExactDecimal(integer) }
        return value.number.flatMap { ExactDecimal($0) }
    }

    /// A word of a closed list that may be there.
    func optionalWord<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, as type: Word.Type
    ) throws(Diagnostic) -> Word? {
        guard let text = try optionalText(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        throw unknownWord(key, text, Word.allCases.map(\.rawValue))
    }

    /// The error for a word that is none of those allowed.
    func unknownWord(_ key: String, _ text: String, _ words: [String]) -> Diagnostic {
        let nearest = NearestName.suggestions(for: text, among: words).first
        let list = words.joined(separator: ", ")
        return problem(
            "CB-C004", entry: key, vi: "`\(key)` không nhận \"\(text)\"; chọn một trong: \(list)",
            en: "`\(key)` does not take \"\(text)\"; choose one of: \(list)",
            suggestion: nearest.map { Bilingual(vi: "có phải \"\($0)\"?", en: "did you mean \"\($0)\"?") })
    }

    private func optional<Result>(
        _ key: String, _ vi: String, _ en: String, _ read: (LuaValue) -> Result?
    ) throws(Diagnostic) -> Result? {
        let value = table[key]
        if value.isNil { return nil }
        guard let result = read(value) else { throw wrongType(key, value, vi, en) }
        return result
    }

    /// The error for an entry that is not there.
    func missing(_ key: String, _ vi: String, _ en: String) -> Diagnostic {
        problem("CB-C002", vi: "thiếu `\(key)` (\(vi))", en: "lacks `\(key)` (\(en))")
    }

    /// The error for an entry of another type.
    func wrongType(_ key: String, _ value: LuaValue, _ vi: String, _ en: String) -> Diagnostic {
        problem(
            "CB-C003", entry: key, vi: "`\(key)` phải là \(vi), không phải \(value.typeName)",
            en: "`\(key)` has to be \(en), not a \(value.typeName)")
    }

    /// An error about the table.
    func problem(
        _ code: String, entry: String? = nil, vi: String, en: String, suggestion: Bilingual? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, .script, Bilingual(vi: "\(name): \(vi)", en: "\(name): \(en)"), suggestion: suggestion,
            arguments: ["definition": name, "entry": entry ?? ""])
    }
}
