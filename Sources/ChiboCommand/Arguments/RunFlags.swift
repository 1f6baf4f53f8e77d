import ChiboModel

/// The flags of verbs that run scripts: how long, with how much, how.
extension Flag {
    static let deadline = Flag(
        "deadline", value: .some(Bilingual(vi: "THỜI-GIAN", en: "TIME"), .duration),
        Bilingual(vi: "script được chạy bao lâu: 500ms, 2s, 1m", en: "how long scripts may run: 500ms, 2s, 1m"),
        Bilingual(vi: "Mặc định: 5s. Quá giờ thì mã thoát 124.", en: "Default: 5s. Beyond it the exit code is 124."))
    static let memory = Flag(
        "memory", value: .some(Bilingual(vi: "DUNG-LƯỢNG", en: "SIZE"), .size),
        Bilingual(vi: "script được dùng bao nhiêu bộ nhớ: 64M, 1G", en: "how much memory scripts may use: 64M, 1G"),
        Bilingual(
            vi: "Mặc định: 64M. Vượt quá thì mã thoát 125.", en: "Default: 64M. Beyond it the exit code is 125."))
    static let cores = Flag(
        "cores", value: .some(Bilingual(vi: "SỐ", en: "N"), .number(1...64)),
        Bilingual(vi: "chấm trên bao nhiêu lõi máy, 1-64", en: "on how many cores to judge, 1-64"),
        Bilingual(
            vi: "Mặc định: mọi lõi, khi có nhiều bản ghi. Kết quả không phụ thuộc số lõi; --memory tính cho từng lõi.",
            en: "Default: all of them, where there are many records. The result is the same on any number; --memory is "
                + "for each."))
    static let verify = Flag(
        "verify",
        Bilingual(vi: "chấm lại theo thứ tự ngược và so sánh", en: "judge again in the reverse order and compare"),
        Bilingual(
            vi: "Tìm script mà câu trả lời phụ thuộc bản ghi chấm trước đó. Có khác biệt thì mã thoát 1.",
            en: "Finds scripts whose answers depend on the records judged before. Differences make the exit code 1."))

    /// The limits of scripts.
    static let limits = [deadline, memory]
}
