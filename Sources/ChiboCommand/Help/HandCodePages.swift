import ChiboModel

/// Pages about records that are shown, changed or added by hand.
extension CodePage {
    static let hands = [
        CodePage(
            "CB-U022", Bilingual(vi: "không có dạng trường=giá trị", en: "not of the form field=value"),
            Bilingual(
                vi: "Mỗi giá trị viết là trường=giá-trị, mỗi trường một lần; giá trị có dấu cách đặt trong dấu nháy.",
                en: "Each value is written field=value, each field once; quote a value that has blanks."),
            example: "chibo member set M-000001 'job_title=Trưởng phòng' --effective 2024-01-01"),
        CodePage(
            "CB-U023", Bilingual(vi: "loại bản ghi này không có trường đó", en: "the kind of record has no such field"),
            Bilingual(
                vi: "Trường gọi bằng mã (party_role) hoặc nhãn (chức vụ đảng); lỗi kể hết các mã.",
                en: "A field is called by its code (party_role) or its Vietnamese label; the message lists the codes.")),
        CodePage(
            "CB-U024", Bilingual(vi: "chưa nói thay đổi từ ngày nào", en: "nobody said from which day"),
            Bilingual(
                vi:
                    "Chi bộ, chức vụ, tình trạng… đúng từ một ngày: --effective NGÀY. Giá trị cũ ghi sai thì --correct.",
                en: "Branch, role, state and the like are so from a day on: --effective DATE; --correct mends an error."
            ),
            example: "chibo member set M-000001 party_role=secretary --effective 2024-01-01"),
        CodePage(
            "CB-U025", Bilingual(vi: "không rõ làm gì với bản ghi", en: "nothing says what to do with the record"),
            Bilingual(
                vi: "show xem, set sửa, add thêm.", en: "show shows it, set changes it, add makes a new one."),
            example: "chibo branch show U-000001"),
        CodePage(
            "CB-U026", Bilingual(vi: "thiếu mã bản ghi", en: "the id of the record is missing"),
            Bilingual(
                vi: "Mã do Chibo cấp khi nhập; chibo export LOẠI liệt kê chúng.",
                en: "Chibo gives ids when records come in; chibo export KIND lists them."),
            example: "chibo member show M-000001"),
        CodePage(
            "CB-D031", Bilingual(vi: "không có bản ghi mang mã này", en: "no record has the id"),
            Bilingual(
                vi: "Có thể bản ghi chưa có vào ngày đang xem; thử --as-of, hoặc chibo audit show MÃ.",
                en: "It may not have been so on the day shown; try --as-of, or chibo audit show ID.")),
        CodePage(
            "CB-D032", Bilingual(vi: "bản ghi đã có", en: "the record is there already"),
            Bilingual(
                vi: "Thông tin định danh trùng với một bản ghi đã có; dùng set với mã đó.",
                en: "What identifies it is another record's; use set with that id.")),
        CodePage(
            "CB-I040", Bilingual(vi: "không đọc được giá trị vừa gõ", en: "a typed value that cannot be read"),
            Bilingual(
                vi: "Giá trị viết như trong ô bảng tính: 19/05/2023, bí thư, Chi bộ Một, x.",
                en: "Values are written as in a cell of a spreadsheet: 19/05/2023, bí thư, Chi bộ Một, x.")),
    ]
}
