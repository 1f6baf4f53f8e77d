import Glibc

/// The bytes of a file.
func readFile(_ path: String) throws(EmbedProblem) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw EmbedProblem(lastFailure("cannot be read"), path: path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
        var count = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
            unsafe count = read(file, buffer.baseAddress, buffer.count)
            filled = max(count, 0)
        }
        guard count >= 0 else { throw EmbedProblem(lastFailure("cannot be read"), path: path) }
        if count == 0 { return bytes }
        bytes += chunk
    }
}

/// Replaces a file by a text.
func write(_ text: String, to path: String) throws(EmbedProblem) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw EmbedProblem(lastFailure("cannot be written"), path: path) }
    defer { close(file) }
    try writeAll(text, to: file, path: path)
}

/// Says something to whoever runs the build.
func writeToStandardError(_ text: String) throws(EmbedProblem) {
    try writeAll(text, to: STDERR_FILENO, path: "stderr")
}

private func writeAll(_ text: String, to file: Int32, path: String) throws(EmbedProblem) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(file, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        }
        guard count > 0 else { throw EmbedProblem(lastFailure("cannot be written"), path: path) }
        done += count
    }
}

private func lastFailure(_ what: String) -> String {
    unsafe "\(what): \(String(cString: strerror(errno)))"
}
