/// A cell with a person's name in it, split into the name and what offices write around it.
///
/// "PGS.TS. Nguyễn Thị Hòa (Phó Bí thư)" is a name with two titles and a role. What is taken off is kept, in its order,
/// so that an importer can show it and put it into fields of its own (domain.md §6).
public struct NameCell: Hashable, Sendable {
    /// The name alone, tidied; the whole cell where nothing else would be left.
    public let name: String
    /// Titles and forms of address before or behind the name, as written: `PGS.`, `TS.`, `Đ/c`, `NSND`.
    public let titles: [String]
    /// Roles and states in brackets or behind a dash, without the bracket: `Phó Bí thư`.
    public let roles: [String]

    /// Whether anything stood around the name.
    public var isSplit: Bool { !titles.isEmpty || !roles.isEmpty }

    /// Academic ranks, degrees, honours, forms of address: folded, without their full stops.
    private static let titleWords: Set<String> = [
        "gs", "pgs", "ts", "tskh", "ths", "cn", "ks", "kts", "bs", "bscki", "bsckii", "ds", "dd", "ncs", "gv", "gvc",
        "gvcc", "nsut", "nsnd", "ngut", "ngnd", "ttut", "ttnd", "cki", "ckii", "d/c", "dc",
    ]
    /// Forms of address that are words: taken off only with a capital, in front, and where a whole name is left.
    private static let addresses = ["đồng chí", "ông", "bà"].map(VietnameseText.matchKey)
    /// What the words in brackets are a role by; "(A)" and "(Hùng)" tell people of one name apart and stay.
    private static let roleWords = [
        "bi thu", "uy vien", "uv", "uvbch", "uvbtv", "bch", "btv", "truong", "pho", "chi uy", "dang uy", "du bi",
        "chinh thuc", "chu tich", "giam doc",
        "hieu truong", "thu ky", "phu trach", "to vien", "quan chung", "doan vien", "nghi huu",
    ]

    /// A cell from its text.
    public init(_ text: String) {
        let whole = VietnameseText.tidied(text)
        var rest = Substring(whole)
        var (titles, roles) = ([String](), [String]())
        while let role = NameCell.takeRole(&rest) { roles.insert(role, at: 0) }
        while let title = NameCell.takeAddress(&rest) ?? NameCell.takeTitle(&rest) { titles.append(title) }
        var last: [String] = []
        while let title = NameCell.takeLastTitle(&rest) { last.insert(title, at: 0) }
        // A title alone is no name: then the cell is left as it is.
        guard rest.contains(where: \.isLetter) else { (name, self.titles, self.roles) = (whole, [], []); return }
        name = VietnameseText.tidied(String(rest))
        (self.titles, self.roles) = (titles + last, roles)
    }

    private static func takeRole(_ rest: inout Substring) -> String? {
        for (open, close) in [("(", ")"), ("[", "]")] where rest.hasSuffix(close) {
            guard let start = rest.lastIndex(where: { String($0) == open }), start > rest.startIndex else { continue }
            return take(rest[rest.index(after: start)...].dropLast(), upTo: start, from: &rest)
        }
        for dash in [" - ", " – ", ", "] {
            guard let found = rest.ranges(of: dash).last else { continue }
            if let role = take(rest[found.upperBound...], upTo: found.lowerBound, from: &rest) { return role }
        }
        return nil
    }

    private static func take(_ inside: Substring, upTo end: Substring.Index, from rest: inout Substring) -> String? {
        let folded = " " + VietnameseText.identifier(String(inside)).replacing("_", with: " ") + " "
        guard roleWords.contains(where: { folded.contains(" " + $0 + " ") }) else { return nil }
        let role = VietnameseText.tidied(String(inside))
        rest = trimmed(rest[..<end])
        return role
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let last = text.last, last == " " || last == "," { text.removeLast() }
        return text
    }

    private static func takeAddress(_ rest: inout Substring) -> String? {
        guard rest.first?.isUppercase == true else { return nil }
        for address in addresses {
            let words = rest.split(separator: " ")
            let count = address.split(separator: " ").count
            let head = words.prefix(count).joined(separator: " ")
            // Ông and Bà are family names too (Ông Ích Khiêm): only in front of three syllables are they an address.
            guard words.count >= count + (count == 1 ? 3 : 1), VietnameseText.matchKey(head.trimmingColon) == address
            else { continue }
            rest = rest[words[count].startIndex...]
            return head
        }
        return nil
    }

    /// A title in front: `TS.Nguyễn` begins with one, `TS Nguyễn` too, `Tsan` does not.
    private static func takeTitle(_ rest: inout Substring) -> String? {
        guard let word = rest.split(separator: " ", maxSplits: 1).first else { return nil }
        let head = word.prefix { $0 != "." && $0 != "," && $0 != ":" }
        guard isTitle(head) else { return nil }
        // Small letters without a full stop may be a name: only titles written as titles are taken.
        guard head.count < word.count || head.contains("/") || isWrittenAsTitle(head) else { return nil }
        let end = rest.index(rest.startIndex, offsetBy: min(head.count + 1, word.count))
        let title = String(rest[..<end])
        rest = rest[end...].drop { $0 == " " || $0 == "." || $0 == ":" || $0 == "," }
        return title
    }

    /// A title behind the name, after a comma, as in `Nguyễn Văn A, TS`.
    private static func takeLastTitle(_ rest: inout Substring) -> String? {
        guard let comma = rest.lastIndex(of: ",") else { return nil }
        let tail = rest[rest.index(after: comma)...].drop { $0 == " " }
        let words = tail.split { $0 == " " || $0 == "." }
        guard !words.isEmpty, words.allSatisfy({ isTitle($0) && ($0.count > 1) }) else { return nil }
        rest = trimmed(rest[..<comma])
        return String(tail)
    }

    private static func isTitle(_ word: Substring) -> Bool { titleWords.contains(VietnameseText.folded(String(word))) }

    /// Capitals at the start and at the end, as in `TS`, `ThS`, `BSCKI`; "Ts" and "Đc" may be anything.
    private static func isWrittenAsTitle(_ word: Substring) -> Bool {
        word.count > 1 && word.first?.isUppercase == true && word.last?.isUppercase == true
    }
}

extension String {
    /// Without a colon at the end.
    fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
