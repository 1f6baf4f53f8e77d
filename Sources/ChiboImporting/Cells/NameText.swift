internal import ChiboModel

/// Names of people without what offices write around them: `Đ/c`, `PGS.TS.`, `(Phó Bí thư)`.
enum NameText {
    /// The name alone, and what was taken off it; a cell with nothing around the name is left as it is.
    static func cleaned(_ text: String) -> (name: String, taken: [String]) {
        guard mayHaveMore(text) else { return (text, []) }
        let cell = NameCell(text)
        return cell.isSplit ? (cell.name, cell.titles + cell.roles) : (text, [])
    }

    /// Whether more than a name may stand in a cell: a quick look that spares most names the long one.
    ///
    /// Roles need a bracket, a dash or a comma. A title stands in front and is written in ASCII, or has a sign in it;
    /// forms of address begin with Đ, Ô or B.
    private static func mayHaveMore(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, !"ĐđÔôBb".unicodeScalars.contains(first) else { return true }
        var isFirstWord = true
        var isASCII = true
        for byte in text.utf8 {
            // A dash or another sign of Unicode begins with E2; letters of Vietnamese never do.
            if byte == 0xE2 || byte < 0x20 || (0x21...0x40).contains(byte) || (0x5B...0x60).contains(byte) {
                return true
            }
            if byte == 0x20, isFirstWord {
                if isASCII { return true }
                isFirstWord = false
            }
            if isFirstWord, byte >= 0x80 { isASCII = false }
        }
        return isFirstWord && isASCII
    }
}
