import ChiboModel

/// The pages of what `chibo check` reports on scripts.
extension CodePage {
    static let names = [
        CodePage(
            "CB-N001", Bilingual(vi: "tên toàn cục không có", en: "no such global"),
            Bilingual(
                vi: "Script đọc một tên mà không local nào, tham số nào hay Chibo nào đặt ra. Thường là gõ sai, quên "
                    + "“local”, hoặc quên nạp mô-đun bằng require.",
                en: "The script reads a name that no local, parameter or the host gives. Mostly a slip of the keys, a "
                    + "forgotten \"local\", or a module that was not required."),
            example: "local criteria = require \"criteria\"\nreturn criteria.define { … }"),
        CodePage(
            "CB-N002", Bilingual(vi: "gán cho tên toàn cục", en: "assignment to a global"),
            Bilingual(
                vi:
                    "Tên toàn cục bị khóa sau khi nạp, vì một script không được làm script khác đổi kết quả. Thêm “local” "
                    + "trước tên.",
                en:
                    "Globals are frozen, so that no script changes what another one gives. Put \"local\" before the name."
            ),
            example: "local count = 0"),
        CodePage(
            "CB-N003", Bilingual(vi: "không có mô-đun này", en: "no such module"),
            Bilingual(
                vi: "require chỉ nạp các mô-đun của Chibo và tệp lib/*.lua của đơn vị, viết là \"lib.tên\".",
                en: "require loads the modules of Chibo and the unit's lib/*.lua, written as \"lib.name\"."),
            example: "local ranks = require \"lib.ranks\""),
        CodePage(
            "CB-N004", Bilingual(vi: "bản ghi không có trường này", en: "the record has no such field"),
            Bilingual(
                vi: "Tên trường là tên tiếng Anh trong bảng kiểu; tên tiếng Việt như chi_bo được gợi ý sang tên đúng.",
                en:
                    "Fields have the English names of the type table; for a Vietnamese name such as chi_bo the right one "
                    + "is proposed."),
            example: "member.branch.name"),
    ]

    static let syntax = [
        CodePage(
            "CB-L001", Bilingual(vi: "sai cú pháp Lua", en: "not Lua"),
            Bilingual(
                vi:
                    "Tệp không đọc được thành Lua từ chỗ đó. Thường thiếu end, dấu ngoặc hoặc dấu nháy ở trên một chút.",
                en: "From that place on, the file is not Lua. Mostly an end, a bracket or a quote is missing a little "
                    + "above.")),
        CodePage(
            "CB-L002", Bilingual(vi: "viết theo ngôn ngữ khác", en: "another language's way"),
            Bilingual(
                vi:
                    "Lua viết ~= thay cho !=, and or not thay cho && || !, x = x + 1 thay cho x += 1, nil thay cho null, "
                    + "elseif thay cho else if.",
                en: "Lua writes ~= for !=, and or not for && || !, x = x + 1 for x += 1, nil for null, elseif for "
                    + "else if."),
            example: "if a ~= b and not c then … elseif d then … end"),
    ]
}
