/// A value of JSON, written out the same way every time: members keep the order in which they were given.
package enum JSONValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A measured number, such as seconds; exact numbers of the domain travel as strings.
    case real(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value.
    package struct Member: Equatable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The text of the value, on one line or indented by two spaces, without a line feed at the end.
    package func text(indented: Bool = false) -> String {
        var writer = JSONTextWriter(isIndented: indented)
        writer.write(self, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value of the first member of that name of an object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}

extension JSONValue {
    /// A text, or null for none.
    package static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}

/// Writes the bytes of a JSON value.
private struct JSONTextWriter {
    let isIndented: Bool
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .real(let value): bytes += (value.isFinite ? "\(value)" : "null").utf8
        case .string(let value): quote(value)
        case .array(let values): list("[", "]", values, depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            list("{", "}", members, depth) { writer, member in
                writer.quote(member.name)
                writer.bytes += (writer.isIndented ? ": " : ":").utf8
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], _ depth: Int,
        _ each: (inout JSONTextWriter, Element) -> Void
    ) {
        bytes += open.utf8
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += ",".utf8 }
            newLine(depth + 1)
            each(&self, element)
        }
        if !elements.isEmpty { newLine(depth) }
        bytes += close.utf8
    }

    private mutating func newLine(_ depth: Int) {
        guard isIndented else { return }
        bytes.append(10)
        bytes += repeatElement(32, count: depth * 2)
    }

    /// Also escapes `<` and DEL, U+2028 and U+2029, so that the text may stand inside a page's script or a terminal.
    private mutating func quote(_ text: String) {
        bytes.append(34)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 34: bytes += "\\\"".utf8
            case 92: bytes += "\\\\".utf8
            case 10: bytes += "\\n".utf8
            case 13: bytes += "\\r".utf8
            case 9: bytes += "\\t".utf8
            case 0..<32, 60, 0x7F..<0xA0, 0x2028, 0x2029: escape(scalar.value)
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        bytes.append(34)
    }

    private mutating func escape(_ value: UInt32) {
        let digits = String(value, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(48, count: 4 - digits.utf8.count)
        bytes += digits.utf8
    }
}
