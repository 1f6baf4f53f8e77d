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

/// A column of a table.
public struct TableColumn: Equatable, Sendable {
    /// What a column holds.
    public enum Kind: String, CaseIterable, Sendable {
        case text, integer, decimal, percent, money, date, boolean, code

        /// Whether the column holds numbers, which stand at the right.
        public var isNumeric: Bool { self == .integer || self == .decimal || self == .percent || self == .money }
    }

    /// What stands below a column.
    public enum Total: String, CaseIterable, Sendable {
        /// Nothing.
        case none
        /// The sum; of shares, all that was counted of all that there is: (a + c)/(b + d).
        case sum
        /// How many cells are filled.
        case count
        /// The exact mean of the filled cells.
        case average
    }

    /// The name by which groups, conditions and merging speak of the column; unique in its table.
    public var key: String
    /// The heading.
    public var title: String
    /// Headings above the title, the outermost first; neighbours under the same words share one cell.
    public var under: [String]
    /// What the column holds.
    public var kind: Kind
    /// How wide it is.
    public var width: Width
    /// Where its text stands, or nil for right with numbers, centred with dates, else left.
    public var align: Alignment?
    /// How many decimals are shown, or nil for those that the value has.
    public var decimals: Int?
    /// What stands below it.
    public var total: Total
    /// Whether no format shows it (it may still group).
    public var isHidden: Bool
    /// The formats that leave it out.
    public var hiddenIn: Set<ReportFormat>

    /// A column.
    public init(
        _ key: String, _ title: String, _ kind: Kind = .text, under: [String] = [], width: Width = .automatic,
        align: Alignment? = nil, decimals: Int? = nil, total: Total = .none, isHidden: Bool = false,
        hiddenIn: Set<ReportFormat> = []
    ) {
        self.key = key
        self.title = title
        self.under = under
        self.kind = kind
        self.width = width
        self.align = align
        self.decimals = decimals
        self.total = total
        self.isHidden = isHidden
        self.hiddenIn = hiddenIn
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

/// A row of a table.
public struct TableRow: Equatable, Sendable, ExpressibleByArrayLiteral {
    /// What a row is for.
    public enum Kind: String, CaseIterable, Sendable {
        case data, group, subtotal, total, note
    }

    /// The cells from left to right, over all columns, hidden ones too.
    ///
    /// A row may be shorter than the table.
    public var cells: [TableCell]
    /// What the row is for.
    public var kind: Kind
    /// How deep the row lies in groups, from 0.
    public var level: Int
    /// How its cells look.
    public var style: CellStyle

    /// A row.
    public init(_ cells: [TableCell], kind: Kind = .data, level: Int = 0, style: CellStyle = CellStyle()) {
        self.cells = cells
        self.kind = kind
        self.level = level
        self.style = style
    }

    /// A row of values.
    public init(values: [Cell]) { self.init(values.map { TableCell($0) }) }

    /// A row of data.
    public init(arrayLiteral elements: TableCell...) { self.init(elements) }
}

/// A value at its place in a row.
public struct TableCell: Equatable, Sendable {
    /// The value.
    public var value: Cell
    /// Over how many columns it goes.
    public var colspan: Int
    /// Over how many rows it goes.
    public var rowspan: Int
    /// How it looks.
    public var style: CellStyle
    /// Where the value comes from, for those who ask; nil where nothing is known.
    public var source: String?

    /// A value at its place.
    public init(
        _ value: Cell, colspan: Int = 1, rowspan: Int = 1, style: CellStyle = CellStyle(), source: String? = nil
    ) {
        self.value = value
        self.colspan = colspan
        self.rowspan = rowspan
        self.style = style
        self.source = source
    }
}

extension TableCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// Words.
    public init(stringLiteral value: String) { self.init(.text(value)) }
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(.integer(value)) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
    /// Nothing.
    public init(nilLiteral: ()) { self.init(.empty) }
}

/// How cells look; the meaning first, since not every format has colours.
public struct CellStyle: Equatable, Sendable {
    /// What a look says.
    public enum Signal: String, CaseIterable, Sendable { case good, warning, bad, muted }

    /// Heavy, slanted and so on.
    public var marks: TextMarks.Flags
    /// What the look says, or nil for nothing.
    public var signal: Signal?
    /// Where the text stands, or nil for the column's own.
    public var align: Alignment?

    /// A look; plain unless told otherwise.
    public init(_ marks: TextMarks.Flags = [], signal: Signal? = nil, align: Alignment? = nil) {
        self.marks = marks
        self.signal = signal
        self.align = align
    }

    /// This look over another one: what is said here wins.
    public func over(_ base: CellStyle) -> CellStyle {
        CellStyle(marks.union(base.marks), signal: signal ?? base.signal, align: align ?? base.align)
    }
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
