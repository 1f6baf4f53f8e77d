/// Makes the names of a workbook's sheets legal and unique, as Excel sees both.
///
/// Excel allows 31 UTF-16 units, forbids some characters, and takes "Đảng" and "ĐẢNG" for the same name: a file with both
/// is called damaged when it is opened.
package struct SheetNames {
    private static let lengthLimit = 31
    private var taken: Set<String> = []

    package init() {}

    /// A legal name near the wanted one that no earlier sheet has.
    package mutating func next(_ wanted: String) -> String {
        let base = SheetNames.legal(wanted)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = SheetNames.cut(base, to: SheetNames.lengthLimit - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static func legal(_ wanted: String) -> String {
        let cleaned = String(
            wanted.unicodeScalars.compactMap { scalar -> Character? in
                if "[]:*?/\\".unicodeScalars.contains(scalar) { return "-" }
                if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
                    return " "
                }
                return Character(scalar)
            })
        let name = trimmed(cut(trimmed(cleaned), to: lengthLimit))
        // "History" is Excel's own: its change log.
        if name.isEmpty || name.lowercased() == "history" { return name.isEmpty ? "Trang" : name + "_" }
        return name
    }

    private static func trimmed(_ text: String) -> String {
        let isEdge: (Character) -> Bool = { $0.isWhitespace || $0 == "'" }
        return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
    }

    private static func cut(_ text: String, to limit: Int) -> String {
        var result = ""
        for character in text where result.utf16.count + character.utf16.count <= limit { result.append(character) }
        return text.utf16.count <= limit ? text : result
    }
}
