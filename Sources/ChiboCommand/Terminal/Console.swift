package import ChiboModel

/// Nobody reads the output any more; the command ends quietly and successfully, as in `chibo … | head`.
package struct OutputClosed: Error {}

/// What a command speaks through: results on one stream, messages on the other, in the person's language.
package final class Console {
    /// How the command was told to speak.
    package struct Settings: Sendable {
        package var language = Language.en
        package var outputColour = false
        package var messageColour = false
        package var json = false
        package var quiet = false
        package var verbose = false

        package init() {}
    }

    package let terminal: any Terminal
    package var settings: Settings
    private var buffer = ""
    private var outputClosed = false

    package init(_ terminal: any Terminal, _ settings: Settings = Settings()) {
        (self.terminal, self.settings) = (terminal, settings)
    }

    package var language: Language { settings.language }

    /// Adds a line to the results.
    package func print(_ line: Styled = "") throws {
        let watched = terminal.isTerminal(.output)
        try put(line.rendered(colour: settings.outputColour, neutralised: watched) + "\n")
    }

    /// Adds text to the results as it is; to a terminal, without what could steer it.
    package func put(_ text: String) throws {
        buffer += text
        if terminal.isTerminal(.output) || buffer.utf8.count > 1 << 16 { try flush() }
    }

    /// Adds a value to the results in JSON.
    package func print(_ json: JSON) throws { try put(json.pretty + "\n") }

    /// Writes out what was printed so far.
    package func flush() throws {
        guard !buffer.isEmpty else { return }
        let text = buffer
        buffer = ""
        if outputClosed { throw OutputClosed() }
        switch terminal.write(text, to: .output) {
        case .written: break
        case .closed:
            outputClosed = true
            throw OutputClosed()
        case .failed(let number): throw Failures.outputFailed(number)
        }
    }

    /// Says something to the person, after what was printed so far.
    ///
    /// That nobody reads the messages is no reason to stop.
    package func say(_ line: Styled) {
        try? flush()
        let text = line.rendered(colour: settings.messageColour, neutralised: terminal.isTerminal(.messages))
        _ = terminal.write(text + "\n", to: .messages)
    }

    /// Says a message of the program, unless it was asked to be quiet.
    package func note(_ message: Bilingual) {
        if !settings.quiet && !settings.json { say(Styled("chibo: ", .faint) + Styled(message[language])) }
    }
}
