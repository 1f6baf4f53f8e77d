/// The two streams that a command writes to.
package enum OutputStream: Sendable {
    /// Results, for people and for the next program in a pipe.
    case output
    /// Messages and progress, for people.
    case messages
}

/// What became of a write.
package enum WriteResult: Equatable, Sendable {
    case written
    /// Nobody reads any more: what is left to say need not be said.
    case closed
    /// The system refused it, with the number of its error.
    case failed(Int32)
}

/// Where a command reads from and writes to: the real terminal, or a twin of strings in tests.
package protocol Terminal: AnyObject {
    /// Whether a person types at the input.
    var inputIsTerminal: Bool { get }
    /// Whether a person watches the stream.
    func isTerminal(_ stream: OutputStream) -> Bool
    /// The width of the window, 80 when unknown.
    var columns: Int { get }
    /// Writes all of the text.
    func write(_ text: String, to stream: OutputStream) -> WriteResult
    /// The next line of the input without its end; nil at the end of the input.
    func readLine() -> String?
    /// Starts and ends reading keys one by one; false where that is not possible.
    func enterRawMode() -> Bool
    func leaveRawMode()
    /// The next bytes typed, waiting for them at most so long; empty when the time is up, nil at the end of the input.
    func readKeys(timeoutMilliseconds: Int?) -> [UInt8]?
    /// Milliseconds of a clock that only goes forward.
    var now: Int { get }
}

/// A terminal made of strings, for tests and for embedding.
package final class StringTerminal: Terminal {
    package let inputIsTerminal: Bool
    private let watched: Bool
    package var columns: Int
    /// What was written so far.
    package private(set) var output = ""
    package private(set) var messages = ""
    /// After so many bytes nobody reads the output any more, as `head` does.
    package var outputLimit: Int?
    /// The error number that writing to the output fails with, as on a full disk.
    package var outputError: Int32?
    /// The clock; a test moves it by hand.
    package var now = 0
    private var lines: [String]
    private var keys: [[UInt8]]

    /// A terminal whose input is a text, or keys that arrive in pieces.
    package init(input: String = "", keys: [String] = [], isTerminal: Bool = false, columns: Int = 80) {
        lines = input.isEmpty ? [] : input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        self.keys = keys.map { Array($0.utf8) }
        (inputIsTerminal, watched, self.columns) = (isTerminal, isTerminal, columns)
    }

    package func isTerminal(_ stream: OutputStream) -> Bool { watched }

    package func write(_ text: String, to stream: OutputStream) -> WriteResult {
        switch stream {
        case .messages: messages += text
        case .output:
            if let outputError { return .failed(outputError) }
            output += text
            if let outputLimit, output.utf8.count > outputLimit { return .closed }
        }
        return .written
    }

    package func readLine() -> String? { lines.isEmpty ? nil : lines.removeFirst() }
    package func enterRawMode() -> Bool { inputIsTerminal }
    package func leaveRawMode() {}
    package func readKeys(timeoutMilliseconds: Int?) -> [UInt8]? { keys.isEmpty ? nil : keys.removeFirst() }
}
