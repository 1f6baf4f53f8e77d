/// A value of JSON whose members keep their order, so that the same results give the same bytes.
package enum JSON: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral
{
    case null
    case bool(Bool)
    case int(Int64)
    /// A number as written; for exact decimals.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name and its value.
    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: JSON
    }

    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }

    /// An object; members whose value is nil are left out.
    package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// A text, or null.
    package static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// On one line.
    package var compact: String {
        var result = ""
        write(to: &result, indent: nil)
        return result
    }

    /// On lines with two spaces a level; short lists stay on one line.
    package var pretty: String {
        var result = ""
        write(to: &result, indent: 0)
        return result
    }

    private func write(to result: inout String, indent: Int?) {
        switch self {
        case .null: result += "null"
        case .bool(let value): result += value ? "true" : "false"
        case .int(let value): result += String(value)
        case .number(let text): result += text
        case .string(let text): Self.quote(text, to: &result)
        case .array(let items):
            let flat = items.allSatisfy(\.isScalar)
            Self.list("[", items, "]", to: &result, indent: flat ? nil : indent) { $0.write(to: &$1, indent: $2) }
        case .object(let members):
            Self.list("{", members, "}", to: &result, indent: indent) { member, result, inner in
                Self.quote(member.name, to: &result)
                result += ": "
                member.value.write(to: &result, indent: inner)
            }
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private static func list<Item>(
        _ open: String, _ items: [Item], _ close: String, to result: inout String, indent: Int?,
        _ write: (Item, inout String, Int?) -> Void
    ) {
        result += open
        let inner = indent.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { result += inner == nil ? ", " : "," }
            if let inner { result += "\n" + String(repeating: "  ", count: inner) }
            write(item, &result, inner)
        }
        if let indent, !items.isEmpty { result += "\n" + String(repeating: "  ", count: indent) }
        result += close
    }

    private static func quote(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
