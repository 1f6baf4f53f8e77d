/// The text of a definition's file, searched for where an entry stands.
enum DefinitionText {
    /// The line where an entry is written `name =`, or in quotes; else where a `define` stands; nil where neither does.
    static func line(of entry: String?, in source: String) -> Int? {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        if let entry, !entry.isEmpty, let index = lines.firstIndex(where: { writes(entry, in: $0) }) {
            return index + 1
        }
        return lines.firstIndex { $0.contains(".define") }.map { $0 + 1 }
    }

    private static func writes(_ entry: String, in line: Substring) -> Bool {
        if line.contains("\"\(entry)\"") { return true }
        var rest = line
        while let range = rest.firstRange(of: entry) {
            let before = range.lowerBound == line.startIndex ? nil : line[line.index(before: range.lowerBound)]
            let after = line[range.upperBound...].drop { $0 == " " }
            if before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true, after.hasPrefix("=") { return true }
            rest = line[range.upperBound...]
        }
        return false
    }
}
