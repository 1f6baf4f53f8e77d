/// What a sandboxed process may use up before it is ended.
package struct SandboxLimits: Sendable, Equatable {
    /// Wall time, grace included, that the loading of scripts may take, and as much again for the script that runs.
    package var script: Duration
    /// Wall time for everything that is not a script: loading records, writing results.
    package var host: Duration
    /// Bytes of address space; what the scripts' own limit does not see (the runtime, the records) counts too.
    package var addressSpace: UInt64
    /// Bytes of one written file.
    package var fileSize: UInt64
    /// Bytes of all answers together.
    package var output: Int

    /// How many threads may use the processor at a time: each adds its time to the process's.
    package var threads: Int

    /// Limits, each with a value that no honest run comes near.
    package init(
        script: Duration = .seconds(6), host: Duration = .seconds(600), addressSpace: UInt64 = 4 << 30,
        fileSize: UInt64 = 1 << 30, output: Int = 256 << 20, threads: Int = 1
    ) {
        (self.script, self.host) = (script, host)
        (self.addressSpace, self.fileSize, self.output) = (addressSpace, fileSize, output)
        self.threads = threads
    }
}

/// The paths that stay open to a sandboxed process, with all below them; a path that does not exist is left out.
package struct SandboxFolders: Sendable, Equatable {
    /// May be read and listed.
    package var readable: [String]
    /// May be read, and written to.
    package var writable: [String]

    /// Folders, or single files.
    package init(readable: [String] = [], writable: [String] = []) {
        (self.readable, self.writable) = (readable, writable)
    }
}
