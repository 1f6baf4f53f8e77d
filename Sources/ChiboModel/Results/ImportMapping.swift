/// How a unit's spreadsheet maps to the fields of a kind of record: what `import.define` returns.
public struct ImportMapping: Sendable, Equatable {
    /// Which sheet of a workbook.
    public enum Sheet: Sendable, Equatable {
        /// The n-th sheet, 1 for the first.
        case number(Int)
        /// The sheet of a name.
        case name(String)
    }

    /// How the text of a cell becomes a value, where the field's type alone does not say it.
    public enum Conversion: Sendable, Equatable {
        /// As the field's type says.
        case automatic
        /// A date written in the order `dmy`, `mdy` or `ymd`, where the cell is text.
        case date(order: DateOrder)
        /// A reference by the other record's name, short code, alias or id.
        case byName
        /// Only the digits of the text: card numbers with dots and spaces.
        case digits
        /// Texts as the mapping lists them, to values as ``FieldValue/plain`` writes them.
        case values([String: String])
    }

    /// The order of the parts of a written date.
    public enum DateOrder: String, Sendable, Equatable { case dmy, mdy, ymd }

    /// One column of the sheet.
    public struct Column: Sendable, Equatable {
        /// The heading, its rows joined by ` / `, as the mapping writes it.
        public let heading: String
        /// The field that the column fills.
        public let field: String
        /// How a cell becomes a value.
        public let conversion: Conversion
        /// Whether a sheet without this column is still a sheet of this mapping.
        public let optional: Bool
        /// Whether an empty cell is an error.
        public let required: Bool
        /// Other headings that mean the same, beside those that the schema knows.
        public let also: [String]

        /// A column from its parts.
        public init(
            heading: String, field: String, conversion: Conversion = .automatic, optional: Bool = false,
            required: Bool = false, also: [String] = []
        ) {
            (self.heading, self.field, self.conversion) = (heading, field, conversion)
            (self.optional, self.required, self.also) = (optional, required, also)
        }
    }

    /// The mapping's name.
    public let id: String
    /// What a person calls it.
    public let title: String
    /// The kind of record that the rows are.
    public let kind: RecordKind
    /// Where the rows are.
    public let sheet: Sheet
    /// The fields that tell two rows apart, the strongest first; empty for the schema's own identity.
    public let key: [String]
    /// Whether the sheet lists all records of the kind, so that one that is not in it is missing.
    public let complete: Bool
    /// The columns.
    public let columns: [Column]
    /// Values that every row has: `kind = "branch"`, `year = 2023`.
    public let constants: [String: FieldValue]
    /// The heading of a column of ids; nil where rows are known by their fields.
    ///
    /// With it the sheet is one that the host wrote: names and numbers stand in it as they are on record.
    public let idHeading: String?

    /// A mapping from its parts.
    public init(
        id: String, title: String = "", kind: RecordKind, sheet: Sheet = .number(1), key: [String] = [],
        complete: Bool = false, columns: [Column], constants: [String: FieldValue] = [:],
        idHeading: String? = nil
    ) {
        (self.id, self.title, self.kind, self.sheet, self.key) = (id, title, kind, sheet, key)
        (self.complete, self.columns, self.constants) = (complete, columns, constants)
        self.idHeading = idHeading
    }
}
