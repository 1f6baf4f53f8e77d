package import ChiboModel

/// How a sheet is laid out: which rows are its heading and which column fills which field.
package struct RosterLayout: Sendable {
    /// A column of the sheet that the mapping reads.
    package struct ReadColumn: Sendable {
        /// The column, from 1.
        package let column: Int
        /// The heading as the sheet has it, its rows joined by ` / `.
        package let heading: String
        /// What the mapping says of it.
        package let mapping: ImportMapping.Column
        /// The position of its field in the schema.
        package let field: Int
        /// Whether the sheet has another heading of the same field than the mapping names.
        package let isBySynonym: Bool
        /// Whether an earlier column fills the same field: the given name, the years of women.
        package var isFurther = false
        /// The sex that a value in this column tells, where years of birth stand under "Nam" and "Nữ".
        package var sex: String?
    }

    /// The rows of the heading, as the user counts them.
    package let headingRows: ClosedRange<Int>
    /// The columns that are read, in the order of the mapping.
    package let columns: [ReadColumn]
    /// The headings of all columns, by column.
    package let headings: [Int: String]
    /// The column of ids, where the host wrote the sheet.
    package let idColumn: Int?
    /// Optional columns that the sheet does not have.
    package let absent: [String]

    /// The headings that the mapping does not read, from left to right.
    package var unused: [String] {
        let read = Set(columns.map(\.column) + [idColumn].compactMap(\.self))
        return headings.keys.sorted().filter { !read.contains($0) }.compactMap { headings[$0] }
    }
}
