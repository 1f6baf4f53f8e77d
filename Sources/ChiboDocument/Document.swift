public import ChiboModel

/// What a report says, apart from how a format shows it.
///
/// A layout script returns one such value; each writer of `ChiboReports` turns the same value into its format. The value is
/// frozen: it may be rendered to several formats at once, compared with another one, or kept with a receipt.
public struct Document: Equatable, Sendable {
    /// What is said about the document rather than in it.
    public var meta: DocumentMeta
    /// How the named styles of paragraphs look where a format has looks.
    public var styles: StyleSheet
    /// The parts with a page set-up of their own, in reading order.
    public var sections: [Section]

    /// A document of several sections.
    public init(meta: DocumentMeta = DocumentMeta(), styles: StyleSheet = .party, sections: [Section]) {
        self.meta = meta
        self.styles = styles
        self.sections = sections
    }

    /// A document of one section on upright A4 pages.
    public init(title: String, _ blocks: [Block]) {
        self.init(meta: DocumentMeta(title: title), sections: [Section(blocks)])
    }
}

/// What is said about a document: its title, its author, the day it speaks of.
public struct DocumentMeta: Equatable, Sendable {
    /// The title that a file manager or a browser shows; the visible title is a paragraph of its own.
    public var title: String
    /// The organ or person that issues the document.
    public var author: String
    /// The day of the document.
    ///
    /// No writer reads a clock: where this is nil, formats that need a day use 01/01/2000.
    public var created: CalendarDate?
    /// The language as a BCP 47 tag.
    public var language: String
    /// The grade of secrecy as printed on the first page ("MẬT"), or nil.
    public var classification: String?
    /// Whether the document is only a draft ("DỰ THẢO").
    public var isDraft: Bool

    /// Facts about a document, all optional.
    public init(
        title: String = "", author: String = "", created: CalendarDate? = nil, language: String = "vi",
        classification: String? = nil, isDraft: Bool = false
    ) {
        self.title = title
        self.author = author
        self.created = created
        self.language = language
        self.classification = classification
        self.isDraft = isDraft
    }
}
