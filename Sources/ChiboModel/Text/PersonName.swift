/// A Vietnamese personal name in its parts, and the order that lists of people have.
///
/// The given name is the last syllable and the family name the first, unless the records say otherwise: nobody can see
/// from "Nguyễn Đặng Thị Thu Hòa" whether she is called Hòa or Thu Hòa, or whether the family is Nguyễn or Nguyễn Đặng.
public struct PersonName: Hashable, Sendable {
    /// The name as entered.
    public let full: String
    /// The family name; empty where there is only one syllable.
    public let family: String
    /// What stands between the family name and the given name.
    public let middle: String
    /// The given name: what people are called and sorted by.
    public let given: String

    /// A name from its full text.
    public init(_ full: String) { self.init(full, family: nil, middle: nil, given: nil) }

    /// A name from its full text and the parts that the records state; what they do not state follows from the text.
    ///
    /// A stated part that is nil or empty is not stated. `Thu Hòa` as the given name of `Nguyễn Đặng Thị Thu Hòa` leaves
    /// `Đặng Thị` in the middle.
    public init(_ full: String, family: String?, middle: String?, given: String?) {
        self.full = full
        var rest = VietnameseText.tidied(full).split(separator: " ").map(String.init)[...]
        if let given = PersonName.stated(given) {
            self.given = given
            rest = PersonName.removing(given, fromEndOf: rest)
        } else {
            self.given = rest.popLast() ?? ""
        }
        if let family = PersonName.stated(family) {
            self.family = family
            rest = PersonName.removing(family, fromStartOf: rest)
        } else {
            let count = min(PersonName.familyLength(rest), rest.count)
            self.family = rest.prefix(count).joined(separator: " ")
            rest = rest.dropFirst(count)
        }
        self.middle = PersonName.stated(middle) ?? rest.joined(separator: " ")
    }

    private static func stated(_ part: String?) -> String? {
        part.map(VietnameseText.tidied).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func removing(_ part: String, fromEndOf words: ArraySlice<String>) -> ArraySlice<String> {
        let wanted = part.split(separator: " ").map { VietnameseText.matchKey(String($0)) }
        return words.suffix(wanted.count).map(VietnameseText.matchKey) == wanted ? words.dropLast(wanted.count) : words
    }

    private static func removing(_ part: String, fromStartOf words: ArraySlice<String>) -> ArraySlice<String> {
        let wanted = part.split(separator: " ").map { VietnameseText.matchKey(String($0)) }
        return words.prefix(wanted.count).map(VietnameseText.matchKey) == wanted ? words.dropFirst(wanted.count) : words
    }

    /// Family names of two and more syllables that no other reading has: the branches of the Nguyễn dynasty.
    ///
    /// Names of father and mother in a row ("Nguyễn Trần") are not among them: only the records can say so.
    private static let compounds: [[String]] = [
        "công tằng tôn nữ", "công huyền tôn nữ", "tôn nữ", "tôn thất", "công tôn nữ",
    ].map { $0.split(separator: " ").map { VietnameseText.matchKey(String($0)) } }

    private static func familyLength(_ words: ArraySlice<String>) -> Int {
        // All of them begin with Tôn or Công, and nearly nobody's name does.
        guard words.count > 1, let first = words.first, first.utf8.count <= 5,
            let letter = first.unicodeScalars.first, "tTcC".unicodeScalars.contains(letter)
        else { return 1 }
        let keys = words.prefix(4).map(VietnameseText.matchKey)
        return compounds.first { keys.starts(with: $0) }?.count ?? 1
    }

    /// The key by which a list of people is sorted: given, middle, then family name.
    public var sortKey: SortKey { sortKey(tones: .cldr) }

    /// The key by which a list of people is sorted, with a unit's order of tones.
    public func sortKey(tones: ToneOrder) -> SortKey { SortKey([given, middle, family], tones: tones) }
}
