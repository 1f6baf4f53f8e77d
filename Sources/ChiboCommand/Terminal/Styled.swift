/// What a piece of text is, from which its colour follows; meaning never hangs on the colour alone.
package enum Style: Sendable {
    case plain, strong, faint, error, warning, good, heading, code

    /// The parameters of the terminal's "select graphic rendition", or nil for none.
    var parameters: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .error: "1;31"
        case .warning: "1;33"
        case .good: "32"
        case .heading: "1;4"
        case .code: "36"
        }
    }
}

/// Text in pieces of different styles, made safe and coloured only when it is written.
package struct Styled: Sendable, ExpressibleByStringInterpolation {
    private var pieces: [(text: String, style: Style)]

    /// A text in one style.
    package init(_ text: String, _ style: Style = .plain) { pieces = [(text, style)] }

    /// A plain text.
    package init(stringLiteral value: String) { self.init(value) }

    /// Adds a piece.
    package mutating func append(_ text: String, _ style: Style = .plain) { pieces.append((text, style)) }

    /// One text after the other.
    package static func + (left: Styled, right: Styled) -> Styled {
        var result = left
        result.pieces += right.pieces
        return result
    }

    /// Puts texts one after the other in place.
    package static func += (left: inout Styled, right: Styled) { left.pieces += right.pieces }

    /// The text without styles.
    package var plain: String { pieces.map(\.text).joined() }

    /// The text as it goes to a stream.
    package func rendered(colour: Bool, neutralised: Bool) -> String {
        pieces.reduce(into: "") { result, piece in
            let text = neutralised ? ControlCharacters.neutralised(piece.text) : piece.text
            guard colour, let parameters = piece.style.parameters, !text.isEmpty else { return result += text }
            result += "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
        }
    }
}

/// Characters that could make a terminal do something instead of showing something.
package enum ControlCharacters {
    /// The text with control characters and direction overrides written out, as `\x1B`; line ends and tabs stay.
    package static func neutralised(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isHarmful(scalar) {
                result.append(contentsOf: written(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func written(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return scalar.value < 0x100 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u{\(digits)}"
    }
}
