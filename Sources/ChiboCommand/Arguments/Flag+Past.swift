import ChiboModel

/// The flags of the verbs about the store's past and its copies.
extension Flag {
    static let undo = Flag(
        "undo", value: .some(Bilingual(vi: "PHIÊN-BẢN", en: "VERSION"), .number(1...Int.max)), replacesOperands: true,
        Bilingual(vi: "rút lại lần nhập đã tạo phiên bản này", en: "take back the import that made this version"),
        Bilingual(
            vi:
                "Số do lệnh import và audit show in ra. Bị từ chối nếu các thay đổi sau đó động tới cùng bản ghi và "
                + "ngày; rút lại chúng trước. Việc rút lại cũng là một thay đổi có trong nhật ký.",
            en:
                "The number that import and audit show print. Refused where later changes touch the same records and "
                + "days: take those back first. Taking back is itself a change in the log."))
    static let reason = Flag(
        "reason", value: .some(Bilingual(vi: "LÝ-DO", en: "TEXT"), .text),
        Bilingual(vi: "vì sao; được giữ trong nhật ký", en: "why; kept in the log"))
    static let since = Flag(
        "since", value: .some(Bilingual(vi: "PHIÊN-BẢN", en: "VERSION"), .number(1...Int.max)),
        Bilingual(vi: "từ phiên bản này trở đi", en: "from this version on"))
    static let kind = Flag(
        "kind", value: .some(Bilingual(vi: "LOẠI", en: "KIND"), .text),
        Bilingual(vi: "chỉ loại bản ghi này: member, unit, …", en: "only records of this kind: member, unit, …"))
    static let expect = Flag(
        "expect", value: .some(Bilingual(vi: "MÃ-BĂM", en: "HASH"), .text),
        Bilingual(vi: "mã băm đã giữ ở nơi khác", en: "a hash that was kept elsewhere"),
        Bilingual(
            vi: "Người sửa được tệp cũng làm lại được cả chuỗi; chỉ mã băm giữ ở nơi khác mới cho thấy điều đó.",
            en: "Who may write to the file can also make all of the chain anew; only a hash kept elsewhere shows that.")
    )
    static let reveal = Flag(
        "reveal", Bilingual(vi: "hiện cả giá trị cá nhân", en: "show personal values as well"),
        Bilingual(
            vi: "Chỉ cho các tài khoản mà unit.lua nêu ở people.reveal.",
            en: "Only for the accounts that unit.lua names in people.reveal."))
    static let auditFile = Flag(
        "out", letter: "o", value: .some(Bilingual(vi: "TỆP", en: "FILE"), .file),
        Bilingual(vi: "export ghi vào đây: .csv hoặc .json", en: "where export writes: .csv or .json"))
    static let encrypt = Flag(
        "encrypt", Bilingual(vi: "mã hóa bằng mật khẩu", en: "encrypt with a passphrase"),
        Bilingual(
            vi: "XChaCha20-Poly1305, khóa từ mật khẩu bằng Argon2id. Mất mật khẩu là mất bản sao lưu.",
            en:
                "XChaCha20-Poly1305, the key from the passphrase by Argon2id. Without the passphrase the backup is "
                + "lost."
        ))
    static let passphraseFile = Flag(
        "passphrase-file", value: .some(Bilingual(vi: "TỆP", en: "FILE"), .file),
        Bilingual(vi: "đọc mật khẩu ở dòng đầu của tệp này", en: "read the passphrase from this file's first line"),
        Bilingual(
            vi: "/dev/fd/3 đọc từ một ống dẫn đã mở. Không có thì hỏi, và không hiện những gì được gõ.",
            en: "/dev/fd/3 reads an open pipe. Without it the passphrase is asked for and not shown."))
    static let replace = Flag(
        "replace",
        Bilingual(
            vi: "thay cả khi kho có thay đổi mà bản sao lưu không có",
            en: "replace a store that has changes which the backup lacks"),
        Bilingual(vi: "Kho trước đó vẫn được giữ bên cạnh.", en: "The store that was there is kept beside it."))
}
