/// The formats that a document can be made for.
///
/// A document names formats only in `Block.only` and in columns that some formats leave out.
public enum ReportFormat: String, CaseIterable, Sendable {
    case text, markdown, html, csv, json, xlsx, docx, pdf

    /// The ending of a file in this format, without the dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        default: rawValue
        }
    }

    /// The media type, for an embedder that serves the bytes.
    public var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .markdown: "text/markdown; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        }
    }

    /// The format that a person means by a name ("md", "Markdown") or by a file's ending, or nil.
    public init?(named name: some StringProtocol) {
        let lower = name.lowercased()
        let aliases: [String: ReportFormat] = ["terminal": .text, "excel": .xlsx, "word": .docx, "htm": .html]
        let found = Self.allCases.first { $0.rawValue == lower || $0.fileExtension == lower } ?? aliases[lower]
        guard let found else { return nil }
        self = found
    }
}
