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
    var geometry: SheetGeometry
    var grids: [TableGrid]
    var nextGrid = 0
    /// The next free row, from 1, and the columns that may be written to, from 0.
    var row = 1
    var columns: Range<Int>
    var heights: [Int: Double] = [:]
    var notesWritten: Int

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

    mutating func collectGrids(_ blocks: [Block]) throws(WorkbookFailure) {
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

    mutating func add(_ blocks: [Block]) throws(WorkbookFailure) {
        for block in blocks { try add(block) }
    }

    mutating func add(_ block: Block) throws(WorkbookFailure) {
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
