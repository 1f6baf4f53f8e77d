import ChiboDocument
import ChiboReports
import Testing

@Test(arguments: Report.availableFormats)
func `the sample reports come out in every format with the same figures`(format: ReportFormat) throws {
    for (name, document) in [("rp02", SampleReports.planResults), ("rp08", SampleReports.meetings)] {
        let report = try Report.render(document, as: format)
        for part in report.parts {
            SampleReports.keep(part.bytes, as: name + part.suffix + "." + format.fileExtension)
        }
        #expect(!report.bytes.isEmpty)
    }
    let bytes = try Report.render(SampleReports.planResults, as: format).bytes
    let figures: [String] =
        switch format {
        case .text, .markdown, .html: ["97,5\u{A0}%", "90,05\u{A0}%", "1.086", "Chưa đạt"]
        case .csv: ["97.5%", "90.0498%", "1086", "Chưa đạt"]
        case .json: ["\"percent\": \"97.5\"", "90,05\u{A0}%", "1086", "Chưa đạt"]
        default: []
        }
    for figure in figures { #expect(String(decoding: bytes, as: UTF8.self).contains(figure), "\(figure)") }
}
