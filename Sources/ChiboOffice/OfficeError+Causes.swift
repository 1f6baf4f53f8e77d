internal import Glibc
internal import ChiboModel

/// The causes that several files of this room meet, each with its sentences in one place.
extension OfficeError {
    /// Advice for a file that came damaged from somewhere.
    static let sendAgain = Bilingual(
        vi: "Hãy xin lại tệp, hoặc mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
        en: "Ask for the file again, or open it in Excel or LibreOffice and save it as .xlsx")

    /// The operating system refused, with its `errno`.
    static func system(_ code: Int32, file: String, writing: Bool = false) -> OfficeError {
        let detail = unsafe String(cString: strerror(code))
        if code == ENOENT {
            return OfficeError(
                .missing, file: file,
                reason: Bilingual(
                    vi: writing ? "thư mục không tồn tại" : "không có tệp này",
                    en: writing ? "the folder does not exist" : "there is no such file"),
                advice: Bilingual(vi: "Hãy kiểm tra lại đường dẫn", en: "Check the path"))
        }
        return OfficeError(
            .access, file: file,
            reason: Bilingual(
                vi: "không \(writing ? "ghi" : "đọc") được tệp (\(detail))",
                en: "the file cannot be \(writing ? "written" : "read") (\(detail))"),
            advice: Bilingual(
                vi: "Hãy kiểm tra quyền truy cập và dung lượng đĩa trống",
                en: "Check the permissions and the free space on the disk"))
    }

    /// The archive or one of its parts is cut off or garbled.
    static func damaged(_ detail: String, file: String, part: String? = nil, line: Int? = nil) -> OfficeError {
        OfficeError(
            .damaged, file: file, part: part, line: line,
            reason: Bilingual(
                vi: "tệp bị hỏng hoặc bị cắt cụt (\(detail))", en: "the file is damaged or cut off (\(detail))"),
            advice: sendAgain)
    }

    /// A part is larger than a spreadsheet's part may be, or is packed as no honest part is.
    static func tooLarge(_ detail: Bilingual, file: String, part: String?) -> OfficeError {
        OfficeError(
            .tooLarge, file: file, part: part, reason: detail,
            advice: Bilingual(
                vi: "Tệp bị từ chối để bảo vệ máy. Nếu tệp là thật, hãy xóa các trang và dòng thừa rồi lưu lại",
                en:
                    "It was refused to protect the machine. If it is genuine, delete spare sheets and rows and save again"
            ))
    }

    /// The part holds something that no honest office file holds.
    static func forbidden(_ detail: Bilingual, file: String, part: String?, line: Int?) -> OfficeError {
        OfficeError(
            .forbidden, file: file, part: part, line: line, reason: detail,
            advice: Bilingual(
                vi: "Không dùng tệp này; hãy báo người gửi và bộ phận công nghệ thông tin",
                en: "Do not use this file; tell the sender and your IT staff"))
    }

    /// A caller asked for what the format cannot hold.
    static func request(_ reason: Bilingual, _ advice: Bilingual, file: String, part: String? = nil)
        -> OfficeError
    {
        OfficeError(.request, file: file, part: part, reason: reason, advice: advice)
    }
}
