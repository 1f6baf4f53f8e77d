public import ChiboDocument
public import ChiboModel

/// Turns documents into files.
public enum Report {
    /// The formats that this build can write.
    public static var availableFormats: [ReportFormat] { [.text, .markdown, .html, .csv, .json, .xlsx] }

    /// The document in a format, in memory.
    ///
    /// The same document and options give the same bytes, whatever the time, the place or the task.
    public static func render(
        _ document: Document, as format: ReportFormat, options: RenderOptions = RenderOptions()
    ) throws(ReportError) -> RenderedReport {
        guard var writer = writer(for: format, document, options) else { throw .formatNotAvailable(format) }
        let parts = try writer.write(document)
        return RenderedReport(format: format, parts: parts, warnings: writer.walk.warnings)
    }

    /// Renders a document and saves it: each file whole or not at all, readable only by its owner.
    ///
    /// Several files get a number before the ending: `bao-cao-2.csv`.
    @discardableResult
    public static func write(
        _ document: Document, as format: ReportFormat, to path: String, options: RenderOptions = RenderOptions()
    ) throws(ReportError) -> (files: [String], warnings: [Bilingual]) {
        let report = try render(document, as: format, options: options)
        return (try report.save(to: path), report.warnings)
    }

    private static func writer(
        for format: ReportFormat, _ document: Document, _ options: RenderOptions
    ) -> (any ReportWriter)? {
        let walk = DocumentWalk(document, format: format, options: options)
        return switch format {
        case .text: TextWriter(walk: walk)
        case .markdown: MarkdownWriter(walk: walk)
        case .html: HTMLWriter(walk: walk)
        case .csv: CSVWriter(walk: walk)
        case .json: JSONWriter(walk: walk)
        case .xlsx: WorkbookReportWriter(walk: walk)
        case .docx, .pdf: nil
        }
    }
}

/// Writes one format.
protocol ReportWriter {
    /// What the writer knows of the document beyond the block at hand.
    var walk: DocumentWalk { get }

    /// The files of the document.
    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart]
}
