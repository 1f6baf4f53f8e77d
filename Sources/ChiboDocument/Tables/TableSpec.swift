/// A table: typed columns, headings of several levels, rows that may be grouped and summed.
public struct TableSpec: Equatable, Sendable {
    /// The name of the table in messages, in file names of csv and in sheets; nil for its number.
    public var id: String?
    /// What stands above the table.
    public var caption: String?
    /// A remark below.
    public var note: String?
    /// The columns from left to right.
    public var columns: [TableColumn]
    /// Heading rows written out; empty to make them from the columns' titles.
    public var header: [[HeaderCell]]
    /// Whether a row (1) (2) (3) … follows the headings.
    public var numbersColumns: Bool
    /// The rows.
    public var rows: [TableRow]
    /// The columns by which the rows are put into groups, the outermost first.
    ///
    /// Rows keep their order within a group; groups stand in the order in which they first appear.
    public var groupBy: [TableGroup]
    /// The columns in which equal neighbours below each other become one cell, the outermost first.
    public var mergeRepeats: [String]
    /// Looks that depend on values.
    public var conditions: [TableCondition]
    /// The words before the sums of the whole table, if some column asks for one.
    public var totalLabel: String
    /// What a table without rows says.
    public var emptyText: String
    /// Which lines are drawn.
    public var borders: Borders
    /// Whether every other row is shaded.
    public var isStriped: Bool
    /// How the table goes to paper and into a workbook.
    public var print: TablePrint

    /// Which lines of a table are drawn.
    public enum Borders: String, CaseIterable, Sendable { case all, outer, rules, none }

    /// A table of columns and rows; all else is set afterwards.
    public init(
        id: String? = nil, caption: String? = nil, columns: [TableColumn], rows: [TableRow] = [],
        header: [[HeaderCell]] = [], groupBy: [TableGroup] = [], mergeRepeats: [String] = [],
        numbersColumns: Bool = false, note: String? = nil
    ) {
        self.id = id
        self.caption = caption
        self.note = note
        self.columns = columns
        self.header = header
        self.numbersColumns = numbersColumns
        self.rows = rows
        self.groupBy = groupBy
        self.mergeRepeats = mergeRepeats
        conditions = []
        totalLabel = "Tổng cộng"
        emptyText = "Không có"
        borders = .all
        isStriped = false
        print = TablePrint()
    }
}

/// A cell of a heading row.
public struct HeaderCell: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The words.
    public var text: String
    /// Over how many columns it goes.
    public var colspan: Int
    /// Over how many rows it goes.
    public var rowspan: Int

    /// A heading.
    public init(_ text: String, colspan: Int = 1, rowspan: Int = 1) {
        self.text = text
        self.colspan = colspan
        self.rowspan = rowspan
    }

    /// A heading over one column.
    public init(stringLiteral value: String) { self.init(value) }
}

/// A level of grouping.
public struct TableGroup: Equatable, Sendable {
    /// The column whose equal values make a group.
    public var key: String
    /// What stands before the value in the group's row ("Khối: ").
    public var prefix: String
    /// Whether a group ends with its sums.
    public var hasSubtotal: Bool
    /// The words before the sums.
    public var subtotalLabel: String

    /// A level of grouping.
    public init(_ key: String, prefix: String = "", hasSubtotal: Bool = true, subtotalLabel: String = "Cộng") {
        self.key = key
        self.prefix = prefix
        self.hasSubtotal = hasSubtotal
        self.subtotalLabel = subtotalLabel
    }
}

/// A look that depends on a value.
public struct TableCondition: Equatable, Sendable {
    /// What a value is tested for; numbers are compared exactly, whatever their kind.
    public enum Test: Equatable, Sendable {
        case equals(Cell)
        case less(Cell)
        case greater(Cell)
        case empty
    }

    /// The column whose value is tested.
    public var key: String
    /// The test.
    public var test: Test
    /// The look of the cell, or of the row.
    public var style: CellStyle
    /// Whether the whole row takes the look.
    public var wholeRow: Bool

    /// A look that depends on a value.
    public init(_ key: String, _ test: Test, _ style: CellStyle, wholeRow: Bool = false) {
        self.key = key
        self.test = test
        self.style = style
        self.wholeRow = wholeRow
    }
}

/// How a table goes to paper and into a workbook.
public struct TablePrint: Equatable, Sendable {
    /// Whether the sheet lies across, or nil for what the section says.
    public var isLandscape: Bool?
    /// Whether the table is made as small as the page is wide.
    public var fitsWidth: Bool
    /// How many columns stay in sight when a workbook is scrolled.
    public var frozenColumns: Int
    /// Whether a workbook offers to filter.
    public var hasFilter: Bool
    /// Whether the heading is printed on each page.
    public var repeatsHeader: Bool

    /// Fits the width, repeats its heading, freezes it in a workbook and offers to filter unless told otherwise.
    public init(
        isLandscape: Bool? = nil, fitsWidth: Bool = true, frozenColumns: Int = 0, hasFilter: Bool = true,
        repeatsHeader: Bool = true
    ) {
        self.isLandscape = isLandscape
        self.fitsWidth = fitsWidth
        self.frozenColumns = frozenColumns
        self.hasFilter = hasFilter
        self.repeatsHeader = repeatsHeader
    }
}
