internal import Glibc

/// The folder of the system's time zone files, and the zones that Chibo knows without it.
package struct TimeZoneFolder: Sendable {
    /// A zone, and where it comes from.
    package struct Zone: Sendable {
        /// The zone's clock.
        package let rules: TimeZoneRules
        /// Why the built-in zone had to do, for `doctor` to show; nil where the system's file was read.
        package let note: TimeZoneProblem?
    }

    /// Where Debian's package `tzdata` puts its files.
    package static let system = "/usr/share/zoneinfo"

    /// The folder.
    package let path: String

    /// A folder of time zone files.
    package init(path: String = TimeZoneFolder.system) { self.path = path }

    /// The zone of that IANA name.
    ///
    /// Without the system's files the zones of ``builtIn`` still work: the machine of an office may lack `tzdata`, and
    /// a schedule in Viet Nam must not depend on it.
    package func zone(_ name: String) throws(TimeZoneProblem) -> Zone {
        guard TimeZoneFolder.isName(name) else { throw TimeZoneProblem(name: name, folder: path, cause: .badName) }
        do {
            return Zone(rules: try read(name), note: nil)
        } catch {
            guard case .missing = error.cause, let rules = TimeZoneFolder.builtIn(name) else { throw error }
            return Zone(rules: rules, note: error)
        }
    }

    private func read(_ name: String) throws(TimeZoneProblem) -> TimeZoneRules {
        guard let bytes = contents(path + "/" + name) else {
            throw TimeZoneProblem(name: name, folder: path, cause: .missing)
        }
        do {
            return try TimeZoneFile.parse(bytes, name: name)
        } catch {
            throw TimeZoneProblem(name: name, folder: path, cause: .damaged(error))
        }
    }

    /// The zones whose offset today is certain without a file.
    ///
    /// Viet Nam has used UTC+7 without daylight-saving time since 13/06/1975 (in the north since 1968), and a schedule
    /// looks at the present only.
    static func builtIn(_ name: String) -> TimeZoneRules? {
        switch name {
        case "Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Bangkok":
            TimeZoneRules(name: name, fixed: 7 * 3600, abbreviation: "+07")
        case "UTC", "Etc/UTC": TimeZoneRules(name: name, fixed: 0, abbreviation: "UTC")
        default: nil
        }
    }

    /// Whether a text can name a zone: parts of letters, digits, `_`, `+` and `-`, joined by `/`, so that no name leads
    /// out of the folder.
    package static func isName(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return name.utf8.count <= 64 && (1...3).contains(parts.count)
            && parts.allSatisfy { part in part.first.map(isLetter) ?? false && part.allSatisfy(isNameByte) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x5F].contains(byte)
    }
}

/// The bytes of a file, at most a megabyte of them; nil where it cannot be read.
private func contents(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while bytes.count < 1 << 20 {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { return nil }
        if count == 0 { return bytes }
        bytes += buffer[..<count]
    }
    return bytes
}
