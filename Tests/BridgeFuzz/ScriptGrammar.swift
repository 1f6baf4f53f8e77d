/// Programs from bytes: each byte chooses the next production, so that a change of one byte changes one place and
/// nearly every program compiles.
///
/// Capital letters behind `$` are productions: part of the program, block, statement, expression, function, table, name,
/// key, integer, text (`x`).
struct ScriptGrammar {
    private let bytes: [UInt8]
    private var position = 0
    private var size = 0

    /// Where a program is long enough, everything takes its first, shortest form.
    private static let most = 8_000
    private static let deepest = 12

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Statements until the bytes are used up.
    mutating func program() -> String {
        var text = ""
        while position < bytes.count && size < Self.most { text += expand("P", 0) + "\n" }
        return text
    }

    private mutating func choose(_ count: Int) -> Int {
        guard position < bytes.count else { return 0 }
        defer { position += 1 }
        return Int(bytes[position]) % count
    }

    private mutating func expand(_ production: Character, _ depth: Int) -> String {
        guard let forms = Self.forms[production] else { return "" }
        let isLast = depth >= Self.deepest || size >= Self.most
        let form = forms[isLast ? 0 : choose(forms.count)]
        size += form.utf8.count
        var text = ""
        var isProduction = false
        for character in form {
            if isProduction {
                text += expand(character, depth + 1)
                isProduction = false
            } else if character == "$" {
                isProduction = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
