import ChiboDocument

/// Writes a document as one page of HTML that needs nothing beside it and prints as a party document.
struct HTMLWriter: ReportWriter {
    var walk: DocumentWalk
    private var body: [String] = []
    private var usedNames: Set<String> = []
    private var notesWritten = 0

    init(walk: DocumentWalk) { self.walk = walk }

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        for (index, section) in document.sections.enumerated() {
            walk.warnPageBands(section)
            body.append("<section class=\"page p\(index + 1)\">")
            if index == 0 { try add(walk.frontMatter(document.meta)) }
            try add(section.blocks)
            if index == document.sections.count - 1 { try addNotes() }
            body.append("</section>")
        }
        let text = head(document) + body.joined(separator: "\n") + "\n</main>\n</body>\n</html>\n"
        return [ReportPart(suffix: "", bytes: Array(text.utf8))]
    }

    private func head(_ document: Document) -> String {
        let language = HTMLEscape.attribute(document.meta.language)
        let title = document.meta.title.isEmpty ? "Báo cáo" : document.meta.title
        let author = HTMLEscape.attribute(document.meta.author)
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="author" content="\(author)">
            <title>\(HTMLEscape.text(CleanText.line(title)))</title>
            <style>
            \(HTMLStyle.css(document))
            </style>
            </head>
            <body>
            <main>

            """
    }

    private mutating func add(_ blocks: [Block]) throws(ReportError) {
        for block in blocks { try add(block) }
    }

    private mutating func add(_ block: Block) throws(ReportError) {
        switch block {
        case .heading(let heading): add(heading)
        case .paragraph(let paragraph): add(paragraph)
        case .list(let list): try add(list)
        case .columns(let columns): try add(columns)
        case .table(let table): try add(table)
        case .chart(let chart): try add(chart)
        case .rule(let rule):
            body.append("<hr class=\"\(rule.stroke.rawValue)\" style=\"width:\(SVGText.number(rule.share * 100))%\">")
        case .space(let height): body.append("<div style=\"height:\(SVGText.number(max(height, 0)))mm\"></div>")
        case .pageBreak: body.append("<div class=\"break\"></div>")
        case .keep(let blocks): try add(blocks, in: "<div class=\"keep\">")
        case .only(let formats, let blocks): if formats.contains(.html) { try add(blocks) }
        case .sheet(_, let blocks): try add(blocks)
        case .group(let group):
            let label = group.title.map { " aria-label=\"\(HTMLEscape.attribute($0))\"" } ?? ""
            try add(group.blocks, in: "<div\(name(group.id)) role=\"group\"\(label)>")
        }
    }

    private mutating func add(_ blocks: [Block], in tag: String) throws(ReportError) {
        body.append(tag)
        try add(blocks)
        body.append("</div>")
    }

    private mutating func add(_ heading: Heading) {
        let number = walk.number(of: heading).map { HTMLEscape.text($0) + " " } ?? ""
        let name = heading.id.map { self.name($0) } ?? ""
        body.append("<h\(heading.level)\(name)>\(number)\(inline(heading.text))</h\(heading.level)>")
    }

    private mutating func add(_ paragraph: Paragraph) {
        let align = paragraph.align.map { " style=\"text-align:\($0.rawValue)\"" } ?? ""
        let role = paragraph.style == .title ? " role=\"heading\" aria-level=\"1\"" : ""
        let style = HTMLEscape.name(paragraph.style.rawValue)
        body.append("<p class=\"s-\(style)\"\(role)\(align)><span>\(inline(paragraph.text))</span></p>")
    }

    private mutating func add(_ list: ItemList) throws(ReportError) {
        let tag = list.kind.isOrdered ? "ol" : "ul"
        let start = list.kind.isOrdered && list.start != 1 ? " start=\"\(list.start)\"" : ""
        body.append("<\(tag) class=\"\(list.kind.rawValue)\"\(start)>")
        for item in list.items {
            body.append("<li>")
            try add(item)
            body.append("</li>")
        }
        body.append("</\(tag)>")
    }

    private mutating func add(_ columns: Columns) throws(ReportError) {
        let widths = columns.boxes.map { HTMLStyle.track($0.width) }.joined(separator: " ")
        let keep = columns.staysTogether ? " keep" : ""
        body.append("<div class=\"columns\(keep)\" style=\"grid-template-columns:\(widths)\">")
        for box in columns.boxes { try add(box.blocks, in: "<div>") }
        body.append("</div>")
    }

    private mutating func add(_ table: TableSpec) throws(ReportError) {
        let grid = try walk.grid(of: table)
        body += HTMLTable(grid, table, options: walk.options).lines()
    }

    private mutating func add(_ chart: ChartSpec) throws(ReportError) {
        walk.countChart()
        let label = chart.alternative ?? chart.title
        body.append("<figure class=\"chart\">")
        if !chart.title.isEmpty { body.append("<figcaption>\(HTMLEscape.lines(chart.title))</figcaption>") }
        body.append(SVGText.svg(ChartLayout.draw(chart), label: label))
        if let note = chart.note { body.append("<p class=\"s-note\">\(HTMLEscape.lines(note))</p>") }
        body.append("<details><summary>Số liệu</summary>")
        var data = chart.dataTable
        data.caption = nil
        do throws(TableProblem) {
            body += HTMLTable(try data.laidOut(for: .html), data, options: walk.options).lines()
        } catch {
            throw .table(error)
        }
        body.append("</details>\n</figure>")
    }

    /// The `id` attribute of a name, once.
    private mutating func name(_ id: String) -> String {
        usedNames.insert(id).inserted ? " id=\"a-\(HTMLEscape.name(id))\"" : ""
    }

    private mutating func addNotes() throws(ReportError) {
        guard !walk.notes.isEmpty else { return }
        body.append("<ol class=\"notes\">")
        while notesWritten < walk.notes.count {
            let number = notesWritten + 1
            body.append("<li id=\"note-\(number)\">")
            try add(walk.notes[notesWritten])
            body.append("<a href=\"#ref-\(number)\" aria-label=\"Về chỗ chú thích \(number)\">↩</a></li>")
            notesWritten += 1
        }
        body.append("</ol>")
    }
}

// MARK: - Running text

extension HTMLWriter {
    private mutating func inline(_ text: RichText) -> String {
        var result = ""
        for run in text.runs { result += inline(run) }
        return result
    }

    private mutating func inline(_ run: TextRun) -> String {
        switch run {
        case .text(let text, let marks): return Self.marked(HTMLEscape.lines(text), marks)
        case .field(.reference(let id)): return link(HTMLEscape.text(walk.title(of: id)), .anchor(id))
        case .field: return HTMLEscape.text(run.plain)
        case .lineBreak: return "<br>"
        case .tab: return "<span class=\"tab\"> </span>"
        case .link(let text, let target): return link(inline(text), target)
        case .footnote(let blocks):
            let number = walk.note(blocks)
            return "<sup id=\"ref-\(number)\"><a href=\"#note-\(number)\">\(number)</a></sup>"
        }
    }

    private func link(_ words: String, _ target: LinkTarget) -> String {
        switch target {
        case .anchor(let id): return "<a href=\"#\(SafeAddress.encoded("a-" + HTMLEscape.name(id)))\">\(words)</a>"
        case .address(let address):
            guard let safe = SafeAddress.checked(address) else { return words }
            return "<a href=\"\(HTMLEscape.attribute(safe))\">\(words)</a>"
        }
    }

    private static func marked(_ words: String, _ marks: TextMarks) -> String {
        var result = words
        for (flag, tag) in tags where marks.flags.contains(flag) { result = "<\(tag)>\(result)</\(tag)>" }
        let color = marks.color.map { "color:#\($0.hex)" }
        let size = marks.size.map { "font-size:\(SVGText.number($0))pt" }
        let style = [color, size].compactMap { $0 }.joined(separator: ";")
        return style.isEmpty ? result : "<span style=\"\(style)\">\(result)</span>"
    }

    private static let tags: [(TextMarks.Flags, String)] = [
        (.subscript, "sub"), (.superscript, "sup"), (.strike, "s"), (.underline, "u"), (.italic, "em"),
        (.bold, "strong"),
    ]
}
