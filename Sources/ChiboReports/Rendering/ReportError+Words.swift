import ChiboDocument
import Glibc

extension ReportError: CustomStringConvertible {
    /// What happened, where and what to do, in Vietnamese and in English.
    public var description: String { "\(vietnamese) / \(english)" }

    /// What happened, where and what to do, in Vietnamese.
    public var vietnamese: String {
        switch self {
        case .table(let problem): problem.vietnamese
        case .formatNotAvailable(let format):
            "Bản cài đặt này chưa ghi được định dạng \(format.rawValue); hãy chọn: \(Self.available)"
        case .workbook(let reason): "Không tạo được tệp xlsx: \(reason)"
        case .file(_, let path, let code):
            "Không ghi được tệp \(path): \(Self.system(code)). Tệp cũ (nếu có) còn nguyên."
        }
    }

    /// What happened, where and what to do, in English.
    public var english: String {
        switch self {
        case .table(let problem): problem.english
        case .formatNotAvailable(let format):
            "This build cannot write \(format.rawValue); choose one of: \(Self.available)"
        case .workbook(let reason): "The xlsx file could not be made: \(reason)"
        case .file(let action, let path, let code):
            "Could not \(action) \(path): \(Self.system(code)). An older file, if any, is untouched."
        }
    }

    private static var available: String { Report.availableFormats.map(\.rawValue).joined(separator: ", ") }

    private static func system(_ code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    }
}
