import ChiboModel

/// Drives the editor on a terminal, or reads plain lines where nobody types.
package final class LineReader {
    /// What reading gave.
    package enum Input: Equatable {
        case statement(String)
        /// Ctrl-C: what was typed is given up.
        case cancelled
        case end
    }

    private let terminal: any Terminal
    private let prompt: String
    private let continuation: String
    private var editor: LineEditor
    private var decoder = KeyDecoder()
    private var waiting: [Key] = []
    private var shown: LineLayout?
    /// Whether the text has changed since it was shown.
    private var isStale = false
    private let complete: (String) -> (word: String, candidates: [String])

    package init(
        _ terminal: any Terminal, prompt: String, continuation: String, history: History,
        complete: @escaping (String) -> (word: String, candidates: [String])
    ) {
        (self.terminal, self.prompt, self.continuation, self.complete) = (terminal, prompt, continuation, complete)
        editor = LineEditor(history: history)
    }

    /// The next statement; `isComplete` decides whether Enter ends it.
    package func read(isComplete: (String) -> Bool) -> Input {
        guard terminal.inputIsTerminal, terminal.isTerminal(.output), terminal.enterRawMode() else {
            return readPlain(isComplete)
        }
        // Bracketed paste: pasted text arrives as such, and its line ends submit nothing.
        _ = terminal.write("\u{1B}[?2004h", to: .output)
        defer {
            _ = terminal.write("\u{1B}[?2004l", to: .output)
            terminal.leaveRawMode()
        }
        draw()
        while let key = nextKey() {
            if let input = act(editor.press(key), isComplete) { return input }
        }
        leaveLine()
        return .end
    }

    private func readPlain(_ isComplete: (String) -> Bool) -> Input {
        guard var text = terminal.readLine() else { return .end }
        while !isComplete(text), let more = terminal.readLine() { text += "\n" + more }
        return .statement(text)
    }

    private func nextKey() -> Key? {
        while waiting.isEmpty {
            guard let bytes = terminal.readKeys(timeoutMilliseconds: decoder.isWaiting ? 100 : nil) else { return nil }
            waiting = bytes.isEmpty ? decoder.flush() : decoder.feed(bytes)
        }
        return waiting.removeFirst()
    }

    private func act(_ action: LineEditor.Action, _ isComplete: (String) -> Bool) -> Input? {
        switch action {
        case .nothing: break
        // Keys that are there already are taken first: a fast typist, or an input method, is drawn once.
        case .redraw: if waiting.isEmpty { draw() } else { isStale = true }
        case .clearScreen:
            _ = terminal.write("\u{1B}[H\u{1B}[2J", to: .output)
            shown = nil
            draw()
        case .complete(let before): offer(before)
        case .submit(let text): return submit(text, isComplete)
        case .cancel:
            leaveLine(mark: "^C")
            editor.finish(remember: false)
            return .cancelled
        case .end:
            leaveLine()
            return .end
        }
        return nil
    }

    private func submit(_ text: String, _ isComplete: (String) -> Bool) -> Input? {
        guard isComplete(text) else {
            editor.continueLine()
            draw()
            return nil
        }
        leaveLine()
        editor.finish(remember: true)
        return .statement(text)
    }

    private func offer(_ before: String) {
        let (word, candidates) = complete(before)
        let list = editor.complete(word, with: candidates)
        if !list.isEmpty {
            leaveLine()
            _ = terminal.write(columns(list), to: .output)
        }
        draw()
    }

    /// Candidates side by side, as many as the window is wide.
    private func columns(_ names: [String]) -> String {
        let width = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        let perRow = max(1, terminal.columns / width)
        return stride(from: 0, to: names.count, by: perRow).map { start in
            names[start..<min(start + perRow, names.count)].map { DisplayWidth.padded($0, to: width) }.joined()
        }.joined(separator: "\r\n") + "\r\n"
    }

    private func draw() {
        let layout = LineLayout(
            prompt: editor.search.map { "(\($0))⌕ " } ?? prompt, continuation: continuation, before: editor.before,
            after: editor.after, columns: terminal.columns)
        _ = terminal.write(layout.drawing(overCursorRow: shown?.cursorRow ?? 0), to: .output)
        (shown, isStale) = (layout, false)
    }

    /// Puts the cursor below what is shown, where results can be printed.
    private func leaveLine(mark: String = "") {
        if isStale { draw() }
        let down = shown.map { $0.rows.count - 1 - $0.cursorRow } ?? 0
        _ = terminal.write((down > 0 ? "\u{1B}[\(down)B" : "") + mark + "\r\n", to: .output)
        shown = nil
    }
}
