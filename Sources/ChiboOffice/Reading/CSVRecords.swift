/// Parts text into records of values, by RFC 4180 and as office programs bend it.
///
/// Bytes, not characters: delimiters and quotes are ASCII, and UTF-8 never hides them inside another letter.
struct CSVRecords {
    /// What comes next in the text.
    enum Item {
        /// The values of a record, and the line on which it starts.
        case record([String], line: Int)
        /// A quotation mark that was opened on that line and never closed.
        case unclosedQuote(line: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index: Int
    private var line: Int

    init(_ bytes: [UInt8], from start: Int, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        index = start
        line = start == 0 ? 1 : 2
    }

    /// The next record, or nil at the end.
    mutating func next() -> Item? {
        guard index < bytes.count else { return nil }
        let firstLine = line
        var values: [String] = []
        values.reserveCapacity(16)
        while true {
            guard let value = value() else {
                index = bytes.count
                return .unclosedQuote(line: firstLine)
            }
            values.append(value)
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        passLineEnd()
        return .record(values, line: firstLine)
    }

    /// One value, up to its delimiter or the line's end; nil where its quotation mark is not closed.
    private mutating func value() -> String? {
        guard index < bytes.count, bytes[index] == CSVRecords.quote else { return plain(upTo: index) }
        index += 1
        var content: [UInt8] = []
        while let end = bytes[index...].firstIndex(of: CSVRecords.quote) {
            line += bytes[index..<end].count { $0 == CSVRecords.lineFeed }
            content += bytes[index..<end]
            index = end + 1
            guard index < bytes.count, bytes[index] == CSVRecords.quote else {
                return String(decoding: content, as: UTF8.self) + plain(upTo: index)
            }
            content.append(CSVRecords.quote)
            index += 1
        }
        return nil
    }

    /// What stands outside quotation marks, with those inside it taken as they are.
    private mutating func plain(upTo start: Int) -> String {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == CSVRecords.lineFeed || byte == CSVRecords.carriageReturn { break }
            index += 1
        }
        return start == index ? "" : String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Passes `\n`, `\r\n` or the `\r` of old Macintoshes.
    private mutating func passLineEnd() {
        guard index < bytes.count else { return }
        if bytes[index] == CSVRecords.carriageReturn {
            index += 1
            if index < bytes.count, bytes[index] == CSVRecords.lineFeed { index += 1 }
        } else {
            index += 1
        }
        line += 1
    }
}
