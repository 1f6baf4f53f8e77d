import ChiboModel

extension StoreError.Code {
    /// The store has gone on since the version that a change set was worked out on.
    public static let stale = Self("CB-D001")
    /// An assertion does not fit the schema.
    public static let invalid = Self("CB-D002")
    /// The store has no such version yet.
    public static let unknownVersion = Self("CB-D003")
    /// Another host has taken the run since.
    public static let fenced = Self("CB-D004")
    /// The record was erased, and cannot be spoken of again.
    public static let erased = Self("CB-D005")
    /// The change cannot be taken back as things stand.
    public static let cannotUndo = Self("CB-D006")
    /// Erased data is still in the store's files.
    public static let remains = Self("CB-D007")
    /// The audit chain lacks its newest entry.
    public static let brokenChain = Self("CB-D008")
    /// The disk, or the quota on it, is full.
    public static let full = Self("CB-D010")
    /// The file is no database.
    public static let notADatabase = Self("CB-D011")
    /// Somebody else is writing, and did not finish in time.
    public static let busy = Self("CB-D012")
    /// The file or its folder may not be written.
    public static let readOnly = Self("CB-D013")
    /// The file is damaged.
    public static let corrupt = Self("CB-D014")
    /// A rule of the database was broken, which the checks before should have found.
    public static let constraint = Self("CB-D015")
    /// The file was written by a newer program.
    public static let newerSchema = Self("CB-D016")
    /// The file or its folder is not there, or may not be opened.
    public static let cannotOpen = Self("CB-D017")
    /// Reading or writing the disk failed.
    public static let disk = Self("CB-D018")
    /// The file is a database of another program.
    public static let foreign = Self("CB-D019")
    /// The file is no backup of Chibo, or one that something happened to.
    public static let notABackup = Self("CB-D020")
    /// The passphrase does not open the backup, or the backup is not whole.
    public static let cannotDecrypt = Self("CB-D021")
    /// The backup lacks entries that the store has.
    public static let wouldLose = Self("CB-D022")
    /// Anything else.
    public static let unexpected = Self("CB-D099")
}

extension StoreError {
    typealias Words = (vi: String, en: String)

    static func stale(base: String, current: String) -> StoreError {
        StoreError(
            .stale,
            Bilingual(
                vi: "dữ liệu đã thay đổi: đề nghị này dựa trên phiên bản \(base), kho đang ở phiên bản \(current)",
                en: "the data has changed: this was worked out on version \(base), the store is at \(current)"),
            advice: Bilingual(
                vi: "Hãy xem lại trên dữ liệu mới rồi làm lại.", en: "Look at the new data and do it again."))
    }

    static func invalid(_ place: Bilingual, _ why: Words) -> StoreError {
        StoreError(
            .invalid, Bilingual(vi: "\(place.vi): \(why.vi)", en: "\(place.en): \(why.en)"),
            advice: Bilingual(
                vi: "Không có gì được ghi. Hãy sửa dòng đó rồi làm lại.",
                en: "Nothing was written. Correct that row and do it again."))
    }

    static func erased(_ key: RecordKey, file: String? = nil) -> StoreError {
        StoreError(
            .erased,
            Bilingual(
                vi: "\(Schema[key.kind].label) \(key.id) đã bị xóa dữ liệu theo yêu cầu",
                en: "\(key.kind.code) \(key.id) was erased on request"),
            advice: Bilingual(
                vi: "Không có gì được ghi. Mã đó không dùng lại được; hãy bỏ dòng đó hoặc để Chibo cấp mã mới.",
                en: "Nothing was written. Its id is not used again; leave the row out, or let Chibo give a new id."),
            file: file)
    }

    static func brokenChain(_ version: String, file: String? = nil) -> StoreError {
        StoreError(
            .brokenChain,
            Bilingual(
                vi: "chuỗi kiểm toán thiếu mục của phiên bản \(version); không có gì được ghi",
                en: "the audit chain lacks the entry of version \(version); nothing was written"),
            advice: Bilingual(
                vi: "Có người đã sửa kho bằng công cụ khác. Hãy chạy chibo audit verify, rồi lấy lại bản sao lưu.",
                en: "Somebody has changed the store by other means. Run chibo audit verify, then restore a backup."),
            file: file)
    }

    static func remains(file: String?) -> StoreError {
        StoreError(
            .remains,
            Bilingual(
                vi: "dữ liệu đã bị xóa khỏi kho, nhưng tệp của kho vẫn còn dấu vết vì chương trình khác đang đọc",
                en: "the data is erased, but traces are still in the store's files, because another program is "
                    + "reading"),
            advice: Bilingual(
                vi: "Hãy đóng các chương trình đang mở kho rồi chạy lại chính lệnh này.",
                en: "Close the programs that have the store open, and run this command again."),
            file: file)
    }

    static func unknownVersion(_ wanted: String, current: String) -> StoreError {
        StoreError(
            .unknownVersion,
            Bilingual(
                vi: "kho không có phiên bản \(wanted); phiên bản mới nhất là \(current)",
                en: "the store has no version \(wanted); the newest is \(current)"),
            advice: Bilingual(vi: "Hãy chọn một phiên bản trong lịch sử.", en: "Choose a version of the history."))
    }

    static func fenced(_ schedule: String) -> StoreError {
        StoreError(
            .fenced,
            Bilingual(
                vi: "lần chạy của lịch \(schedule) đã được máy khác tiếp nhận hoặc đã kết thúc",
                en: "the run of schedule \(schedule) was taken by another host, or has ended"),
            advice: Bilingual(
                vi: "Kết quả của máy này bị bỏ; máy kia ghi kết quả.",
                en: "This host's result is dropped; the other host writes the result."))
    }
}
