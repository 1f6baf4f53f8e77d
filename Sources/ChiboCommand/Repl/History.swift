import ChiboModel

/// The statements of before, the newest last, and where one stands among them.
package struct History: Sendable {
    /// The statements; one may have several lines.
    package private(set) var entries: [String]
    private var position: Int?
    /// What was being typed when one went back.
    private var draft = ""
    private static let limit = 1000

    /// A history of statements, the newest last.
    package init(_ entries: [String] = []) { self.entries = entries.suffix(Self.limit) }

    /// Keeps a statement, unless it is empty, begins with a space, or repeats the last one.
    package mutating func add(_ entry: String) {
        guard Self.keeps(entry), entry != entries.last else { return }
        entries.append(entry)
        if entries.count > Self.limit { entries.removeFirst() }
    }

    /// Whether a statement is kept: a space in front keeps it private, as in shells.
    package static func keeps(_ entry: String) -> Bool { !entry.hasPrefix(" ") && !entry.allSatisfy(\.isWhitespace) }

    /// One statement back (-1) or forward (1); nil at either end.
    package mutating func step(_ step: Int, from text: String) -> String? {
        let here = position ?? entries.count
        let next = here + step
        guard next >= 0, next <= entries.count, next != here else { return nil }
        if position == nil { draft = text }
        position = next == entries.count ? nil : next
        return position.map { entries[$0] } ?? draft
    }

    /// Back to the newest end.
    package mutating func leave() { (position, draft) = (nil, "") }

    /// The newest statement before an index that contains a text; letters match without their marks.
    func last(containing query: String, before index: Int) -> Int? {
        let wanted = VietnameseText.folded(query)
        return entries.indices.prefix(max(0, index)).last { VietnameseText.folded(entries[$0]).contains(wanted) }
    }
}
