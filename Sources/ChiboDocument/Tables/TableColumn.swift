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
