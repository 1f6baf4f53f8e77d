package import ChiboModel

/// Why a time zone is not there, in two languages.
package struct TimeZoneProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    package enum Cause: Hashable, Sendable {
        case badName
        case missing
        case damaged(TimeZoneFile.Fault)
    }

    /// The name that was asked for.
    package let name: String
    /// The folder that was looked in.
    package let folder: String
    /// What happened.
    package let cause: Cause

    /// The message.
    package var message: Bilingual {
        switch cause {
        case .badName:
            Bilingual(
                vi: "“\(name)” không phải là tên múi giờ; hãy viết dạng Khu vực/Thành phố, ví dụ “Asia/Ho_Chi_Minh”",
                en: "“\(name)” is no time zone name; write Area/City, such as “Asia/Ho_Chi_Minh”")
        case .missing:
            Bilingual(
                vi:
                    "Không có múi giờ “\(name)” trong \(folder); hãy kiểm tra tên hoặc cài gói tzdata (apt install tzdata)",
                en: "There is no time zone “\(name)” in \(folder); check the name, or install the package tzdata")
        case .damaged(let fault):
            Bilingual(
                vi: "Không đọc được tệp múi giờ \(folder)/\(name) (tệp hỏng); hãy cài lại gói tzdata",
                en: "The time zone file \(folder)/\(name) cannot be read (\(fault)); install the package tzdata again")
        }
    }

    package var description: String { message.en }
}
