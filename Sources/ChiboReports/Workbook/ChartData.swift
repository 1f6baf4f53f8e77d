import ChiboDocument
import ChiboOffice

/// A chart and the place where it will be drawn.
struct PlacedChart {
    let chart: ChartSpec
    let sheet: SheetWriter
    let place: CellReference

    /// The height of the drawing in pixels.
    var height: Int { chart.kind == .bar ? min(max(chart.categories.count * 24 + 100, 320), 1200) : 320 }
}

/// The numbers behind a workbook's charts, on a sheet of their own at the end, and the native charts over them.
enum ChartData {
    static func write(_ charts: [PlacedChart], to workbook: WorkbookWriter) throws(WorkbookFailure) {
        guard !charts.isEmpty else { return }
        try WorkbookFailure.office { () throws(OfficeError) in
            let sheet = try workbook.addSheet("Số liệu biểu đồ")
            let grids = charts.compactMap { try? $0.chart.dataTable.laidOut(for: .xlsx) }
            let geometry = SheetGeometry(grids, count: 2, hasText: false)
            for (index, width) in geometry.widths.enumerated() {
                try sheet.setColumns(index + 1...index + 1, width: width)
            }
            var row = 1
            for placed in charts {
                try write(placed.chart, to: sheet, row: row)
                try placed.sheet.insert(native(placed, startRow: row, sheetName: sheet.name), at: placed.place)
                // Title, headings, categories, an empty row.
                row += placed.chart.categories.count + 3
            }
        }
    }

    private static func write(_ chart: ChartSpec, to sheet: SheetWriter, row: Int) throws(OfficeError) {
        let bold = CellFormat().with { $0.isBold = true }
        func put(_ text: String, _ row: Int, _ column: Int, _ format: CellFormat) throws(OfficeError) {
            let words = SheetComposer.shortened(CleanText.line(text))
            try sheet.write(.text(words), at: CellReference(row: row, column: column), format: format)
        }
        try put(chart.title, row, 1, bold)
        try put(chart.categoryTitle, row + 1, 1, bold)
        for (index, series) in chart.series.enumerated() {
            try put(series.name, row + 1, index + 2, bold)
            for category in chart.categories.indices {
                let value = series.value(at: category)
                let look = CellFormat().with { $0.numberFormat = SheetValue.numberFormat(value, decimals: nil) }
                let place = CellReference(row: row + 2 + category, column: index + 2)
                try sheet.write(SheetValue.value(value, text: value.text()), at: place, format: look)
            }
        }
        for (index, category) in chart.categories.enumerated() { try put(category, row + 2 + index, 1, CellFormat()) }
    }

    /// The chart over its numbers, which begin at a row of the sheet.
    private static func native(_ placed: PlacedChart, startRow: Int, sheetName: String) -> WorkbookChart {
        let chart = placed.chart
        let (first, last) = (startRow + 2, startRow + 1 + max(chart.categories.count, 1))
        func cells(_ column: Int) -> WorkbookChart.Cells? {
            CellRange(CellReference(row: first, column: column), CellReference(row: last, column: column)).map {
                WorkbookChart.Cells(sheet: sheetName, range: $0)
            }
        }
        let series = chart.series.enumerated().compactMap { index, series -> WorkbookChart.Series? in
            guard let values = cells(index + 2) else { return nil }
            let color =
                chart.kind == .pie || chart.kind == .donut ? nil : (series.color ?? ChartColors.color(index)).rgb
            return .init(name: CleanText.line(series.name), categories: cells(1), values: values, color: color)
        }
        var native = WorkbookChart(kind(chart.kind), title: CleanText.line(chart.title), series: series)
        // Of lying bars the names along the axis speak for themselves.
        if chart.kind != .bar {
            native.categoryTitle = chart.categoryTitle.isEmpty ? nil : CleanText.line(chart.categoryTitle)
            native.valueTitle = chart.valueTitle.map { CleanText.line($0) }
        }
        native.showsValues = chart.showsValues
        native.showsLegend = chart.series.count > 1 || chart.kind == .pie || chart.kind == .donut
        native.alternativeText = CleanText.line(chart.alternative ?? chart.title)
        native.width = 640
        native.height = placed.height
        return native
    }

    private static func kind(_ kind: ChartSpec.Kind) -> WorkbookChart.Kind {
        switch kind {
        case .bar: .bar
        case .column: .column
        case .stacked: .stackedColumn
        case .line: .line
        case .pie: .pie
        case .donut: .doughnut
        }
    }
}
