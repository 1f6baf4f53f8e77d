internal import ChiboModel

/// Citizens' numbers: twelve digits, or nine of an old card.
///
/// Sources: Nghị định 137/2015/NĐ-CP article 13, Thông tư 59/2021/TT-BCA.
enum NationalNumber {
    /// The provinces' codes of 2021; numbers given before mergers keep them.
    private static let provinces: Set<Int> = [
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44,
        45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89,
        91, 92, 93, 94, 95, 96,
    ]

    /// The digits of a cell.
    static func read(_ text: String) throws(CellRefusal) -> FieldValue {
        let digits = CellText.identifier(text)
        let isNumber = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber, digits.count == 12 || digits.count == 9 { return .text(digits) }
        if text.lowercased().contains("e+") {
            throw CellRefusal(
                vi: "Excel đã rút gọn số này, các chữ số cuối không còn", en: "Excel has shortened it, digits are lost",
                suggestion: Bilingual(
                    vi: "hãy định dạng cột là Văn bản và gõ lại từ giấy tờ",
                    en: "format the column as Text and type it again from the papers"))
        }
        let isShort = isNumber && (digits.count == 11 || digits.count == 8)
        throw CellRefusal(
            vi: "số CCCD phải có 12 chữ số (CMND 9), ô này có \(digits.count)",
            en: "a citizen's number has 12 digits (an old one 9), this one \(digits.count)",
            proposal: isShort ? Proposal(.leadingZero, "0" + digits) : nil)
    }

    /// Whether a number says another sex or year of birth than the row, or a province that is none.
    ///
    /// Three digits are the province, one the century and sex (0 male and 1 female of the 20th, 2 and 3 of the 21st),
    /// two the year. Old numbers of nine digits say nothing.
    static func contradicts(_ number: String, birth: FieldValue, sex: FieldValue) -> Bool {
        let digits = number.utf8.map { Int($0) - 0x30 }
        guard digits.count == 12 else { return false }
        guard provinces.contains(digits[0] * 100 + digits[1] * 10 + digits[2]) else { return true }
        if case .partialDate(let date) = birth,
            date.year != 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
        {
            return true
        }
        if case .code(let code) = sex { return (digits[3] % 2 == 0) != (code == "male") }
        return false
    }
}
