import ChiboModel

/// The flags of suggestions, and of records that go out.
extension Flag {
    static let review = Flag(
        "review",
        Bilingual(vi: "hỏi từng đề xuất rồi mới nhập", en: "ask about each suggestion, then import"),
        Bilingual(
            vi: "Đề xuất là điều bảng tính có lẽ muốn nói: số 0 bị mất, tên gọi khác của chi bộ, dòng trùng… "
                + "Không đề xuất nào tự được nhận. Cần màn hình; để người khác quyết định thì dùng --suggestions.",
            en:
                "A suggestion is what the sheet probably means: a lost zero, another name of a branch, a duplicate row… "
                + "None is taken by itself. It needs a terminal; --suggestions is for somebody else to decide."))
    static let suggestions = Flag(
        "suggestions", value: .some(Bilingual(vi: "BẢNG.xlsx", en: "REVIEW.xlsx"), .file),
        Bilingual(
            vi: "ghi các đề xuất ra bảng để đánh dấu; chưa nhập", en: "write suggestions to be marked; no import"),
        Bilingual(
            vi: "Ghi x ở cột đầu để chấp nhận, “không” để bác. Bảng có tên người thì giữ kín như danh sách.",
            en: "Mark the first column: x accepts, “không” (no) refuses. Keep it as closely as the roster."))
    static let decisions = Flag(
        "decisions", value: .some(Bilingual(vi: "BẢNG.xlsx", en: "REVIEW.xlsx"), .file),
        Bilingual(vi: "nhập theo bảng đề xuất đã đánh dấu", en: "import with the suggestions that were marked"),
        Bilingual(
            vi: "Quyết định chỉ có giá trị với đúng ô và đúng nội dung đã xem; sửa bảng tính thì phải xem lại.",
            en: "A decision counts only for the cell and the words that were shown; after a change, look again."))
    static let exportFile = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "TỆP", en: "FILE"), .file),
        Bilingual(vi: "ghi ra tệp .xlsx hoặc .csv này", en: "write to this file, .xlsx or .csv"),
        Bilingual(vi: "Mặc định: LOẠI.xlsx ở thư mục hiện tại.", en: "Default: KIND.xlsx in the current folder."))
    static let withPersonal = Flag(
        "with-personal",
        Bilingual(vi: "ghi cả thông tin cá nhân và nội bộ", en: "write personal and restricted fields too"),
        Bilingual(
            vi: "Chỉ tài khoản có tên trong people.import của unit.lua mới được dùng.",
            en: "Only for accounts that people.import of unit.lua names."))
}
