internal import ChiboModel

/// Two columns that offices make of one field: "Họ đệm" and "Tên", or the year of birth under "Nam" and under "Nữ".
struct PartedColumns {
    let first: Int
    let second: Int
    /// The sex that each tells; nil where the columns tell none.
    let sexes: [String]?

    private static let families = ["họ đệm", "họ và đệm", "họ lót", "họ và tên đệm", "họ, tên đệm", "họ"].map {
        HeadingPath($0)
    }
    private static let givens = ["tên"].map { HeadingPath($0) }
    private static let men = HeadingPath("nam")
    private static let women = HeadingPath("nữ")

    /// The columns of a field among headings that nothing else claims; nil where it has no such two.
    ///
    /// - Parameters:
    ///   - field: The field.
    ///   - wordings: What its heading may say.
    ///   - keys: The headings of the free columns.
    init?(of field: FieldDefinition, wordings: [HeadingPath], among keys: [(column: Int, path: HeadingPath)]) {
        switch field.code {
        case "full_name":
            guard let family = PartedColumns.one(PartedColumns.families, keys),
                let given = PartedColumns.one(PartedColumns.givens, keys)
            else { return nil }
            (first, second, sexes) = (min(family, given), max(family, given), nil)
        case "birth":
            // The years stand below a heading of the birth; "Nam" and "Nữ" alone may count people.
            let under = keys.filter { key in
                let above = HeadingPath(keys: Array(key.path.keys.dropLast()))
                return wordings.contains { !above.keys.isEmpty && above.ends(with: $0) }
            }
            guard let man = PartedColumns.one([PartedColumns.men], under),
                let woman = PartedColumns.one([PartedColumns.women], under)
            else { return nil }
            (first, second, sexes) = (man, woman, ["male", "female"])
        default: return nil
        }
    }

    /// The one column whose heading ends with one of some wordings.
    private static func one(_ wordings: [HeadingPath], _ keys: [(column: Int, path: HeadingPath)]) -> Int? {
        for wording in wordings {
            let found = keys.filter { $0.path.ends(with: wording) }
            if found.count == 1 { return found[0].column }
        }
        return nil
    }
}
