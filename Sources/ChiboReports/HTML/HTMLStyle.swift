import ChiboDocument

/// The style sheet inside a page: the document's own styles, the paper of its sections, and calm tables.
enum HTMLStyle {
    static func css(_ document: Document) -> String {
        let styles = document.styles.styles.keys.sorted { $0.rawValue < $1.rawValue }
        let used = styles.map { rule(for: $0, document.styles.resolved($0)) }
        let pages = document.sections.enumerated().map { page($1, number: $0 + 1) }
        return (pages + [base, tables, charts] + used + [screen, print]).joined(separator: "\n")
    }

    /// The paper and the page number of a section.
    private static func page(_ section: Section, number: Int) -> String {
        let page = section.page
        let margins = [page.margins.top, page.margins.right, page.margins.bottom, page.margins.left]
        let size = page.paper.rawValue.uppercased() + (page.isLandscape ? " landscape" : "")
        let sheet = page.paper.millimetres
        let width = page.isLandscape ? sheet.height : sheet.width
        let places = margins.map { SVGText.number($0) + "mm" }.joined(separator: " ")
        let numbering = section.pageNumbers.map { numbers in
            let side = numbers.position == .topCenter || numbers.position == .bottomCenter ? "center" : "right"
            let edge = numbers.position == .topCenter || numbers.position == .topRight ? "top" : "bottom"
            let box = "@\(edge)-\(side)"
            return " \(box) { content: counter(page); font: 14pt \(fonts); }"
        }
        let first = numbering != nil && (section.pageNumbers?.shownFrom ?? 1) > 1 && number == 1
        let hidden =
            first
            ? "\n@page p1:first { @top-center { content: none; } @top-right { content: none; } "
                + "@bottom-center { content: none; } @bottom-right { content: none; } }" : ""
        return "@page p\(number) { size: \(size); margin: \(places);\(numbering ?? "") }\(hidden)\n"
            + ".p\(number) { page: p\(number); max-width: \(width)mm; padding: \(places); }"
    }

    static let fonts = "\"Times New Roman\", Tinos, \"Liberation Serif\", serif"

    private static func rule(for name: StyleName, _ style: ParagraphStyle) -> String {
        var facts: [String] = []
        if let size = style.marks?.size { facts.append("font-size:\(SVGText.number(size))pt") }
        if let color = style.marks?.color { facts.append("color:#\(color.hex)") }
        let marks = style.marks?.flags ?? []
        if marks.contains(.bold) { facts.append("font-weight:bold") }
        if marks.contains(.italic) { facts.append("font-style:italic") }
        if marks.contains(.underline) { facts.append("text-decoration:underline") }
        if let align = style.align { facts.append("text-align:\(align.rawValue)") }
        if let indent = style.firstLine { facts.append("text-indent:\(SVGText.number(indent))mm") }
        if let indent = style.indent, indent != 0 { facts.append("margin-left:\(SVGText.number(indent))mm") }
        if let before = style.before { facts.append("margin-top:\(SVGText.number(before))pt") }
        if let after = style.after { facts.append("margin-bottom:\(SVGText.number(after))pt") }
        if let height = style.lineHeight, let size = style.marks?.size {
            facts.append("line-height:\(SVGText.number(max(height / size, 1.25)))")
        }
        let selector = ".s-" + HTMLEscape.name(name.rawValue)
        return "p\(selector) { \(facts.joined(separator: "; ")) }" + line(below: style, selector)
    }

    /// The rule below a line of the head, as long as the text or a share of the width.
    private static func line(below style: ParagraphStyle, _ selector: String) -> String {
        guard let share = style.ruleBelow, share > 0 else { return "" }
        if share >= 1 {
            return "\np\(selector) > span { display: inline-block; border-bottom: 1px solid; padding-bottom: 2px; }"
        }
        return "\np\(selector)::after { content: \"\"; display: block; width: \(SVGText.number(share * 100))%; "
            + "margin: 6pt auto 0; border-bottom: 1px solid; }"
    }

    /// A column of the grid that sets boxes side by side.
    static func track(_ width: Width) -> String {
        switch width {
        case .automatic: "auto"
        case .millimetres(let length): SVGText.number(max(length, 0)) + "mm"
        case .fraction(let share): "minmax(0,\(SVGText.number(max(share, 0.01)))fr)"
        }
    }
}

// MARK: - What never changes

extension HTMLStyle {
    private static let base = """
        :root { color-scheme: light; --ink: #1d2026; --faint: #5f646d; --line: #b9b6ae; --wash: #f4f2ed; }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); font: 14pt/1.43 \(fonts); }
        h1, h2, h3, h4, h5, h6 { font-size: 14pt; line-height: 1.4; margin: 14pt 0 6pt; break-after: avoid; }
        h1 { font-size: 15pt; } h3, h5 { font-style: italic; } h5, h6 { font-weight: normal; }
        p { margin: 0 0 6pt; overflow-wrap: anywhere; }
        h1, h2, h3, h4, h5, h6, td, th, caption, li { overflow-wrap: anywhere; }
        a { color: #1f4e79; }
        sup, sub { line-height: 0; }
        ul, ol { margin: 0 0 6pt; padding-left: 12mm; }
        ul.dash { list-style-type: "–  "; } ul.plus { list-style-type: "+  "; }
        @counter-style diem { system: alphabetic; symbols: a b c d đ e g h i k l m n o p q r s t u v x y; suffix: ")  "; }
        ol.letter { list-style-type: diem; } ol.roman { list-style-type: lower-roman; }
        li > p { text-indent: 0 !important; margin-bottom: 3pt !important; }
        hr { border: 0; border-top: 1px solid var(--ink); margin: 8pt auto; }
        hr.dashed { border-top-style: dashed; } hr.double { border-top: 3px double var(--ink); }
        .columns { display: grid; gap: 0 8mm; margin: 12pt 0 10pt; } .page > .columns:first-child { margin-top: 0; }
        h1, h2, h3, caption, figcaption, p.s-organ, p.s-upper_organ, p.s-title, p.s-subject { text-wrap: balance; }
        .keep { break-inside: avoid; } .break { break-after: page; } .tab { display: inline-block; width: 10mm; }
        ol.notes { border-top: 1px solid var(--line); margin-top: 18pt; padding-top: 6pt; font-size: 12pt; }
        """

    private static let tables = """
        .table { margin: 8pt 0 12pt; padding: 0 1px; overflow-x: auto; }
        .table:focus-visible { outline: 2px solid #1f4e79; outline-offset: 3px; }
        table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 1.3; }
        caption { font-weight: bold; padding: 0 0 6pt; text-align: center; caption-side: top; }
        thead { display: table-header-group; } tr { break-inside: avoid; }
        th, td { padding: 3.5pt 5pt; vertical-align: top; text-align: left; overflow-wrap: break-word; }
        thead th { background: var(--wash); text-align: center; vertical-align: middle; }
        .b-all th, .b-all td, .b-outer { border: 1px solid var(--line); }
        .b-rules tr > * { border-bottom: 1px solid var(--line); }
        .b-rules thead tr:last-child > * { border-bottom-color: var(--ink); }
        .numbering td { text-align: center; font-style: italic; color: var(--faint); padding: 1pt 5pt; }
        .r { text-align: right; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
        .c { text-align: center; } .n { white-space: nowrap; } .table > .s-note { margin-top: 4pt; }
        tr.group th { background: #faf9f6; text-align: left; }
        tr.l1 > :first-child { padding-left: 14pt; } tr.l2 > :first-child { padding-left: 24pt; }
        tr.subtotal td, tr.total td { font-weight: bold; }
        tr.total td { background: var(--wash); border-top: 1.5px solid var(--ink); }
        tr.note td { font-style: italic; color: var(--faint); }
        .striped tbody tr:nth-child(even) > * { background: #faf9f6; }
        td.good { color: #1a6335; } td.warning { color: #7d5200; background: #fdf6e3; }
        td.bad { color: #a61c1c; background: #fdf1ef; } td.muted { color: var(--faint); }
        """

    private static let charts = """
        figure.chart { margin: 12pt 0 14pt; break-inside: avoid; }
        figcaption { font-weight: bold; text-align: center; margin-bottom: 8pt; }
        figure.chart svg { display: block; width: 100%; height: auto; }
        figure.chart text { font-family: Arial, "Liberation Sans", Arimo, sans-serif; }
        details { margin-top: 6pt; font-size: 12pt; } summary { cursor: pointer; color: var(--faint); }
        """

    private static let screen = """
        @media screen {
        body { background: #e9e7e1; }
        main { padding: 24px 12px 48px; }
        .page { background: #fff; margin: 0 auto 24px; box-shadow: 0 1px 2px #0002, 0 8px 28px #0000001a; }
        }
        @media screen and (max-width: 46rem) {
        main { padding: 0; } .page { padding: 20px 16px; margin: 0; box-shadow: none; max-width: none; }
        .columns { grid-template-columns: 1fr !important; }
        }
        """

    private static let print = """
        @media print {
        main, .page { padding: 0; max-width: none; margin: 0; } .page + .page { break-before: page; }
        .table { overflow: visible; } details { display: none; } a { color: inherit; text-decoration: none; }
        * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """
}
