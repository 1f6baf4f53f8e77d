import CSandbox
import Glibc

/// A child process with three pipes: the request in, frames and last words out; and a board that both sides see.
///
/// Everything here returns within a bounded time, whatever the process does.
final class SpawnedProcess {
    let id: pid_t
    /// Ends of this side, none of which blocks.
    let request: Descriptor
    let answers: Descriptor
    let words: Descriptor
    /// What the process leaves behind when it cannot say it any more.
    let board: Descriptor
    private var ended: Ending?

    /// Starts a program with no descriptor and no variable but those named here.
    init(_ path: String, _ arguments: [String], environment: [String]) throws(SpawnFailure) {
        let (requestPipe, answerPipe, wordsPipe) = (try Pipe(), try Pipe(), try Pipe())
        board = try SpawnedProcess.makeBoard()
        id = try SpawnedProcess.spawn(
            path, arguments, environment,
            inherited: [requestPipe.reading, wordsPipe.writing, answerPipe.writing, board])
        (request, answers, words) = (requestPipe.writing, answerPipe.reading, wordsPipe.reading)
        for end in [request, answers, words] { end.makeNonblocking() }
    }

    private static func spawn(
        _ path: String, _ arguments: [String], _ environment: [String], inherited: [Descriptor]
    ) throws(SpawnFailure) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        // All of these are above the numbers that the child knows, so none is overwritten before it is copied.
        for (file, number) in zip(inherited, [STDIN_FILENO, STDERR_FILENO, SandboxChild.answers, SandboxChild.board]) {
            unsafe posix_spawn_file_actions_adddup2(&actions, file.number, number)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        unsafe _ = csandbox_close_from(&actions, SandboxChild.board + 1)
        resetSignals(&attributes)
        var child: pid_t = 0
        let result = unsafe CStrings([path] + arguments).withMutablePointers { words in
            unsafe CStrings(environment).withMutablePointers { variables in
                unsafe posix_spawn(&child, path, &actions, &attributes, words, variables)
            }
        }
        guard result == 0 else { throw SpawnFailure(number: result) }
        return child
    }

    private static func makeBoard() throws(SpawnFailure) -> Descriptor {
        var number: Int32 = -1
        let failure = unsafe csandbox_make_board(SandboxChild.boardSize, &number)
        if failure != 0 { throw SpawnFailure(number: failure) }
        let low = Descriptor(number)
        let high = fcntl(low.number, F_DUPFD_CLOEXEC, 16)
        if high < 0 { throw SpawnFailure(number: errno) }
        return Descriptor(high)
    }

    /// The host may ignore or block signals that end or pace the child.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        unsafe posix_spawnattr_setflags(&attributes, flags)
    }

    /// Ends it; once it was seen to have ended its number may be another's, and nothing is sent.
    func kill() { if ended == nil { _ = Glibc.kill(id, SIGKILL) } }

    /// How it ended; nil while it runs.
    func ending() -> Ending? {
        if ended == nil { ended = collect() }
        return ended
    }

    private func collect() -> Ending? {
        var status: Int32 = 0
        var usage = rusage()
        var result: pid_t
        repeat { result = unsafe wait4(id, &status, WNOHANG, &usage) } while result < 0 && errno == EINTR
        // ECHILD: somebody else in this process collected it, and nobody knows how it ended.
        if result < 0 { return Ending(signal: nil, status: -1, peak: 0) }
        guard result == id else { return nil }
        let number = status & 0x7F
        return Ending(
            signal: number == 0 ? nil : number, status: (status >> 8) & 0xFF,
            peak: UInt64(clamping: usage.ru_maxrss) * 1024)
    }

    /// What the system says of a process that has ended.
    struct Ending {
        /// The signal that ended it.
        let signal: Int32?
        /// What it returned, where no signal ended it.
        let status: Int32
        /// The most memory that it held, in bytes.
        let peak: UInt64
    }
}

/// That a process or its pipes could not be made.
struct SpawnFailure: Error {
    let number: Int32
}

/// An open file, closed with its last owner.
final class Descriptor {
    let number: Int32
    private(set) var isOpen = true

    init(_ number: Int32) { self.number = number }

    deinit { close() }

    func close() {
        if isOpen { _ = Glibc.close(number) }
        isOpen = false
    }

    func makeNonblocking() { _ = fcntl(number, F_SETFL, O_NONBLOCK) }

    /// Up to 64 KiB: empty at the end, nil while there is nothing.
    func read() -> ArraySlice<UInt8>? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe Glibc.read(number, $0.baseAddress, $0.count)
            }
            if count >= 0 { return chunk.prefix(count) }
            if errno == EAGAIN { return nil }
            if errno != EINTR { return [] }
        }
    }

    /// What stands at the beginning, up to a number of bytes; fewer where the system gives fewer.
    func readBoard(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = unsafe bytes.withUnsafeMutableBytes { unsafe pread(number, $0.baseAddress, $0.count, 0) }
        return Array(bytes.prefix(max(0, read)))
    }

    /// Writes what fits and answers how much; nil when nobody reads any more.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        while true {
            let count = unsafe bytes.withUnsafeBytes { unsafe csandbox_write(number, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            if errno == EAGAIN { return 0 }
            if errno != EINTR { return nil }
        }
    }
}

/// Two ends whose numbers are above those that a child is given.
private struct Pipe {
    let reading: Descriptor
    let writing: Descriptor

    init() throws(SpawnFailure) {
        var ends: [Int32] = [0, 0]
        let failure = unsafe csandbox_pipe(&ends)
        if failure != 0 { throw SpawnFailure(number: failure) }
        let low = ends.map { Descriptor($0) }
        let high = low.map { fcntl($0.number, F_DUPFD_CLOEXEC, 16) }
        (reading, writing) = (Descriptor(high[0]), Descriptor(high[1]))
        if high.contains(where: { $0 < 0 }) { throw SpawnFailure(number: errno) }
    }
}
