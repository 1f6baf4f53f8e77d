import CSandbox

/// The locks of the kernel as this process sees them.
package struct KernelLocks: Sendable, Equatable {
    /// The version of Landlock's interface; 0: files cannot be closed.
    package let landlock: Int
    /// Whether system calls can be filtered.
    package let filtersCalls: Bool

    /// What this kernel offers.
    package static var offered: KernelLocks {
        let kernel = csandbox_probe()
        return KernelLocks(landlock: Int(kernel.landlock), filtersCalls: kernel.seccomp)
    }

    /// Which step failed, and what the system said.
    struct Failure: Error {
        let step: String
        let number: Int32
    }

    /// Closes everything that the kernel offers, for good; this process must have no second thread.
    ///
    /// - Returns: What was closed: a kernel without Landlock or filters is no failure.
    static func close(
        _ limits: SandboxLimits, _ folders: SandboxFolders, parent: Int32
    ) throws(Failure) -> KernelLocks {
        try check("renounce", csandbox_renounce(parent))
        let offered = offered
        try check("limit", limit(limits))
        if offered.landlock > 0 { try check("files", closeFiles(folders)) }
        if offered.filtersCalls {
            try check("calls", csandbox_close_calls())
        } else {
            try check("processes", csandbox_forbid_processes())
        }
        return offered
    }

    private static func check(_ step: String, _ number: Int32) throws(Failure) {
        if number != 0 { throw Failure(step: step, number: number) }
    }

    private static func limit(_ limits: SandboxLimits) -> Int32 {
        // The processor's time is above the wall's: the watchdog comes first and says it better.
        let seconds = UInt64((limits.script * limits.threads + limits.host).components.seconds) + 5
        var bounds = csandbox_limits(
            address_space: limits.addressSpace, cpu_seconds: seconds, file_size: limits.fileSize, open_files: 64)
        return unsafe csandbox_limit(&bounds)
    }

    private static func closeFiles(_ folders: SandboxFolders) -> Int32 {
        let readable = CStrings(folders.readable)
        let writable = CStrings(folders.writable)
        return unsafe readable.withPointers { first in
            unsafe writable.withPointers { second in
                unsafe csandbox_close_files(first, folders.readable.count, second, folders.writable.count)
            }
        }
    }
}
