/// What the host sends to the process that it started.
struct SandboxRequest: Equatable {
    /// The most bytes of a request.
    static let limit = 16 << 20

    let limits: SandboxLimits
    let folders: SandboxFolders
    /// The host's process; when it dies, the child does.
    let parent: Int32
    let payload: [UInt8]

    init(limits: SandboxLimits, folders: SandboxFolders, parent: Int32, payload: [UInt8]) {
        (self.limits, self.folders, self.parent, self.payload) = (limits, folders, parent, payload)
    }

    /// Whoever starts the hidden mode by hand and types gets an error here, not a run.
    init(_ bytes: [UInt8]) throws(GarbledBytes) {
        var reader = ByteReader(bytes)
        guard try reader.text() == Self.greeting else { throw GarbledBytes("no request") }
        limits = try Self.limits(&reader)
        folders = SandboxFolders(readable: try reader.texts(), writable: try reader.texts())
        parent = Int32(truncatingIfNeeded: try reader.number())
        payload = try reader.part()
        try reader.finish()
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(Self.greeting)
        for time in [limits.script, limits.host] { writer.put(time.milliseconds) }
        writer.put(Int64(clamping: limits.addressSpace))
        writer.put(Int64(clamping: limits.fileSize))
        writer.put(Int64(limits.output))
        writer.put(Int64(limits.threads))
        writer.put(folders.readable)
        writer.put(folders.writable)
        writer.put(Int64(parent))
        writer.put(payload)
        return writer.bytes
    }

    private static let greeting = "chibo sandbox 1"

    private static func limits(_ reader: inout ByteReader) throws(GarbledBytes) -> SandboxLimits {
        let numbers = [
            try reader.number(), try reader.number(), try reader.number(), try reader.number(), try reader.number(),
            try reader.number(),
        ]
        guard numbers.allSatisfy({ $0 >= 0 }) else { throw GarbledBytes("a limit below zero") }
        return SandboxLimits(
            script: .milliseconds(numbers[0]), host: .milliseconds(numbers[1]), addressSpace: UInt64(numbers[2]),
            fileSize: UInt64(numbers[3]), output: Int(numbers[4]),
            threads: Int(numbers[5]))
    }
}

extension Duration {
    /// Whole milliseconds, rounded up.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
