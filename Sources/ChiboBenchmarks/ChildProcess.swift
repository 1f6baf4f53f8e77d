import Glibc

/// A failure to measure.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Runs this program again with other arguments and returns what it printed; its errors go to ours.
///
/// A process of its own gives every benchmark a fresh heap, and a peak of memory that is its alone.
func runSelf(_ arguments: [String]) throws(BenchmarkFailure) -> String {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw BenchmarkFailure("no pipe: \(errno)") }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    let child = spawnSelf(arguments, output: writing, closing: reading)
    close(writing)
    guard let child else { throw BenchmarkFailure("the benchmark's process could not be started") }
    let output = readAll(reading)
    var status: Int32 = 0
    unsafe waitpid(child, &status, 0)
    guard status == 0 else { throw BenchmarkFailure("the benchmark's process ended with status \(status)") }
    return output
}

private func spawnSelf(_ arguments: [String], output: Int32, closing other: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    for file in [output, other] { unsafe posix_spawn_file_actions_addclose(&actions, file) }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe (["ChiboBenchmarks"] + arguments).map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let result = unsafe posix_spawn(&child, "/proc/self/exe", &actions, nil, words, environ)
    return result == 0 ? child : nil
}

private func readAll(_ file: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = unsafe read(file, &chunk, chunk.count)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk.prefix(count)
    }
}
