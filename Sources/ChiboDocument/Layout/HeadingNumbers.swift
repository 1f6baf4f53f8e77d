/// Counts the headings that number themselves: I-, 1-, 1.1-, a) and then dashes.
///
/// One counter goes through a document from its beginning, so that all writers number alike.
package struct HeadingNumbers {
    private var counts = Array(repeating: 0, count: 7)

    package init() {}

    /// The number of the next heading, or nil where it has none.
    package mutating func next(_ heading: Heading) -> String? {
        switch heading.number {
        case .none: return nil
        case .fixed(let text): return text
        case .automatic:
            counts[heading.level] += 1
            for deeper in (heading.level + 1)..<counts.count { counts[deeper] = 0 }
            return text(level: heading.level)
        }
    }

    private func text(level: Int) -> String {
        switch level {
        case 1: Counting.roman(counts[1]).uppercased() + "-"
        case 2: "\(counts[2])-"
        case 3: "\(counts[2]).\(counts[3])-"
        case 4: Counting.letters(counts[4]) + ")"
        case 5: "-"
        default: "+"
        }
    }
}

/// Numbers in letters.
package enum Counting {
    /// Small Roman digits of 1…3999; other numbers in Arabic ones.
    package static func roman(_ value: Int) -> String {
        guard (1...3999).contains(value) else { return String(value) }
        let steps: [(Int, String)] = [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var (rest, text) = (value, "")
        for (step, letters) in steps {
            while rest >= step { (rest, text) = (rest - step, text + letters) }
        }
        return text
    }

    /// Letters of the Vietnamese order of points in a text (a b c d đ e g h …), then two letters; below 1 in digits.
    package static func letters(_ value: Int) -> String {
        guard value > 0 else { return String(value) }
        let alphabet = Array("abcdđeghiklmnopqrstuvxy")
        var (rest, text) = (value, "")
        while rest > 0 {
            text = String(alphabet[(rest - 1) % alphabet.count]) + text
            rest = (rest - 1) / alphabet.count
        }
        return text
    }

    /// The mark before an item of a list, counted from 0: "-", "1.", "a)".
    package static func marker(_ list: ItemList, _ index: Int) -> String {
        let number = list.start + index
        switch list.kind {
        case .bullet: return "•"
        case .dash: return "-"
        case .plus: return "+"
        case .number: return "\(number)."
        case .letter: return letters(number) + ")"
        case .roman: return roman(number) + "."
        }
    }
}
