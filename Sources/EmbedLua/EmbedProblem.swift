/// Why a file was not embedded, in the form that compilers use.
struct EmbedProblem: Error, CustomStringConvertible {
    let path: String?
    let line: Int
    let message: String

    init(_ message: String, path: String? = nil, line: Int = 1) {
        (self.path, self.line, self.message) = (path, max(line, 1), message)
    }

    var description: String {
        guard let path else { return "error: \(message)" }
        return "\(path):\(line): error: \(message)"
    }
}
