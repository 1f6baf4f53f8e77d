import ChiboDocument
import ChiboModel
import ChiboOffice

// Words: headings, paragraphs, lists, boxes, notes.
extension SheetComposer {
    mutating func add(_ heading: Heading) throws(WorkbookFailure) {
        let number = walk.number(of: heading).map { $0 + " " } ?? ""
        let format = CellFormat().with { format in
            format.isBold = heading.level < 5
            format.isItalic = heading.level == 3 || heading.level == 5
            format.size = heading.level == 1 ? 14 : 13
        }
        try addLine(number + words(heading.text), format, above: 6)
    }

    mutating func add(_ paragraph: Paragraph) throws(WorkbookFailure) {
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

    mutating func add(_ list: ItemList, indent: Int) throws(WorkbookFailure) {
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
    mutating func addLine(_ text: String, _ format: CellFormat, above: Double = 0) throws(WorkbookFailure) {
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

    mutating func addRule() throws(WorkbookFailure) {
        let format = CellFormat().with { $0.borders = .init(bottom: .thin) }
        raise(row, to: 8)
        try put(.blank, row: row, over: columns, format)
        row += 1
    }

    mutating func addSpace(_ millimetres: Double) {
        raise(row, to: min(max(millimetres, 1) * 2.83, 409))
        row += 1
    }

    mutating func add(_ columns: Columns) throws(WorkbookFailure) {
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

    mutating func addNotes() throws(WorkbookFailure) {
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

    mutating func words(_ text: RichText) -> String {
        var result = ""
        for run in text.runs { result += words(run) }
        return result
    }

    mutating func words(_ run: TextRun) -> String {
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
