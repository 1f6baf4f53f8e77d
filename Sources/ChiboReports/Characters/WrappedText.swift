import ChiboDocument
import ChiboModel

/// Text broken into lines of a terminal.
enum WrappedText {
    /// The lines of a text, none wider than `width` columns; words break only where one alone is too wide.
    static func lines(_ text: String, width: Int) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.flatMap { wrap($0, width: max(width, 1)) }
    }

    private static func wrap(_ text: Substring, width: Int) -> [String] {
        var lines: [String] = []
        var (line, used) = ("", 0)
        for word in text.split(separator: " ") {
            let length = DisplayWidth.of(word)
            if used > 0, used + 1 + length <= width {
                line += " " + word
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(line) }
            (line, used) = (String(word), length)
            if length > width { (line, used) = breakWord(word, width: width, into: &lines) }
        }
        return used > 0 || lines.isEmpty ? lines + [line] : lines
    }

    /// Appends the full lines of a word that is too wide and returns its rest.
    private static func breakWord(_ word: Substring, width: Int, into lines: inout [String]) -> (String, Int) {
        var (line, used) = ("", 0)
        for character in word {
            let step = DisplayWidth.of(character)
            if used + step > width, used > 0 {
                lines.append(line)
                (line, used) = ("", 0)
            }
            line.append(character)
            used += step
        }
        return (line, used)
    }

    /// A line filled with spaces to a width.
    static func pad(_ line: String, to width: Int, _ align: Alignment) -> String {
        let free = max(width - DisplayWidth.of(line), 0)
        switch align {
        case .left, .justify: return line + spaces(free)
        case .right: return spaces(free) + line
        case .center: return spaces(free / 2) + line + spaces(free - free / 2)
        }
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

    /// A line without the spaces at its end.
    static func trimmedEnd(_ line: String) -> String {
        var bytes = line.utf8[...]
        while bytes.last == 32 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
