import ChiboModel

/// All verbs, in the order of the help.
extension Verb {
    package static let all: [Verb] = [
        start, load, export, member, branch, record, data, evaluate, allocate, plan, report, run, test, check, rules,
        repl, schedule, audit, forget, backup, restore, doctor, demoData, help, version,
    ]

    /// The verb of a name.
    package static func named(_ name: String) -> Verb? { all.first { $0.name.rawValue == name } }

    private static let start = Verb(
        .`init`, Bilingual(vi: "tạo thư mục cho một đơn vị mới", en: "make the folder of a new unit"),
        details: Bilingual(
            vi: "Tạo unit.lua, một tiêu chí mẫu cùng kiểm thử của nó, và các thư mục imports, criteria, quotas, plans, "
                + "reports, schedules. Không ghi đè tệp đã có.",
            en: "Makes unit.lua, a first criterion with its test, and the folders imports, criteria, quotas, plans, "
                + "reports and schedules. Overwrites nothing."),
        operands: [folder],
        examples: [
            Example("chibo init", Bilingual(vi: "ngay trong thư mục hiện tại", en: "in the current folder")),
            Example("chibo init don-vi-cua-toi", Bilingual(vi: "trong một thư mục mới", en: "in a new folder")),
        ],
        otherWords: ["new", "create", "khởi tạo", "tạo"])

    private static let folder = Operand(
        Bilingual(vi: "THƯ-MỤC", en: "DIR"), Bilingual(vi: "nơi tạo, mặc định là ở đây", en: "where; here by default"))

    private static let load = Verb(
        .`import`, Bilingual(vi: "nhập một bảng tính vào kho dữ liệu", en: "read a spreadsheet into the store"),
        details: Bilingual(
            vi: "Đọc .xlsx hoặc .csv theo ánh xạ imports/ÁNH-XẠ.lua và báo từng ô không đọc được. Không ghi gì nếu còn "
                + "dòng lỗi, trừ khi có --accept-valid. Nhập lại cùng một tệp không làm thay đổi gì. Bảng do chibo export "
                + "ghi thì nhập bằng tên loại bản ghi: member, unit, …",
            en: "Reads .xlsx or .csv by the mapping imports/MAPPING.lua and reports every cell that cannot be read. "
                + "Writes nothing while a row is bad, unless --accept-valid is given. The same file again changes "
                + "nothing. What chibo export wrote is imported by its kind of record: member, unit, …"),
        operands: [
            Operand(
                Bilingual(vi: "ÁNH-XẠ", en: "MAPPING"),
                Bilingual(vi: "tên ánh xạ trong imports/", en: "the mapping's id in imports/"), required: true),
            Operand(
                Bilingual(vi: "TỆP", en: "FILE"), Bilingual(vi: "bảng tính", en: "the spreadsheet"), required: true),
        ],
        flags: [
            Flag.dryRun, Flag.review, Flag.suggestions, Flag.decisions, Flag.effective, Flag.correct, Flag.acceptValid,
            Flag.rejected, Flag.undo, Flag.reason,
        ],
        examples: [
            Example(
                "chibo import dang-vien danh-sach.xlsx --dry-run",
                Bilingual(
                    vi: "xem trước: mới, cũ → mới, vắng, bị loại", en: "look first: new, old → new, missing, rejected")),
            Example(
                "chibo import dang-vien danh-sach.xlsx --suggestions de-xuat.xlsx",
                Bilingual(vi: "ghi các đề xuất để người phụ trách đánh dấu", en: "suggestions, for somebody to mark")),
            Example(
                "chibo import dang-vien danh-sach.xlsx --decisions de-xuat.xlsx",
                Bilingual(vi: "nhập theo bảng đã đánh dấu", en: "import as marked")),
            Example(
                "chibo import dang-vien danh-sach.xlsx --effective 2023-09-01",
                Bilingual(vi: "người đổi chi bộ chuyển từ ngày 01/09/2023", en: "moves of branch count from 1 Sept")),
            Example(
                "chibo import dang-vien danh-sach.csv --accept-valid",
                Bilingual(vi: "nhập dòng tốt, dòng lỗi ra tệp riêng", en: "good rows in, bad rows to a file")),
            Example(
                "chibo import --undo 12 --dry-run",
                Bilingual(vi: "rút lại lần nhập 12: xem trước", en: "take import 12 back: look first")),
        ],
        otherWords: ["load", "nhập", "nạp"])

    private static let evaluate = Verb(
        .evaluate, Bilingual(vi: "chấm các tiêu chí", en: "judge by the criteria"),
        details: Bilingual(
            vi: "Chấm một bộ tiêu chí, hoặc tất cả. Mỗi câu trả lời là đạt, chưa đạt, chưa rõ, không áp dụng hoặc lỗi; "
                + "một bản ghi lỗi không chặn các bản ghi khác, và lệnh kết thúc với mã 1.",
            en:
                "Judges by one set of criteria, or by all. An answer is met, not met, unknown, not applicable or "
                + "error; "
                + "a record that fails stops no other, and the command ends with exit 1."),
        operands: [identifier("criteria")],
        flags: Flag.time + [Flag.verdicts, Flag.output, Flag.verify, Flag.cores] + Flag.limits,
        examples: [
            Example("chibo evaluate", Bilingual(vi: "tất cả tiêu chí, kỳ gần nhất", en: "all criteria, last period")),
            Example(
                "chibo evaluate chi-bo-bon-tot --period 2023 --set min_thematic=3",
                Bilingual(vi: "với ngưỡng khác", en: "with another threshold")),
            Example(
                "chibo evaluate chi-bo-bon-tot --answer not_met,unknown",
                Bilingual(vi: "chỉ những nơi chưa đạt hoặc chưa rõ", en: "only those not met or unknown")),
            Example(
                "chibo evaluate chi-bo-bon-tot --verify",
                Bilingual(vi: "xem kết quả có phụ thuộc thứ tự không", en: "does the order of records matter?")),
            Example(
                "chibo evaluate chi-bo-bon-tot --json | jq .verdicts",
                Bilingual(vi: "cho chương trình khác", en: "for another program")),
        ],
        otherWords: ["eval", "judge", "score", "đánh giá", "chấm", "xếp loại"], runsApart: true)

    private static let allocate = Verb(
        .allocate, Bilingual(vi: "phân bổ chỉ tiêu", en: "share out a quota"),
        details: Bilingual(
            vi:
                "Chia tổng chỉ tiêu theo quotas/ID.lua. Tổng các phần luôn đúng bằng chỉ tiêu, hoặc báo vì sao không "
                + "thể.",
            en: "Shares out the total of quotas/ID.lua. The parts sum to it exactly, or the error says why they cannot."
        ),
        operands: [identifier("quotas")], flags: Flag.time + [Flag.output] + Flag.limits,
        examples: [
            Example(
                "chibo allocate ket-nap --period 2023",
                Bilingual(
                    vi: "chỉ tiêu kết nạp 2023",
                    en: "the quota of "
                        + "2023")),
            Example(
                "chibo allocate ket-nap --as-of 2023-06-30",
                Bilingual(vi: "theo nguồn có ở ngày 30/06/2023", en: "by the candidates of 30 June 2023")),
        ],
        otherWords: ["quota", "phân bổ", "chỉ tiêu"], runsApart: true)

    private static let plan = Verb(
        .plan, Bilingual(vi: "xem kế hoạch: chỉ tiêu và nhiệm vụ", en: "show a plan: its targets and tasks"),
        details: Bilingual(
            vi: "Tính từng chỉ tiêu và xem từng nhiệm vụ của plans/ID.lua đã đến đâu: yêu cầu, thực hiện, hạn, chậm "
                + "bao nhiêu ngày.",
            en: "Measures each target of plans/ID.lua and says how far each task has come: required, measured, due, "
                + "days late."),
        operands: [identifier("plans")], flags: Flag.time + [Flag.output] + Flag.limits,
        examples: [
            Example("chibo plan --period 2023", Bilingual(vi: "mọi kế hoạch, năm 2023", en: "all plans, in 2023")),
            Example(
                "chibo plan neu-21nq --as-of 2023-06-30",
                Bilingual(vi: "tình hình ở ngày 30/06/2023", en: "as things stood on 30 June 2023")),
        ],
        otherWords: ["plans", "kế hoạch", "tiến độ"], runsApart: true)

    private static let report = Verb(
        .report, Bilingual(vi: "làm báo cáo", en: "write a report"),
        details: Bilingual(
            vi: "Không có ID thì làm mọi báo cáo của đơn vị. Có --out thì ghi tệp vào thư mục đó và in tên các tệp.",
            en: "Without an ID, all reports of the unit. With --out the files go to that folder and their names are "
                + "printed."),
        operands: [identifier("reports")], flags: Flag.time + [Flag.format, Flag.output] + Flag.limits,
        examples: [
            Example(
                "chibo report ket-qua-ke-hoach-nam --period 2023 --format xlsx,html --out bao-cao",
                Bilingual(vi: "hai dạng tệp vào thư mục bao-cao", en: "two formats into the folder bao-cao")),
            Example("chibo report sinh-hoat-chuyen-de", Bilingual(vi: "in ra màn hình", en: "print it")),
        ],
        otherWords: ["reports", "báo cáo"], runsApart: true)

    private static let run = Verb(
        .run, Bilingual(vi: "chạy một tệp script", en: "run one script file"),
        details: Bilingual(
            vi: "Chạy định nghĩa trong tệp: tiêu chí thì chấm, chỉ tiêu thì phân bổ, kế hoạch thì xem, báo cáo thì in. "
                + "Script chạy trong một tiến trình riêng: chỉ đọc được đơn vị và kho dữ liệu, chỉ ghi được vào thư "
                + "mục "
                + "của --out, không mạng, không chạy chương trình khác.",
            en: "Does what the file's definition is for: criteria judge, a quota is shared out, a plan is shown, "
                + "a report is printed. Scripts run in a process of their own, which can read the unit and its store, "
                + "write to the folder of --out, and reach neither the network nor other programs."),
        operands: [
            Operand(
                Bilingual(vi: "TỆP", en: "FILE"),
                Bilingual(vi: "tệp .lua trong thư mục của đơn vị", en: "a .lua file in the unit's folder"),
                required: true)
        ],
        flags: Flag.time + [Flag.format, Flag.output, Flag.cores] + Flag.limits,
        examples: [
            Example("chibo run criteria/chi-bo-bon-tot.lua --period 2023", Bilingual(vi: "chấm", en: "judge")),
            Example(
                "chibo run reports/sinh-hoat-chuyen-de.lua --format csv",
                Bilingual(vi: "in ra CSV", en: "print as CSV")),
            Example(
                "chibo run criteria/chi-bo-bon-tot.lua --deadline 2s --memory 64M",
                Bilingual(vi: "giới hạn thời gian và bộ nhớ", en: "with limits of time and memory")),
        ],
        otherWords: ["exec", "chạy"], runsApart: true)

    private static let test = Verb(
        .test, Bilingual(vi: "chạy kiểm thử của đơn vị", en: "run the unit's tests"),
        details: Bilingual(
            vi: "Chạy tests/*_test.lua trên dữ liệu giả do kiểm thử tự khai báo; không đụng tới kho dữ liệu.",
            en: "Runs tests/*_test.lua over the fixtures that they declare; the store is not touched."),
        operands: [paths],
        examples: [
            Example("chibo test", Bilingual(vi: "tất cả", en: "all of them")),
            Example("chibo test tests/bon_tot_test.lua", Bilingual(vi: "một tệp", en: "one file")),
        ],
        otherWords: ["tests", "kiểm thử", "thử"])

    private static let check = Verb(
        .check, Bilingual(vi: "soát script trước khi chạy", en: "look over scripts before they run"),
        details: Bilingual(
            vi: "Báo lỗi cú pháp, tên không có, gán biến toàn cục, mô-đun lạ. Không đọc dữ liệu, không chạy gì.",
            en: "Reports syntax errors, unknown names, assignments to globals, unknown modules. Reads no records and "
                + "runs nothing."),
        operands: [paths],
        examples: [
            Example("chibo check", Bilingual(vi: "mọi script của đơn vị", en: "all scripts of the unit")),
            Example("chibo check criteria/chi-bo-bon-tot.lua", Bilingual(vi: "một tệp", en: "one file")),
        ],
        otherWords: ["lint", "soát", "kiểm tra"])

    private static let repl = Verb(
        .repl, Bilingual(vi: "gõ Lua và thấy kết quả ngay", en: "type Lua and see what it gives"),
        details: Bilingual(
            vi:
                "Nhìn dữ liệu của đơn vị ở một ngày. Trong đó: :help trợ giúp, :exit thoát, Tab gợi ý tên, Ctrl-R "
                + "tìm lại. "
                + "Không gõ từ bàn phím thì đọc từng dòng của đầu vào.",
            en:
                "Looks at the unit's records on a day. Inside: :help, :exit, Tab completes names, Ctrl-R searches "
                + "back. "
                + "Where nobody types, it reads the lines of the input."),
        flags: Flag.time,
        examples: [
            Example("chibo repl", Bilingual(vi: "dữ liệu hôm nay", en: "the records of today")),
            Example(
                "echo '#members' | chibo repl --as-of 2023-12-31",
                Bilingual(vi: "một câu hỏi, không cần gõ", en: "one question, without typing")),
        ],
        otherWords: ["shell", "console", "lua"])

    private static let schedule = Verb(
        .schedule, Bilingual(vi: "lịch chạy tự động", en: "what runs by itself, and when"),
        details: Bilingual(
            vi: "list: các lịch. next: các giờ sắp tới. run-due: chạy những gì đã đến giờ (gọi từ cron hay systemd), "
                + "mỗi lần trong một tiến trình riêng; tiến trình sập thì lần đó lỗi, lần sau vẫn chạy. "
                + "history: từng giờ đã định và chuyện gì đã xảy ra. Giờ là giờ địa phương của đơn vị.",
            en: "list: the schedules. next: the coming times. run-due: run what is due (call it from cron or systemd), "
                + "each time in a process of its own; one that crashes is a failed run, and the next goes on. "
                + "history: every nominal time and what became of it. Times are local to the unit."),
        operands: [
            Operand(
                Bilingual(vi: "VIỆC", en: "ACTION"), Bilingual(vi: "xem gì hoặc làm gì", en: "what to show or do"),
                required: true, choices: ["list", "next", "run-due", "history"]),
            Operand(
                Bilingual(vi: "ID|SỐ", en: "ID|N"),
                Bilingual(vi: "một lịch, hoặc bao nhiêu dòng (mặc định 10)", en: "one schedule, or how many lines (10)")
            ),
        ],
        flags: [Flag.scheduleFolder] + Flag.limits,
        examples: [
            Example("chibo schedule list", Bilingual(vi: "các lịch của đơn vị", en: "the unit's schedules")),
            Example("chibo schedule next 5", Bilingual(vi: "năm giờ sắp tới", en: "the next five times")),
            Example("chibo schedule run-due", Bilingual(vi: "chạy những gì đến giờ", en: "run what is due")),
        ],
        otherWords: ["jobs", "cron", "lịch", "hẹn giờ"])

    private static let doctor = Verb(
        .doctor,
        Bilingual(vi: "xem máy và kho dữ liệu có ổn không", en: "see whether the machine and the store are well"),
        details: Bilingual(
            vi: "Kể các thư viện chương trình đang dùng, múi giờ, màn hình, kho dữ liệu, và khuyên nên làm gì.",
            en: "Lists the libraries in use, time zones, terminal and store, and says what to do."),
        examples: [Example("chibo doctor", Bilingual(vi: "khám tất cả", en: "look at everything"))],
        otherWords: ["status", "health", "khám"])

    private static let demoData = Verb(
        .demoData,
        Bilingual(vi: "tạo bảng tính mẫu như văn phòng hay làm", en: "make sample spreadsheets, office style"),
        details: Bilingual(
            vi:
                "Người và số liệu đều không có thật. Tên mỗi tệp là tên ánh xạ để nhập nó; nhập theo thứ tự được in "
                + "ra.",
            en:
                "People and figures are made up. Each file is named after the mapping that reads it; import them in "
                + "the "
                + "order printed."),
        flags: [Flag.unitName, Flag.members, Flag.seed, Flag.sampleFolder],
        examples: [
            Example(
                "chibo demo-data --unit neu --members 1350 --seed 1 --out demo-data",
                Bilingual(vi: "bộ mặc định", en: "the default set"))
        ],
        otherWords: ["demo", "sample", "mẫu"])

    private static let help = Verb(
        .help, Bilingual(vi: "trợ giúp về lệnh, mã lỗi, mã thoát", en: "help on a verb, an error code, the exit codes"),
        operands: [
            Operand(
                Bilingual(vi: "LỆNH|MÃ", en: "VERB|CODE"),
                Bilingual(vi: "một lệnh, một mã như CB-N012, hoặc exit-codes", en: "a verb, a code, or exit-codes"))
        ],
        examples: [
            Example("chibo help import", Bilingual(vi: "về một lệnh", en: "on a verb")),
            Example("chibo help CB-N012", Bilingual(vi: "về một mã lỗi", en: "on an error code")),
            Example("chibo help exit-codes", Bilingual(vi: "các mã thoát", en: "on the exit codes")),
        ],
        otherWords: ["trợ giúp", "man", "usage"])

    private static let version = Verb(
        .version, Bilingual(vi: "phiên bản", en: "the version"),
        examples: [Example("chibo version --json", Bilingual(vi: "cho chương trình khác", en: "for another program"))])

    private static let paths = Operand(
        Bilingual(vi: "ĐƯỜNG-DẪN", en: "PATH"),
        Bilingual(vi: "tệp hoặc thư mục; mặc định là tất cả", en: "files or folders; all by default"), repeats: true)

    private static func identifier(_ folder: String) -> Operand {
        Operand(
            Bilingual(both: "ID"),
            Bilingual(vi: "tên trong \(folder)/; không có thì tất cả", en: "an id of \(folder)/; all without it"))
    }
}
