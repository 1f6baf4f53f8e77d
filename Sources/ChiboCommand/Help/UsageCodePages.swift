import ChiboModel

/// The pages of what a command can be asked wrongly in a unit.
extension CodePage {
    static let requests = [
        CodePage(
            "CB-U010", Bilingual(vi: "định nghĩa không có tham số này", en: "a definition has no such parameter"),
            Bilingual(
                vi: "Tên sau --set phải có trong params của định nghĩa.",
                en: "The name after --set has to be in the definition's params."),
            example: "--set min=3"),
        CodePage(
            "CB-U011", Bilingual(vi: "giá trị tham số sai kiểu", en: "a parameter's value of the wrong type"),
            Bilingual(
                vi: "Giá trị mới phải cùng kiểu với giá trị mặc định.",
                en: "The new value has to be of the default's type.")),
        CodePage(
            "CB-U012", Bilingual(vi: "cần nói rõ định nghĩa nào", en: "say which definition"),
            Bilingual(
                vi: "Đơn vị có nhiều định nghĩa loại này, hoặc chưa có cái nào.",
                en: "The unit has several of the kind, or none yet.")),
        CodePage(
            "CB-U013", Bilingual(vi: "bản này không ghi được dạng đó", en: "a format that this build cannot write"),
            Bilingual(
                vi: "chibo help report kể các dạng.",
                en: "chibo help report lists the formats.")),
        CodePage(
            "CB-U014", Bilingual(vi: "cần một thư mục cho báo cáo", en: "reports need a folder"),
            Bilingual(
                vi: "xlsx và nhiều dạng cùng lúc không ra stdout được.",
                en: "xlsx, and several formats at once, cannot go to stdout."),
            example: "chibo report --format xlsx,html --out bao-cao"),
        CodePage(
            "CB-U015", Bilingual(vi: "tệp không phải để chạy riêng", en: "a file that is not run by itself"),
            Bilingual(
                vi: "Ánh xạ dùng qua chibo import, lịch qua chibo schedule.",
                en: "Mappings are for chibo import, schedules for chibo schedule.")),
        CodePage(
            "CB-U016", Bilingual(vi: "không có lịch này", en: "no such schedule"),
            Bilingual(
                vi: "chibo schedule list kể các lịch.",
                en: "chibo schedule list lists them.")),
        CodePage(
            "CB-U017", Bilingual(vi: "không có số này trong các quy định", en: "the rule packs have no such number"),
            Bilingual(
                vi: "chibo rules kể các tên; đơn vị thêm số của mình trong rules/*.lua.",
                en: "chibo rules lists the names; a unit adds its own in rules/*.lua."),
            example: "chibo rules --as-of 2023-12-31"),
        CodePage(
            "CB-U020", Bilingual(vi: "không có lệnh này trong repl", en: "no such command in the repl"),
            Bilingual(
                vi: ":help kể các lệnh.",
                en: ":help lists them.")),
        CodePage(
            "CB-U030", Bilingual(vi: "không có dữ liệu mẫu cho đơn vị này", en: "no sample data for this unit"),
            Bilingual(
                vi: "Thông báo kể các đơn vị có sẵn.",
                en: "The message lists the units there are.")),
        CodePage(
            "CB-U031", Bilingual(vi: "số đảng viên mẫu ngoài khoảng", en: "a sample's size out of range"),
            Bilingual(
                vi: "Chọn số trong khoảng mà thông báo nêu.",
                en: "Choose a number in the range that the message gives.")),
        CodePage(
            "CB-U032", Bilingual(vi: "không ghi được vào thư mục", en: "a folder that cannot be written to"),
            Bilingual(
                vi: "Chọn thư mục khác bằng --out.",
                en: "Choose another one with --out.")),
        CodePage(
            "CB-X001", Bilingual(vi: "lỗi bên trong Chibo", en: "a fault inside Chibo"),
            Bilingual(
                vi: "Gửi cho người làm Chibo lệnh đã gõ và dòng “gốc”.",
                en: "Send the makers of Chibo the command and the \"original\" line.")),
        CodePage(
            "CB-X002", Bilingual(vi: "tiến trình của script bị sập", en: "a script's process crashed"),
            Bilingual(
                vi: "Chibo vẫn nguyên vẹn và không có gì được ghi vào kho. "
                    + "Gửi script và dòng “gốc” cho người làm Chibo.",
                en: "Chibo is unharmed and nothing went to the store. Send the makers of Chibo the script and the "
                    + "\"original\" line.")),
        CodePage(
            "CB-X003", Bilingual(vi: "tiến trình của script trả lời sai", en: "a script's process answered nonsense"),
            Bilingual(
                vi: "Câu trả lời không theo quy ước nên bị bỏ. Script ấy không đáng tin cho tới khi có người xem.",
                en: "The answer broke the protocol and was dropped. Do not trust the script until somebody looked.")),
        CodePage(
            "CB-X004", Bilingual(vi: "không tạo được chỗ chạy script", en: "no place to run scripts in"),
            Bilingual(
                vi: "Hệ thống không cho tạo tiến trình hoặc không khóa được nó; script chưa chạy.",
                en: "The system made no process, or would not lock it; no script was run.")),
    ]
}
