import ChiboSandbox
import Glibc

// A program that misbehaves on request, behind the locks: what the tests of the sandbox start.
// A call that is refused answers its errno as the exit code; one that is not answers 0.

/// The answer of a system call.
func refusal(_ result: some BinaryInteger) -> Int32 { result < 0 ? errno : 0 }

func openForWriting(_ path: String) -> Int32 { refusal(unsafe open(path, O_WRONLY | O_CREAT, 0o600)) }

func connectSomewhere() -> Int32 {
    var address = sockaddr_in()
    return unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe refusal(connect(0, $0, 16)) }
    }
}

func execute() -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("/bin/true"), nil]
    return unsafe refusal(execv("/bin/true", &words))
}

func startProcess() -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("/bin/true"), nil]
    var child: pid_t = 0
    return unsafe posix_spawn(&child, "/bin/true", nil, nil, &words, environ)
}

func startThread() -> Int32 {
    var thread = pthread_t()
    let result = unsafe pthread_create(&thread, nil, { _ in nil }, nil)
    if result == 0 { pthread_join(thread, nil) }
    return result
}

func allocateWithoutEnd() -> Never {
    while true {
        // Aborts where the C library says no, as the runtime of Swift does.
        guard let block = unsafe malloc(16 << 20) else { abort() }
        unsafe memset(block, 1, 16 << 20)
    }
}

func growFile(_ path: String) -> Int32 {
    let file = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
    let block = [UInt8](repeating: 65, count: 1 << 20)
    for _ in 0..<64 where unsafe write(file, block, block.count) < 0 { return errno }
    return 0
}

/// Bytes that are no frames, or frames that must not be there.
func say(_ bytes: [UInt8]) { unsafe _ = write(3, bytes, bytes.count) }

func misbehave(_ words: [String], _ child: SandboxChild) -> Int32 {
    switch words[0] {
    case "greet":
        child.say(.output, Array(words[1].utf8))
        child.say(.message, Array("and a message".utf8))
        child.say(.note, [1, 2, 3])
        return 7
    case "long": child.say(.output, Array(String(repeating: "ắ", count: 1_000_000).utf8))
    case "loop": while true { usleep(1000) }
    case "spin": while true {}
    case "host":
        child.run(.host)
        usleep(700_000)
    case "flood": while true { child.say(.output, Array(repeating: 65, count: 60_000)) }
    case "empty-flood": while true { child.say(.note) }
    case "memory": allocateWithoutEnd()
    case "null": unsafe UnsafeMutablePointer<Int>(bitPattern: Int(words[1]) ?? 0)?.pointee = 1
    case "trap": preconditionFailure("something unthinkable")
    case "abort": abort()
    case "exit": exit(3)
    case "close":
        close(3)
        sleep(60)
    case "garbage":
        say(Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
        sleep(60)
    case "huge-frame":
        say([0x4F, 0xFF, 0xFF, 0xFF, 0xFF])
        sleep(60)
    case "cut": say([0x4F, 100, 0, 0, 0, 65])
    case "again":
        child.say(.ready)
        sleep(60)
    case "after-end":
        child.say(.end, [0, 0, 0, 0])
        child.say(.output, [65])
        sleep(60)
    case "dead-after-end":
        child.say(.end, [0, 0, 0, 0])
        abort()
    case "words":
        for _ in 0..<100_000 { unsafe _ = write(2, "never mind ", 11) }
        abort()
    case "board":
        unsafe child.board.copyBytes(from: Array(words[1].utf8))
        switch words[2] {
        case "loop": while true { usleep(1000) }
        case "crash": abort()
        case "exit": exit(3)
        default: break
        }
    case "write": return openForWriting(words[1])
    case "read": return refusal(unsafe open(words[1], O_RDONLY))
    case "truncate": return refusal(unsafe truncate(words[1], 0))
    case "remove": return refusal(unsafe unlink(words[1]))
    case "rename": return refusal(unsafe rename(words[1], words[2]))
    case "chmod": return refusal(unsafe chmod(words[1], 0o777))
    case "grow": return growFile(words[1])
    case "socket": return refusal(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
    case "unix-socket": return refusal(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
    case "connect": return connectSomewhere()
    case "exec": return execute()
    case "spawn": return startProcess()
    case "fork": return refusal(syscallFork())
    case "thread": return startThread()
    case "kill": return refusal(kill(getppid(), 0))
    case "ptrace": return refusal(callPtrace(getppid()))
    case "descriptors": return (4..<64).contains { fcntl($0, F_GETFD) >= 0 } ? 1 : 0
    case "environment": return unsafe environ[SandboxedProgram.standardEnvironment.count] == nil ? 0 : 1
    case "core":
        var bound = rlimit()
        unsafe getrlimit(__rlimit_resource_t(4), &bound)
        return Int32(bound.rlim_cur)
    default: return 99
    }
    return 0
}

func syscallFork() -> Int {
    typealias Call = @convention(c) () -> pid_t
    guard let symbol = unsafe dlsym(nil, "fork") else { return 0 }
    let child = unsafe unsafeBitCast(symbol, to: Call.self)()
    if child == 0 { _exit(0) }
    return Int(child)
}

func callPtrace(_ process: pid_t) -> Int {
    typealias Call = @convention(c) (Int, pid_t, Int, Int) -> Int
    guard let symbol = unsafe dlsym(nil, "ptrace") else { return 0 }
    return unsafe unsafeBitCast(symbol, to: Call.self)(16, process, 0, 0)
}

do {
    let child = try SandboxChild()
    var reader = ByteReader(child.payload)
    child.end(misbehave(try reader.texts(), child))
} catch {
    let words = Array("\(error)\n".utf8)
    unsafe _ = write(2, words, words.count)
    exit(64)
}
