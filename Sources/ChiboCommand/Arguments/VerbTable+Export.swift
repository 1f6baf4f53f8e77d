import ChiboModel

/// The verb by which records go out.
extension Verb {
    static let export = Verb(
        .export, Bilingual(vi: "ghi bản ghi ra bảng tính", en: "write records to a spreadsheet"),
        details: Bilingual(
            vi:
                "Ghi mọi bản ghi của một loại, mỗi trường một cột, mã và số thẻ là chữ để không mất số 0. Nhập lại bằng "
                + "`chibo import LOẠI TỆP`: cùng kho thì không đổi gì, kho trống thì có lại y như cũ. Thông tin cá nhân "
                + "và nội bộ chỉ được ghi khi có --with-personal; tệp chỉ chủ tài khoản đọc được.",
            en: "Writes all records of a kind, a column a field; ids and card numbers are text and keep their zeros. "
                + "`chibo import KIND FILE` reads it again: the same store does not change, an empty one gets the same "
                + "records. Personal and restricted fields are written with --with-personal only; the file is readable "
                + "by its owner alone."),
        operands: [
            Operand(
                Bilingual(vi: "LOẠI", en: "KIND"),
                Bilingual(vi: "loại bản ghi: unit, member, meeting, …", en: "the kind: unit, member, meeting, …"),
                required: true)
        ],
        flags: [Flag.asOf, Flag.withPersonal, Flag.exportFile],
        examples: [
            Example("chibo export unit --out chi-bo.xlsx", Bilingual(vi: "các tổ chức đảng", en: "the organisations")),
            Example(
                "chibo export member --with-personal --as-of 2023-12-31 --out dang-vien.xlsx",
                Bilingual(vi: "danh sách đảng viên ngày 31/12/2023", en: "the members of 31 December 2023")),
            Example("chibo export meeting --out sinh-hoat.csv", Bilingual(vi: "dạng CSV", en: "as CSV")),
        ],
        otherWords: ["xuất", "dump", "save"])
}
