internal import ChiboModel

/// Names of people without what offices write around them: `Đ/c`, `PGS.TS.`, `(Phó Bí thư)`.
enum NameText {
    /// The name alone, and what was taken off it; a cell with nothing around the name is left as it is.
    static func cleaned(_ text: String) -> (name: String, taken: [String]) {
        let cell = NameCell(text)
        return cell.isSplit ? (cell.name, cell.titles + cell.roles) : (text, [])
    }
}
