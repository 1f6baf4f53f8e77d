import ChiboDocument
import ChiboModel

/// What a writer keeps in mind on its way through a document: counters, names, notes, and what was lost.
struct DocumentWalk {
    let format: ReportFormat
    let options: RenderOptions
    let styles: StyleSheet
    private var numbers = HeadingNumbers()
    /// The words that a reference to a heading or a group shows.
    private let titles: [String: String]
    private(set) var tableCount = 0
    private(set) var chartCount = 0
    /// Footnotes that were met; the number of a note is its place here, from 1.
    var notes: [[Block]] = []
    private(set) var warnings: [Bilingual] = []

    init(_ document: Document, format: ReportFormat, options: RenderOptions) {
        self.format = format
        self.options = options
        styles = document.styles
        var titles: [String: String] = [:]
        document.sections.forEach { Self.collect($0.blocks, into: &titles) }
        self.titles = titles
    }

    private static func collect(_ blocks: [Block], into titles: inout [String: String]) {
        for block in blocks {
            if case .heading(let heading) = block, let id = heading.id { titles[id] = heading.text.plain }
            if case .group(let group) = block { titles[group.id] = group.title }
            block.children.forEach { collect($0, into: &titles) }
        }
    }

    /// The words of a reference, or the name itself where nothing has it.
    func title(of id: String) -> String { titles[id] ?? id }

    /// The number of a heading, or nil where it has none.
    mutating func number(of heading: Heading) -> String? { numbers.next(heading) }

    /// The table laid out for the format; tables are counted from 1.
    mutating func grid(of table: TableSpec) throws(ReportError) -> TableGrid {
        tableCount += 1
        do throws(TableProblem) {
            return try table.laidOut(for: format)
        } catch {
            throw .table(error)
        }
    }

    /// Counts a chart.
    mutating func countChart() { chartCount += 1 }

    /// Keeps a footnote and returns its number.
    mutating func note(_ blocks: [Block]) -> Int {
        notes.append(blocks)
        return notes.count
    }

    /// Tells of a loss, once.
    mutating func warn(_ vietnamese: String, _ english: String) {
        let warning = Bilingual(vi: vietnamese, en: english)
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// Tells that the spans of the table at hand were taken apart.
    mutating func warnFlattened(_ grid: TableGrid) {
        guard grid.mergedCells > 0 else { return }
        warn(
            "bảng \(tableCount): \(grid.mergedCells) ô gộp được tách ra",
            "table \(tableCount): \(grid.mergedCells) merged cells flattened")
    }

    /// Tells of page headers and footers that a format without pages leaves out.
    mutating func warnPageBands(_ section: Section) {
        guard !section.header.isEmpty || !section.footer.isEmpty else { return }
        warn("không có đầu trang và chân trang", "page headers and footers are left out")
    }
}

extension Block {
    /// The blocks inside this one.
    var children: [[Block]] {
        switch self {
        case .list(let list): list.items
        case .columns(let columns): columns.boxes.map(\.blocks)
        case .keep(let blocks), .only(_, let blocks), .sheet(_, let blocks): [blocks]
        case .group(let group): [group.blocks]
        default: []
        }
    }
}

extension DocumentWalk {
    /// What stands before everything else on the first page: the grade of secrecy, the mark of a draft.
    func frontMatter(_ meta: DocumentMeta) -> [Block] {
        let marks = [meta.classification, meta.isDraft ? "DỰ THẢO" : nil]
        return marks.compactMap { $0.map { .paragraph(RichText($0), style: .classification) } }
    }
}
