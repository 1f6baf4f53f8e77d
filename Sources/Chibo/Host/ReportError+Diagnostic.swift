import ChiboModel
import ChiboReports

extension ReportError {
    /// The error as people are told it.
    var diagnostic: Diagnostic {
        switch self {
        case .table: Diagnostic("CB-R008", .script, message)
        case .formatNotAvailable: Diagnostic("CB-U013", .usage, message)
        case .workbook, .file: Diagnostic("CB-F026", .output, message)
        }
    }
}
