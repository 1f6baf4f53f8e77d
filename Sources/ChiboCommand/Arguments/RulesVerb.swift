import ChiboModel

extension Verb {
    static let rules = Verb(
        .rules, Bilingual(vi: "các số của quy định, kèm văn bản", en: "the regulations' numbers and documents"),
        details: Bilingual(
            vi: "Liệt kê các số mà script đọc qua rules.TÊN vào một ngày: giá trị, hiệu lực, văn bản, lưu ý, và số nào "
                + "đơn vị tự đặt trong rules/*.lua. Có TÊN thì liệt kê mọi giá trị của số ấy theo thời gian.",
            en:
                "Lists the numbers that scripts read as rules.NAME on a day: value, validity, document, note, and which "
                + "the unit sets itself in rules/*.lua. With a NAME, all its values through time."),
        operands: [
            Operand(
                Bilingual(vi: "TÊN", en: "NAME"),
                Bilingual(
                    vi: "một số như dues_student_amount; với --functions: R-05, member, …",
                    en: "a number such as dues_student_amount; with --functions: R-05, member, …"), repeats: true)
        ],
        flags: [Flag.asOf, Flag.functions],
        examples: [
            Example("chibo rules", Bilingual(vi: "có hiệu lực hôm nay", en: "valid today")),
            Example("chibo rules --as-of 2023-12-31", Bilingual(vi: "vào một ngày", en: "valid on a day")),
            Example("chibo rules dues_student_amount", Bilingual(vi: "một số theo thời gian", en: "one through time")),
            Example(
                "chibo rules --functions R-05",
                Bilingual(vi: "hàm nào tính quy tắc này", en: "which functions carry out this rule")),
        ],
        otherWords: ["regulations", "quy định", "số"])
}

extension Flag {
    static let functions = Flag(
        "functions",
        Bilingual(
            vi: "liệt kê các hàm của quy tắc mà script gọi được", en: "list the functions of the rules for scripts"))
}
