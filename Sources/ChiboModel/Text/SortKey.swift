/// Which tone comes first between syllables of the same letters; the level one before all others in either.
public enum ToneOrder: String, CaseIterable, Sendable {
    /// ngang, huyền, hỏi, ngã, sắc, nặng: Unicode's collation for Vietnamese (CLDR), and many dictionaries.
    case cldr
    /// ngang, huyền, sắc, hỏi, ngã, nặng: as schools teach the tones.
    case school

    /// The place of a tone, from 0.
    func rank(of tone: Tone) -> Int {
        switch (self, tone) {
        case (.cldr, _): tone.rawValue
        case (.school, .acute): 2
        case (.school, .hook): 3
        case (.school, .tilde): 4
        case (.school, _): tone.rawValue
        }
    }
}

/// The place of a Vietnamese text in a sorted list, compared syllable by syllable.
///
/// Within a syllable the letters decide first, in the alphabet's order, and the tone only between equal letters; so
/// "Hà Nội" stands before "Hạ Long", where comparing whole strings would not put it. The tone is the syllable's, whichever
/// vowel carries it: "Hoà" and "Hòa" are one name. Numbers count by value, so that "Chi bộ 9" stands before "Chi bộ 10".
/// What is equal in all that is told apart by capitals, small ones first, and then by the letters as written: two texts
/// have equal keys only where they are the same but for spaces.
public struct SortKey: Hashable, Comparable, Sendable {
    /// The order as numbers, compared one by one.
    private let weights: [UInt32]
    /// The texts as written, for what the weights leave open.
    private let text: String

    private enum Weight {
        static let endOfText: UInt32 = 0
        static let endOfLetters: UInt32 = 1
        static let tone: UInt32 = 2
        static let mark: UInt32 = 0x100
        static let sign: UInt32 = 0x20_0000
        static let number: UInt32 = 0x40_0000
        static let letter: UInt32 = 0x50_0000
        static let otherLetter: UInt32 = 0x60_0000
    }

    /// The key of a text.
    public init(_ text: String, tones: ToneOrder = .cldr) { self.init([text], tones: tones) }

    /// The key of several texts, the first deciding first.
    public init(_ texts: [String], tones: ToneOrder = .cldr) {
        let tidy = texts.map(VietnameseText.tidied)
        var weights: [UInt32] = []
        for text in tidy {
            SortKey.append(text, tones, to: &weights)
            weights.append(Weight.endOfText)
        }
        self.weights = weights
        text = tidy.count == 1 ? tidy[0] : tidy.joined(separator: "\n")
    }

    private static func append(_ text: String, _ tones: ToneOrder, to weights: inout [UInt32]) {
        var marks: [UInt32] = []
        func endSyllable() {
            weights.append(Weight.endOfLetters)
            weights.append(contentsOf: marks)
            weights.append(Weight.endOfLetters)
            marks.removeAll(keepingCapacity: true)
        }
        var digits: [UInt32] = []
        func endNumber() {
            guard !digits.isEmpty else { return }
            let value = digits.drop { $0 == 0 }
            weights.append(Weight.number)
            weights.append(UInt32(clamping: value.count))
            weights.append(contentsOf: value)
            digits.removeAll(keepingCapacity: true)
        }
        for scalar in text.lowercased().unicodeScalars {
            if let digit = digit(scalar) {
                digits.append(digit)
                continue
            }
            endNumber()
            if scalar == " " { endSyllable() } else { append(scalar, tones, to: &weights, marks: &marks) }
        }
        endNumber()
        if !text.isEmpty { endSyllable() }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        ("0"..."9").contains(scalar) ? scalar.value - 0x30 : nil
    }

    private static func append(
        _ scalar: Unicode.Scalar, _ tones: ToneOrder, to weights: inout [UInt32], marks: inout [UInt32]
    ) {
        let parts = LetterTable.split(scalar)
        if parts.tone != .level { marks.append(Weight.tone + UInt32(tones.rank(of: parts.tone))) }
        if let rank = LetterTable.rank(of: parts.letter) {
            weights.append(Weight.letter + UInt32(rank))
            return
        }
        // A letter of another language: its base in our alphabet, its marks beside the tones.
        let pieces = Normalization.decomposed(parts.letter)
        if let rank = pieces.first.flatMap(LetterTable.rank) {
            weights.append(Weight.letter + UInt32(rank))
            marks.append(contentsOf: pieces.dropFirst().map { Weight.mark + $0.value })
        } else if scalar.properties.generalCategory == .nonspacingMark {
            marks.append(Weight.mark + scalar.value)
        } else {
            weights.append((scalar.properties.isAlphabetic ? Weight.otherLetter : Weight.sign) + scalar.value)
        }
    }

    /// Whether one text sorts before another.
    public static func < (left: SortKey, right: SortKey) -> Bool {
        if left.weights != right.weights { return left.weights.lexicographicallyPrecedes(right.weights) }
        let (small, other) = (left.text.unicodeScalars, right.text.unicodeScalars)
        let capitals = small.lazy.map(isCapital).lexicographicallyPrecedes(other.lazy.map(isCapital)) { !$0 && $1 }
        if capitals { return true }
        if other.lazy.map(isCapital).lexicographicallyPrecedes(small.lazy.map(isCapital), by: { !$0 && $1 }) {
            return false
        }
        return small.lexicographicallyPrecedes(other)
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }
}
