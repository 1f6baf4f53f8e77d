import ChiboDocument
import ChiboReports
import Testing

@Test(arguments: Report.availableFormats)
func `the sample reports come out in every format with the same figures`(format: ReportFormat) throws {
    for (name, document) in [("rp02", SampleReports.planResults), ("rp08", SampleReports.meetings)] {
        let report = try Report.render(document, as: format)
        for part in report.parts { SampleReports.keep(part.bytes, as: name + part.suffix + "." + format.fileExtension) }
        #expect(!report.bytes.isEmpty)
    }
}
