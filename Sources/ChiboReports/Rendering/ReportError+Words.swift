import ChiboDocument
public import ChiboModel
import Glibc

extension ReportError: CustomStringConvertible {
    /// What happened, where and what to do, in English.
    public var description: String { message.en }

    /// What happened, where and what to do.
    public var message: Bilingual {
        switch self {
        case .table(let problem): problem.message
        case .formatNotAvailable(let format):
            Bilingual(
                vi: "Bản cài đặt này chưa ghi được định dạng \(format.rawValue); hãy chọn: \(Self.available)",
                en: "This build cannot write \(format.rawValue); choose one of: \(Self.available)")
        case .workbook(let reason):
            Bilingual(vi: "Không tạo được tệp xlsx: \(reason.vi)", en: "The xlsx file could not be made: \(reason.en)")
        case .file(let action, let path, let code):
            Bilingual(
                vi: "Không ghi được tệp \(path): \(Self.system(code)). Tệp cũ (nếu có) còn nguyên.",
                en: "Could not \(action) \(path): \(Self.system(code)). An older file, if any, is untouched.")
        }
    }

    private static var available: String { Report.availableFormats.map(\.rawValue).joined(separator: ", ") }

    private static func system(_ code: Int32) -> String {
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "errno \(code)"
    }
}
