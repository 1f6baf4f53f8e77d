import ChiboDocument
struct HTMLWriter: ReportWriter {
    var walk: DocumentWalk
    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] { [] }
}
