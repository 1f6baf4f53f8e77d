import ChiboModel

/// How a statement lies on the rows of a terminal: where its lines wrap, and where the cursor stands.
package struct LineLayout: Equatable {
    /// The rows, prompts included.
    package private(set) var rows: [String] = []
    /// The cursor's row and column, from 0.
    package private(set) var cursorRow = 0
    package private(set) var cursorColumn = 0
    private var width = 0

    /// Lays out a text after a prompt; further lines of it stand after the continuation prompt.
    package init(prompt: String, continuation: String, before: String, after: String, columns: Int) {
        let columns = max(2, columns)
        rows = [""]
        put(prompt, columns, continuation)
        put(before, columns, continuation)
        // A full row leaves no place for the cursor: it goes to the next one.
        if width >= columns { newRow() }
        (cursorRow, cursorColumn) = (rows.count - 1, width)
        put(after, columns, continuation)
    }

    private mutating func put(_ text: String, _ columns: Int, _ continuation: String) {
        for character in text {
            if character == "\n" {
                newRow()
                append(continuation, DisplayWidth.of(continuation))
                continue
            }
            let size = DisplayWidth.of(character)
            if width + size > columns { newRow() }
            append(String(character), size)
        }
    }

    private mutating func newRow() {
        rows.append("")
        width = 0
    }

    private mutating func append(_ text: String, _ size: Int) {
        rows[rows.count - 1] += text
        width += size
    }

    /// What to send to the terminal to show it, when the cursor stands on a row of what was shown before.
    package func drawing(overCursorRow row: Int) -> String {
        var result = "\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J"
        result += rows.joined(separator: "\r\n")
        let up = rows.count - 1 - cursorRow
        result += "\r" + (up > 0 ? "\u{1B}[\(up)A" : "") + (cursorColumn > 0 ? "\u{1B}[\(cursorColumn)C" : "")
        return result
    }
}
