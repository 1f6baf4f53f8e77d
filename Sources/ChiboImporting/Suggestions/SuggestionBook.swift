internal import ChiboModel

/// What a cell probably means, before its place is known.
struct Proposal: Hashable {
    let kind: Suggestion.Kind
    /// The meaning as a person reads it.
    let shown: String
    /// The meaning as the column's reader takes it.
    let text: String

    init(_ kind: Suggestion.Kind, _ shown: String, text: String? = nil) {
        (self.kind, self.shown, self.text) = (kind, shown, text ?? shown)
    }
}

/// The suggestions of an import, each once, and what was decided about them.
final class SuggestionBook {
    /// Names that were accepted for records, to be kept as aliases.
    struct AcceptedName {
        let name: String
        let record: RecordID
        let decision: ImportDecisions.Decision
        let row: Int
    }

    let sheet: String
    private let decisions: ImportDecisions
    private var byKey: [String: Suggestion] = [:]
    private var order: [String] = []
    private(set) var acceptedNames: [AcceptedName] = []
    /// Decisions about something else than is suggested now: the file or the review was changed in between.
    private(set) var outdated: [String] = []

    init(sheet: String, decisions: ImportDecisions) { (self.sheet, self.decisions) = (sheet, decisions) }

    /// The suggestions, in the order in which they were found.
    var suggestions: [Suggestion] { order.compactMap { byKey[$0] } }

    /// The decisions that fit no suggestion of this file.
    var unknownKeys: [String] { decisions.byKey.keys.filter { byKey[$0] == nil }.sorted() + outdated }

    /// Notes a suggestion and says whether a person accepted it; nil where nobody decided.
    func consider(
        _ proposal: Proposal, row: Int, column: String = "", heading: String = "", old: String, why: Bilingual,
        blocks: Bool
    ) -> Bool? {
        let isShared = proposal.kind.isShared
        let key = SuggestionBook.key(
            [proposal.kind.rawValue, sheet, isShared ? "" : String(row), column, old, proposal.shown])
        if byKey[key] != nil {
            if byKey[key]?.rows.last != row { byKey[key]?.rows.append(row) }
            return byKey[key]?.decision
        }
        var suggestion = Suggestion(
            key: key, kind: proposal.kind, sheet: sheet, rows: [row], column: column, heading: heading, old: old,
            proposed: proposal.shown, why: why, blocks: blocks)
        if let decision = decisions.byKey[key] {
            if let proposed = decision.proposed, proposed != proposal.shown {
                outdated.append(key)
            } else {
                suggestion.decision = decision.isAccepted
            }
        }
        byKey[key] = suggestion
        order.append(key)
        if proposal.kind == .alias, suggestion.decision == true, let decision = decisions.byKey[key] {
            acceptedNames.append(
                AcceptedName(name: old, record: RecordID(proposal.text), decision: decision, row: row))
        }
        return suggestion.decision
    }

    /// Twelve digits of a digest: short enough to read out.
    private static func key(_ parts: [String]) -> String {
        String(SHA256.hex(Array(parts.joined(separator: "\u{1F}").utf8)).prefix(12))
    }
}

extension [Suggestion] {
    /// What was accepted, for the note of the change: kinds and places, and no value of anybody.
    var acceptedNote: String {
        let accepted = filter { $0.decision == true }
        guard !accepted.isEmpty else { return "" }
        let kinds = Suggestion.Kind.allCases.compactMap { kind -> String? in
            let places = accepted.filter { $0.kind == kind }.map(\.place)
            return places.isEmpty ? nil : "\(kind.rawValue) \(places.joined(separator: ", "))"
        }
        return "accepted: " + kinds.joined(separator: "; ")
    }
}
