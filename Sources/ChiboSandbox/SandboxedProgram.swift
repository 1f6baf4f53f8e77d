import Glibc

/// A program that can be started as a sandbox: the host's own, in a hidden mode.
package struct SandboxedProgram: Sendable {
    /// The program's file.
    package let path: String
    /// The words that put it into the mode.
    package let arguments: [String]
    /// Its variables, `NAME=value`; it gets no other.
    package var environment: [String]

    /// A program that makes a ``SandboxChild`` when it is started with these words.
    package init(
        path: String = "/proc/self/exe", arguments: [String], environment: [String] = standardEnvironment
    ) {
        (self.path, self.arguments, self.environment) = (path, arguments, environment)
    }

    /// The runtime of Swift would start a debugger at a crash, which the locks refuse.
    package static let standardEnvironment = ["LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]

    /// What the process says while it runs.
    package enum Event: Sendable, Equatable {
        /// Results.
        case output([UInt8])
        /// Messages.
        case message([UInt8])
        /// Something else, as the two sides agreed.
        case note([UInt8])
        /// What stands on its board, where it ended without saying how, after everything else; not sent when nothing does.
        case board([UInt8])
    }

    /// Runs a request to its end.
    ///
    /// The process cannot delay this call beyond its limits, nor make it hold more memory than a frame.
    ///
    /// - Parameters:
    ///   - payload: The request.
    ///   - limits: What it may use up.
    ///   - folders: The paths that stay open to it.
    ///   - handle: Gets what it says, in order. What it throws ends the process.
    /// - Returns: How it ended.
    /// - Throws: What `handle` threw.
    package func run(
        _ payload: [UInt8], limits: SandboxLimits, folders: SandboxFolders, _ handle: (Event) throws -> Void
    ) throws -> SandboxOutcome {
        let request = SandboxRequest(limits: limits, folders: folders, parent: getpid(), payload: payload)
        let process: SpawnedProcess
        do throws(SpawnFailure) {
            process = try SpawnedProcess(path, arguments, environment: environment)
        } catch { return .notStarted(errno: error.number) }
        var session = SandboxSession(process, limits, request: request.bytes)
        return try session.run(handle)
    }
}
