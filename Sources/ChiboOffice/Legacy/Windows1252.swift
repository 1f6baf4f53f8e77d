/// The letters of windows-1252, which programs took the bytes of other encodings for.
enum Windows1252 {
    /// What the bytes 80 to 9F are; the five that are nothing are control characters, as browsers and Excel read them.
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]
    private static let bytes: [UInt32: UInt8] = Dictionary(
        upper.enumerated().map { ($1, UInt8(0x80 + $0)) }, uniquingKeysWith: { first, _ in first })

    /// The text that one-byte text is.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// The byte of a letter; nil for a letter that is not in windows-1252.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        // A control character stands for itself where a converter knew no better.
        bytes[scalar.value] ?? UInt8(exactly: scalar.value)
    }

    /// The text whose UTF-8 was taken for windows-1252; nil where the letters are no UTF-8 with letters beyond ASCII.
    static func utf8(from text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isPlain = true
        for scalar in text.unicodeScalars {
            guard let byte = byte(scalar) else { return nil }
            isPlain = isPlain && byte < 0x80
            bytes.append(byte)
        }
        guard !isPlain else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
