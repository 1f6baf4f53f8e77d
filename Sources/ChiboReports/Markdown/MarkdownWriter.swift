import ChiboDocument

/// Writes a document as Markdown: CommonMark, with the tables, strikes and footnotes of GitHub.
struct MarkdownWriter: ReportWriter {
    var walk: DocumentWalk

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        var paragraphs = try self.paragraphs(walk.frontMatter(document.meta))
        for section in document.sections {
            walk.warnPageBands(section)
            paragraphs += try self.paragraphs(section.blocks)
        }
        paragraphs += try notes()
        let text = paragraphs.joined(separator: "\n\n")
        return [ReportPart(suffix: "", bytes: Array((text.isEmpty ? "" : text + "\n").utf8))]
    }

    /// Pieces of Markdown that stand apart by an empty line.
    private mutating func paragraphs(_ blocks: [Block]) throws(ReportError) -> [String] {
        var result: [String] = []
        for block in blocks { result += try paragraphs(block) }
        return result
    }

    private mutating func paragraphs(_ block: Block) throws(ReportError) -> [String] {
        switch block {
        case .heading(let heading): return [self.heading(heading)]
        case .paragraph(let paragraph): return self.paragraph(paragraph)
        case .list(let list): return [try self.list(list)]
        case .columns(let columns): return try stacked(columns)
        case .table(let table): return try self.table(table)
        case .chart(let chart): return try self.chart(chart)
        case .rule: return ["---"]
        case .space, .pageBreak: return []
        case .keep(let blocks), .sheet(_, let blocks): return try paragraphs(blocks)
        case .only(let formats, let blocks): return formats.contains(.markdown) ? try paragraphs(blocks) : []
        case .group(let group):
            let title = group.title.map { ["**" + MarkdownEscape.text($0, lineBreak: " ") + "**"] } ?? []
            return [anchor(group.id)] + title + (try paragraphs(group.blocks))
        }
    }

    private mutating func heading(_ heading: Heading) -> String {
        let number = walk.number(of: heading).map { MarkdownEscape.text($0, lineBreak: " ") + " " } ?? ""
        let name = heading.id.map { anchor($0) } ?? ""
        let words = inline(heading.text, lineBreak: " ")
        return String(repeating: "#", count: heading.level) + " " + name + number + words
    }

    private func anchor(_ id: String) -> String { "<a id=\"\(SafeAddress.encoded(id))\"></a>" }

    private mutating func paragraph(_ paragraph: Paragraph) -> [String] {
        let look = walk.styles.resolved(paragraph.style).marks?.flags ?? []
        let text = RichText(paragraph.text.runs.map { $0.marked(look.subtracting(.underline)) })
        let words = inline(text, lineBreak: "  \n")
        return words.isEmpty ? [] : [words]
    }

    private mutating func list(_ list: ItemList) throws(ReportError) -> String {
        var lines: [String] = []
        for (index, item) in list.items.enumerated() {
            let marker = marker(list, index)
            let indent = WrappedText.spaces(list.kind == .number ? marker.utf8.count : 2)
            let text = try paragraphs(item).joined(separator: "\n\n")
            let inner = text.split(separator: "\n", omittingEmptySubsequences: false)
            lines.append(marker + (inner.first ?? ""))
            lines += inner.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
        }
        return lines.joined(separator: "\n")
    }

    /// Markdown knows bullets and Arabic numbers; other counting is written into the item.
    private func marker(_ list: ItemList, _ index: Int) -> String {
        switch list.kind {
        case .bullet, .dash: "- "
        case .plus: "+ "
        case .number: "\(max(list.start, 0) + index). "
        case .letter, .roman: "- " + Counting.marker(list, index).map { $0 == ")" ? "\\)" : String($0) }.joined() + " "
        }
    }

    private mutating func stacked(_ columns: Columns) throws(ReportError) -> [String] {
        walk.warn("các cột đặt cạnh nhau được xếp chồng", "boxes side by side are stacked")
        var result: [String] = []
        for box in columns.boxes { result += try paragraphs(box.blocks) }
        return result
    }

    private mutating func chart(_ chart: ChartSpec) throws(ReportError) -> [String] {
        walk.countChart()
        walk.warn(
            "biểu đồ \(walk.chartCount): thay bằng bảng số liệu", "chart \(walk.chartCount): shown as its data table")
        let goals = chart.targets.map { MarkdownEscape.text($0.label + ": " + $0.value.text(), lineBreak: " ") }
        let note = chart.note.map { [MarkdownEscape.text($0, lineBreak: "  \n")] } ?? []
        do throws(TableProblem) {
            return MarkdownTable(try chart.dataTable.laidOut(for: .markdown)).paragraphs(of: chart.dataTable) + goals
                + note
        } catch {
            throw .table(error)
        }
    }

    private mutating func table(_ table: TableSpec) throws(ReportError) -> [String] {
        let grid = try walk.grid(of: table)
        walk.warnFlattened(grid)
        return MarkdownTable(grid).paragraphs(of: table)
    }

    private mutating func notes() throws(ReportError) -> [String] {
        var result: [String] = []
        var next = 0
        while next < walk.notes.count {
            let text = try paragraphs(walk.notes[next]).joined(separator: "\n\n")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            result.append("[^\(next + 1)]: " + lines.joined(separator: "\n    "))
            next += 1
        }
        return result
    }
}

// MARK: - Running text

extension MarkdownWriter {
    private mutating func inline(_ text: RichText, lineBreak: String) -> String {
        var result = ""
        for run in text.runs { result += inline(run, lineBreak: lineBreak) }
        return result
    }

    private mutating func inline(_ run: TextRun, lineBreak: String) -> String {
        switch run {
        case .text(let text, let marks): Self.marked(text, marks.flags, lineBreak: lineBreak)
        case .field(.reference(let id)): link(RichText(walk.title(of: id)), .anchor(id), lineBreak: " ")
        case .field: run.plain
        case .lineBreak: lineBreak
        case .tab: " "
        case .link(let text, let target): link(text, target, lineBreak: lineBreak)
        case .footnote(let blocks): "[^\(walk.note(blocks))]"
        }
    }

    private mutating func link(_ text: RichText, _ target: LinkTarget, lineBreak: String) -> String {
        let words = inline(text, lineBreak: lineBreak)
        switch target {
        case .anchor(let id): return "[\(words)](#\(SafeAddress.encoded(id)))"
        case .address(let address): return SafeAddress.checked(address).map { "[\(words)](\($0))" } ?? words
        }
    }

    /// Marks around words, the spaces at the words' ends left outside, as Markdown wants it.
    static func marked(_ text: String, _ flags: TextMarks.Flags, lineBreak: String) -> String {
        let core = text.drop { $0 == " " }
        let words = MarkdownEscape.text(String(core), lineBreak: lineBreak)
        let lead = text.count > core.count ? " " : ""
        var (open, close) = ("", "")
        for (flag, left, right) in Self.signs where flags.contains(flag) {
            (open, close) = (open + left, right + close)
        }
        guard !open.isEmpty, !words.isEmpty else { return lead + words }
        let inner = WrappedText.trimmedEnd(words)
        return lead + open + inner + close + WrappedText.spaces(words.utf8.count - inner.utf8.count)
    }

    private static let signs: [(TextMarks.Flags, String, String)] = [
        (.bold, "**", "**"), (.italic, "*", "*"), (.strike, "~~", "~~"), (.underline, "<u>", "</u>"),
        (.superscript, "<sup>", "</sup>"), (.subscript, "<sub>", "</sub>"),
    ]
}

extension TextRun {
    /// The run with further marks.
    func marked(_ flags: TextMarks.Flags) -> TextRun {
        guard case .text(let text, var marks) = self else { return self }
        marks.flags.formUnion(flags)
        return .text(text, marks)
    }
}
