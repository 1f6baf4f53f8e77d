/// A native chart over cells of the workbook.
package struct WorkbookChart: Hashable, Sendable {
    /// The kinds of charts.
    package enum Kind: Hashable, Sendable {
        case bar, column, stackedBar, stackedColumn, line, area, pie, doughnut
    }

    /// Cells of a sheet, by the sheet's name as ``SheetWriter/name`` tells it.
    package struct Cells: Hashable, Sendable {
        package let sheet: String
        package let range: CellRange

        package init(sheet: String, range: CellRange) {
            self.sheet = sheet
            self.range = range
        }
    }

    /// A row of values with its name and look.
    package struct Series: Hashable, Sendable {
        package var name: String
        package var categories: Cells?
        package var values: Cells
        /// The colour as 0xRRGGBB; nil for the program's next one.
        package var color: UInt32?

        package init(name: String, categories: Cells? = nil, values: Cells, color: UInt32? = nil) {
            (self.name, self.categories, self.values, self.color) = (name, categories, values, color)
        }
    }

    package var kind: Kind
    package var title: String?
    package var series: [Series]
    package var categoryTitle: String?
    package var valueTitle: String?
    /// The bounds of the value axis; nil for automatic ones.
    package var minimum: Double?
    package var maximum: Double?
    package var showsLegend = true
    package var showsValues = false
    /// What a reader without eyes on the picture is told.
    package var alternativeText: String?
    /// The size in pixels.
    package var width = 480
    package var height = 288

    package init(_ kind: Kind, title: String? = nil, series: [Series]) {
        (self.kind, self.title, self.series) = (kind, title, series)
    }
}
