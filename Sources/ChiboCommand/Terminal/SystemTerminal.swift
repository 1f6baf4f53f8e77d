import Glibc

/// The terminal, the pipe or the file that the program was started with.
@safe
package final class SystemTerminal: Terminal {
    private var saved: termios?
    private var pending: [UInt8] = []
    private var inputEnded = false

    /// The streams of this process.
    ///
    /// A write to a closed pipe, or past the size that a file may have, shall be an answer here, not the end of the
    /// process; so their signals are ignored.
    package init() { for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) } }

    deinit { leaveRawMode() }

    package var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    package func isTerminal(_ stream: OutputStream) -> Bool { isatty(descriptor(stream)) == 1 }

    package var columns: Int {
        var size = winsize()
        for file in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
            if unsafe ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        }
        return 80
    }

    package var now: Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    package func write(_ text: String, to stream: OutputStream) -> WriteResult {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor(stream), $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                return .closed
            } else if errno == EAGAIN {
                waitUntilWritable(descriptor(stream))
            } else if errno != EINTR {
                return .failed(errno)
            }
        }
        return .written
    }

    package func readLine() -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            guard !inputEnded, let more = readBytes(), !more.isEmpty else {
                inputEnded = true
                defer { pending = [] }
                return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self)
            }
            pending += more
        }
    }

    /// Nil on an error, empty at the end of the input.
    private func readBytes() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 { return Array(buffer.prefix(count)) }
            if errno != EINTR { return nil }
        }
    }

    private func descriptor(_ stream: OutputStream) -> Int32 { stream == .output ? STDOUT_FILENO : STDERR_FILENO }

    private func waitUntilWritable(_ file: Int32) {
        var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        unsafe _ = poll(&request, 1, 1000)
    }
}

/// Reading key by key, with the terminal put back whatever ends it.
extension SystemTerminal {
    /// The signals that end a program; while keys are read they wait until the terminal is as it was.
    private static var endings: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in [SIGTERM, SIGHUP, SIGQUIT, SIGINT] { unsafe sigaddset(&set, number) }
        return set
    }

    package func enterRawMode() -> Bool {
        var mode = termios()
        guard saved == nil, unsafe tcgetattr(STDIN_FILENO, &mode) == 0 else { return saved != nil }
        saved = mode
        mode.c_iflag &= ~tcflag_t(ICRNL | IXON | BRKINT | INPCK | ISTRIP)
        mode.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &mode) == 0 else {
            saved = nil
            return false
        }
        var set = Self.endings
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        return true
    }

    package func leaveRawMode() {
        guard var mode = saved else { return }
        saved = nil
        unsafe _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
        var set = Self.endings
        // A signal that waited arrives here and ends the program, with the terminal in order.
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    package func readKeys(timeoutMilliseconds: Int?) -> [UInt8]? {
        if !pending.isEmpty {
            defer { pending = [] }
            return pending
        }
        let deadline = timeoutMilliseconds.map { now + $0 }
        while true {
            // Short waits, because a waiting signal does not end a poll.
            let wait = min(200, deadline.map { max(0, $0 - now) } ?? 200)
            var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&request, 1, Int32(wait))
            if ready > 0 { return readBytes().flatMap { $0.isEmpty ? nil : $0 } }
            if endingIsWaiting { return nil }
            if let deadline, now >= deadline { return [] }
        }
    }

    private var endingIsWaiting: Bool {
        var waiting = sigset_t()
        guard unsafe sigpending(&waiting) == 0 else { return false }
        return [SIGTERM, SIGHUP, SIGQUIT, SIGINT].contains { unsafe sigismember(&waiting, $0) == 1 }
    }
}
