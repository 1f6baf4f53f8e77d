import ChiboModel

/// The state of a statement being typed, of one line or several: keys in, actions out, no terminal needed.
///
/// It adds nothing by itself (no closing brackets, no indentation), because an input method for Vietnamese takes back
/// what it typed by backspaces and would take back the wrong letters.
package struct LineEditor {
    /// What whoever drives the editor has to do after a key.
    package enum Action: Equatable, Sendable {
        case nothing
        /// The text or the cursor changed.
        case redraw
        /// Enter: the statement as it stands.
        case submit(String)
        /// Ctrl-C: the line is given up.
        case cancel
        /// Ctrl-D on an empty line.
        case end
        /// Tab: candidates are wanted for the text before the cursor.
        case complete(String)
        case clearScreen
    }

    /// The text before and after the cursor.
    package internal(set) var before = ""
    package internal(set) var after = ""
    /// What was typed into the search, while searching back.
    package private(set) var search: String?
    package private(set) var history: History
    private var found: Int?
    private var killed = ""

    /// An empty line over a history.
    package init(history: History = History()) { self.history = history }

    package var text: String { before + after }

    /// What a key does.
    package mutating func press(_ key: Key) -> Action {
        if search != nil, let action = pressWhileSearching(key) { return action }
        switch key {
        case .text(let text): return insert(text)
        case .paste(let text): return insert(Self.pasted(text))
        case .enter: return .submit(VietnameseText.composed(text))
        case .tab: return tab()
        case .control(let letter): return control(letter)
        case .alt(let letter): return alt(letter)
        case .escape: return .nothing
        default: return move(key)
        }
    }

    /// Starts a new line in the statement: what follows Enter when the statement is not complete.
    package mutating func continueLine() {
        before = text + "\n"
        after = ""
    }

    /// Empties the line; a statement that was carried out goes into the history.
    package mutating func finish(remember: Bool) {
        if remember { history.add(VietnameseText.composed(text)) }
        history.leave()
        (before, after, search) = ("", "", nil)
    }

    /// Puts in what the candidates have in common; gives them back to show when that is nothing new.
    package mutating func complete(_ word: String, with candidates: [String]) -> [String] {
        guard let first = candidates.first else { return [] }
        let common = candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
        guard common.count > word.count, common.hasPrefix(word) else { return candidates.count > 1 ? candidates : [] }
        before += common.dropFirst(word.count)
        return []
    }

    private mutating func insert(_ text: String) -> Action {
        before += text
        return .redraw
    }

    /// Pasted text with one kind of line end and without what cannot be seen.
    private static func pasted(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            defer { lastWasReturn = scalar == "\r" }
            switch scalar {
            case "\r": result.append("\n")
            case "\n": if !lastWasReturn { result.append("\n") }
            case "\t": result.append(contentsOf: "    ".unicodeScalars)
            case "\u{00}"..<" ", "\u{7F}"..."\u{9F}": break
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private mutating func tab() -> Action {
        let line = before.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        return line.allSatisfy(\.isWhitespace) ? insert("  ") : .complete(before)
    }
}

/// Keys that edit.
extension LineEditor {
    private mutating func control(_ letter: Character) -> Action {
        switch letter {
        case "a": return move(.home)
        case "e": return move(.end)
        case "b": return move(.left)
        case "f": return move(.right)
        case "p": return move(.up)
        case "n": return move(.down)
        case "c": return .cancel
        case "d": return text.isEmpty ? .end : move(.delete)
        case "h": return move(.backspace)
        case "k": return killToLineEnd()
        case "u": return kill(lineStart)
        case "w": return kill(wordStart)
        case "y": return insert(killed)
        case "l": return .clearScreen
        case "r":
            (search, found) = ("", nil)
            return .redraw
        default: return .nothing
        }
    }

    private mutating func alt(_ letter: Character) -> Action {
        switch letter {
        case "b": return move(.wordLeft)
        case "f": return move(.wordRight)
        case "\u{7F}": return kill(wordStart)
        case "\r": return insert("\n")
        default: return .nothing
        }
    }

    private mutating func move(_ key: Key) -> Action {
        switch key {
        case .left: return shiftLeft(to: before.isEmpty ? before.startIndex : before.index(before: before.endIndex))
        case .right: return shiftRight(to: after.isEmpty ? after.startIndex : after.index(after: after.startIndex))
        case .home: return shiftLeft(to: lineStart)
        case .end: return shiftRight(to: lineEnd)
        case .wordLeft: return shiftLeft(to: wordStart)
        case .wordRight: return shiftRight(to: wordEnd)
        case .up: return vertical(-1)
        case .down: return vertical(1)
        case .backspace: if !before.isEmpty { before.removeLast() } else { return .nothing }
        case .delete: if !after.isEmpty { after.removeFirst() } else { return .nothing }
        default: return .nothing
        }
        return .redraw
    }

    private mutating func shiftLeft(to index: String.Index) -> Action {
        after = before[index...] + after
        before = String(before[..<index])
        return .redraw
    }

    private mutating func shiftRight(to index: String.Index) -> Action {
        before += after[..<index]
        after = String(after[index...])
        return .redraw
    }

    private var lineStart: String.Index {
        before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    }

    private var lineEnd: String.Index { after.firstIndex(of: "\n") ?? after.endIndex }

    private var wordStart: String.Index {
        var index = before.endIndex
        while index > before.startIndex, !Self.isWord(before[before.index(before: index)]) {
            index = before.index(before: index)
        }
        while index > before.startIndex, Self.isWord(before[before.index(before: index)]) {
            index = before.index(before: index)
        }
        return index
    }

    private var wordEnd: String.Index {
        let word = after.firstIndex(where: Self.isWord) ?? after.endIndex
        return after[word...].firstIndex { !Self.isWord($0) } ?? after.endIndex
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private mutating func kill(_ start: String.Index) -> Action {
        killed = String(before[start...])
        before = String(before[..<start])
        return .redraw
    }

    private mutating func killToLineEnd() -> Action {
        // At the end of a line of several, the line end itself goes, so that lines can be joined.
        let end = lineEnd == after.startIndex && !after.isEmpty ? after.index(after: after.startIndex) : lineEnd
        killed = String(after[..<end])
        after = String(after[end...])
        return .redraw
    }

    /// To the line above or below; from the first and the last one into the history.
    private mutating func vertical(_ step: Int) -> Action {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = before.count { $0 == "\n" }
        guard lines.indices.contains(row + step) else { return recall(step) }
        let column = before[lineStart...].count
        let target = lines[row + step]
        let head = lines[..<(row + step)].map { $0 + "\n" }.joined()
        let tail = lines[(row + step + 1)...].map { "\n" + $0 }.joined()
        before = head + target.prefix(column)
        after = target.dropFirst(column) + tail
        return .redraw
    }

    private mutating func recall(_ step: Int) -> Action {
        guard let entry = history.step(step, from: text) else { return .nothing }
        (before, after) = (entry, "")
        return .redraw
    }
}

/// Searching back through the history.
extension LineEditor {
    /// What a key does to the search; nil when it ends the search and then does what it always does.
    private mutating func pressWhileSearching(_ key: Key) -> Action? {
        switch key {
        case .text(let text): return search((search ?? "") + text, from: history.entries.count)
        case .backspace: return search(String((search ?? "").dropLast()), from: history.entries.count)
        case .control("r"): return search(search ?? "", from: found ?? history.entries.count)
        case .control("g"), .control("c"):
            (before, after, search) = ("", "", nil)
            return .redraw
        case .escape:
            search = nil
            return .redraw
        default:
            search = nil
            return nil
        }
    }

    private mutating func search(_ query: String, from index: Int) -> Action {
        search = query
        guard let hit = history.last(containing: query, before: index) else { return .redraw }
        found = hit
        (before, after) = (history.entries[hit], "")
        return .redraw
    }
}
