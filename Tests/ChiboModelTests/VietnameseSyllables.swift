import ChiboModel
import ChiboTestSupport

/// The syllables of Vietnamese from their parts, independent of the code under test.
enum VietnameseSyllables {
    /// The marks of the tones, the level one first.
    static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]

    static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu",
        "r", "s", "t", "th", "tr", "v", "x",
    ]

    /// A rime with the place of the vowel that carries the tone in the old and in the new orthography.
    struct Rime {
        let letters: [String]
        let places: [Int]
    }

    private static let codas = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
    private static let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]

    /// Rimes of one vowel, of two whose tone has one place, and the three whose place is disputed: oa, oe, uy.
    static let rimes: [Rime] =
        vowels.flatMap { vowel in codas.map { Rime(letters: [vowel, $0], places: [0]) } }
        + ["ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iu", "oi", "ôi", "ơi", "ua", "ui", "ưa", "ưi", "ưu"]
        .map { Rime(letters: $0.map(String.init), places: [0]) }
        + ["iê", "uô", "ươ", "oă", "uâ", "uê", "yê", "oa", "oe", "uy"].flatMap { pair in
            codas.dropFirst().map { Rime(letters: pair.map(String.init) + [$0], places: [1]) }
        }
        + ["oai", "oay", "oeo", "uây", "iêu", "uôi", "ươi", "ươu", "uya", "uyu"].map {
            Rime(letters: $0.map(String.init), places: [1])
        }
        + ["uyên", "uyêt"].map { Rime(letters: $0.map(String.init), places: [2]) }
        + ["oa", "oe", "uy"].map { Rime(letters: $0.map(String.init), places: [0, 1]) }
        + ["uê", "uơ"].map { Rime(letters: $0.map(String.init), places: [1]) }

    /// Each syllable in each place that its tone may have, in NFD-like form: letters with the mark behind its vowel.
    static let all: [[String]] = onsets.flatMap { onset in
        rimes.flatMap { rime in
            tones.map { tone in
                rime.places.map { place in
                    onset
                        + rime.letters.enumerated().map { index, letter in index == place ? letter + tone : letter }
                        .joined()
                }
            }
        }
    }

    /// A random text of a few syllables, its tones in the new place, composed.
    static func text(_ count: ClosedRange<Int>, using generator: inout SeededGenerator) -> String {
        let words = (0..<Int.random(in: count, using: &generator)).map { _ in
            VietnameseText.composed(all.randomElement(using: &generator)?.last ?? "a")
        }
        return words.map { Bool.random(using: &generator) ? $0 : $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }
}
