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

    init(_ console: Console, keepsOutput: Bool) { (self.console, self.keepsOutput) = (console, keepsOutput) }

    /// One thing that was said.
    func take(_ event: SandboxedProgram.Event) throws {
        switch event {
        case .output(let bytes) where keepsOutput: kept += bytes
        case .output(let bytes): try console.put(shown(bytes, on: .output))
        case .message(let bytes):
            try console.flush()
            _ = console.terminal.write(shown(bytes, on: .messages), to: .messages)
        case .note(let bytes):
            // One command makes one receipt; a run of several definitions a few.
            guard receipts.count < 16 else { throw GarbledBytes("too many receipts") }
            receipts.append(try RunReceipt(sandboxed: bytes))
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

/// Receipts between the two processes.
extension RunReceipt {
    /// A receipt as the script's process tells it.
    init(sandboxed bytes: [UInt8]) throws(GarbledBytes) {
        var reader = ByteReader(bytes)
        let texts = try reader.texts()
        let version = DataVersion(try reader.number())
        try reader.finish()
        guard texts.count == 6, texts.allSatisfy({ $0.utf8.count < 1 << 16 }), let day = CalendarDate(iso: texts[3]),
            ["evaluate", "allocate", "plan", "report"].contains(texts[0])
        else { throw GarbledBytes("a receipt that cannot be") }
        // The version of the host is known here and is not asked of the child.
        self.init(
            kind: texts[0], definition: texts[1], scriptHash: texts[2], dataVersion: version, asOf: day,
            parameters: texts[4], hostVersion: ScriptHost.version, outputHash: texts[5])
    }

    /// The receipt for the other process.
    var sandboxed: [UInt8] {
        var writer = ByteWriter()
        writer.put([kind, definition, scriptHash, asOf.iso, parameters, outputHash])
        writer.put(dataVersion.number)
        return writer.bytes
    }
}
