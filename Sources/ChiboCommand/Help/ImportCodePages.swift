import ChiboModel

/// The pages of codes about suggestions of an import and about records that go out.
extension CodePage {
    static let suggestions = [
        CodePage(
            "CB-H006", Bilingual(vi: "tệp đã có, không ghi đè", en: "a file is there already"),
            Bilingual(
                vi: "Chọn tên khác, hoặc nói rõ tệp bằng --out.",
                en: "Choose another name, or name the file with --out.")),
        CodePage(
            "CB-I029",
            Bilingual(
                vi: "chữ của bảng mã cũ đã đổi sang Unicode", en: "letters of an old encoding were turned into Unicode"),
            Bilingual(
                vi: "Xem mẫu trong thông báo; sai thì đổi phông hoặc bảng mã của cột rồi nhập lại.",
                en: "Look at the sample in the message; where it is wrong, correct the column's font or encoding.")),
        CodePage(
            "CB-I030", Bilingual(vi: "chữ trông giống Đ", en: "letters that look like Đ"),
            Bilingual(
                vi: "Ð và Ɖ là chữ của bảng chữ khác; đã thay bằng Đ.",
                en: "Ð and Ɖ are letters of other alphabets; they were replaced by Đ.")),
        CodePage(
            "CB-I031", Bilingual(vi: "quyết định không còn khớp", en: "decisions that fit nothing"),
            Bilingual(
                vi: "Bảng tính đã đổi sau khi ghi đề xuất: ghi lại bằng --suggestions.",
                en: "The sheet changed after the suggestions were written: write them again with --suggestions.")),
        CodePage(
            "CB-I032", Bilingual(vi: "không phải bảng đề xuất", en: "no workbook of suggestions"),
            Bilingual(
                vi: "Dùng đúng tệp do --suggestions ghi ra, giữ nguyên dòng tiêu đề.",
                en: "Use the file that --suggestions wrote, with its headings.")),
        CodePage(
            "CB-I033", Bilingual(vi: "dấu không rõ trong bảng đề xuất", en: "an unclear mark among the suggestions"),
            Bilingual(
                vi: "x để chấp nhận, “không” để bác, để trống là chưa quyết định.",
                en: "x accepts, “không” (no) refuses, empty leaves it open.")),
        CodePage(
            "CB-I034", Bilingual(vi: "ngày tháng trái thứ tự", en: "days in an impossible order"),
            Bilingual(
                vi: "Đối chiếu hồ sơ gốc; dòng vẫn được nhập như đã ghi.",
                en: "Compare with the papers; the rows are imported as they stand.")),
        CodePage(
            "CB-I035", Bilingual(vi: "một cột “Ngày vào Đảng”", en: "one column “Ngày vào Đảng”"),
            Bilingual(
                vi: "Nếu là ngày quyết định hay ngày chính thức, sửa trường trong ánh xạ.",
                en: "Where it is the decision's or the recognition's day, correct the field in the mapping.")),
        CodePage(
            "CB-P006", Bilingual(vi: "không được xuất thông tin cá nhân", en: "personal data may not be exported"),
            Bilingual(
                vi: "Thêm tài khoản vào people.import của unit.lua, hoặc bỏ --with-personal.",
                en: "Add the account to people.import of unit.lua, or leave --with-personal out.")),
        CodePage(
            "CB-U019", Bilingual(vi: "--review cần người ở màn hình", en: "--review needs a person at the terminal"),
            Bilingual(
                vi: "Ghi các đề xuất ra bảng bằng --suggestions, đánh dấu, rồi nhập với --decisions.",
                en: "Write them down with --suggestions, mark them, and import with --decisions.")),
        CodePage(
            "CB-U018", Bilingual(vi: "không có loại bản ghi này", en: "no such kind of record"),
            Bilingual(
                vi: "Các loại: unit, member, meeting, rating, …; lỗi kể hết chúng.",
                en: "The kinds are unit, member, meeting, rating, …; the message lists them.")),
    ]
}
