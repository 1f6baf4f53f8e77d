/// A Lua string: bytes, nearly always UTF-8, never lost when they are not.
public struct LuaString: Hashable, Sendable {
    private enum Storage: Hashable {
        case text(String)
        case bytes([UInt8])
    }

    private var storage: Storage

    /// The bytes of a text, in UTF-8.
    public init(_ text: String) {
        storage = .text(text)
    }

    /// Any bytes; those that are UTF-8 are equal to the same text.
    public init(bytes: some Collection<UInt8>) {
        let array = [UInt8](bytes)
        // Two Swift strings are equal when canonically equivalent, two Lua strings only when their bytes are.
        storage = String(validating: array, as: UTF8.self).map { .text($0) } ?? .bytes(array)
    }

    /// The text, with U+FFFD where the bytes are not UTF-8.
    public var text: String {
        switch storage {
        case .text(let text): text
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The text when the bytes are UTF-8, else nil.
    public var validText: String? {
        if case .text(let text) = storage { text } else { nil }
    }

    /// The bytes as Lua holds them.
    public var bytes: [UInt8] {
        switch storage {
        case .text(let text): [UInt8](text.utf8)
        case .bytes(let bytes): bytes
        }
    }

    /// Equal when the bytes are: unlike `String`, composed and decomposed forms differ, as they do in Lua.
    public static func == (left: LuaString, right: LuaString) -> Bool {
        switch (left.storage, right.storage) {
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        default: false
        }
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in bytes { hasher.combine(byte) }
    }
}

extension LuaString: ExpressibleByStringLiteral, CustomStringConvertible {
    /// The bytes of a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The text.
    public var description: String { text }
}
