/// A Vietnamese personal name in its parts, and the order that lists of people have.
///
/// The given name is the last syllable and the family name the first, unless a unit's records say otherwise.
public struct PersonName: Sendable {
    /// The name as entered.
    public let full: String

    /// A name from its full text.
    public init(_ full: String) { self.full = full }

    private var syllables: [Substring] { full.split(separator: " ") }

    /// The given name: what people are called and sorted by.
    public var given: String { syllables.last.map(String.init) ?? "" }
    /// The family name.
    public var family: String { syllables.count > 1 ? String(syllables[0]) : "" }
    /// What stands between the family name and the given name.
    public var middle: String { syllables.dropFirst().dropLast().joined(separator: " ") }

    /// The key by which a list of people is sorted: given, middle, then family name.
    public var sortKey: SortKey { SortKey([given, middle, family]) }
}

/// The place of a Vietnamese text in a sorted list, compared syllable by syllable.
///
/// Within a syllable the letters decide first, in the alphabet's order, and the tone only between equal letters; so
/// "Hà Nội" stands before "Hạ Long", where comparing whole strings would not put it.
public struct SortKey: Comparable, Sendable {
    private let numbers: [Int]

    /// The key of a text.
    public init(_ text: String) { self.init([text]) }

    /// The key of several texts, the first deciding first.
    public init(_ texts: [String]) {
        numbers = texts.flatMap { SortKey.numbers(of: $0) + [-2] }
    }

    private static func numbers(of text: String) -> [Int] {
        VietnameseText.tidied(text).lowercased().split(separator: " ").flatMap { syllable in
            var letters: [Int] = []
            var tones: [Int] = []
            for scalar in syllable.unicodeScalars {
                let parts = LetterTable.split(scalar)
                letters.append(LetterTable.rank(of: parts.letter))
                tones.append(parts.tone.rawValue)
            }
            return letters + [-1] + tones
        }
    }

    /// Whether one text sorts before another.
    public static func < (left: SortKey, right: SortKey) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
