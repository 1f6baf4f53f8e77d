/// Bytes that do not say what they should.
package struct GarbledBytes: Error, Equatable {
    /// What was wrong with them.
    package let reason: String

    /// A reason, in English, for the makers of Chibo.
    package init(_ reason: String) { self.reason = reason }
}

/// Puts values behind each other, for ``ByteReader`` on the other side of a pipe.
package struct ByteWriter {
    /// What was put so far.
    package private(set) var bytes: [UInt8] = []

    /// Starts with nothing.
    package init() {}

    /// Adds a number.
    package mutating func put(_ number: Int64) {
        for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    }

    /// Adds bytes, with their count before them.
    package mutating func put(_ part: [UInt8]) {
        put(Int64(part.count))
        bytes += part
    }

    /// Adds a text.
    package mutating func put(_ text: String) { put(Array(text.utf8)) }

    /// Adds texts.
    package mutating func put(_ texts: [String]) {
        put(Int64(texts.count))
        for text in texts { put(text) }
    }
}

/// Takes values from bytes that somebody else made: counts are checked before anything is allocated for them.
package struct ByteReader {
    private var rest: ArraySlice<UInt8>

    /// Reads from the beginning.
    package init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

    /// The next number.
    package mutating func number() throws(GarbledBytes) -> Int64 {
        guard rest.count >= 8 else { throw GarbledBytes("a number is cut short") }
        defer { rest = rest.dropFirst(8) }
        return Int64(bitPattern: rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The next bytes.
    package mutating func part() throws(GarbledBytes) -> [UInt8] {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw GarbledBytes("a part is longer than what holds it") }
        defer { rest = rest.dropFirst(Int(count)) }
        return Array(rest.prefix(Int(count)))
    }

    /// The next text.
    package mutating func text() throws(GarbledBytes) -> String {
        guard let text = String(validating: try part(), as: UTF8.self) else { throw GarbledBytes("no UTF-8") }
        return text
    }

    /// The next texts.
    package mutating func texts() throws(GarbledBytes) -> [String] {
        let count = try number()
        guard count >= 0, count <= rest.count / 8 else { throw GarbledBytes("more texts than bytes") }
        var texts: [String] = []
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    /// Refuses what is left over.
    package func finish() throws(GarbledBytes) {
        if !rest.isEmpty { throw GarbledBytes("\(rest.count) bytes are left over") }
    }
}
