/// A word of a Lua source.
struct LuaToken: Equatable {
    enum Kind: Equatable {
        case name, keyword, number, symbol, end
        /// A string, with its value where it has no escapes.
        case string(String?)
        /// Something that Lua does not read.
        case invalid
    }

    let kind: Kind
    /// The word as it is written.
    let text: String
    /// Where it begins and ends, in bytes from the beginning of the source.
    let start: Int
    let end: Int
    /// The line that it begins on, from 1.
    let line: Int

    /// Whether it is a symbol or a keyword of this spelling.
    func `is`(_ spelling: String) -> Bool { (kind == .symbol || kind == .keyword) && text == spelling }

    /// The value of a string without escapes.
    var stringValue: String? { if case .string(let value) = kind { value } else { nil } }

    static let keywords: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
}
