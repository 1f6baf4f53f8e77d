internal import ChiboModel

/// Headings as they are compared: the texts of their rows from the top, folded.
///
/// Offices write a heading in capitals, with line breaks, double spaces, in either Unicode form and with the tone on
/// another vowel; none of that makes another heading.
struct HeadingPath: Hashable {
    /// The folded texts of the rows, from the top.
    let keys: [String]

    /// A path from folded texts.
    init(keys: [String]) { self.keys = keys }

    /// A path from the texts of its rows; a text with ` / ` in it is a path already.
    init(_ texts: [String]) {
        keys = texts.flatMap { $0.split(separator: "/") }.map { HeadingPath.key(String($0)) }.filter { !$0.isEmpty }
    }

    /// A path as a mapping writes it.
    init(_ text: String) { self.init([text]) }

    /// Whether this path, as a sheet has it, is the wanted one or ends with it.
    func ends(with wanted: HeadingPath) -> Bool {
        !wanted.keys.isEmpty && keys.count >= wanted.keys.count && Array(keys.suffix(wanted.keys.count)) == wanted.keys
    }

    /// Folds a heading; colons, stars and full stops at its end do not count.
    private static func key(_ text: String) -> String {
        var tidy = Substring(VietnameseText.tidied(text))
        while let last = tidy.last, ":*. ".contains(last) { tidy.removeLast() }
        return VietnameseText.matchKey(String(tidy))
    }
}
