internal import ChiboModel

/// Names of people without what offices write around them: `Đ/c`, `PGS.TS.`, `(Phó Bí thư)`.
enum NameText {
    private static let titles: Set<String> = [
        "gs", "pgs", "ts", "tskh", "ths", "cn", "ks", "bs", "bscki", "bsckii", "ds", "ncs", "gvc", "gvcc", "nsut",
        "nsnd",
        "ngut", "ngnd", "d/c", "dc",
    ]
    private static let roles = ["bi thu", "uy vien", "truong", "pho", "chi uy", "dang uy", "du bi", "chinh thuc"]

    /// The name alone, and what was taken off it.
    static func cleaned(_ text: String) -> (name: String, taken: [String]) {
        var taken: [String] = []
        var rest = withoutRole(Substring(text), &taken)
        while let word = rest.split(separator: " ", maxSplits: 1).first, let length = titleLength(word) {
            let cut = rest.index(rest.startIndex, offsetBy: length)
            // A title alone is no name: then the cell is left as it is.
            let tail = rest[cut...].drop { $0 == " " || $0 == "." || $0 == ":" }
            guard !tail.isEmpty else { return (text, []) }
            taken.append(String(rest[..<cut]))
            rest = tail
        }
        if rest.lowercased().hasPrefix("đồng chí ") {
            taken.append(String(rest.prefix(8)))
            rest = rest.dropFirst(9)
        }
        return taken.isEmpty ? (text, []) : (VietnameseText.tidied(String(rest)), taken)
    }

    /// How many characters of a word are a title: `TS.Nguyễn` begins with one, `TS` is one, `Tsan` is none.
    private static func titleLength(_ word: Substring) -> Int? {
        let head = word.prefix { $0 != "." && $0 != "," && $0 != ":" }
        guard titles.contains(VietnameseText.folded(String(head))) else { return nil }
        // Small letters without a full stop may be a name: only titles written as titles are taken.
        let isMarked = head.count < word.count || head.contains("/") || head.last?.isUppercase == true
        return isMarked ? min(head.count + 1, word.count) : nil
    }

    private static func withoutRole(_ text: Substring, _ taken: inout [String]) -> Substring {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
        let inside = VietnameseText.folded(String(text[open...]))
        // "(A)" and "(Hùng)" tell people of one name apart and stay.
        guard roles.contains(where: { inside.contains($0) }) else { return text }
        taken.append(String(text[open...]))
        var rest = text[..<open]
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
