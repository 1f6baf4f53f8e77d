import ChiboDocument
import ChiboModel
import ChiboOffice

/// Writes the blocks of one sheet from the top down.
struct SheetComposer {
    let plan: SheetPlan
    let sheet: SheetWriter
    var walk: DocumentWalk
    /// The charts of the sheet; they are drawn when the sheet of their numbers is there.
    var charts: [PlacedChart] = []
    private var geometry: SheetGeometry
    private var grids: [TableGrid]
    private var nextGrid = 0
    /// The next free row, from 1, and the columns that may be written to, from 0.
    private var row = 1
    private var columns: Range<Int>
    private var heights: [Int: Double] = [:]
    private var notesWritten: Int

    init(_ plan: SheetPlan, sheet: SheetWriter, walk: DocumentWalk) throws(WorkbookFailure) {
        self.plan = plan
        self.sheet = sheet
        self.walk = walk
        notesWritten = walk.notes.count
        grids = []
        geometry = SheetGeometry([], count: 1, hasText: false)
        columns = 0..<1
        try collectGrids(plan.blocks)
        geometry = SheetGeometry(grids, count: max(Self.boxes(plan.blocks), 6), hasText: Self.hasText(plan.blocks))
        columns = 0..<geometry.widths.count
    }

    private mutating func collectGrids(_ blocks: [Block]) throws(WorkbookFailure) {
        for block in blocks {
            if case .table(let table) = block {
                do throws(ReportError) { grids.append(try walk.grid(of: table)) } catch { throw .report(error) }
            }
            if case .only(let formats, _) = block, !formats.contains(.xlsx) { continue }
            for inner in block.children { try collectGrids(inner) }
        }
    }

    /// The largest number of boxes side by side.
    private static func boxes(_ blocks: [Block]) -> Int {
        blocks.map { block in
            if case .columns(let columns) = block {
                columns.boxes.count
            } else {
                block.children.map { boxes($0) }.max() ?? 1
            }
        }.max() ?? 1
    }

    private static func hasText(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            switch block {
            case .heading, .paragraph, .list, .columns: true
            default: block.children.contains { hasText($0) }
            }
        }
    }

    mutating func write() throws(WorkbookFailure) {
        try add(plan.blocks)
        try addNotes()
        try finish()
    }

    private mutating func add(_ blocks: [Block]) throws(WorkbookFailure) {
        for block in blocks { try add(block) }
    }

    private mutating func add(_ block: Block) throws(WorkbookFailure) {
        switch block {
        case .heading(let heading): try add(heading)
        case .paragraph(let paragraph): try add(paragraph)
        case .list(let list): try add(list, indent: 0)
        case .columns(let columns): try add(columns)
        case .table(let table): try add(table)
        case .chart(let chart): try add(chart)
        case .rule: try addRule()
        case .space(let height): addSpace(height)
        case .pageBreak: walk.warn("bảng tính không có ngắt trang", "the workbook leaves page breaks out")
        case .keep(let blocks), .sheet(_, let blocks): try add(blocks)
        case .only(let formats, let blocks): if formats.contains(.xlsx) { try add(blocks) }
        case .group(let group):
            if let title = group.title { try addLine(title, CellFormat().with { $0.isBold = true }) }
            try add(group.blocks)
        }
    }
}

// MARK: - Words

extension SheetComposer {
    private mutating func add(_ heading: Heading) throws(WorkbookFailure) {
        let number = walk.number(of: heading).map { $0 + " " } ?? ""
        let format = CellFormat().with { format in
            format.isBold = heading.level < 5
            format.isItalic = heading.level == 3 || heading.level == 5
            format.size = heading.level == 1 ? 14 : 13
        }
        try addLine(number + words(heading.text), format, above: 6)
    }

    private mutating func add(_ paragraph: Paragraph) throws(WorkbookFailure) {
        let style = walk.styles.resolved(paragraph.style)
        var marks = style.marks?.flags ?? []
        let runs = paragraph.text.runs.compactMap { run -> TextMarks.Flags? in
            if case .text(_, let marks) = run { marks.flags } else { nil }
        }
        if let first = runs.first, runs.allSatisfy({ $0 == first }) {
            marks.formUnion(first)
        } else if runs.contains(where: { !$0.isEmpty }) {
            walk.warn("kiểu chữ trong một phần đoạn văn được bỏ", "marks on a part of a paragraph are left out")
        }
        let format = CellFormat().with { format in
            format.size = style.marks?.size ?? 13
            format.color = style.marks?.color?.rgb
            format.isBold = marks.contains(.bold)
            format.isItalic = marks.contains(.italic)
            format.isUnderlined = marks.contains(.underline) || style.ruleBelow == 1
            format.isStruckOut = marks.contains(.strike)
            format.horizontal = CellFormat.Horizontal(paragraph.align ?? style.align ?? .left)
        }
        try addLine(words(paragraph.text), format, above: style.before ?? 0)
    }

    private mutating func add(_ list: ItemList, indent: Int) throws(WorkbookFailure) {
        for (index, item) in list.items.enumerated() {
            var marker = Counting.marker(list, index) + " "
            for block in item {
                switch block {
                case .paragraph(let paragraph):
                    let format = CellFormat().with { ($0.horizontal, $0.indent) = (.left, indent + 1) }
                    try addLine(marker + words(paragraph.text), format)
                case .list(let inner): try add(inner, indent: indent + 2)
                default: try add(block)
                }
                marker = ""
            }
        }
    }

    /// A text over all columns that may be written to, its row as high as it needs.
    private mutating func addLine(_ text: String, _ format: CellFormat, above: Double = 0) throws(WorkbookFailure) {
        let clean = Self.shortened(CleanText.clean(text))
        let look = format.with { ($0.wraps, $0.vertical) = (true, above > 0 ? .bottom : .top) }
        let height = geometry.height(of: clean, over: columns, size: format.size, isBold: format.isBold)
        raise(row, to: min(height + min(above, 40), 409))
        try put(.text(clean), row: row, over: columns, look)
        row += 1
    }

    /// The most that a cell can hold.
    static func shortened(_ text: String) -> String {
        guard text.utf16.count > 32_767 else { return text }
        return String(decoding: Array(text.utf16.prefix(32_700)), as: UTF16.self) + "…"
    }

    private mutating func addRule() throws(WorkbookFailure) {
        let format = CellFormat().with { $0.borders = .init(bottom: .thin) }
        raise(row, to: 8)
        try put(.blank, row: row, over: columns, format)
        row += 1
    }

    private mutating func addSpace(_ millimetres: Double) {
        raise(row, to: min(max(millimetres, 1) * 2.83, 409))
        row += 1
    }

    private mutating func add(_ columns: Columns) throws(WorkbookFailure) {
        let outer = self.columns
        let start = row
        var end = row
        for (box, part) in zip(columns.boxes, geometry.parted(columns.boxes.map(\.width), within: outer)) {
            (self.columns, row) = (part, start)
            try add(box.blocks)
            end = max(end, row)
        }
        (self.columns, row) = (outer, end)
        addSpace(3)
    }

    private mutating func addNotes() throws(WorkbookFailure) {
        if notesWritten < walk.notes.count { try addRule() }
        while notesWritten < walk.notes.count {
            let blocks = walk.notes[notesWritten]
            notesWritten += 1
            let text = blocks.compactMap { block -> String? in
                if case .paragraph(let paragraph) = block { words(paragraph.text) } else { nil }
            }
            try addLine("[\(notesWritten)] " + text.joined(separator: "\n"), CellFormat().with { $0.size = 11 })
            let others = blocks.filter { if case .paragraph = $0 { false } else { true } }
            try add(others)
        }
    }

    private mutating func words(_ text: RichText) -> String {
        var result = ""
        for run in text.runs { result += words(run) }
        return result
    }

    private mutating func words(_ run: TextRun) -> String {
        switch run {
        case .field(.reference(let id)): walk.title(of: id)
        case .link(let text, .address(let address)):
            text.plain == address ? address : words(text) + " <\(address)>"
        case .link(let text, .anchor): words(text)
        case .footnote(let blocks): "[\(walk.note(blocks))]"
        case .tab: "    "
        default: run.plain
        }
    }
}

// MARK: - Tables and charts

extension SheetComposer {
    private mutating func add(_ table: TableSpec) throws(WorkbookFailure) {
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

    private mutating func add(_ chart: ChartSpec) throws(WorkbookFailure) {
        walk.countChart()
        let placed = PlacedChart(
            chart: chart, sheet: sheet, place: CellReference(row: row, column: columns.lowerBound + 1))
        charts.append(placed)
        if !chart.targets.isEmpty {
            walk.warn(
                "biểu đồ \(walk.chartCount): đường mục tiêu ghi thành chữ bên dưới",
                "chart \(walk.chartCount): goal lines are written below it")
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

// MARK: - Cells and rows

extension SheetComposer {
    private func put(
        _ value: OutputValue, row: Int, over columns: Range<Int>, _ format: CellFormat
    ) throws(WorkbookFailure) {
        let first = CellReference(row: row, column: columns.lowerBound + 1)
        let last = CellReference(row: row, column: max(columns.upperBound, columns.lowerBound + 1))
        guard let range = CellRange(first, last) else { return }
        try WorkbookFailure.office { () throws(OfficeError) in try sheet.merge(range, value, format: format) }
    }

    private mutating func raise(_ row: Int, to height: Double) { heights[row] = max(heights[row] ?? 0, height) }

    /// What concerns the sheet as a whole: heights, widths, paper.
    private func finish() throws(WorkbookFailure) {
        try WorkbookFailure.office { () throws(OfficeError) in
            for row in heights.keys.sorted() { try sheet.setRow(row, height: heights[row] ?? 15) }
            for (index, width) in geometry.widths.enumerated() {
                try sheet.setColumns(index + 1...index + 1, width: width)
            }
            try setPage()
        }
    }

    private func setPage() throws(OfficeError) {
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

extension CellFormat.Horizontal {
    /// The same alignment as the document names it; justified text stays left, which wraps better in cells.
    init(_ align: Alignment) {
        switch align {
        case .left, .justify: self = .left
        case .center: self = .center
        case .right: self = .right
        }
    }
}
