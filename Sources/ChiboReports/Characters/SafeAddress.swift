/// Addresses that a link may lead to.
enum SafeAddress {
    /// The address with unusual bytes percent-encoded, or nil where its scheme is not one of the harmless ones.
    static func checked(_ address: String) -> String? {
        let lower = address.lowercased()
        guard ["http://", "https://", "mailto:"].contains(where: { lower.hasPrefix($0) }) else { return nil }
        return encoded(address)
    }

    /// Text as part of an address.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) { bytes.append(byte) } else { bytes += "%".utf8 + hex(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "-._~:/?#@!$&+,;=%".utf8.contains(byte)
        }
    }

    private static func hex(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
