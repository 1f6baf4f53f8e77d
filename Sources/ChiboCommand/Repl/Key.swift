/// What a person pressed.
package enum Key: Equatable, Sendable {
    /// Letters, as the keyboard or an input method sends them.
    case text(String)
    /// A text pasted in one go.
    case paste(String)
    case enter, tab, backspace, delete, escape
    case left, right, up, down, home, end, wordLeft, wordRight
    /// A letter with Ctrl, in small letters.
    case control(Character)
    /// A key with Alt (Meta).
    case alt(Character)
}

/// Turns the bytes of a terminal into keys; a key cut in two by a read is finished by the next one.
package struct KeyDecoder {
    private var bytes: [UInt8] = []
    private var paste: [UInt8]?

    package init() {}

    /// Whether something has begun that more bytes would finish: a lone Escape, half a letter.
    package var isWaiting: Bool { !bytes.isEmpty && paste == nil }

    /// The keys that these bytes complete.
    package mutating func feed(_ more: [UInt8]) -> [Key] {
        bytes += more
        var keys: [Key] = []
        while let key = next() { key.map { keys.append($0) } }
        return Self.joined(keys)
    }

    /// The keys left when nothing more comes: an Escape that was only an Escape.
    package mutating func flush() -> [Key] {
        guard isWaiting else { return [] }
        let lone = bytes == [0x1B]
        bytes = []
        return lone ? [.escape] : []
    }

    /// Letters that arrived together are one text: an input method sends a letter and its marks in one go.
    private static func joined(_ keys: [Key]) -> [Key] {
        keys.reduce(into: []) { result, key in
            if case .text(let new) = key, case .text(let old)? = result.last {
                result[result.count - 1] = .text(old + new)
            } else {
                result.append(key)
            }
        }
    }

    /// One key; the inner nil stands for bytes that mean nothing, the outer for bytes that are not complete.
    private mutating func next() -> Key?? {
        if paste != nil { return pasted() }
        guard let first = bytes.first else { return .none }
        switch first {
        case 0x1B: return escapeSequence()
        case 0x0D, 0x0A: return take(1, .enter)
        case 0x09: return take(1, .tab)
        case 0x7F, 0x08: return take(1, .backspace)
        case 0x00: return take(1, nil)
        case 0x01...0x1A: return take(1, .control(Character(Unicode.Scalar(first + 0x60))))
        case 0x1C...0x1F: return take(1, nil)
        default: return letter(first)
        }
    }

    private mutating func take(_ count: Int, _ key: Key?) -> Key?? {
        bytes.removeFirst(count)
        return .some(key)
    }

    private mutating func letter(_ first: UInt8) -> Key?? {
        if (0x80..<0xC2).contains(first) || first > 0xF4 { return take(1, nil) }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard bytes.count >= length else { return .none }
        guard let text = String(validating: bytes.prefix(length), as: UTF8.self) else { return take(1, nil) }
        return take(length, .text(text))
    }

    private mutating func escapeSequence() -> Key?? {
        guard bytes.count >= 2 else { return .none }
        switch bytes[1] {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"):
            guard bytes.count >= 3 else { return .none }
            return take(3, Self.cursorKey(bytes[2]))
        case 0x1B: return take(1, .escape)
        case 0x7F, 0x08: return take(2, .alt("\u{7F}"))
        case 0x0D: return take(2, .alt("\r"))
        case 0x20...0x7E: return take(2, .alt(Character(Unicode.Scalar(bytes[1]))))
        default: return take(1, .escape)
        }
    }

    /// A sequence of Escape, `[`, parameters and a final letter.
    private mutating func controlSequence() -> Key?? {
        guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return .none }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        let final = bytes[end]
        bytes.removeFirst(end + 1)
        if final == UInt8(ascii: "~") {
            if parameters == "200" {
                paste = []
                return .some(nil)
            }
            return .some(Self.editKey(parameters))
        }
        let withControl = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
        if withControl, final == UInt8(ascii: "C") { return .some(.wordRight) }
        if withControl, final == UInt8(ascii: "D") { return .some(.wordLeft) }
        return .some(Self.cursorKey(final))
    }

    private static func cursorKey(_ final: UInt8) -> Key? {
        switch Character(Unicode.Scalar(final)) {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        default: nil
        }
    }

    private static func editKey(_ parameters: String) -> Key? {
        switch parameters.split(separator: ";").first {
        case "1", "7": .home
        case "4", "8": .end
        case "3": .delete
        default: nil
        }
    }

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private mutating func pasted() -> Key?? {
        paste? += bytes
        bytes = []
        guard let all = paste, let end = all.firstRange(of: Self.pasteEnd) else { return .none }
        bytes = Array(all[end.upperBound...])
        paste = nil
        return .some(.paste(String(decoding: all[..<end.lowerBound], as: UTF8.self)))
    }
}
