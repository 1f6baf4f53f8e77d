/// One thing that a sandboxed process says: a letter, a length of four bytes, and so many bytes.
package struct SandboxFrame: Sendable, Equatable {
    /// What it is about.
    package enum Kind: UInt8, Sendable {
        /// The locks are closed; the content says which.
        case ready = 0x52
        /// The locks could not be closed, and why.
        case notLocked = 0x4C
        /// Whose time runs from here on: a ``SandboxClock``.
        case clock = 0x43
        /// Results, for stdout.
        case output = 0x4F
        /// Messages, for stderr.
        case message = 0x4D
        /// Something for the host, whose form is between the two sides.
        case note = 0x4E
        /// The end, with the exit code; nothing comes after it.
        case end = 0x45
    }

    /// The most bytes that a frame may hold.
    package static let limit = 1 << 20

    /// What it is about.
    package let kind: Kind
    /// Its content.
    package let content: [UInt8]

    /// A frame as it goes over the pipe.
    var bytes: [UInt8] {
        let count = UInt32(content.count)
        return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } + content
    }
}

/// Finds frames in bytes as they arrive.
struct FrameParser {
    private var waiting: [UInt8] = []
    private var start = 0

    /// Whether part of a frame is waiting for its rest.
    var isInside: Bool { start < waiting.count }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        waiting.removeFirst(start)
        start = 0
        waiting += bytes
    }

    /// The next whole frame; nil until more arrives.
    mutating func next() throws(GarbledBytes) -> SandboxFrame? {
        let here = waiting[start...]
        guard here.count >= 5 else { return nil }
        guard let kind = SandboxFrame.Kind(rawValue: here[start]) else { throw GarbledBytes("an unknown frame") }
        let count = (1...4).reversed().reduce(0) { $0 << 8 | Int(here[start + $1]) }
        guard count <= SandboxFrame.limit else { throw GarbledBytes("a frame of \(count) bytes") }
        guard here.count >= 5 + count else { return nil }
        defer { start += 5 + count }
        return SandboxFrame(kind: kind, content: Array(here[(start + 5)..<(start + 5 + count)]))
    }
}

/// Whose time runs in a sandboxed process.
///
/// It says so itself; what it can gain by lying is bounded, because no account is ever filled again.
package enum SandboxClock: UInt8, Sendable {
    /// The host works: records are loaded, results are written.
    case host
    /// Scripts are loaded.
    case loading
    /// A script runs.
    case running
}
