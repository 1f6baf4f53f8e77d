/// A part of a document with one page set-up.
public struct Section: Equatable, Sendable {
    /// Paper and margins, for the formats with pages.
    public var page: PageSetup
    /// What stands above the text of every page.
    public var header: PageBand
    /// What stands below the text of every page.
    public var footer: PageBand
    /// How pages are numbered, or nil for no numbers.
    public var pageNumbers: PageNumbering?
    /// The content.
    public var blocks: [Block]

    /// A section, upright A4 with page numbers from the second page unless told otherwise.
    public init(
        page: PageSetup = PageSetup(), header: PageBand = PageBand(), footer: PageBand = PageBand(),
        pageNumbers: PageNumbering? = PageNumbering(), _ blocks: [Block]
    ) {
        self.page = page
        self.header = header
        self.footer = footer
        self.pageNumbers = pageNumbers
        self.blocks = blocks
    }
}

/// Paper, orientation and margins of a section's pages.
public struct PageSetup: Equatable, Sendable {
    /// The sizes of paper that offices use.
    public enum Paper: String, CaseIterable, Sendable {
        case a3, a4, a5

        /// Width and height of the upright sheet in millimetres.
        public var millimetres: (width: Int, height: Int) {
            switch self {
            case .a3: (297, 420)
            case .a4: (210, 297)
            case .a5: (148, 210)
            }
        }
    }

    /// The sheet.
    public var paper: Paper
    /// Whether the long side lies across.
    public var isLandscape: Bool
    /// The empty border, in millimetres.
    public var margins: Margins
    /// Whether left and right margins change places on even pages, as for printing on both sides.
    public var isMirrored: Bool

    /// A set-up; the default is that of party documents: A4 upright, 20/20/30/15 mm.
    public init(
        paper: Paper = .a4, isLandscape: Bool = false, margins: Margins = Margins(), isMirrored: Bool = false
    ) {
        self.paper = paper
        self.isLandscape = isLandscape
        self.margins = margins
        self.isMirrored = isMirrored
    }
}

/// The empty border of a page in millimetres.
public struct Margins: Equatable, Sendable {
    /// Above the text.
    public var top: Double
    /// Below the text.
    public var bottom: Double
    /// On the side where the sheet is bound.
    public var left: Double
    /// On the other side.
    public var right: Double

    /// Margins in millimetres; the default is that of party documents.
    public init(top: Double = 20, bottom: Double = 20, left: Double = 30, right: Double = 15) {
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }
}

/// A header or a footer: what repeats on each page.
public struct PageBand: Equatable, Sendable {
    /// On every page without a band of its own.
    public var standard: [Block]
    /// On the first page, or nil for the same as on the others.
    public var first: [Block]?
    /// On even pages, or nil for the same as on odd ones.
    public var even: [Block]?

    /// A band; empty unless told otherwise.
    public init(_ standard: [Block] = [], first: [Block]? = nil, even: [Block]? = nil) {
        self.standard = standard
        self.first = first
        self.even = even
    }

    /// Whether no page shows anything.
    public var isEmpty: Bool { standard.isEmpty && (first ?? []).isEmpty && (even ?? []).isEmpty }
}

/// How the pages of a section are numbered.
public struct PageNumbering: Equatable, Sendable {
    /// Where the number stands.
    public enum Position: String, CaseIterable, Sendable {
        case topCenter, topRight, bottomCenter, bottomRight
    }

    /// The number of the section's first page, or nil to count on from the section before.
    public var start: Int?
    /// The first page of the section that shows its number.
    public var shownFrom: Int
    /// Where the number stands.
    public var position: Position

    /// A numbering; the default is that of party documents: top centre, not on the first page.
    public init(start: Int? = nil, shownFrom: Int = 2, position: Position = .topCenter) {
        self.start = start
        self.shownFrom = shownFrom
        self.position = position
    }
}
