/// One block of a document.
public indirect enum Block: Equatable, Sendable {
    /// A heading of the outline.
    case heading(Heading)
    /// Running text in one of the named styles.
    case paragraph(Paragraph)
    /// Items, each of them blocks, so that lists nest.
    case list(ItemList)
    /// Boxes side by side.
    case columns(Columns)
    /// Typed rows.
    case table(TableSpec)
    /// A drawing of numbers, which always carries its numbers along.
    case chart(ChartSpec)
    /// A line across the text.
    case rule(Rule)
    /// Empty height in millimetres.
    case space(Double)
    /// What follows starts on a new page.
    case pageBreak
    /// Blocks that no page break may part.
    case keep([Block])
    /// Blocks that only these formats show.
    case only(Set<ReportFormat>, [Block])
    /// Blocks that a workbook shows on a sheet of this name; elsewhere they follow the others.
    case sheet(String, [Block])
    /// Blocks that a link can point at; with a title they make an entry of the outline.
    case group(Group)
}

extension Block {
    /// A heading of a level from 1 to 6.
    public static func heading(_ level: Int, _ text: RichText, number: HeadingNumber = .none) -> Block {
        .heading(Heading(level: level, text, number: number))
    }

    /// A paragraph, of body text unless a style is named.
    public static func paragraph(_ text: RichText, style: StyleName = .body, align: Alignment? = nil) -> Block {
        .paragraph(Paragraph(text, style: style, align: align))
    }

    /// A list whose items are one paragraph each.
    public static func list(_ kind: ItemList.Kind, _ items: [RichText]) -> Block {
        .list(ItemList(kind, items.map { [.paragraph(Paragraph($0))] }))
    }

    /// A line across the text.
    public static var rule: Block { .rule(Rule()) }

    /// Blocks that a link can point at.
    public static func group(_ id: String, title: String? = nil, _ blocks: [Block]) -> Block {
        .group(Group(id: id, title: title, blocks))
    }
}

/// A heading of the outline.
public struct Heading: Equatable, Sendable {
    /// From 1, the outermost, to 6; other values are moved to the nearest of these.
    public let level: Int
    /// The words.
    public var text: RichText
    /// The number before the words.
    public var number: HeadingNumber
    /// The name that a link can point at, or nil.
    public var id: String?

    /// A heading.
    public init(level: Int, _ text: RichText, number: HeadingNumber = .none, id: String? = nil) {
        self.level = min(max(level, 1), 6)
        self.text = text
        self.number = number
        self.id = id
    }
}

/// The number of a heading.
public enum HeadingNumber: Equatable, Sendable {
    /// No number.
    case none
    /// Counted by the document: I-, 1-, 1.1-, a) in the order of levels.
    case automatic
    /// As written.
    case fixed(String)
}

/// Running text.
public struct Paragraph: Equatable, Sendable {
    /// The words.
    public var text: RichText
    /// The named style.
    public var style: StyleName
    /// An alignment other than the style's.
    public var align: Alignment?
    /// Whether the next block must begin on the same page.
    public var keepsWithNext: Bool

    /// A paragraph.
    public init(
        _ text: RichText, style: StyleName = .body, align: Alignment? = nil, keepsWithNext: Bool = false
    ) {
        self.text = text
        self.style = style
        self.align = align
        self.keepsWithNext = keepsWithNext
    }
}

/// Where a line of text, or the text of a cell, stands between its borders.
public enum Alignment: String, CaseIterable, Sendable {
    case left, center, right, justify
}

/// A list of items, each of them blocks.
public struct ItemList: Equatable, Sendable {
    /// What stands before an item.
    public enum Kind: String, CaseIterable, Sendable {
        case bullet, dash, plus, number, letter, roman

        /// Whether items are counted.
        public var isOrdered: Bool { self == .number || self == .letter || self == .roman }
    }

    /// What stands before each item.
    public var kind: Kind
    /// The number of the first item, for lists that count.
    public var start: Int
    /// The items.
    public var items: [[Block]]

    /// A list.
    public init(_ kind: Kind, start: Int = 1, _ items: [[Block]]) {
        self.kind = kind
        self.start = start
        self.items = items
    }
}

/// Boxes side by side: the two-column head of a letter, recipients beside the signature.
public struct Columns: Equatable, Sendable {
    /// One box.
    public struct Box: Equatable, Sendable {
        /// The share of the width.
        public var width: Width
        /// The content.
        public var blocks: [Block]

        /// A box of a share of the width.
        public init(width: Width = .fraction(1), _ blocks: [Block]) {
            self.width = width
            self.blocks = blocks
        }
    }

    /// From left to right.
    public var boxes: [Box]
    /// Whether no page break may part the boxes.
    public var staysTogether: Bool

    /// Boxes side by side, kept on one page unless told otherwise.
    public init(_ boxes: [Box], staysTogether: Bool = true) {
        self.boxes = boxes
        self.staysTogether = staysTogether
    }
}

/// How wide a box or a table's column is.
public enum Width: Equatable, Sendable {
    /// As wide as the content asks for.
    case automatic
    /// Millimetres.
    case millimetres(Double)
    /// A share of what the fixed widths leave.
    case fraction(Double)
}

/// A line across the text.
public struct Rule: Equatable, Sendable {
    /// How the line is drawn.
    public enum Stroke: String, CaseIterable, Sendable { case solid, dashed, double }

    /// The length as a share of the text's width, from 0 to 1.
    public var share: Double
    /// How the line is drawn.
    public var stroke: Stroke

    /// A line; the whole width unless told otherwise.
    public init(share: Double = 1, stroke: Stroke = .solid) {
        self.share = min(max(share, 0), 1)
        self.stroke = stroke
    }
}

/// Blocks under a name.
public struct Group: Equatable, Sendable {
    /// The name that a link can point at.
    public var id: String
    /// The entry of the outline, or nil for none.
    public var title: String?
    /// The content.
    public var blocks: [Block]

    /// Blocks under a name.
    public init(id: String, title: String? = nil, _ blocks: [Block]) {
        self.id = id
        self.title = title
        self.blocks = blocks
    }
}
