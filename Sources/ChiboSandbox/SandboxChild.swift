import CSandbox
import Glibc

/// The inside: a process that was started to run what is not trusted.
///
/// Its input is the request, descriptor 3 takes its frames, descriptor 4 is its board, its output is nowhere.
package final class SandboxChild: Sendable {
    /// What the host asks for, in the form that both sides know.
    package let payload: [UInt8]
    /// What is closed.
    package let locks: KernelLocks

    static let answers: Int32 = 3
    static let board: Int32 = 4
    static let boardSize = 256 << 10

    /// The address of the board, 0 where there is no room for it.
    private let boardAddress: UInt

    /// Memory that the host reads when this process has ended without saying how; zeros at first.
    ///
    /// It is for what a process that is killed has to tell, and lives as long as the process.
    package var board: UnsafeMutableRawBufferPointer {
        let start = unsafe UnsafeMutableRawPointer(bitPattern: boardAddress)
        return unsafe UnsafeMutableRawBufferPointer(start: start, count: start == nil ? 0 : SandboxChild.boardSize)
    }

    /// Reads the request, closes the locks and says so.
    ///
    /// To be called first of all, while the process has one thread. Where the locks cannot be closed it says that
    /// instead, and nothing may be run.
    ///
    /// - Throws: What is wrong with the request, or with the locks.
    package init() throws(GarbledBytes) {
        _ = signal(SIGPIPE, SIG_DFL)
        let request = try SandboxRequest(SandboxChild.readInput())
        payload = request.payload
        boardAddress = UInt(bitPattern: unsafe csandbox_map_board(SandboxChild.board, SandboxChild.boardSize))
        do throws(KernelLocks.Failure) {
            locks = try KernelLocks.close(request.limits, request.folders, parent: request.parent)
        } catch {
            var words = ByteWriter()
            words.put(error.step)
            words.put(Int64(error.number))
            SandboxChild.send(SandboxFrame(kind: .notLocked, content: words.bytes))
            throw GarbledBytes("the lock of \(error.step) does not close: errno \(error.number)")
        }
        SandboxChild.send(SandboxFrame(kind: .ready, content: []))
    }

    /// Says something, in as many frames as it needs; a text is cut between characters.
    package func say(_ kind: SandboxFrame.Kind, _ content: [UInt8] = []) {
        var rest = content[...]
        repeat {
            var part = rest.prefix(SandboxFrame.limit)
            while part.count < rest.count, let next = rest.dropFirst(part.count).first, next & 0xC0 == 0x80,
                part.count > SandboxFrame.limit - 4
            {
                part = part.dropLast()
            }
            SandboxChild.send(SandboxFrame(kind: kind, content: Array(part)))
            rest = rest.dropFirst(part.count)
        } while !rest.isEmpty
    }

    /// Says whose time runs from here on.
    package func run(_ clock: SandboxClock) { say(.clock, [clock.rawValue]) }

    /// Says how it ended, and ends.
    package func end(_ code: Int32) -> Never {
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: code >> ($0 * 8)) }
        say(.end, bytes)
        _exit(0)
    }

    /// Writes a frame; a host that no longer reads ends this process by SIGPIPE.
    private static func send(_ frame: SandboxFrame) {
        var rest = frame.bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(answers, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { _exit(70) }
        }
    }

    private static func readInput() throws(GarbledBytes) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= SandboxRequest.limit {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count > 0 {
                bytes += chunk.prefix(count)
            } else if errno != EINTR {
                throw GarbledBytes("the request cannot be read: errno \(errno)")
            }
        }
        throw GarbledBytes("the request is too long")
    }
}
