import ChiboModel

/// What can be wrong with a backup.
extension StoreError {
    static func cannotDecrypt(_ file: String) -> StoreError {
        StoreError(
            .cannotDecrypt,
            Bilingual(
                vi: "không mở được bản sao lưu: sai mật khẩu, hoặc tệp đã bị cắt, sửa hay tráo; không có gì được ghi",
                en:
                    "the backup does not open: a wrong passphrase, or a file that was cut, edited or exchanged; "
                    + "nothing was written"),
            advice: Bilingual(
                vi: "Hãy gõ lại mật khẩu; nếu vẫn không được, hãy dùng một bản sao lưu khác.",
                en: "Type the passphrase again; if it is right, use another backup."),
            file: file)
    }

    static func noMemoryForKey(_ file: String) -> StoreError {
        StoreError(
            .full,
            Bilingual(
                vi: "không đủ bộ nhớ để tạo khóa từ mật khẩu",
                en: "there is not enough memory to make the key from the passphrase"),
            advice: Bilingual(
                vi: "Hãy đóng bớt chương trình rồi làm lại.", en: "Close some programs and do it again."), file: file)
    }

    static func notABackup(_ file: String, toOverwrite: Bool) -> StoreError {
        StoreError(
            .notABackup,
            toOverwrite
                ? Bilingual(
                    vi: "ở đó đã có một tệp không phải bản sao lưu, hoặc chính là kho đang dùng; không có gì được ghi",
                    en: "a file that is no backup is there already, or the store itself; nothing was written")
                : Bilingual(
                    vi: "tệp này không phải bản sao lưu của Chibo", en: "this file is no backup of Chibo"),
            advice: Bilingual(vi: "Hãy chọn tên tệp khác.", en: "Choose another file."), file: file)
    }

    static func damagedBackup(_ file: String, cause: String) -> StoreError {
        StoreError(
            .notABackup,
            Bilingual(
                vi: "bản sao lưu không nguyên vẹn; kho giữ nguyên như trước",
                en: "the backup is not whole; the store is as it was before"),
            advice: Bilingual(
                vi: "Hãy dùng một bản sao lưu khác; nếu đang tạo bản sao lưu, hãy chạy chibo audit verify.",
                en: "Use another backup; if one was being made, run chibo audit verify."), file: file, cause: cause)
    }

    static func wouldLose(_ file: String, version: DataVersion, common: DataVersion, backup: DataVersion) -> StoreError
    {
        StoreError(
            .wouldLose,
            Bilingual(
                vi: "kho đang có \(version.number - common.number) thay đổi (đến phiên bản \(version)) mà bản sao lưu "
                    + "(phiên bản \(backup)) không có; không có gì được ghi",
                en:
                    "the backup (version \(backup)) lacks changes that the store has "
                    + "(\(version.number - common.number), up to version \(version)); nothing was written"),
            advice: Bilingual(
                vi: "Nếu vẫn muốn thay, thêm --replace: kho hiện tại được giữ lại bên cạnh.",
                en: "To replace it all the same, add --replace: the present store is kept beside it."),
            file: file)
    }

    static func openElsewhere(_ file: String) -> StoreError {
        StoreError(
            .busy,
            Bilingual(
                vi: "kho đang được chương trình khác mở, nên chưa khôi phục được; không có gì được ghi",
                en: "another program has the store open, so nothing was restored and nothing was written"),
            advice: Bilingual(
                vi: "Hãy đóng các chương trình đang mở kho rồi chạy lại lệnh.",
                en: "Close the programs that have the store open, and run the command again."),
            file: file)
    }
}
