internal import ChiboModel

/// Dates as offices write them: `19/5/2023`, `19-05-2023`, `2023-05-19`, `tháng 3/1998`, `ngày 19 tháng 5 năm 2023`, `1975`.
enum DateText {
    /// Years that a roster of living people and their documents can have.
    static let years = 1880...2100

    /// The numbers of a text between separators and date words; nil where anything else stands in it.
    private static func parts(_ text: String) -> [(value: Int, digits: Int)]? {
        var parts: [(value: Int, digits: Int)] = []
        var digits = 0
        var value = 0
        for byte in text.utf8 {
            if byte >= 0x30, byte <= 0x39, digits < 9 {
                value = value * 10 + Int(byte & 15)
                digits += 1
            } else if separators.contains(byte) {
                if digits > 0 { parts.append((value, digits)) }
                (value, digits) = (0, 0)
            } else {
                // A word, or letters among the digits: without the words it is read once more.
                guard let bare = withoutWords(text) else { return nil }
                return self.parts(bare)
            }
        }
        if digits > 0 { parts.append((value, digits)) }
        return parts
    }

    private static let separators = Set(" /.-,".utf8)

    /// The text without "ngày", "tháng" and "năm"; nil where nothing of the kind stands in it.
    private static func withoutWords(_ text: String) -> String? {
        let words = VietnameseText.folded(text).split(separator: " ")
        let kept = words.filter { !["ngay", "thang", "nam"].contains($0) }
        return kept.count < words.count ? kept.joined(separator: " ") : nil
    }

    /// Reads a text as far as it goes: a day, a month or a year.
    static func read(_ text: String, order: ImportMapping.DateOrder) throws(CellRefusal) -> PartialDate {
        // Some exports add a midnight to every date.
        let bare = text.hasSuffix(" 00:00:00") ? String(text.dropLast(9)) : text
        guard let parts = parts(bare), (1...3).contains(parts.count) else { throw unreadable }
        switch parts.count {
        case 1: return try single(parts[0])
        case 2: return try monthAndYear(parts)
        default: return try full(parts, order)
        }
    }

    private static var unreadable: CellRefusal {
        CellRefusal(
            vi: "không đọc được ngày", en: "this is no date",
            suggestion: Bilingual(vi: "hãy ghi dạng dd/mm/yyyy", en: "write it as dd/mm/yyyy"))
    }

    private static func single(_ part: (value: Int, digits: Int)) throws(CellRefusal) -> PartialDate {
        if part.digits == 4, years.contains(part.value), let year = PartialDate(year: part.value) { return year }
        // Eight digits without separators, or seven where a number lost its zero.
        if part.digits >= 7,
            let date = PartialDate(
                year: part.value % 10_000, month: part.value / 10_000 % 100, day: part.value / 1_000_000),
            years.contains(date.year)
        {
            throw CellRefusal(
                vi: "ngày không có dấu phân cách", en: "the date has no separators", proposal: proposal(date))
        }
        throw unreadable
    }

    private static func monthAndYear(_ parts: [(value: Int, digits: Int)]) throws(CellRefusal) -> PartialDate {
        let (month, year) = parts[0].digits == 4 ? (parts[1], parts[0]) : (parts[0], parts[1])
        guard year.digits == 4, years.contains(year.value) else { throw unreadable }
        if month.value == 0, let date = PartialDate(year: year.value) { return date }
        guard let date = PartialDate(year: year.value, month: month.value) else { throw impossible }
        return date
    }

    private static func full(
        _ parts: [(value: Int, digits: Int)], _ order: ImportMapping.DateOrder
    ) throws(CellRefusal) -> PartialDate {
        // A year of four digits in front is ISO, whatever the column's order.
        let (year, month, day) =
            if parts[0].digits == 4 || order == .ymd { (parts[0], parts[1], parts[2]) } else if order == .mdy {
                (parts[2], parts[0], parts[1])
            } else { (parts[2], parts[1], parts[0]) }
        guard year.digits == 4 else { throw shortYear(year.value, month.value, day.value, digits: year.digits) }
        guard years.contains(year.value) else { throw impossible }
        // 00/00/1956 and 00/03/1998 say what is not known.
        let known = PartialDate(
            year: year.value, month: month.value == 0 ? nil : month.value,
            day: day.value == 0 || month.value == 0 ? nil : day.value)
        if let known { return known }
        if let swapped = PartialDate(year: year.value, month: day.value, day: month.value) {
            throw CellRefusal(
                vi: "không có tháng \(month.value)", en: "there is no month \(month.value)", proposal: proposal(swapped)
            )
        }
        throw impossible
    }

    private static func shortYear(_ year: Int, _ month: Int, _ day: Int, digits: Int) -> CellRefusal {
        let guess = digits == 2 ? PartialDate(year: year > 30 ? 1900 + year : 2000 + year, month: month, day: day) : nil
        return CellRefusal(
            vi: "năm không đủ bốn chữ số", en: "the year has fewer than four digits",
            suggestion: guess == nil
                ? Bilingual(vi: "hãy ghi đủ bốn chữ số của năm", en: "write all four digits of the year") : nil,
            proposal: guess.map { proposal($0) })
    }

    /// A date as it is suggested, and as every column reads it.
    static func proposal(_ date: PartialDate) -> Proposal {
        Proposal(.date, date.vietnamese, text: date.iso)
    }

    private static var impossible: CellRefusal {
        CellRefusal(
            vi: "lịch không có ngày này", en: "the calendar has no such day",
            suggestion: Bilingual(vi: "hãy đối chiếu hồ sơ gốc", en: "compare with the original papers"))
    }

    /// The order in which most texts of a column write their dates, told by parts above 12; nil where none shows.
    static func order(of texts: some Sequence<String>) -> ImportMapping.DateOrder? {
        var dayFirst = 0
        var monthFirst = 0
        for text in texts {
            guard let parts = parts(text), parts.count == 3, parts[2].digits == 4 else { continue }
            if parts[0].value > 12, parts[1].value <= 12 { dayFirst += 1 }
            if parts[1].value > 12, parts[0].value <= 12 { monthFirst += 1 }
        }
        return dayFirst == monthFirst ? nil : dayFirst > monthFirst ? .dmy : .mdy
    }

    /// The other day that a text would be in another order of its parts; nil where it is the same or none.
    static func otherReading(_ text: String, than order: ImportMapping.DateOrder) -> PartialDate? {
        guard let parts = parts(text), parts.count == 3, parts[2].digits == 4, parts[0].value != parts[1].value,
            (1...12).contains(parts[0].value), (1...12).contains(parts[1].value)
        else { return nil }
        let (month, day) = order == .mdy ? (parts[1], parts[0]) : (parts[0], parts[1])
        return PartialDate(year: parts[2].value, month: month.value, day: day.value)
    }
}
