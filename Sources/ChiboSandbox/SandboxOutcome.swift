/// How a sandboxed process ended; every end is one of these, whatever the process did.
package enum SandboxOutcome: Sendable, Equatable {
    /// It said how it ended, and ended so.
    case finished(Int32)
    /// The watchdog ended it, or the kernel for its processor time.
    case outOfTime
    /// It used up its memory: the kernel ended it, or it died at the edge of what it was allowed.
    case outOfMemory
    /// It answered more than it may.
    case outOfOutput
    /// It wrote a file larger than it may.
    case outOfFileSize
    /// A signal ended it; its last words are what it wrote to its error stream, shortened.
    case crashed(signal: Int32, lastWords: String)
    /// It ended without saying how.
    case vanished(status: Int32, lastWords: String)
    /// It broke the protocol: that happens only to a process that was taken over, or by a fault of ours.
    case garbled(String)
    /// The locks could not be closed, so nothing was run.
    case notLocked(step: String, errno: Int32)
    /// The process could not be started.
    case notStarted(errno: Int32)
}
