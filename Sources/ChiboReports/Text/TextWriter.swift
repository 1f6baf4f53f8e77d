import ChiboDocument
import ChiboModel

/// Writes a document for a terminal or a plain letter: wrapped by display width, tables in boxes, charts as bars.
struct TextWriter: ReportWriter {
    var walk: DocumentWalk

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        let width = max(walk.options.textWidth, 20)
        var lines = try self.lines(walk.frontMatter(document.meta), width: width)
        for section in document.sections {
            walk.warnPageBands(section)
            if !lines.isEmpty { lines.append("") }
            lines += try self.lines(section.blocks, width: width)
        }
        lines += try notes(width: width)
        let text = lines.map { WrappedText.trimmedEnd($0) + "\n" }.joined()
        return [ReportPart(suffix: "", bytes: Array(text.utf8))]
    }

    /// The lines of blocks, apart by as many empty lines as their styles ask for.
    mutating func lines(_ blocks: [Block], width: Int) throws(ReportError) -> [String] {
        var result: [String] = []
        var after = 0.0
        for block in blocks {
            let next = try lines(block, width: width)
            guard !next.isEmpty else { continue }
            let gap = block.gap(in: walk.styles)
            let empty = max(Int(gap.before / 20), gap.before + after > 0 ? 1 : 0)
            if !result.isEmpty { result += repeatElement("", count: empty) }
            result += next
            after = gap.after
        }
        return result
    }

    private mutating func lines(_ block: Block, width: Int) throws(ReportError) -> [String] {
        switch block {
        case .heading(let heading): return self.heading(heading, width: width)
        case .paragraph(let paragraph): return self.paragraph(paragraph, width: width)
        case .list(let list): return try self.list(list, width: width)
        case .columns(let columns): return try self.columns(columns, width: width)
        case .table(let table): return try self.table(table, width: width)
        case .chart(let chart):
            walk.countChart()
            return TextChart(chart, width: width).lines()
        case .rule(let rule): return [self.rule(rule, width: width)]
        case .space: return [""]
        case .pageBreak: return []
        case .keep(let blocks), .sheet(_, let blocks): return try lines(blocks, width: width)
        case .only(let formats, let blocks): return formats.contains(.text) ? try lines(blocks, width: width) : []
        case .group(let group): return try self.group(group, width: width)
        }
    }

    private mutating func heading(_ heading: Heading, width: Int) -> [String] {
        let number = walk.number(of: heading).map { CleanText.line($0) + " " } ?? ""
        let lines = WrappedText.lines(number + words(heading.text), width: width)
        let length = lines.map { DisplayWidth.of($0) }.max() ?? 0
        switch heading.level {
        case 1: return lines + [String(repeating: "═", count: length)]
        case 2: return lines + [String(repeating: "─", count: length)]
        default: return lines
        }
    }

    private mutating func paragraph(_ paragraph: Paragraph, width: Int) -> [String] {
        let style = walk.styles.resolved(paragraph.style)
        let align = paragraph.align ?? style.align ?? .left
        let lines = WrappedText.lines(words(paragraph.text), width: width)
        let set = align == .center || align == .right ? lines.map { WrappedText.pad($0, to: width, align) } : lines
        guard let share = style.ruleBelow, share > 0, !paragraph.text.isEmpty else { return set }
        let length = share >= 1 ? lines.map { DisplayWidth.of($0) }.max() ?? 0 : Int(Double(width) * share)
        return set + [WrappedText.pad(String(repeating: "─", count: length), to: width, align)]
    }

    private mutating func list(_ list: ItemList, width: Int) throws(ReportError) -> [String] {
        let markers = list.items.indices.map { Counting.marker(list, $0) }
        let indent = (markers.map { DisplayWidth.of($0) }.max() ?? 0) + 1
        var result: [String] = []
        for (marker, item) in zip(markers, list.items) {
            let lines = try self.lines(item, width: max(width - indent, 8))
            for (index, line) in (lines.isEmpty ? [""] : lines).enumerated() {
                result.append(WrappedText.pad(index == 0 ? marker : "", to: indent, .left) + line)
            }
        }
        return result
    }

    private mutating func columns(_ columns: Columns, width: Int) throws(ReportError) -> [String] {
        let gap = 2
        let widths = BoxWidths.share(columns.boxes.map(\.width), of: width - gap * (columns.boxes.count - 1))
        var boxes: [[String]] = []
        for (box, width) in zip(columns.boxes, widths) { boxes.append(try lines(box.blocks, width: width)) }
        return (0..<(boxes.map(\.count).max() ?? 0)).map { index in
            zip(boxes, widths).map { lines, width in
                WrappedText.pad(lines.indices.contains(index) ? lines[index] : "", to: width, .left)
            }.joined(separator: WrappedText.spaces(gap))
        }
    }

    private mutating func table(_ table: TableSpec, width: Int) throws(ReportError) -> [String] {
        let grid = try walk.grid(of: table)
        let caption = table.caption.map { WrappedText.lines(CleanText.clean($0), width: width) } ?? []
        let note = table.note.map { WrappedText.lines(CleanText.clean($0), width: width) } ?? []
        return caption + TextTable(grid, width: width).lines() + note
    }

    private func rule(_ rule: Rule, width: Int) -> String {
        let stroke = [Rule.Stroke.solid: "─", .dashed: "╌", .double: "═"][rule.stroke] ?? "─"
        return WrappedText.pad(
            String(repeating: stroke, count: Int(Double(width) * rule.share)), to: width, .center)
    }

    private mutating func group(_ group: Group, width: Int) throws(ReportError) -> [String] {
        let inner = try lines(group.blocks, width: width)
        guard let title = group.title else { return inner }
        return WrappedText.lines(CleanText.clean(title), width: width) + (inner.isEmpty ? [] : [""]) + inner
    }

    /// The notes met on the way; a note may bring further notes.
    private mutating func notes(width: Int) throws(ReportError) -> [String] {
        var result: [String] = []
        var next = 0
        while next < walk.notes.count {
            let marker = "[\(next + 1)] "
            let lines = try self.lines(walk.notes[next], width: max(width - marker.count, 8))
            let set = lines.enumerated().map { index, line in
                (index == 0 ? marker : WrappedText.spaces(marker.count)) + line
            }
            result += (next == 0 ? ["", String(repeating: "─", count: 20)] : []) + set
            next += 1
        }
        return result
    }

    /// The words of a text: addresses in angle brackets, notes as numbers in square ones.
    private mutating func words(_ text: RichText) -> String {
        var result = ""
        for run in text.runs { result += words(run) }
        return result
    }

    private mutating func words(_ run: TextRun) -> String {
        switch run {
        case .text(let text, _): CleanText.clean(text)
        case .field(.reference(let id)): CleanText.line(walk.title(of: id))
        case .field, .lineBreak: run.plain
        case .tab: "    "
        case .link(let text, .anchor): words(text)
        case .link(let text, .address(let address)):
            text.plain == address ? CleanText.line(address) : words(text) + " <\(CleanText.line(address))>"
        case .footnote(let blocks): "[\(walk.note(blocks))]"
        }
    }
}

extension Block {
    /// The space that the block asks for, in points.
    func gap(in styles: StyleSheet) -> (before: Double, after: Double) {
        switch self {
        case .paragraph(let paragraph):
            let style = styles.resolved(paragraph.style)
            return (style.before ?? 0, style.after ?? 0)
        case .space: return (0, 0)
        default: return (6, 6)
        }
    }
}
