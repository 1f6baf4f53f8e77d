public import ChiboModel

/// Text with marks, links, fields and notes.
public struct RichText: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The pieces in reading order.
    public var runs: [TextRun]

    /// Text made of pieces.
    public init(_ runs: [TextRun]) { self.runs = runs }

    /// Plain text; a line feed in it is a line break.
    public init(_ text: String) { runs = Self.split(text, marks: TextMarks()) }

    /// Text under marks: `RichText("Nơi nhận:", [.underline])`.
    public init(_ text: String, _ marks: TextMarks.Flags) { runs = Self.split(text, marks: TextMarks(marks)) }

    /// Plain text.
    public init(stringLiteral value: String) { self.init(value) }

    /// The words alone, fields as a person would read them aloud: without page numbers, with line feeds for breaks.
    public var plain: String { runs.map(\.plain).joined() }

    /// Whether there is nothing to read.
    public var isEmpty: Bool { runs.isEmpty }

    /// One text after another.
    public static func + (left: RichText, right: RichText) -> RichText { RichText(left.runs + right.runs) }

    private static func split(_ text: String, marks: TextMarks) -> [TextRun] {
        guard text.utf8.contains(10) else { return text.isEmpty ? [] : [.text(text, marks)] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line -> [TextRun] in
            (index == 0 ? [] : [.lineBreak]) + (line.isEmpty ? [] : [.text(String(line), marks)])
        }
    }
}

/// A piece of text.
public indirect enum TextRun: Equatable, Sendable {
    /// Words under marks.
    case text(String, TextMarks)
    /// Something that the format fills in.
    case field(TextField)
    /// Words that lead somewhere.
    case link(RichText, to: LinkTarget)
    /// A note at the foot of the page or the end of the text.
    case footnote([Block])
    /// A new line within the paragraph.
    case lineBreak
    /// A step to the next tab stop.
    case tab

    /// The words alone.
    public var plain: String {
        switch self {
        case .text(let text, _): text
        case .field(.date(let date)): date.vietnamese
        case .field, .footnote: ""
        case .link(let text, _): text.plain
        case .lineBreak: "\n"
        case .tab: "\t"
        }
    }
}

/// Something in a text that the format fills in.
public enum TextField: Equatable, Sendable {
    /// The number of the page it stands on.
    case page
    /// The number of pages.
    case pages
    /// A date, written dd/mm/yyyy.
    case date(CalendarDate)
    /// The title of the heading or group of this name.
    case reference(String)
}

/// Where a link leads.
public enum LinkTarget: Equatable, Sendable {
    /// A heading or group of the same document.
    case anchor(String)
    /// An address outside; writers keep only `http`, `https` and `mailto`.
    case address(String)
}

/// How words are marked.
public struct TextMarks: Equatable, Sendable {
    /// Marks that are there or not.
    public struct Flags: OptionSet, Hashable, Sendable {
        /// One bit a mark.
        public let rawValue: UInt8
        /// Marks from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Heavy letters.
        public static let bold = Flags(rawValue: 1)
        /// Slanted letters.
        public static let italic = Flags(rawValue: 2)
        /// A line below.
        public static let underline = Flags(rawValue: 4)
        /// A line through.
        public static let strike = Flags(rawValue: 8)
        /// Raised, small.
        public static let superscript = Flags(rawValue: 16)
        /// Lowered, small.
        public static let `subscript` = Flags(rawValue: 32)
    }

    /// The marks that are there.
    public var flags: Flags
    /// The colour, or nil for that of the style.
    public var color: Color?
    /// The size in points, or nil for that of the style.
    public var size: Double?

    /// Marks; none unless told otherwise.
    public init(_ flags: Flags = [], color: Color? = nil, size: Double? = nil) {
        self.flags = flags
        self.color = color
        self.size = size
    }
}

/// A colour of the screen.
public struct Color: Hashable, Sendable {
    /// Red, green and blue as 0xRRGGBB.
    public let rgb: UInt32

    /// A colour from 0xRRGGBB; higher bits are dropped.
    public init(rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

    /// A colour from "#A61C1C" or "A61C1C", or nil.
    public init?(hex: some StringProtocol) {
        let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
        guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
        rgb = value
    }

    /// Six capital hexadecimal digits, without the sign in front.
    public var hex: String {
        let digits = String(rgb, radix: 16, uppercase: true)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
