package import ChiboModel

/// What a roster probably means where it says something else: shown to a person, who accepts it or does not.
///
/// Nothing of it happens by itself.
package struct Suggestion: Hashable, Sendable {
    /// What is suggested.
    package enum Kind: String, Sendable, CaseIterable {
        /// The cell is in another encoding than its column.
        case encoding
        /// A number that was kept as a number lost its leading zero.
        case leadingZero = "leading_zero"
        /// A date that can be read in one way only if something is assumed.
        case date
        /// A code of a closed list, written in a way that nobody listed.
        case code
        /// Another name of an organisation; accepted, it is kept as its alias.
        case alias
        /// The record that is meant, named in a way that nobody recorded.
        case reference
        /// A new row is a record that is known under a name without accents.
        case samePerson = "same_person"
        /// Two rows are one person, and one of them is to be passed over.
        case duplicate
        /// A letter that a cleaner of texts deleted.
        case lostLetter = "lost_letter"
    }

    /// What it is known by: the same file and records give the same key, another value gives another.
    package let key: String
    package let kind: Kind
    /// The sheet's name.
    package let sheet: String
    /// The rows that it is about, as the user counts them; a shared one is about all rows with the same text.
    package internal(set) var rows: [Int]
    /// The column's letters; empty where the whole row is meant.
    package let column: String
    /// The column's heading; empty where the whole row is meant.
    package let heading: String
    /// What stands there.
    package let old: String
    /// What it probably means.
    package let proposed: String
    package let why: Bilingual
    /// Whether the rows are rejected while nobody has accepted it.
    package let blocks: Bool
    /// What a person said; nil where nobody has decided.
    package internal(set) var decision: Bool?

    /// The place as users write it: `C12`, or `C12 (+40)` for many rows.
    package var place: String {
        let first = column + (rows.first.map { String($0) } ?? "")
        return rows.count > 1 ? "\(first) (+\(rows.count - 1))" : first
    }
}

extension Suggestion.Kind {
    /// What people call it.
    package var label: Bilingual {
        switch self {
        case .encoding: Bilingual(vi: "bảng mã", en: "encoding")
        case .leadingZero: Bilingual(vi: "mất số 0 ở đầu", en: "lost leading zero")
        case .date: Bilingual(vi: "ngày", en: "date")
        case .code: Bilingual(vi: "danh mục", en: "code")
        case .alias: Bilingual(vi: "tên gọi khác", en: "another name")
        case .reference: Bilingual(vi: "bản ghi được nói đến", en: "record that is meant")
        case .samePerson: Bilingual(vi: "cùng một người", en: "same person")
        case .duplicate: Bilingual(vi: "dòng trùng", en: "duplicate row")
        case .lostLetter: Bilingual(vi: "mất chữ", en: "lost letter")
        }
    }

    /// Whether one decision serves all rows of the column with the same text.
    var isShared: Bool { self == .alias || self == .code || self == .reference }
}

/// What people decided about suggestions.
package struct ImportDecisions: Sendable, Equatable {
    /// One decision, as it was made on what was shown.
    package struct Decision: Sendable, Equatable {
        package let isAccepted: Bool
        /// What was accepted or refused, as it was shown; nil where the person saw the suggestion itself.
        package let proposed: String?
        /// For an alias: the first and the last day on which the name was in use, where somebody said it.
        package let from: CalendarDate?
        package let to: CalendarDate?

        package init(isAccepted: Bool, proposed: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil) {
            (self.isAccepted, self.proposed, self.from, self.to) = (isAccepted, proposed, from, to)
        }
    }

    package var byKey: [String: Decision]

    package init(_ byKey: [String: Decision] = [:]) { self.byKey = byKey }
}
