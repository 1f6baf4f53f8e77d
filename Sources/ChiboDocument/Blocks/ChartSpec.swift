/// A drawing of numbers.
///
/// The numbers are typed cells: a format without drawings shows `dataTable` instead, and one with drawings offers it beside them.
public struct ChartSpec: Equatable, Sendable {
    /// The kinds of drawing.
    public enum Kind: String, CaseIterable, Sendable {
        /// Lying bars.
        case bar
        /// Standing bars, the series side by side.
        case column
        /// Standing bars, the series on top of each other.
        case stacked
        case line, pie, donut
    }

    /// The kind of drawing.
    public var kind: Kind
    /// What stands above.
    public var title: String
    /// What is counted along the axis ("Chi bộ"); the heading of the first column of the data.
    public var categoryTitle: String
    /// The names along the axis.
    public var categories: [String]
    /// The rows of numbers.
    public var series: [Series]
    /// What the numbers are ("buổi"), or nil.
    public var valueTitle: String?
    /// Lines across that mark a goal.
    public var targets: [Target]
    /// Whether each value is written beside its shape.
    public var showsValues: Bool
    /// A remark below.
    public var note: String?
    /// What a person who cannot see the drawing should hear, or nil for the title.
    public var alternative: String?

    /// Numbers under a name.
    public struct Series: Equatable, Sendable {
        /// The name in the legend.
        public var name: String
        /// One number a category; an empty cell leaves a gap.
        public var values: [Cell]
        /// The colour, or nil for the next one of the palette.
        public var color: Color?

        /// Numbers under a name.
        public init(_ name: String, _ values: [Cell], color: Color? = nil) {
            self.name = name
            self.values = values
            self.color = color
        }

        /// The number of a category; a series may be shorter than the categories.
        public func value(at index: Int) -> Cell { values.indices.contains(index) ? values[index] : .empty }
    }

    /// A line that marks a goal.
    public struct Target: Equatable, Sendable {
        /// The words beside the line.
        public var label: String
        /// Where it stands on the axis of values.
        public var value: Cell

        /// A line that marks a goal.
        public init(_ label: String, _ value: Cell) {
            self.label = label
            self.value = value
        }
    }

    /// A drawing of series over categories.
    public init(
        _ kind: Kind, title: String, categoryTitle: String = "", categories: [String], series: [Series],
        valueTitle: String? = nil, targets: [Target] = [], showsValues: Bool = true, note: String? = nil,
        alternative: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.categoryTitle = categoryTitle
        self.categories = categories
        self.series = series
        self.valueTitle = valueTitle
        self.targets = targets
        self.showsValues = showsValues
        self.note = note
        self.alternative = alternative
    }

    /// The numbers as a table: a row a category, a column a series.
    public var dataTable: TableSpec {
        let first = TableColumn("category", categoryTitle)
        let columns = series.enumerated().map { index, series in
            TableColumn("series\(index + 1)", series.name, Self.columnKind(of: series.values))
        }
        let rows = categories.indices.map { index in
            TableRow(values: [.text(categories[index])] + series.map { $0.value(at: index) })
        }
        return TableSpec(caption: title, columns: [first] + columns, rows: rows)
    }

    private static func columnKind(of values: [Cell]) -> TableColumn.Kind {
        switch values.first(where: { !$0.isEmpty }) {
        case .percent: .percent
        case .money: .money
        case .decimal, .number: .decimal
        default: .integer
        }
    }
}
