import ChiboDocument
import ChiboModel
import ChiboOffice

// Tables, charts, and what concerns the sheet as a whole.
extension SheetComposer {
    mutating func add(_ table: TableSpec) throws(WorkbookFailure) {
        // A footnote may bring a table that was not laid out beforehand.
        if nextGrid == grids.count { try collectGrids([.table(table)]) }
        let grid = grids[nextGrid]
        nextGrid += 1
        if columns.lowerBound > 0 {
            walk.warn(
                "bảng \(nextGrid): nằm trong cột, được đặt từ cột \(columns.lowerBound + 1)",
                "table \(nextGrid): stands in a box, begins at column \(columns.lowerBound + 1)")
        }
        if let caption = table.caption {
            try addLine(caption, CellFormat().with { ($0.isBold, $0.horizontal) = (true, .center) }, above: 4)
        }
        let sheetTable = SheetTable(grid, table, sheet: sheet, row: row, column: columns.lowerBound + 1, walk: walk)
        try sheetTable.write()
        for (row, height) in sheetTable.heights(geometry) { raise(row, to: height) }
        if grids.count == 1 { try sheetTable.setView() }
        row = sheetTable.endRow
        if let note = table.note { try addLine(note, CellFormat().with { ($0.isItalic, $0.size) = (true, 11) }) }
        addSpace(3)
    }

    mutating func add(_ chart: ChartSpec) throws(WorkbookFailure) {
        walk.countChart()
        let placed = PlacedChart(
            chart: chart, sheet: sheet, place: CellReference(row: row, column: columns.lowerBound + 1))
        charts.append(placed)
        if !chart.targets.isEmpty {
            walk.warn(
                "xlsx: mục tiêu của biểu đồ \(walk.chartCount) ghi thành chữ bên dưới, không vẽ thành đường",
                "xlsx: the goal of chart \(walk.chartCount) stands in words below it, not as a line")
        }
        // The drawing floats over rows of 15 points, which are 20 pixels each.
        let rows = placed.height / 20 + 1
        for line in 0..<rows { raise(row + line, to: 15) }
        row += rows
        for goal in chart.targets {
            try addLine(goal.label + ": " + goal.value.text(), CellFormat().with { $0.size = 11 })
        }
        if let note = chart.note { try addLine(note, CellFormat().with { ($0.isItalic, $0.size) = (true, 11) }) }
    }
}

extension SheetComposer {
    /// Writes a value over columns of a row as one cell.
    func put(
        _ value: OutputValue, row: Int, over columns: Range<Int>, _ format: CellFormat
    ) throws(WorkbookFailure) {
        let first = CellReference(row: row, column: columns.lowerBound + 1)
        let last = CellReference(row: row, column: max(columns.upperBound, columns.lowerBound + 1))
        guard let range = CellRange(first, last) else { return }
        try WorkbookFailure.office { () throws(OfficeError) in try sheet.merge(range, value, format: format) }
    }

    mutating func raise(_ row: Int, to height: Double) { heights[row] = max(heights[row] ?? 0, height) }

    /// What concerns the sheet as a whole: heights, widths, paper.
    func finish() throws(WorkbookFailure) {
        try WorkbookFailure.office { () throws(OfficeError) in
            for row in heights.keys.sorted() { try sheet.setRow(row, height: heights[row] ?? 15) }
            for (index, width) in geometry.widths.enumerated() {
                try sheet.setColumns(index + 1...index + 1, width: width)
            }
            try setPage()
        }
    }

    func setPage() throws(OfficeError) {
        let page = plan.section.page
        let paper: SheetWriter.Paper = page.paper == .a3 ? .a3 : page.paper == .a5 ? .a5 : .a4
        let tables = plan.blocks.compactMap { block -> TableSpec? in
            if case .table(let table) = block { table } else { nil }
        }
        let wanted = tables.compactMap(\.print.isLandscape).first
        sheet.setPage(
            paper, isLandscape: wanted ?? page.isLandscape, fitsWidth: tables.allSatisfy(\.print.fitsWidth))
        let margins = page.margins
        sheet.setMargins(left: margins.left, right: margins.right, top: margins.top, bottom: margins.bottom)
        sheet.setGrid(isVisible: false)
        guard let numbers = plan.section.pageNumbers else { return }
        let code =
            (numbers.position == .topRight || numbers.position == .bottomRight ? "&R" : "&C")
            + "&\"Times New Roman,Regular\"&13&P"
        let isTop = numbers.position == .topCenter || numbers.position == .topRight
        try sheet.setHeader(isTop ? code : "", footer: isTop ? "" : code)
    }
}
