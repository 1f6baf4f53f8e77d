package import ChiboModel

/// Says how far a job is once it has taken a second: one line kept up to date, or a line every tenth in a log.
package final class Progress {
    private let console: Console
    private let title: Bilingual
    private let started: Int
    private var lastShown: Int?
    private var lastTenth = 0

    /// A job that begins now.
    package init(_ console: Console, _ title: Bilingual) {
        (self.console, self.title, started) = (console, title, console.terminal.now)
    }

    /// So many of so many are done; the name of the one at work stands beside.
    package func update(_ done: Int, of total: Int, at place: String = "") {
        guard !console.settings.quiet, !console.settings.json, total > 0 else { return }
        let now = console.terminal.now
        guard now - started >= 1000 else { return }
        if console.terminal.isTerminal(.messages) {
            if let lastShown, now - lastShown < 100, done < total { return }
            lastShown = now
            show(line(done, total, now, place))
        } else if done * 10 / total > lastTenth {
            lastTenth = done * 10 / total
            console.note(Bilingual(both: line(done, total, now, place)))
        }
    }

    /// Takes the line away.
    package func finish() {
        guard lastShown != nil else { return }
        lastShown = nil
        _ = console.terminal.write("\r\u{1B}[K", to: .messages)
    }

    private func line(_ done: Int, _ total: Int, _ now: Int, _ place: String) -> String {
        var text = "\(title[console.language]) \(done)/\(total) (\(done * 100 / total) %)"
        if done > 0, done < total {
            let left = (now - started) * (total - done) / done / 1000
            text += console.language == .vi ? ", còn ~\(left) giây" : ", ~\(left) s left"
        }
        return place.isEmpty ? text : text + " · " + place
    }

    private func show(_ line: String) {
        let safe = ControlCharacters.neutralised(line)
        let text = DisplayWidth.cut(safe, to: console.terminal.columns - 1)
        _ = console.terminal.write("\r\(text)\u{1B}[K", to: .messages)
    }
}
