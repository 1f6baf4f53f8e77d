import ChiboModel

/// Reads the bytes of a compiled time zone file: TZif version 1 to 4, RFC 8536 (and 9636).
package enum TimeZoneFile {
    /// What is wrong with the bytes of a file.
    package enum Fault: Error, Hashable, Sendable {
        /// The file does not begin like a time zone file.
        case notATimeZoneFile
        /// It ends before what its header promises.
        case truncated
        /// A number in it points nowhere, or the changes are out of order.
        case inconsistent
        /// It counts leap seconds (`right/…`), which the records' clock does not.
        case leapSeconds
        /// The rule for later years is not understood.
        case footer(String)
    }

    /// The rules in a file.
    package static func parse(_ bytes: [UInt8], name: String) throws(Fault) -> TimeZoneRules {
        var reader = Reader(bytes: bytes)
        let first = try reader.header()
        if first.version == 1 { return try reader.block(first, width: 4, name: name, footer: nil) }
        // A newer file repeats everything with 64 bits after a block for readers of old.
        try reader.skip(first.length(width: 4))
        let second = try reader.header()
        var ahead = reader
        try ahead.skip(second.length(width: 8))
        let footer = try ahead.footer()
        return try reader.block(second, width: 8, name: name, footer: footer)
    }
}

/// The six counts of a header.
private struct Header {
    let version: Int
    let utcFlags, standardFlags, leaps, changes, types, characters: Int

    func length(width: Int) -> Int {
        changes * (width + 1) + types * 6 + characters + leaps * (width + 4) + standardFlags + utcFlags
    }
}

/// A cursor over the bytes that never reads past them.
private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func take(_ count: Int) throws(TimeZoneFile.Fault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func skip(_ count: Int) throws(TimeZoneFile.Fault) { _ = try take(count) }

    /// A signed big-endian number of 1, 4 or 8 bytes.
    mutating func number(_ width: Int) throws(TimeZoneFile.Fault) -> Int64 {
        let digits = try take(width)
        let sign: Int64 = (digits.first ?? 0) & 0x80 == 0 ? 0 : -1
        return digits.reduce(sign) { $0 << 8 | Int64($1) }
    }

    mutating func header() throws(TimeZoneFile.Fault) -> Header {
        guard bytes.count - position >= 5, bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
            throw .notATimeZoneFile
        }
        let digit = bytes[position + 4]
        try skip(20)
        var counts: [Int] = []
        for _ in 0..<6 {
            let count = try number(4)
            guard (0...1_000_000).contains(count) else { throw .inconsistent }
            counts.append(Int(count))
        }
        guard counts[4] > 0 else { throw .inconsistent }
        return Header(
            version: digit == 0 ? 1 : Int(digit) - 0x30, utcFlags: counts[0], standardFlags: counts[1],
            leaps: counts[2], changes: counts[3], types: counts[4], characters: counts[5])
    }

    mutating func block(
        _ header: Header, width: Int, name: String, footer: PosixTimeZone?
    ) throws(TimeZoneFile.Fault) -> TimeZoneRules {
        guard header.leaps == 0 else { throw .leapSeconds }
        let changes = try changes(header.changes, width: width)
        let indices = try take(header.changes)
        let types = try types(header)
        guard indices.allSatisfy({ Int($0) < types.count }) else { throw .inconsistent }
        return TimeZoneRules(
            name: name, changes: changes, offsets: indices.map { types[Int($0)] }, initial: types[0], footer: footer)
    }

    private mutating func changes(_ count: Int, width: Int) throws(TimeZoneFile.Fault) -> [Instant] {
        var changes: [Instant] = []
        for _ in 0..<count { changes.append(Instant(seconds: try number(width))) }
        guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .inconsistent }
        return changes
    }

    private mutating func types(_ header: Header) throws(TimeZoneFile.Fault) -> [TimeZoneRules.Offset] {
        var raw: [(seconds: Int, isDaylight: Bool, name: Int)] = []
        for _ in 0..<header.types {
            let seconds = Int(try number(4))
            let isDaylight = try number(1) != 0
            let name = Int(try number(1))
            guard abs(seconds) < 86400, (0..<header.characters).contains(name) else { throw .inconsistent }
            raw.append((seconds, isDaylight, name))
        }
        let names = Array(try take(header.characters))
        return raw.map { type in
            let letters = names[type.name...].prefix { $0 != 0 }
            return TimeZoneRules.Offset(
                seconds: type.seconds, isDaylight: type.isDaylight,
                abbreviation: String(decoding: letters, as: UTF8.self))
        }
    }

    /// The rule between two line ends after the second block; nil where it is empty.
    mutating func footer() throws(TimeZoneFile.Fault) -> PosixTimeZone? {
        guard position < bytes.count, bytes[position] == 0x0A else { throw .truncated }
        let rest = bytes[(position + 1)...]
        guard let end = rest.firstIndex(of: 0x0A) else { throw .truncated }
        let text = String(decoding: rest[..<end], as: UTF8.self)
        if text.isEmpty { return nil }
        guard let zone = PosixTimeZoneReader.read(text) else { throw .footer(text) }
        return zone
    }
}
