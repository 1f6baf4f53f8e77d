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
        weights.reserveCapacity(tidy.reduce(0) { $0 + $1.utf8.count + 8 })
        var marks: [UInt32] = []
        for text in tidy {
            SortKey.append(text, tones, to: &weights, marks: &marks)
            weights.append(Weight.endOfText)
        }
        self.weights = weights
        text = tidy.count == 1 ? tidy[0] : tidy.joined(separator: "\n")
    }

    private static func append(
        _ text: String, _ tones: ToneOrder, to weights: inout [UInt32], marks: inout [UInt32]
    ) {
        var digits: [UInt32] = []
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                digits.append(digit)
                continue
            }
            if !digits.isEmpty { endNumber(&digits, to: &weights) }
            if let entry = LetterTable.entry(of: scalar) {
                weights.append(Weight.letter + entry.rank)
                if entry.tone != .level { marks.append(Weight.tone + UInt32(tones.rank(of: entry.tone))) }
            } else if scalar == " " {
                endSyllable(&marks, to: &weights)
            } else {
                for small in scalar.properties.lowercaseMapping.unicodeScalars {
                    appendOther(small, to: &weights, marks: &marks)
                }
            }
        }
        if !digits.isEmpty { endNumber(&digits, to: &weights) }
        if !text.isEmpty { endSyllable(&marks, to: &weights) }
    }

    private static func endSyllable(_ marks: inout [UInt32], to weights: inout [UInt32]) {
        weights.append(Weight.endOfLetters)
        weights.append(contentsOf: marks)
        weights.append(Weight.endOfLetters)
        marks.removeAll(keepingCapacity: true)
    }

    /// A number is how many digits it has, and then its digits.
    private static func endNumber(_ digits: inout [UInt32], to weights: inout [UInt32]) {
        let value = digits.drop { $0 == 0 }
        weights.append(Weight.number)
        weights.append(UInt32(clamping: value.count))
        weights.append(contentsOf: value)
        digits.removeAll(keepingCapacity: true)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        ("0"..."9").contains(scalar) ? scalar.value - 0x30 : nil
    }

    /// What is no letter of the alphabet: another language's, by its base in our alphabet with its marks beside the
    /// tones, or a sign.
    private static func appendOther(_ scalar: Unicode.Scalar, to weights: inout [UInt32], marks: inout [UInt32]) {
        let pieces = Normalization.decomposed(scalar)
        if let entry = pieces.first.flatMap(LetterTable.entry) {
            weights.append(Weight.letter + entry.rank)
            marks.append(contentsOf: pieces.dropFirst().map { Weight.mark + $0.value })
        } else if scalar.properties.generalCategory == .nonspacingMark {
            marks.append(Weight.mark + scalar.value)
        } else {
            weights.append((scalar.properties.isAlphabetic ? Weight.otherLetter : Weight.sign) + scalar.value)
        }
    }

    /// The key as plain letters whose bytes have the same order, for those who compare strings.
    public var bytes: String {
        var result = ""
        result.reserveCapacity(weights.count * 6 + text.utf8.count * 2)
        for weight in weights {
            let digits = String(weight, radix: 16)
            for _ in digits.count..<6 { result.append("0") }
            result += digits
        }
        for scalar in text.unicodeScalars { result.append(SortKey.isCapital(scalar) ? "1" : "0") }
        return result + " " + text
    }

    /// Whether one text sorts before another.
    public static func < (left: SortKey, right: SortKey) -> Bool {
        for index in 0..<min(left.weights.count, right.weights.count) where left.weights[index] != right.weights[index]
        {
            return left.weights[index] < right.weights[index]
        }
        if left.weights.count != right.weights.count { return left.weights.count < right.weights.count }
        let (one, other) = (left.text.unicodeScalars, right.text.unicodeScalars)
        if left.text.utf8.elementsEqual(right.text.utf8) { return false }
        let (capitals, others) = (one.map(isCapital), other.map(isCapital))
        if capitals != others { return capitals.lexicographicallyPrecedes(others) { !$0 && $1 } }
        return one.lexicographicallyPrecedes(other)
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }
}
