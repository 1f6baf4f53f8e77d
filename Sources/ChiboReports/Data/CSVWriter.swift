import ChiboDocument
import ChiboModel

/// Writes the tables and the numbers of the charts, a file each (RFC 4180, with CRLF); words between them are left out.
struct CSVWriter: ReportWriter {
    var walk: DocumentWalk
    private var tables: [TableGrid] = []

    init(walk: DocumentWalk) { self.walk = walk }

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        for section in document.sections { try collect(section.blocks) }
        let files = tables.map { CSVTable($0, options: walk.options).bytes() }
        if files.isEmpty {
            walk.warn("báo cáo không có bảng nào nên tệp csv rỗng", "the report has no table, so the csv is empty")
            return [ReportPart(suffix: "", bytes: [])]
        }
        return files.enumerated().map { index, bytes in
            ReportPart(suffix: files.count == 1 ? "" : "-\(index + 1)", bytes: bytes)
        }
    }

    private mutating func collect(_ blocks: [Block]) throws(ReportError) {
        for block in blocks { try collect(block) }
    }

    private mutating func collect(_ block: Block) throws(ReportError) {
        switch block {
        case .table(let table): tables.append(try walk.grid(of: table))
        case .chart(let chart): tables.append(try walk.grid(of: chart.dataTable))
        case .only(let formats, let blocks): if formats.contains(.csv) { try collect(blocks) }
        case .heading, .paragraph, .rule, .space, .pageBreak: noteWords(block)
        case .list, .columns, .keep, .sheet, .group: for blocks in block.children { try collect(blocks) }
        }
    }

    private mutating func noteWords(_ block: Block) {
        switch block {
        case .heading, .paragraph:
            walk.warn("csv chỉ có các bảng, không có lời văn", "csv holds the tables only, no text")
        default: break
        }
    }
}

/// The bytes of one table.
private struct CSVTable {
    let grid: TableGrid
    let options: RenderOptions
    var isVietnamese: Bool { options.csvSeparator == .semicolon }

    init(_ grid: TableGrid, options: RenderOptions) {
        self.grid = grid
        self.options = options
    }

    func bytes() -> [UInt8] {
        var bytes: [UInt8] = options.csvByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        if !grid.header.isEmpty { append(FlatTable.titles(of: grid).map { guarded($0) }, to: &bytes) }
        let rows = grid.body.map(\.slots)
        for row in rows { append(row.map { field($0, rows) }, to: &bytes) }
        return bytes
    }

    private func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes += options.csvSeparator.rawValue.utf8 }
            bytes += quoted(field).utf8
        }
        bytes += [13, 10]
    }

    /// A merged cell is repeated downwards, so that each row stands for itself, and left empty to the right.
    private func field(_ slot: TableGrid.Slot, _ rows: [[TableGrid.Slot]]) -> String {
        switch slot {
        case .cell(let cell): return text(cell.value)
        case .covered(let row, let column):
            guard case .cell(let cell) = rows[row][column], cell.colspan == 1 else { return "" }
            return text(cell.value)
        }
    }

    /// Numbers without dots between thousands and dates by ISO 8601, as programs read them.
    private func text(_ value: Cell) -> String {
        switch value {
        case .integer(let number): String(number)
        case .decimal(let number), .money(let number, _): decimal(number)
        case .number(let number): number.rounded(decimals: 6).map { decimal($0.withoutTrailingZeros) } ?? value.text()
        case .percent(let share):
            share.rounded(decimals: 4, times: 100).map { decimal($0.withoutTrailingZeros) + "%" } ?? value.text()
        case .date(let date): date.iso
        case .partialDate(let date): date.iso
        default: guarded(value.text())
        }
    }

    private func decimal(_ value: FixedDecimal) -> String {
        isVietnamese ? value.canonical.map { $0 == "." ? "," : String($0) }.joined() : value.canonical
    }

    /// Words that a spreadsheet would take for a formula get an apostrophe in front.
    private func guarded(_ text: String) -> String {
        let clean = CleanText.clean(text)
        let first = clean.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        return isFormula ? "'" + clean : clean
    }

    private func quoted(_ field: String) -> String {
        let special: [UInt8] = [34, 10, 13, 32, 44, 59, 9]
        guard field.utf8.contains(where: { special.contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
