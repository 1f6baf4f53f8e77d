import ChiboModel

/// The pages of what can be wrong in a definition.
extension CodePage {
    static let definitions = [
        CodePage(
            "CB-C001", Bilingual(vi: "mục không có trong định nghĩa", en: "an entry that a definition does not have"),
            Bilingual(
                vi: "Tên mục viết sai; thông báo kể các mục có thể dùng.",
                en: "The entry's name is misspelt; the message lists those there are.")),
        CodePage(
            "CB-C002", Bilingual(vi: "định nghĩa thiếu một mục", en: "a definition lacks an entry"),
            Bilingual(
                vi: "Thêm mục mà thông báo nêu tên.",
                en: "Add the entry that the message names.")),
        CodePage(
            "CB-C003", Bilingual(vi: "mục sai kiểu", en: "an entry of the wrong type"),
            Bilingual(
                vi: "Mục cần một kiểu giá trị khác: chữ, số, bảng hoặc hàm.",
                en: "The entry needs another type of value: a text, a number, a table or a function.")),
        CodePage(
            "CB-C004", Bilingual(vi: "giá trị không có trong danh sách", en: "a value that is not in the list"),
            Bilingual(
                vi: "Mục chỉ nhận một trong vài từ; thông báo kể các từ ấy.",
                en: "The entry takes one of a few words; the message lists them.")),
        CodePage(
            "CB-C005", Bilingual(vi: "params viết sai", en: "params in a wrong form"),
            Bilingual(
                vi: "Mỗi tham số là tên = số, chữ hoặc true/false.",
                en: "A parameter is name = number, text or true/false."),
            example: "params = { min = 4 }"),
        CodePage(
            "CB-C006", Bilingual(vi: "hai mục trùng id", en: "two entries share an id"),
            Bilingual(
                vi: "id trong một định nghĩa không được lặp lại.",
                en: "An id occurs once in a definition.")),
        CodePage(
            "CB-C007", Bilingual(vi: "at_least nhận số sai", en: "a wrong number for at_least"),
            Bilingual(
                vi: "Số đó từ 1 đến số tiêu chí.",
                en: "The number is from 1 to the number of rules."),
            example: "result = criteria.at_least(3)"),
        CodePage(
            "CB-C008", Bilingual(vi: "weight thiếu weight_by", en: "weight without weight_by"),
            Bilingual(
                vi: "weight cần weight_by là một trường có mã.",
                en: "weight needs weight_by to be a field with codes."),
            example: "weight_by = \"type\", weight = { college = 1.5 }"),
        CodePage(
            "CB-C009", Bilingual(vi: "period của kế hoạch viết sai", en: "a plan's period in a wrong form"),
            Bilingual(
                vi: "Viết ngày đầu và ngày cuối.",
                en: "Write the first and the last day."),
            example: "period = { \"2023-01-01\", \"2025-12-31\" }"),
        CodePage(
            "CB-C010", Bilingual(vi: "không có kỳ này", en: "no such period"),
            Bilingual(
                vi: "Kỳ viết là 2023, 2023-Q1 hoặc 2023-04.",
                en: "Periods are written 2023, 2023-Q1 or 2023-04.")),
        CodePage(
            "CB-C011", Bilingual(vi: "recipients viết sai", en: "recipients in a wrong form"),
            Bilingual(
                vi: "Mỗi nơi nhận là { tên, để làm gì }.",
                en: "A recipient is { name, what for }."),
            example: "recipients = { { \"Đảng ủy Khối\", \"report\" } }"),
        CodePage(
            "CB-C012", Bilingual(vi: "grants viết sai", en: "grants in a wrong form"),
            Bilingual(
                vi: "Quyền cấp cho từng script theo đường dẫn của nó.",
                en: "Grants go to single scripts by their path."),
            example: "grants = { [\"reports/ten\"] = { fields = { \"full_name\" } } }"),
        CodePage(
            "CB-C013", Bilingual(vi: "cột của ánh xạ viết sai", en: "a mapping's column in a wrong form"),
            Bilingual(
                vi: "Mỗi cột là { tiêu đề, trường }.",
                en: "A column is { heading, field }."),
            example: "{ \"Họ và tên\", \"full_name\" }"),
        CodePage(
            "CB-C014", Bilingual(vi: "day của lịch viết sai", en: "a schedule's day in a wrong form"),
            Bilingual(
                vi: "day là số từ 1, hoặc \"last\".",
                en: "day is a number from 1, or \"last\".")),
        CodePage(
            "CB-C015", Bilingual(vi: "at của lịch viết sai", en: "a schedule's time in a wrong form"),
            Bilingual(
                vi: "Giờ viết là \"07:30\".",
                en: "Times are written \"07:30\".")),
        CodePage(
            "CB-C016", Bilingual(vi: "khoảng thời gian viết sai", en: "a span of time in a wrong form"),
            Bilingual(
                vi: "Viết là \"30s\", \"5m\", \"2h\" hoặc \"7d\".",
                en: "Written \"30s\", \"5m\", \"2h\" or \"7d\".")),
        CodePage(
            "CB-C020", Bilingual(vi: "unit.lua không trả về đơn vị", en: "unit.lua gives no unit"),
            Bilingual(
                vi: "unit.lua phải kết thúc bằng return unit.define { … }.",
                en: "unit.lua has to end in return unit.define { … }.")),
        CodePage(
            "CB-C021", Bilingual(vi: "tệp không trả về định nghĩa", en: "a file gives no definition"),
            Bilingual(
                vi: "Mỗi tệp định nghĩa một thứ và trả về nó.",
                en: "A file defines one thing and returns it."),
            example: "return criteria.define { … }"),
        CodePage(
            "CB-C022", Bilingual(vi: "không có định nghĩa này", en: "no such definition"),
            Bilingual(
                vi: "id hoặc tên tệp viết sai; thông báo kể các định nghĩa hiện có.",
                en: "The id or the file's name is misspelt; the message lists what there is.")),
        CodePage(
            "CB-C023", Bilingual(vi: "định nghĩa thuộc loại khác", en: "a definition of another kind"),
            Bilingual(
                vi: "Tệp nằm sai thư mục, hoặc lệnh dành cho loại khác.",
                en: "The file stands in the wrong folder, or the verb is for another kind.")),
        CodePage(
            "CB-C030", Bilingual(vi: "không có quy định này vào ngày đó", en: "no such rule on that day"),
            Bilingual(
                vi: "rules có các số của quy định còn hiệu lực vào ngày đang xét.",
                en: "rules holds the numbers of the regulations in force on the day.")),
        CodePage(
            "CB-C035", Bilingual(vi: "bảng ngày nghỉ lễ viết sai", en: "a holiday table in a wrong form"),
            Bilingual(
                vi: "Mỗi mục là một năm, mỗi ngày một dòng và thuộc năm ấy; mục không có year chỉ thêm vài ngày.",
                en: "An entry is a year, a day has one row and lies in it; one without year only adds days."),
            example: #"return { { year = 2027, source = "…", days = { { date = "2027-01-01", name = "…" } } } }"#),
    ]
}
