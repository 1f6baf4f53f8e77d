public import ChiboDocument
public import ChiboModel

/// A document in one format: bytes, and what the format could not show.
public struct RenderedReport: Equatable, Sendable {
    /// The format.
    public var format: ReportFormat
    /// The files; one, except of csv, which needs a file a table.
    public var parts: [ReportPart]
    /// What the format could not show as the document says it, in reading order.
    public var warnings: [Bilingual]

    /// All bytes of a format of one file; of several, the first file's.
    public var bytes: [UInt8] { parts.first?.bytes ?? [] }
}

/// One file of a rendered report.
public struct ReportPart: Equatable, Sendable {
    /// What is put behind the file's name, before its ending: "" for an only file, "-2" for the second table.
    public var suffix: String
    /// The content.
    public var bytes: [UInt8]
}

/// What a person may choose about a rendering; every choice has a default.
public struct RenderOptions: Equatable, Sendable {
    /// How many columns of a terminal the text format may fill.
    public var textWidth: Int
    /// What stands between the fields of csv; a semicolon also writes decimals with a comma, as Excel in Vietnamese reads them.
    public var csvSeparator: CSVSeparator
    /// Whether csv begins with the mark by which Excel knows UTF-8.
    public var csvByteOrderMark: Bool
    /// Whether html and json tell where values come from.
    public var showsSources: Bool

    /// What stands between fields of csv.
    public enum CSVSeparator: String, CaseIterable, Sendable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"
    }

    /// Choices; the defaults suit an office.
    public init(
        textWidth: Int = 100, csvSeparator: CSVSeparator = .comma, csvByteOrderMark: Bool = true,
        showsSources: Bool = false
    ) {
        self.textWidth = textWidth
        self.csvSeparator = csvSeparator
        self.csvByteOrderMark = csvByteOrderMark
        self.showsSources = showsSources
    }
}

/// Why a document could not be rendered or saved.
public enum ReportError: Error, Equatable, Sendable {
    /// A table that cannot be laid out.
    case table(TableProblem)
    /// A format that this build cannot write.
    case formatNotAvailable(ReportFormat)
    /// The workbook could not be made, and why.
    case workbook(Bilingual)
    /// A file could not be written: what was being done, the path, the system's number of the error.
    case file(action: String, path: String, code: Int32)
}
