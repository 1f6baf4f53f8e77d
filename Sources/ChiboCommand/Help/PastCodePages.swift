import ChiboModel

/// The pages about the store's past and its copies.
extension CodePage {
    static let past = [
        CodePage(
            "CB-D005", Bilingual(vi: "bản ghi đã bị xóa theo yêu cầu", en: "a record that was erased on request"),
            Bilingual(
                vi: "Mã của người đã xóa không dùng lại được. Bỏ dòng đó, hoặc nhập người ấy như người mới.",
                en:
                    "The id of somebody who was erased is not used again. Leave the row out, or enter them as a new "
                    + "record."
            )),
        CodePage(
            "CB-D006", Bilingual(vi: "không rút lại được thay đổi này", en: "a change that cannot be taken back"),
            Bilingual(
                vi: "Các thay đổi sau đó động tới cùng bản ghi và ngày, hoặc bản ghi khác nhắc tới những gì sẽ mất. "
                    + "Rút lại chúng trước, mới nhất trước; thông báo kể các phiên bản. Dữ liệu đã xóa thì không lấy "
                    + "lại được.",
                en:
                    "Later changes touch the same records and days, or other records refer to what would go. Take "
                    + "those back first, the newest first; the message lists the versions. What was erased does not "
                    + "come back."
            ),
            example: "chibo import --undo 14\nchibo import --undo 12"),
        CodePage(
            "CB-D007",
            Bilingual(vi: "tệp của kho còn dấu vết đã xóa", en: "traces of what was erased in the store's files"),
            Bilingual(
                vi:
                    "Chương trình khác đang đọc trạng thái cũ nên chưa dọn được tệp. Đóng nó rồi chạy lại chibo forget "
                    + "với chính mã đó.",
                en:
                    "Another program reads the older state, so the files could not be swept. Close it and run chibo "
                    + "forget with the same id again.")),
        CodePage(
            "CB-D008", Bilingual(vi: "chuỗi kiểm toán bị đứt", en: "the audit chain is broken"),
            Bilingual(
                vi: "Có người đã sửa kho không qua Chibo. chibo audit verify cho biết ở đâu; khôi phục từ bản sao lưu.",
                en: "Somebody changed the store without Chibo. chibo audit verify says where; restore a backup.")),
        CodePage(
            "CB-D020", Bilingual(vi: "không phải bản sao lưu nguyên vẹn", en: "no backup, or one that is not whole"),
            Bilingual(
                vi: "Tệp không phải do chibo backup ghi, hoặc đã bị sửa. Kho không bị động tới.",
                en: "The file was not written by chibo backup, or was changed since. The store was not touched.")),
        CodePage(
            "CB-D021", Bilingual(vi: "bản sao lưu không mở được", en: "a backup that does not open"),
            Bilingual(
                vi: "Sai mật khẩu, hoặc tệp bị cắt, sửa, tráo. Không thể phân biệt hai việc đó; không có gì được ghi.",
                en:
                    "A wrong passphrase, or a file that was cut, edited or exchanged. The two cannot be told apart; "
                    + "nothing was written.")),
        CodePage(
            "CB-D022", Bilingual(vi: "khôi phục sẽ làm mất thay đổi", en: "restoring would lose changes"),
            Bilingual(
                vi: "Kho có thay đổi mà bản sao lưu không có. Với --replace, kho hiện tại được giữ bên cạnh với tên "
                    + "….replaced-1.",
                en:
                    "The store has changes that the backup lacks. With --replace the present store is kept beside it "
                    + "as ….replaced-1.")),
        CodePage(
            "CB-P010", Bilingual(vi: "tài khoản không được phép", en: "an account that may not"),
            Bilingual(
                vi:
                    "Tài khoản hệ điều hành phải có tên trong people của unit.lua: import, approve, forget, restore, "
                    + "reveal. Danh sách trống thì ai ghi được kho đều được phép, riêng reveal thì không ai.",
                en:
                    "The account of the operating system has to be named in the people of unit.lua: import, approve, "
                    + "forget, restore, reveal. An empty list lets everybody who may write to the store; for reveal, "
                    + "nobody."),
            example: "people = { import = { \"vpdu\" }, forget = { \"vpdu\" }, reveal = { \"kiemtra\" } }"),
    ]

    static let pastUsage = [
        CodePage(
            "CB-U040", Bilingual(vi: "mã băm không đúng dạng", en: "a hash of another form"),
            Bilingual(
                vi: "chibo audit verify in ra mã 64 chữ số; chép nguyên nó.",
                en: "chibo audit verify prints 64 digits; copy all of them.")),
        CodePage(
            "CB-U042", Bilingual(vi: "không có bản ghi này", en: "no such record"),
            Bilingual(
                vi: "Mã có dạng M-000012; chibo audit show --kind member in các mã.",
                en: "Ids look like M-000012; chibo audit show --kind member prints them.")),
        CodePage(
            "CB-U043", Bilingual(vi: "cần một tệp .csv hoặc .json", en: "a .csv or .json file is needed"),
            Bilingual(
                vi: "Đuôi của tệp sau --out cho biết dạng.", en: "The ending of the file after --out says the format."),
            example: "chibo audit export --out audit.csv"),
        CodePage(
            "CB-U044", Bilingual(vi: "thiếu lý do", en: "a reason is missing"),
            Bilingual(
                vi: "Việc xóa phải có lý do, được giữ mãi trong nhật ký; đừng ghi họ tên vào đó.",
                en: "An erasure needs a reason, which the log keeps for ever; write no name in it.")),
        CodePage(
            "CB-U045", Bilingual(vi: "không có người này", en: "no such person"),
            Bilingual(
                vi: "chibo forget cần mã của một đảng viên hoặc nguồn kết nạp.",
                en: "chibo forget needs the id of a member or a candidate.")),
        CodePage(
            "CB-U046", Bilingual(vi: "cần mật khẩu", en: "a passphrase is needed"),
            Bilingual(
                vi: "Gõ khi được hỏi, hoặc dùng --passphrase-file. Mật khẩu không bao giờ nằm trên dòng lệnh.",
                en: "Type it when asked, or use --passphrase-file. A passphrase is never part of the command line.")),
        CodePage(
            "CB-U047", Bilingual(vi: "hai mật khẩu khác nhau", en: "two different passphrases"),
            Bilingual(vi: "Gõ lại cho giống nhau.", en: "Type the same twice.")),
    ]
}
