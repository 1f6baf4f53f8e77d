import ChiboModel

/// The verbs for single records, and for all of them at once.
extension Verb {
    static let member = handle(
        .member, Bilingual(vi: "xem, sửa hoặc thêm một đảng viên", en: "show, change or add one member"),
        examples: [
            Example("chibo member show M-000001", Bilingual(vi: "hồ sơ hôm nay", en: "the record of today")),
            Example(
                "chibo member set M-000001 party_role=secretary --effective 2024-01-01",
                Bilingual(vi: "giữ chức từ ngày này", en: "in office from that day")),
            Example(
                "chibo member set M-000001 birth=1975 --correct --reason 'theo lý lịch'",
                Bilingual(vi: "sửa một giá trị ghi sai", en: "correct a wrong value")),
        ], otherWords: ["đảng viên"])

    static let branch = handle(
        .branch, Bilingual(vi: "xem, sửa hoặc thêm một tổ chức", en: "show, change or add one unit"),
        examples: [
            Example(
                "chibo branch add name='Chi bộ Sinh viên 3' kind=branch type=student",
                Bilingual(vi: "chi bộ mới", en: "a new branch")),
            Example("chibo branch show U-000001 --as-of 2023-12-31", Bilingual(vi: "hôm ấy", en: "on that day")),
        ], otherWords: ["chi bộ", "unit"])

    static let record = Verb(
        .record,
        Bilingual(vi: "xem, sửa hoặc thêm một bản ghi bất kỳ", en: "show, change or add one record of any kind"),
        details: handleDetails,
        operands: [
            Operand(
                Bilingual(vi: "LOẠI", en: "KIND"),
                Bilingual(vi: "loại bản ghi: plan, rating, …", en: "plan, rating, …"),
                required: true)
        ] + handleOperands, flags: handleFlags,
        examples: [
            Example(
                "chibo record plan add code=neu-21nq title='Thực hiện Nghị quyết 21'",
                Bilingual(vi: "một kế hoạch", en: "a plan")),
            Example(
                "chibo record unit show U-000001", Bilingual(vi: "như chibo branch show", en: "as chibo branch show")),
        ], otherWords: ["bản ghi", "edit"])

    static let data = Verb(
        .data,
        Bilingual(vi: "kiểm tra dữ liệu đủ hay thiếu, có mâu thuẫn không", en: "look for missing and impossible data"),
        details: Bilingual(
            vi:
                "Từng chi bộ: có bao nhiêu phần dữ liệu cần có, thiếu gì nhiều nhất, ngày tháng nào mâu thuẫn. Chỉ nêu mã, "
                + "không nêu tên. Thoát mã 1 khi có mâu thuẫn.",
            en:
                "By branch: how much of what should be there is there, what is missing most, which days contradict each "
                + "other. Ids only, no names. Exit code 1 where there are contradictions."),
        operands: [
            Operand(
                Bilingual(both: "check"), Bilingual(vi: "kiểm tra", en: "look"), required: true, choices: ["check"])
        ],
        flags: [Flag.asOf, Flag.output],
        examples: [Example("chibo data check", Bilingual(vi: "mọi chi bộ, hôm nay", en: "all branches, today"))],
        otherWords: ["dữ liệu", "quality"])

    private static func handle(
        _ name: Name, _ summary: Bilingual, examples: [Example], otherWords: [String]
    ) -> Verb {
        Verb(
            name, summary, details: handleDetails, operands: handleOperands, flags: handleFlags, examples: examples,
            otherWords: otherWords)
    }

    private static let handleDetails = Bilingual(
        vi: "TRƯỜNG=GIÁ-TRỊ viết như trong ô bảng tính; trường gọi bằng mã hay nhãn tiếng Việt; để trống sau dấu = thì "
            + "xóa giá trị. Kiểm tra và ghi nhật ký như một lần nhập; rút lại được bằng chibo import --undo.",
        en:
            "FIELD=VALUE is written as in a cell of a spreadsheet, the field by its code or its Vietnamese label; nothing "
            + "after the = takes the value away. Checked and logged like an import; chibo import --undo takes it back.")

    private static let handleOperands = [
        Operand(
            Bilingual(both: "show|set|add"), Bilingual(vi: "xem, sửa hay thêm", en: "what to do"), required: true),
        Operand(
            Bilingual(vi: "MÃ TRƯỜNG=GIÁ-TRỊ", en: "ID FIELD=VALUE"),
            Bilingual(vi: "bản ghi nào; giá trị mới", en: "which record; its new values"), repeats: true),
    ]

    private static let handleFlags = [Flag.effective, Flag.correct, Flag.reason, Flag.dryRun, Flag.asOf]
}
