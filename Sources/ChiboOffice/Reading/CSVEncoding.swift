internal import ChiboModel

/// Turns a text file's bytes into UTF-8, or says at which byte that fails.
enum CSVEncoding {
    /// Accepts UTF-8 with or without its mark, UTF-16 with its mark, and the Vietnamese encodings before them where
    /// the words prove which it is; then the encoding is returned beside the text.
    ///
    /// Nothing else is guessed: a wrong guess would garble names.
    static func utf8(
        _ bytes: [UInt8], path: String
    ) throws(OfficeError) -> (text: [UInt8], legacy: LegacyEncoding?) {
        if bytes.starts(with: [0xFF, 0xFE]) { return (try utf16(bytes, isLittleEndian: true, path: path), nil) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (try utf16(bytes, isLittleEndian: false, path: path), nil) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let zero = text.firstIndex(of: 0) { throw failure(text, at: zero, path: path) }
        guard let invalid = firstInvalid(text) else { return (text, nil) }
        guard let (decoded, encoding) = OneByteText(text).decoded else { throw failure(text, at: invalid, path: path) }
        return (decoded, encoding)
    }

    private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool, path: String) throws(OfficeError) -> [UInt8] {
        guard bytes.count % 2 == 0 else { throw failure(bytes, at: bytes.count - 1, path: path) }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        var result: [UInt8] = []
        result.reserveCapacity(units.count * 2)
        let isBroken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { result.append($0) })
        guard !isBroken, !result.contains(0) else { throw failure(result, at: result.count, path: path) }
        return result
    }

    /// The first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7).
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            guard let length = sequenceLength(bytes, at: index) else { return index }
            index += length
        }
        return nil
    }

    private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard (0xC2...0xF4).contains(lead), index + length <= bytes.count else { return nil }
        for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        switch (lead, bytes[index + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return length
        }
    }

    private static func failure(_ bytes: [UInt8], at index: Int, path: String) -> OfficeError {
        let before = bytes[..<min(index, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        let column = index - lineStart + 1
        let byte = index < bytes.count ? String(bytes[index], radix: 16, uppercase: true) : "?"
        return OfficeError(
            .encoding, file: path, line: line,
            reason: Bilingual(
                vi: "tệp không phải UTF-8: byte thứ \(column) của dòng là 0x\(byte)",
                en: "the file is not UTF-8: byte \(column) of the line is 0x\(byte)"),
            advice: Bilingual(
                vi: "Trong Excel hãy chọn Lưu dưới dạng, loại “CSV UTF-8 (Comma delimited)”, hoặc dùng tệp .xlsx",
                en: "In Excel choose Save As with the type “CSV UTF-8 (Comma delimited)”, or use the .xlsx file"))
    }
}
