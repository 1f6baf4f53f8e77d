import ChiboModel

/// The pages of all codes.
extension CodePage {
    /// The page of a code, in small letters or large ones.
    package static func named(_ code: String) -> CodePage? { all.first { $0.code == code.uppercased() } }

    package static let all: [CodePage] = [
        usage, requests, pastUsage, host, names, syntax, values, limits, definitions, store, past, files, imports,
        suggestions, hands,
    ].flatMap(\.self)

    private static let usage = [
        CodePage(
            "CB-U001", Bilingual(vi: "không có lệnh này", en: "no such verb"),
            Bilingual(
                vi: "Từ đầu tiên sau chibo không phải là một lệnh. `chibo help` kể các lệnh.",
                en: "The first word after chibo is no verb. `chibo help` lists the verbs.")),
        CodePage(
            "CB-U002", Bilingual(vi: "không có cờ này", en: "no such flag"),
            Bilingual(
                vi: "Lệnh không hiểu cờ đã gõ. `chibo help LỆNH` kể các cờ của lệnh.",
                en: "The verb does not know the flag. `chibo help VERB` lists its flags.")),
        CodePage(
            "CB-U003", Bilingual(vi: "cờ thiếu giá trị", en: "a flag without its value"),
            Bilingual(
                vi: "Cờ cần một giá trị ngay sau nó, hoặc sau dấu bằng: --period 2023, --period=2023.",
                en: "The flag needs a value after it, or after an equals sign: --period 2023, --period=2023.")),
        CodePage(
            "CB-U004", Bilingual(vi: "cờ không nhận giá trị", en: "a flag that takes no value"),
            Bilingual(
                vi: "Cờ chỉ có hoặc không, không có giá trị đi kèm: gõ --json, không gõ --json=true.",
                en: "The flag is there or not and takes no value: type --json, not --json=true.")),
        CodePage(
            "CB-U005", Bilingual(vi: "giá trị của cờ không hợp lệ", en: "a flag's value is not valid"),
            Bilingual(
                vi: "Giá trị sau cờ không đúng dạng. Ngày: 2023-12-31 hoặc 31/12/2023. Kỳ: 2023, 2023-Q1, 2023-04. "
                    + "Tham số: tên=giá-trị.",
                en:
                    "The value after the flag has not its form. Dates: 2023-12-31 or 31/12/2023. Periods: 2023, "
                    + "2023-Q1, "
                    + "2023-04. Parameters: name=value.")),
        CodePage(
            "CB-U006", Bilingual(vi: "lệnh còn thiếu một phần", en: "the command lacks a part"),
            Bilingual(
                vi: "Lệnh cần thêm một tên hoặc một tệp. `chibo help LỆNH` cho ví dụ.",
                en: "The verb needs one more name or file. `chibo help VERB` gives examples.")),
        CodePage(
            "CB-U007", Bilingual(vi: "phần này của lệnh không hợp lệ", en: "this part of the command is not valid"),
            Bilingual(
                vi: "Ở chỗ đó lệnh chỉ nhận một trong vài từ; thông báo kể các từ ấy.",
                en: "In that place the verb takes one of a few words; the message lists them.")),
        CodePage(
            "CB-U008", Bilingual(vi: "lệnh có phần thừa", en: "the command has too many parts"),
            Bilingual(
                vi: "Có một từ mà lệnh không dùng tới. Tên có dấu cách cần đặt trong dấu nháy.",
                en: "A word is left that the verb has no use for. Names with spaces need quotes around them.")),
        CodePage(
            "CB-U009", Bilingual(vi: "không có trợ giúp về từ này", en: "no help on this word"),
            Bilingual(
                vi: "Trợ giúp có cho các lệnh, các mã CB-…, và exit-codes.",
                en: "There is help on the verbs, on codes CB-…, and on exit-codes.")),
    ]

    private static let host = [
        CodePage(
            "CB-H001", Bilingual(vi: "không ghi được ra stdout", en: "stdout cannot be written"),
            Bilingual(
                vi: "Nơi nhận kết quả từ chối, thường vì đĩa đầy. Không có gì trong kho dữ liệu bị mất.",
                en: "Where the results go refused them, often for a full disk. Nothing of the store is lost.")),
        CodePage(
            "CB-H002", Bilingual(vi: "không vào được thư mục", en: "a folder cannot be entered"),
            Bilingual(
                vi: "Thư mục sau -C không có, hoặc không được phép vào.",
                en: "The folder after -C does not exist, or may not be entered.")),
        CodePage(
            "CB-H003", Bilingual(vi: "không thấy đơn vị", en: "no unit here"),
            Bilingual(
                vi: "Một đơn vị là một thư mục có unit.lua. Vào thư mục đó, hoặc chỉ ra bằng --unit hay CHIBO_UNIT, "
                    + "hoặc tạo mới bằng chibo init.",
                en:
                    "A unit is a folder with a unit.lua. Go there, or name it with --unit or CHIBO_UNIT, or make one "
                    + "with "
                    + "chibo init.")),
        CodePage(
            "CB-H004", Bilingual(vi: "không đọc được tệp", en: "a file cannot be read"),
            Bilingual(
                vi: "Tệp không có, hoặc không được phép đọc. Kiểm tra tên và quyền của tệp.",
                en: "The file does not exist, or may not be read. Look at its name and its permissions.")),
        CodePage(
            "CB-H005", Bilingual(vi: "không ghi được tệp", en: "a file cannot be written"),
            Bilingual(
                vi: "Đĩa đầy, thư mục không có, hoặc không được phép ghi.",
                en: "The disk is full, the folder does not exist, or it may not be written to.")),
        CodePage(
            "CB-H099", Bilingual(vi: "lỗi của chính Chibo", en: "a fault of Chibo itself"),
            Bilingual(
                vi: "Đây là chỗ Chibo làm sai. Gửi cho người làm Chibo lệnh đã gõ và dòng “gốc” của thông báo.",
                en: "Chibo is wrong here. Send its makers the command and the \"original\" line of the message.")),
    ]
}
