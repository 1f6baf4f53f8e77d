import ChiboModel

/// The verbs about the store's past and its copies.
extension Verb {
    static let audit = Verb(
        .audit,
        Bilingual(vi: "nhật ký: ai đổi gì, khi nào, từ đâu", en: "the log: who changed what, when, from where"),
        details: Bilingual(
            vi: "verify: so mọi dòng của kho với chuỗi kiểm toán, và in mã băm của mục mới nhất để giữ ở nơi khác. "
                + "show: các thay đổi, từng trường cũ → mới. export: ghi tất cả ra tệp. Giá trị cá nhân bị che, trừ "
                + "khi unit.lua cho tài khoản xem (people.reveal) và có --reveal.",
            en:
                "verify: compares every row of the store with the audit chain, and prints the newest entry's hash to "
                + "keep elsewhere. show: the changes, old → new for each field. export: all of it into a file. "
                + "Personal values are masked, unless unit.lua lets the account see them (people.reveal) and --reveal "
                + "is given."),
        operands: [
            Operand(
                Bilingual(vi: "VIỆC", en: "ACTION"), Bilingual(vi: "xem gì hoặc làm gì", en: "what to show or do"),
                required: true, choices: ["verify", "show", "export"]),
            Operand(
                Bilingual(both: "ID"), Bilingual(vi: "một bản ghi, như M-000012", en: "one record, such as M-000012")),
        ],
        flags: [Flag.since, Flag.kind, Flag.reveal, Flag.expect, Flag.auditFile],
        examples: [
            Example("chibo audit verify", Bilingual(vi: "chuỗi còn nguyên không", en: "is the chain intact?")),
            Example(
                "chibo audit show M-000012", Bilingual(vi: "mọi thay đổi của một người", en: "all about one record")),
            Example(
                "chibo audit show --since 12 --kind member",
                Bilingual(
                    vi: "từ phiên bản 12",
                    en: "from version 12 on")),
            Example("chibo audit export --out audit.csv", Bilingual(vi: "cho Excel", en: "for a spreadsheet")),
        ],
        otherWords: ["log", "history", "nhật ký", "kiểm toán", "lịch sử"])

    static let forget = Verb(
        .forget, Bilingual(vi: "xóa dữ liệu của một người theo yêu cầu", en: "erase a person's data on request"),
        details: Bilingual(
            vi:
                "Xóa đảng viên hoặc nguồn kết nạp và mọi bản ghi chỉ của người đó, trong mọi phiên bản và trong các "
                + "tệp của kho. Còn lại mã, ai xóa, khi nào, vì sao; chuỗi kiểm toán vẫn kiểm tra được. Không lấy lại "
                + "được.",
            en:
                "Erases a member or candidate and every record that is of that person alone, in every version and in "
                + "the store's files. The id stays, with who erased it, when and why; the audit chain goes on to "
                + "verify. It does not come back."),
        operands: [
            Operand(
                Bilingual(both: "ID"),
                Bilingual(vi: "mã của người đó, như M-000012", en: "the person's id, such as M-000012"),
                required: true)
        ],
        flags: [Flag.reason, Flag.dryRun],
        examples: [
            Example("chibo forget M-000012 --dry-run", Bilingual(vi: "xem sẽ xóa gì", en: "see what would go")),
            Example(
                "chibo forget M-000012 --reason đơn-12/2024", Bilingual(vi: "xóa", en: "erase it")),
        ],
        otherWords: ["erase", "delete", "remove", "xóa", "quên"])

    static let backup = Verb(
        .backup, Bilingual(vi: "sao lưu kho ra một tệp", en: "back the store up into a file"),
        details: Bilingual(
            vi:
                "Chép kho như ở một thời điểm, trong lúc người khác vẫn đọc và ghi; đọc lại và kiểm tra rồi mới đặt "
                + "tên.",
            en:
                "Copies the store as it is at one moment, while others read and write it; reads the copy back and "
                + "verifies it before it gets its name."),
        operands: [
            Operand(
                Bilingual(vi: "TỆP", en: "FILE"), Bilingual(vi: "bản sao lưu", en: "the backup"), required: true)
        ],
        flags: [Flag.encrypt, Flag.passphraseFile],
        examples: [
            Example("chibo backup /mnt/usb/chibo-2024-06-30.bak", Bilingual(vi: "ra ổ USB", en: "to a USB disk")),
            Example("chibo backup chibo.bak --encrypt", Bilingual(vi: "hỏi mật khẩu", en: "asks for a passphrase")),
            Example(
                "chibo backup chibo.bak --encrypt --passphrase-file mat-khau.txt",
                Bilingual(vi: "cho cron", en: "for cron")),
        ],
        otherWords: ["save", "dump", "sao lưu"])

    static let restore = Verb(
        .restore, Bilingual(vi: "khôi phục kho từ bản sao lưu", en: "restore the store from a backup"),
        details: Bilingual(
            vi:
                "Kiểm tra bản sao lưu trọn vẹn rồi mới thay. Từ chối nếu kho có thay đổi mà bản sao lưu không có, trừ "
                + "khi có --replace. Kho trước đó luôn được giữ bên cạnh. Không chương trình nào khác được mở kho lúc "
                + "đó.",
            en: "Verifies all of the backup before it replaces anything. Refused where the store has changes that the "
                + "backup lacks, unless --replace is given. What was there is always kept beside it. No other program "
                + "may have the store open."),
        operands: [
            Operand(
                Bilingual(vi: "TỆP", en: "FILE"), Bilingual(vi: "bản sao lưu", en: "the backup"), required: true)
        ],
        flags: [Flag.replace, Flag.reason, Flag.passphraseFile],
        examples: [
            Example("chibo restore chibo.bak", Bilingual(vi: "khi kho bị mất", en: "when the store is lost")),
            Example(
                "chibo restore chibo.bak --replace",
                Bilingual(vi: "bỏ các thay đổi sau đó", en: "dropping later changes")),
        ],
        otherWords: ["recover", "khôi phục", "phục hồi"])
}
