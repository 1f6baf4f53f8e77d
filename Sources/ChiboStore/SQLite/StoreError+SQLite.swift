import CSQLite
import ChiboModel
import Glibc

/// What the result codes of SQLite and of the operating system mean to a person.
extension StoreError {
    /// The error of a result code of SQLite.
    ///
    /// Codes after https://www.sqlite.org/rescode.html; the lower eight bits are the kind, the rest the details.
    static func sqlite(_ extended: Int32, cause: String, file: String?) -> StoreError {
        let code = Code(sqlite: extended & 0xFF)
        let words = words(of: code)
        return StoreError(code, words.message, advice: words.advice, file: file, cause: "\(cause) (SQLite \(extended))")
    }

    /// The error of opening or making a file.
    static func file(_ number: Int32, file: String) -> StoreError {
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT: .full
            case EACCES, EPERM, EROFS: .readOnly
            case EIO: .disk
            default: .cannotOpen
            }
        let words = words(of: code)
        let cause = unsafe String(cString: strerror(number))
        return StoreError(code, words.message, advice: words.advice, file: file, cause: cause)
    }

    /// The error of a file that is a database, and not one of Chibo's.
    static func foreignDatabase(_ file: String) -> StoreError {
        let words = words(of: .foreign)
        return StoreError(.foreign, words.message, advice: words.advice, file: file)
    }

    /// The error of a file that a newer program has written.
    static func newerSchema(found: Int64, known: Int64, file: String) -> StoreError {
        let words = words(of: .newerSchema)
        return StoreError(
            .newerSchema, words.message, advice: words.advice, file: file, cause: "schema \(found) > \(known)")
    }

    private static func words(of code: Code) -> (message: Bilingual, advice: Bilingual) {
        let row = catalogue[code] ?? unexpectedWords
        return (Bilingual(vi: row.message.vi, en: row.message.en), Bilingual(vi: row.advice.vi, en: row.advice.en))
    }

    private typealias Row = (message: Words, advice: Words)

    private static let unexpectedWords: Row = (
        ("kho dữ liệu gặp lỗi không lường trước", "the store met an error that nobody expected"),
        ("Hãy gửi toàn bộ thông báo này cho người phát triển.", "Send all of this message to the developers.")
    )

    private static let catalogue: [Code: Row] = [
        .full: (
            ("hết chỗ trên đĩa; không có gì được ghi", "the disk is full; nothing was written"),
            ("Hãy giải phóng chỗ trên đĩa rồi làm lại.", "Free some space and do it again.")
        ),
        .notADatabase: (
            ("tệp này không phải là kho dữ liệu", "this file is not a database"),
            (
                "Hãy kiểm tra đường dẫn; nếu đúng, hãy lấy lại bản sao lưu.",
                "Check the path; if it is right, restore a backup."
            )
        ),
        .busy: (
            (
                "kho đang được người khác ghi, và chờ mãi chưa xong; không có gì được ghi",
                "somebody else is writing to the store and did not finish while this waited; nothing was written"
            ),
            (
                "Hãy đợi lần nhập kia xong rồi chạy lại lệnh; ai đang xem hay làm báo cáo thì không phải đợi.",
                "Wait for the other import to end, then run the command again; those who only read need not wait."
            )
        ),
        .readOnly: (
            ("không được phép ghi vào kho dữ liệu", "the store may not be written"),
            (
                "Hãy kiểm tra quyền đối với tệp và thư mục chứa nó.",
                "Check the permissions of the file and of its folder."
            )
        ),
        .corrupt: (
            ("kho dữ liệu bị hỏng", "the store is damaged"),
            ("Hãy giữ tệp này và lấy lại bản sao lưu.", "Keep this file and restore a backup.")
        ),
        .constraint: (
            (
                "thay đổi trái với ràng buộc của kho; không có gì được ghi",
                "the change breaks a rule of the store; nothing was written"
            ),
            ("Hãy gửi toàn bộ thông báo này cho người phát triển.", "Send all of this message to the developers.")
        ),
        .newerSchema: (
            ("kho do phiên bản Chibo mới hơn ghi", "the store was written by a newer version of Chibo"),
            ("Hãy cập nhật chương trình trên máy này.", "Update the program on this machine.")
        ),
        .cannotOpen: (
            ("không mở được kho dữ liệu", "the store cannot be opened"),
            (
                "Hãy kiểm tra đường dẫn và quyền đối với thư mục chứa nó.",
                "Check the path and the permissions of its folder."
            )
        ),
        .disk: (
            ("đọc hoặc ghi đĩa bị lỗi", "reading or writing the disk failed"),
            ("Hãy kiểm tra đĩa; kho giữ nguyên như trước.", "Check the disk; the store is as it was before.")
        ),
        .foreign: (
            ("tệp này là cơ sở dữ liệu của chương trình khác", "this file is a database of another program"),
            ("Hãy kiểm tra đường dẫn.", "Check the path.")
        ),
    ]
}

extension StoreError.Code {
    /// The kind of error that a primary result code of SQLite is.
    init(sqlite code: Int32) {
        self =
            switch code {
            case SQLITE_FULL: .full
            case SQLITE_NOTADB: .notADatabase
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
            case SQLITE_CORRUPT: .corrupt
            case SQLITE_CONSTRAINT: .constraint
            case SQLITE_CANTOPEN: .cannotOpen
            case SQLITE_IOERR: .disk
            default: .unexpected
            }
    }
}
