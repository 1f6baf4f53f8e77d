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
