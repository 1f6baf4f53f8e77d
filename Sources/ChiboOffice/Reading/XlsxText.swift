/// Gathers the text of one string item: plain (`<t>`) or rich (`<r><t>`), without its phonetic guide (`<rPh>`).
struct XlsxTextCollector {
    private var bytes: [UInt8] = []
    private var phoneticDepth = 0
    private(set) var isCollecting = false

    mutating func start(_ name: XMLName) {
        if name == "t" {
            isCollecting = phoneticDepth == 0
        } else if name == "rPh" {
            phoneticDepth += 1
        }
    }

    mutating func end(_ name: XMLName) {
        if name == "t" {
            isCollecting = false
        } else if name == "rPh" {
            phoneticDepth -= 1
        }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if isCollecting { unsafe bytes.append(contentsOf: text) }
    }

    /// The text so far; the collector is empty afterwards.
    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return XlsxText.decode(bytes)
    }
}

/// The escapes of texts in workbooks.
enum XlsxText {
    /// Text with its `_x000D_` escapes undone; those for control characters vanish, except line breaks and tabs.
    static func decode(_ bytes: [UInt8]) -> String {
        guard let first = escape(in: bytes, from: 0) else { return String(decoding: bytes, as: UTF8.self) }
        var result = Array(bytes[..<first])
        var index = first
        while let next = escape(in: bytes, from: index) {
            result += bytes[index..<next]
            // Escapes give UTF-16 units; one half of a pair alone becomes the replacement character.
            var units: [UInt16] = []
            index = next
            while let unit = unit(in: bytes, at: index) {
                units.append(unit)
                index += 7
            }
            result += String(decoding: units, as: UTF16.self).utf8.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
        }
        result += bytes[index...]
        return String(decoding: result, as: UTF8.self)
    }

    private static func escape(in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= 7 else { return nil }
        var index = start
        while index + 7 <= bytes.count {
            if bytes[index] == UInt8(ascii: "_"), unit(in: bytes, at: index) != nil { return index }
            index += 1
        }
        return nil
    }

    /// The unit that `_xHHHH_` at an index stands for.
    static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        return UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
}

/// Reads `sharedStrings.xml`.
final class XlsxSharedStringsHandler: XMLHandler {
    /// The texts by the number that cells carry.
    private(set) var strings: [String] = []
    private var collector = XlsxTextCollector()

    override func start(_ name: XMLName, _ attributes: XMLAttributes) { collector.start(name) }

    override func end(_ name: XMLName) {
        collector.end(name)
        if name == "si" { strings.append(collector.take()) }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe collector.append(bytes) }
}
