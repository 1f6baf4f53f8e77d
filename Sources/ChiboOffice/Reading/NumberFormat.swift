/// What a cell's number format makes of its number.
package enum NumberFormat: Hashable, Sendable {
    /// The general format, or one that shows a plain number.
    case number
    /// A whole number shown with at least that many digits, so that leading zeros stay: `0000000000`.
    case zeroPadded(Int)
    /// A day, maybe with a time.
    case date
    /// A time or a duration without a day.
    case time
    /// Text (`@`).
    case text

    /// A format that files name by number alone (ECMA-376 part 1, 18.8.30, with the East Asian ranges).
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: self = .date
        case 18...21, 32, 33, 45...47, 55, 56: self = .time
        case 49: self = .text
        default: self = .number
        }
    }

    /// A format given by its code, such as `[$-42A]dd mmmm yyyy;@`.
    package init(code: String) {
        let letters = NumberFormat.significant(code)
        if letters.text == "general" || letters.text.isEmpty {
            self = .number
        } else if letters.text == "@" {
            self = .text
        } else {
            self = NumberFormat.classify(letters.text, isElapsed: letters.isElapsed)
        }
    }

    private static func classify(_ text: String, isElapsed: Bool) -> NumberFormat {
        let set = Set(text)
        if set.contains("0") || set.contains("#") || set.contains("?") {
            let isTime = isElapsed || set.contains("h") || set.contains("s")
            if !isTime && !set.contains("y") && !set.contains("d") { return plain(text) }
        }
        if set.contains("y") || set.contains("d") { return .date }
        if isElapsed || set.contains("h") || set.contains("s") { return .time }
        return set.contains("m") ? .date : .number
    }

    /// A run of at least two zeros, maybe parted by dashes or blanks, pads; a decimal point or comma does not.
    private static func plain(_ text: String) -> NumberFormat {
        let digits = text.filter { $0 != "-" && $0 != " " && $0 != "/" }
        guard digits.count >= 2, digits.allSatisfy({ $0 == "0" }) else { return .number }
        return .zeroPadded(digits.count)
    }

    /// The first section of the code, in lower case, without quoted text, escapes, colours and locales.
    private static func significant(_ code: String) -> (text: String, isElapsed: Bool) {
        var text = ""
        var isElapsed = false
        var iterator = code.lowercased().makeIterator()
        while let character = iterator.next(), character != ";" {
            switch character {
            case "\"": while let next = iterator.next(), next != "\"" {}
            case "\\", "_", "*": _ = iterator.next()
            case "[":
                var inside = ""
                while let next = iterator.next(), next != "]" { inside.append(next) }
                isElapsed = isElapsed || ["h", "hh", "m", "mm", "s", "ss"].contains(inside)
            default: text.append(character)
            }
        }
        return (text, isElapsed)
    }
}
