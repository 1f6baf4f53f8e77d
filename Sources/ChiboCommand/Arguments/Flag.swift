package import ChiboModel

/// One flag, declared once: parsing, help and did-you-mean all read it from here.
package struct Flag: Sendable {
    /// What stands after a flag.
    package enum Value: Sendable {
        /// Nothing: the flag is there or not.
        case none
        /// One value; the name stands for it in the help.
        case some(Bilingual, ValueKind)
    }

    /// What a value must look like.
    package enum ValueKind: Sendable, Equatable {
        case text, file, folder, date, period, assignment, count, duration, size
        /// A whole number within bounds.
        case number(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        /// Some of these words, with commas between.
        case choices([String])
    }

    /// The name without its dashes.
    package let name: String
    /// The letter of the short form.
    package let letter: Character?
    package let value: Value
    /// Whether it may be given several times and all values count; otherwise the last one wins.
    package let repeats: Bool
    /// Whether the verb takes no other words beside it.
    let replacesOperands: Bool
    /// One line, for the list of flags.
    package let summary: Bilingual
    /// What there is to say beyond the line; empty for nothing.
    package let details: Bilingual

    init(
        _ name: String, letter: Character? = nil, value: Value = .none, repeats: Bool = false,
        replacesOperands: Bool = false, _ summary: Bilingual, _ details: Bilingual = Bilingual(both: "")
    ) {
        (self.name, self.letter, self.value, self.repeats) = (name, letter, value, repeats)
        (self.summary, self.details, self.replacesOperands) = (summary, details, replacesOperands)
    }

    /// Whether a value stands after it.
    var takesValue: Bool { if case .some = value { true } else { false } }

    /// The flag as one types it, with its value's name.
    package func spelling(_ language: Language) -> String {
        let long = "--" + name
        guard case .some(let name, let kind) = value else { return long }
        if case .choice(let words) = kind { return long + " " + words.joined(separator: "|") }
        return long + " " + name[language]
    }
}

/// The flags of all verbs.
extension Flag {
    static let help = Flag(
        "help", letter: "h",
        Bilingual(vi: "in trợ giúp của lệnh, ví dụ trước", en: "show the command's help, examples first"))
    static let version = Flag(
        "version", Bilingual(vi: "in phiên bản", en: "show the version"))
    static let quiet = Flag(
        "quiet", letter: "q",
        Bilingual(vi: "chỉ in kết quả và lỗi", en: "print results and errors only"))
    static let verbose = Flag(
        "verbose", letter: "v",
        Bilingual(vi: "in thêm chi tiết: lỗi gốc, từng bản ghi", en: "print more: original messages, single records"))
    static let json = Flag(
        "json",
        Bilingual(vi: "in kết quả và lỗi bằng JSON", en: "print results and errors as JSON"),
        Bilingual(
            vi: "Kết quả ra stdout, lỗi ra stderr, mỗi lỗi một dòng với mã thoát trong \"exit\". "
                + "Tên trường không đổi giữa các phiên bản.",
            en: "Results go to stdout; errors go to stderr, one a line, with the exit code in \"exit\". "
                + "Names of fields do not change between versions."))
    static let lang = Flag(
        "lang", value: .some(Bilingual(vi: "NGÔN-NGỮ", en: "LANGUAGE"), .choice(["vi", "en"])),
        Bilingual(vi: "ngôn ngữ của thông báo", en: "language of the messages"),
        Bilingual(
            vi: "Nếu không có: CHIBO_LANG, rồi ngôn ngữ của hệ thống (LC_ALL, LC_MESSAGES, LANG).",
            en: "Without it: CHIBO_LANG, then the system's locale (LC_ALL, LC_MESSAGES, LANG)."))
    static let color = Flag(
        "color", value: .some(Bilingual(vi: "KHI", en: "WHEN"), .choice(["auto", "always", "never"])),
        Bilingual(vi: "tô màu khi nào", en: "when to use colours"),
        Bilingual(
            vi: "auto: chỉ khi ra màn hình; không tô khi có NO_COLOR hoặc TERM=dumb.",
            en: "auto: only on a terminal, and not when NO_COLOR is set or TERM is dumb."))
    static let directory = Flag(
        "directory", letter: "C", value: .some(Bilingual(vi: "THƯ-MỤC", en: "DIR"), .folder),
        Bilingual(vi: "chạy như thể đang ở thư mục này", en: "run as if started in this folder"))
    static let unit = Flag(
        "unit", value: .some(Bilingual(vi: "THƯ-MỤC", en: "DIR"), .folder),
        Bilingual(vi: "thư mục của đơn vị (có unit.lua)", en: "the unit's folder (where unit.lua is)"),
        Bilingual(
            vi: "Nếu không có: CHIBO_UNIT, rồi thư mục hiện tại hoặc thư mục cha gần nhất có unit.lua. "
                + "Một tên như neu cũng được, khi có Scripts/units/neu.",
            en: "Without it: CHIBO_UNIT, then the current folder or the nearest folder above that has unit.lua. "
                + "A name such as neu will do where Scripts/units/neu exists."))
    static let store = Flag(
        "store", value: .some(Bilingual(vi: "TỆP", en: "FILE"), .file),
        Bilingual(vi: "kho dữ liệu", en: "the store"),
        Bilingual(
            vi: "Nếu không có: CHIBO_STORE, rồi chibo.sqlite trong thư mục của đơn vị.",
            en: "Without it: CHIBO_STORE, then chibo.sqlite in the unit's folder."))
    static let period = Flag(
        "period", value: .some(Bilingual(vi: "KỲ", en: "PERIOD"), .period),
        Bilingual(vi: "kỳ: 2023, 2023-Q1, 2023-04", en: "the period: 2023, 2023-Q1, 2023-04"),
        Bilingual(
            vi: "Nếu không có: kỳ gần nhất đã kết thúc, theo “every” của định nghĩa.",
            en: "Without it: the last period that has ended, of the definition's \"every\"."))
    static let asOf = Flag(
        "as-of", value: .some(Bilingual(vi: "NGÀY", en: "DATE"), .date),
        Bilingual(vi: "xem dữ liệu ở ngày này: 2023-12-31", en: "see the records as on this day: 2023-12-31"),
        Bilingual(
            vi: "Nếu không có: ngày cuối của kỳ, hoặc hôm nay nếu kỳ chưa hết. Nhận cả 31/12/2023.",
            en: "Without it: the last day of the period, or today while it is running. 31/12/2023 will do as well."))
    static let set = Flag(
        "set", value: .some(Bilingual(vi: "TÊN=GIÁ-TRỊ", en: "NAME=VALUE"), .assignment), repeats: true,
        Bilingual(vi: "đặt một tham số của định nghĩa", en: "set a parameter of the definition"),
        Bilingual(
            vi: "Thay giá trị trong “params” của định nghĩa; giá trị được ghi lại cùng kết quả. Dùng nhiều lần được.",
            en: "Replaces a value of the definition's \"params\"; it is recorded with the result. May be repeated."))
    static let output = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "TỆP|THƯ-MỤC", en: "FILE|DIR"), .file),
        Bilingual(vi: "ghi kết quả vào đây thay vì in ra", en: "write the result here instead of printing it"))
    static let sampleFolder = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "THƯ-MỤC", en: "DIR"), .folder),
        Bilingual(vi: "ghi các tệp vào đây (mặc định demo-data)", en: "write the files here (demo-data)"))
    static let scheduleFolder = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "THƯ-MỤC", en: "DIR"), .folder),
        Bilingual(vi: "run-due ghi báo cáo vào đây", en: "where run-due writes reports"),
        Bilingual(vi: "Mặc định: out trong thư mục của đơn vị.", en: "Default: out in the unit's folder."))
    static let noInput = Flag(
        "no-input", Bilingual(vi: "không hỏi gì; thiếu thì báo lỗi", en: "ask nothing; fail where an answer is missing")
    )
    static let yes = Flag(
        "yes", letter: "y", Bilingual(vi: "trả lời “có” cho mọi câu hỏi", en: "answer yes to every question"))

    static let effective = Flag(
        "effective", value: .some(Bilingual(vi: "NGÀY", en: "DATE"), .date),
        Bilingual(vi: "ngày có hiệu lực của thay đổi", en: "the day from which the changes count"),
        Bilingual(
            vi: "Cần khi một đảng viên đã có trong kho đổi chi bộ: chuyển sinh hoạt từ ngày nào.",
            en: "Needed when a member already on record has another branch: the day of the move."))
    static let correct = Flag(
        "correct",
        Bilingual(vi: "giá trị mới là sửa sai, không phải thay đổi", en: "new values correct the old; nothing changed"),
        Bilingual(
            vi: "Giá trị cũ được coi là chưa bao giờ đúng (vẫn xem lại được theo phiên bản dữ liệu).",
            en: "The old values are taken never to have been so (older data versions still show them)."))
    static let rejected = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "TỆP", en: "FILE"), .file),
        Bilingual(vi: "ghi các dòng bị loại vào đây", en: "write the rejected rows here"),
        Bilingual(
            vi: "Mặc định: cạnh bảng tính, tên có thêm -rejected.xlsx; tệp đã có thì không bị ghi đè.",
            en: "Default: beside the spreadsheet, with -rejected.xlsx added to its name; no file is written over."))
    static let acceptValid = Flag(
        "accept-valid",
        Bilingual(vi: "nhập các dòng tốt dù có dòng lỗi", en: "import the good rows although others are bad"),
        Bilingual(
            vi: "Các dòng bị loại được ghi vào một bảng tính riêng, kèm lý do.",
            en: "The rejected rows go to a spreadsheet of their own, with the reasons."))
    static let dryRun = Flag(
        "dry-run", letter: "n",
        Bilingual(vi: "chỉ xem sẽ có gì thay đổi", en: "only show what would change"))
    static let format = Flag(
        "format",
        value: .some(
            Bilingual(vi: "DẠNG,…", en: "FORMAT,…"),
            .choices(["text", "markdown", "html", "csv", "json", "xlsx"])),
        Bilingual(
            vi: "dạng tệp: text, markdown, html, csv, json, xlsx",
            en: "formats: text, markdown, html, csv, json, xlsx"),
        Bilingual(
            vi: "Nhiều dạng cách nhau bằng dấu phẩy. Mặc định: text ra màn hình, hoặc xlsx,html,json khi có --out.",
            en: "Several with commas between. Default: text to the screen, or xlsx,html,json with --out."))
    static let members = Flag(
        "members", value: .some(Bilingual(vi: "SỐ", en: "N"), .count),
        Bilingual(vi: "số đảng viên, 40-200000 (mặc định 1350)", en: "how many members, 40-200000 (1350)"))
    static let seed = Flag(
        "seed", value: .some(Bilingual(vi: "SỐ", en: "N"), .count),
        Bilingual(vi: "cùng số thì cùng dữ liệu (mặc định 1)", en: "the same number gives the same data (1)"))
    static let unitName = Flag(
        "unit", value: .some(Bilingual(vi: "TÊN", en: "NAME"), .text),
        Bilingual(vi: "đơn vị mẫu (mặc định neu)", en: "the unit to imitate (neu)"))
    static let verdicts = Flag(
        "answer",
        value: .some(
            Bilingual(vi: "CÂU-TRẢ-LỜI,…", en: "ANSWER,…"),
            .choices(["met", "not_met", "unknown", "not_applicable", "error"])),
        Bilingual(vi: "chỉ in những nơi có câu trả lời này", en: "print only those with this answer"),
        Bilingual(
            vi: "met, not_met, unknown, not_applicable, error; cách nhau bằng dấu phẩy.",
            en: "met, not_met, unknown, not_applicable, error; with commas between."))

    /// The flags that every verb understands.
    static let global = [
        help, version, quiet, verbose, json, lang, color, directory, unit, store, noInput, yes,
    ]
    /// The flags of verbs that look at the records of a time.
    static let time = [period, asOf, set]
}
