import Glibc

/// One run seen from the host: relays what the process says, and ends it when it should end.
struct SandboxSession {
    private let process: SpawnedProcess
    private let limits: SandboxLimits
    private var request: ArraySlice<UInt8>
    private var parser = FrameParser()
    private var watchdog: Watchdog
    private var said = 0
    private var lastWords: [UInt8] = []
    private var code: Int32?
    /// Why the process was ended from here; nil where it was not.
    private var verdict: SandboxOutcome?
    private var isReady = false

    init(_ process: SpawnedProcess, _ limits: SandboxLimits, request: [UInt8]) {
        (self.process, self.limits, self.request) = (process, limits, request[...])
        watchdog = Watchdog(limits)
    }

    /// How much of its last words is kept.
    private static let wordLimit = 2000
    /// How long a process may take to be gone once it has closed its answers.
    private static let farewell: Duration = .seconds(1)

    mutating func run(_ handle: (SandboxedProgram.Event) throws -> Void) throws -> SandboxOutcome {
        do {
            let ending = try relay(handle)
            let outcome = outcome(ending ?? waitForEnd())
            if case .finished = outcome { return outcome }
            let board = process.board.readBoard(SandboxChild.boardSize)
            if board.contains(where: { $0 != 0 }) { try handle(.board(board)) }
            return outcome
        } catch {
            process.kill()
            _ = waitForEnd()
            throw error
        }
    }

    /// Relays until the process has nothing more to say; how it ended, where that is known by then.
    private mutating func relay(
        _ handle: (SandboxedProgram.Event) throws -> Void
    ) throws -> SpawnedProcess.Ending? {
        while verdict == nil, process.answers.isOpen {
            let began = ContinuousClock.now
            waitForWords()
            watchdog.spend(ContinuousClock.now - began)
            // Asked before reading: what a process said before it ended is in the pipe by then.
            let ending = process.ending()
            send()
            hear()
            try answer(handle)
            if let ending {
                while verdict == nil, process.answers.isOpen, try answer(handle) {}
                return ending
            }
            if verdict == nil, watchdog.isOver { verdict = .outOfTime }
        }
        return nil
    }

    private func waitForWords() {
        var files = [(process.answers, POLLIN), (process.words, POLLIN), (process.request, POLLOUT)].map {
            // A descriptor below 0 is passed over.
            pollfd(fd: $0.0.isOpen ? $0.0.number : -1, events: Int16($0.1), revents: 0)
        }
        let wait = min(watchdog.remaining.milliseconds, 100)
        unsafe _ = poll(&files, nfds_t(files.count), Int32(clamping: max(0, wait)))
    }

    /// The request, as far as the pipe takes it.
    private mutating func send() {
        guard process.request.isOpen else { return }
        guard let count = process.request.write(request) else { return process.request.close() }
        request = request.dropFirst(count)
        if request.isEmpty { process.request.close() }
    }

    /// Last words: all are read, so that the process does not wait; the first of them are kept.
    private mutating func hear() {
        guard process.words.isOpen, let words = process.words.read() else { return }
        if words.isEmpty { return process.words.close() }
        lastWords += words.prefix(Self.wordLimit - lastWords.count)
    }

    /// Reads once and handles the frames that are whole; false where there was nothing to read.
    @discardableResult
    private mutating func answer(_ handle: (SandboxedProgram.Event) throws -> Void) throws -> Bool {
        guard let bytes = process.answers.read() else { return false }
        if bytes.isEmpty {
            process.answers.close()
            return false
        }
        parser.add(bytes)
        do {
            while verdict == nil, let frame = try parser.next() { try take(frame, handle) }
        } catch let error as GarbledBytes { verdict = .garbled(error.reason) }
        return true
    }

    private mutating func take(
        _ frame: SandboxFrame, _ handle: (SandboxedProgram.Event) throws -> Void
    ) throws {
        if code != nil { throw GarbledBytes("something after the end") }
        if !isReady, frame.kind != .ready, frame.kind != .notLocked { throw GarbledBytes("words before the locks") }
        switch frame.kind {
        case .ready: try beReady()
        case .notLocked: verdict = try Self.refusal(frame.content)
        case .clock: watchdog.clock = try Self.clock(frame.content)
        case .output: try relay(.output(frame.content), frame.content.count, handle)
        case .message: try relay(.message(frame.content), frame.content.count, handle)
        case .note: try relay(.note(frame.content), frame.content.count, handle)
        case .end: code = try Self.code(frame.content)
        }
    }

    private mutating func beReady() throws(GarbledBytes) {
        if isReady { throw GarbledBytes("ready a second time") }
        isReady = true
        watchdog.clock = .loading
    }

    private mutating func relay(
        _ event: SandboxedProgram.Event, _ count: Int, _ handle: (SandboxedProgram.Event) throws -> Void
    ) throws {
        // A frame costs something even when it is empty.
        said += count + 16
        if said > limits.output { verdict = .outOfOutput } else { try handle(event) }
    }

    private static func code(_ content: [UInt8]) throws(GarbledBytes) -> Int32 {
        guard content.count == 4 else { throw GarbledBytes("an end without a code") }
        return content.reversed().reduce(0) { $0 << 8 | Int32($1) }
    }

    private static func clock(_ content: [UInt8]) throws(GarbledBytes) -> SandboxClock {
        guard content.count == 1, let clock = SandboxClock(rawValue: content[0]) else {
            throw GarbledBytes("a clock that does not exist")
        }
        return clock
    }

    private static func refusal(_ content: [UInt8]) throws(GarbledBytes) -> SandboxOutcome {
        var reader = ByteReader(content)
        let step = String(try reader.text().prefix(40))
        return .notLocked(step: step, errno: Int32(truncatingIfNeeded: try reader.number()))
    }
}

/// The end.
extension SandboxSession {
    /// Waits for the process to be gone, and sees to it that it goes.
    private func waitForEnd() -> SpawnedProcess.Ending {
        if verdict != nil { process.kill() }
        let patience = ContinuousClock.now + Self.farewell
        while true {
            if let ending = process.ending() { return ending }
            if ContinuousClock.now > patience { process.kill() }
            // 1 ms: an ordinary end is there at once, and nothing waits for this.
            usleep(1000)
        }
    }

    private func outcome(_ ending: SpawnedProcess.Ending) -> SandboxOutcome {
        if let verdict { return verdict }
        let words = String(decoding: lastWords, as: UTF8.self)
        guard let signal = ending.signal else {
            if parser.isInside { return .garbled("a frame is cut short") }
            guard ending.status == 0, let code else { return .vanished(status: ending.status, lastWords: words) }
            return .finished(code)
        }
        switch signal {
        case SIGXCPU: return .outOfTime
        case SIGXFSZ: return .outOfFileSize
        // Nobody here sent it: the kernel does when the machine has no memory left.
        case SIGKILL: return .outOfMemory
        // A process that may hold no more dies where it cannot go on: its allocator aborts, or a trap of the runtime.
        case SIGABRT where isFull(ending), SIGTRAP where isFull(ending), SIGILL where isFull(ending),
            SIGSEGV where isFull(ending):
            return .outOfMemory
        default: return .crashed(signal: signal, lastWords: words)
        }
    }

    /// Whether it had come near its bound: some of the address space is never touched.
    private func isFull(_ ending: SpawnedProcess.Ending) -> Bool { ending.peak >= limits.addressSpace / 2 }
}

/// Counts a run's time on three accounts.
private struct Watchdog {
    private var left: [SandboxClock: Duration]
    /// Whose time runs; until the locks are closed the host's.
    var clock = SandboxClock.host

    init(_ limits: SandboxLimits) {
        left = [.host: limits.host, .loading: limits.script, .running: limits.script]
    }

    /// What is left on the account that runs.
    var remaining: Duration { left[clock] ?? .zero }

    var isOver: Bool { remaining <= .zero }

    mutating func spend(_ time: Duration) { left[clock] = remaining - time }
}
