import Chibo
import ChiboSandbox

/// Takes what a script's process says: results and messages to where they go, receipts to be written down at the end.
///
/// The process may have been taken over: what it says is text and nothing else, and what it leaves is checked.
final class ScriptRelay {
    private let console: Console
    private let keepsOutput: Bool
    /// The results, where they are to go to a file.
    private(set) var kept: [UInt8] = []
    /// What the run leaves in the store.
    private(set) var receipts: [RunReceipt] = []
    /// The unit's schedules and its time zone, where they were asked for.
    private(set) var schedules: (definitions: [ScheduleDefinition], zone: String)?
    /// Why a scheduled run failed, in the process's own words.
    private(set) var failure: String?
    /// What the process left of its samples when it ended without saying how.
    private(set) var board: [UInt8] = []

    init(_ console: Console, keepsOutput: Bool) { (self.console, self.keepsOutput) = (console, keepsOutput) }

    /// One thing that was said.
    func take(_ event: SandboxedProgram.Event) throws {
        switch event {
        case .output(let bytes) where keepsOutput: kept += bytes
        case .output(let bytes): try console.put(shown(bytes, on: .output))
        case .message(let bytes):
            try console.flush()
            _ = console.terminal.write(shown(bytes, on: .messages), to: .messages)
        case .note(let bytes): try take(SandboxNote(bytes))
        case .board(let bytes): board = bytes
        }
    }

    private func take(_ note: SandboxNote) throws(GarbledBytes) {
        switch note {
        case .receipt(let receipt):
            // One a definition that is run.
            guard receipts.count < 1000 else { throw GarbledBytes("too many receipts") }
            receipts.append(receipt)
        case .schedules(let definitions, let zone): schedules = (definitions, zone)
        case .failure(let reason): failure = reason
        }
    }

    private func shown(_ bytes: [UInt8], on stream: OutputStream) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return console.terminal.isTerminal(stream) ? TerminalText.harmless(text) : text
    }
}

/// Text for a terminal from a process that is not trusted.
enum TerminalText {
    /// The text with every control character written out, but for line ends, colours, and the clearing of a line.
    static func harmless(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let index = rest.unicodeScalars.firstIndex(where: { $0 == "\u{1B}" || $0 == "\r" }) {
            result += ControlCharacters.neutralised(String(rest[..<index]))
            let length = allowed(rest[index...])
            let end = rest.unicodeScalars.index(index, offsetBy: max(1, length))
            let part = String(rest[index..<end])
            result += length > 0 ? part : ControlCharacters.neutralised(part)
            rest = rest[end...]
        }
        return result + ControlCharacters.neutralised(String(rest))
    }

    /// How many scalars at the beginning are a sequence that only colours or clears; 0 for none.
    private static func allowed(_ text: Substring) -> Int {
        let scalars = text.unicodeScalars
        if scalars.first == "\r" { return 1 }
        guard scalars.dropFirst().first == "[" else { return 0 }
        let parameters = scalars.dropFirst(2).prefix(20).prefix { ("0"..."9").contains($0) || $0 == ";" }
        guard let end = scalars.dropFirst(2 + parameters.count).first, end == "m" || end == "K" else { return 0 }
        return parameters.count + 3
    }
}
