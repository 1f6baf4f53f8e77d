internal import ChiboModel
internal import ChiboOffice

/// Turns the cells of one column into values of its field.
///
/// Columns repeat their texts (codes, branches), so what a text came to is remembered.
final class CellReader {
    let column: RosterLayout.ReadColumn
    let definition: FieldDefinition
    private let dates: DateSystem
    private let isText: Bool
    private let isVerbatim: Bool
    private let order: ImportMapping.DateOrder
    private let listed: [String: FieldValue]
    /// What was taken off names of people: titles and roles.
    private(set) var takenOff: Set<String> = []
    /// How many letters of other alphabets were folded to the Đ that they look like.
    private(set) var lookAlikes = 0
    /// The cells whose marks had been typed as signs of their own.
    private(set) var typedMarks: DecodedCells?
    /// Whether the column's texts show another order of dates than the mapping names.
    private let doubtsOrder: Bool
    private let evidence: ColumnEvidence
    private var guess = EncodingGuess()
    /// The day on which names of the cell being read are looked up.
    private var day: CalendarDate?
    private var remembered: [String: Result<FieldValue, CellRefusal>] = [:]

    /// A reader of a column.
    ///
    /// - Parameters:
    ///   - column: The column and what the mapping says of it.
    ///   - kind: The kind of record.
    ///   - place: The file: how it counts days, and whether it is text.
    ///   - evidence: What the texts of the column show together.
    ///   - isVerbatim: Whether the host wrote the sheet, so that its words are as they are on record.
    init(
        _ column: RosterLayout.ReadColumn, kind: RecordKind, place: SheetPlace, evidence: ColumnEvidence,
        isVerbatim: Bool
    ) {
        (isText, self.isVerbatim) = (place.isText, isVerbatim)
        self.evidence = evidence
        typedMarks = evidence.typed.map { DecodedCells(column.column, $0) }
        self.column = column
        let definition = Schema[kind].fields[column.field]
        self.definition = definition
        dates = place.dates
        if case .date(let order) = column.mapping.conversion {
            self.order = order
            doubtsOrder = order != .ymd && evidence.order != nil && evidence.order != order
        } else {
            order = evidence.order ?? .dmy
            doubtsOrder = false
        }
        if case .values(let list) = column.mapping.conversion {
            let pairs = list.sorted { $0.key < $1.key }.compactMap { text, plain in
                FieldValue(plain: plain, as: definition.type).map { (VietnameseText.matchKey(text), $0) }
            }
            listed = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        } else {
            listed = [:]
        }
    }

    /// The value of a cell; `missing` for an empty one.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - references: The records that a reference may mean.
    ///   - day: The day on which names are looked up.
    /// - Returns: The value.
    /// - Throws: Why the cell cannot be read, and what it probably means.
    func read(
        _ cell: SheetCell?, references: ReferenceIndex?, on day: CalendarDate? = nil
    ) throws(CellRefusal) -> FieldValue {
        self.day = day
        guard let cell else { return .missing }
        switch cell.value {
        case .empty: return .missing
        case .text(let text): return try read(text: try unicode(text), references)
        case .number(let number, let text): return try read(number: number, text: text, references)
        case .date(let day, _): return try read(day: day, references)
        case .boolean(let flag):
            return definition.type == .boolean ? .boolean(flag) : try read(text: flag ? "TRUE" : "FALSE", references)
        case .error(let code):
            throw CellRefusal(
                vi: "công thức trong ô bị lỗi \(code)", en: "the cell's formula gives the error \(code)",
                suggestion: Bilingual(
                    vi: "hãy sửa công thức hoặc gõ giá trị", en: "correct the formula or type the value"))
        case .formulaWithoutValue:
            throw CellRefusal(
                vi: "công thức trong ô chưa được tính", en: "the cell's formula was never computed",
                suggestion: Bilingual(
                    vi: "hãy mở tệp bằng Excel hay LibreOffice rồi lưu lại",
                    en: "open the file in Excel or LibreOffice and save it"))
        }
    }

    /// The text without what cannot be seen; one that is no Vietnamese as it stands among others that are is refused.
    private func unicode(_ text: String) throws(CellRefusal) -> String {
        let text = isText ? CellText.withoutGuard(text) : text
        guard evidence.isOfWords, !isVerbatim else { return CellText.tidied(text) }
        if let typed = evidence.typed {
            let decoded = typed.decode(text)
            if decoded != text { typedMarks?.add(text, decoded: decoded) }
            return CellText.tidied(decoded)
        }
        if let (encoding, decoded) = guess.repair(text) {
            throw CellRefusal(
                vi: "chữ sai bảng mã (\(encoding.label.vi))",
                en: "the letters are in another encoding (\(encoding.label.en))",
                proposal: Proposal(.encoding, CellText.tidied(decoded)))
        }
        if evidence.mayLackLetters, let whole = guess.withLostLetters(text) {
            throw CellRefusal(
                vi: "có lẽ thiếu chữ ư, mất khi chuyển từ TCVN3", en: "an ư is probably lost, as happens with TCVN3",
                proposal: Proposal(.lostLetter, CellText.tidied(whole)))
        }
        return CellText.tidied(text)
    }

    /// Reads what a person accepted instead of what the cell says.
    func read(accepted text: String, references: ReferenceIndex?) throws(CellRefusal) -> FieldValue {
        try read(text: text, references)
    }

    private func read(text: String, _ references: ReferenceIndex?) throws(CellRefusal) -> FieldValue {
        if text.isEmpty { return .missing }
        if definition.type == .text, case .automatic = column.mapping.conversion { return try checked(text) }
        let key = references?.dependsOnDay == true ? text + "\u{1F}" + (day?.iso ?? "") : text
        if let known = remembered[key] { return try known.get() }
        let result: Result<FieldValue, CellRefusal>
        do throws(CellRefusal) { result = .success(try convert(text, references)) } catch { result = .failure(error) }
        remembered[key] = result
        return try result.get()
    }

    private func convert(_ text: String, _ references: ReferenceIndex?) throws(CellRefusal) -> FieldValue {
        switch column.mapping.conversion {
        case .values:
            guard let value = listed[VietnameseText.matchKey(text)] else { throw unlisted(text) }
            return value
        case .digits:
            let digits = String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
            if digits.isEmpty { throw CellRefusal(vi: "ô không có chữ số nào", en: "the cell has no digits") }
            return try definition.type == .text ? checked(digits) : convert(digits, as: definition.type, references)
        case .automatic, .date, .byName: return try convert(text, as: definition.type, references)
        }
    }

    private func convert(
        _ text: String, as type: FieldType, _ references: ReferenceIndex?
    ) throws(CellRefusal) -> FieldValue {
        switch type {
        case .text: return try checked(text)
        case .date: return try whole(try date(text))
        case .partialDate: return .partialDate(try date(text))
        case .integer:
            let percent = definition.measure == "%" ? NumberText.percent(text) : nil
            guard let number = percent ?? NumberText.whole(text) else {
                throw CellRefusal(vi: "không phải số nguyên", en: "this is no whole number")
            }
            return .integer(number)
        case .boolean:
            guard let flag = BooleanText.read(folded: VietnameseText.folded(text)) else {
                throw CellRefusal(
                    vi: "không rõ là có hay không", en: "this is neither yes nor no",
                    suggestion: Bilingual(vi: "hãy ghi x hoặc để trống", en: "write x or leave it empty"))
            }
            return .boolean(flag)
        case .code(let list):
            guard let code = list.code(for: text) else { throw CellReader.unknownCode(text, list) }
            return .code(code)
        case .reference:
            guard let references else { return .missing }
            return .reference(try references.find(text, on: day))
        }
    }

    /// A written date; where the column shows another order than the mapping, one that both orders can read is refused.
    private func date(_ text: String) throws(CellRefusal) -> PartialDate {
        let date = try DateText.read(text, order: order)
        guard doubtsOrder, let other = DateText.otherReading(text, than: order) else { return date }
        throw CellRefusal(
            vi:
                "ngày và tháng có thể đổi chỗ: các ô khác của cột ghi \(evidence.order == .mdy ? "tháng" : "ngày") trước",
            en: "day and month may be swapped: other cells of the column write the "
                + "\(evidence.order == .mdy ? "month" : "day") first",
            proposal: DateText.proposal(other))
    }

    private func read(
        number: Double, text: String, _ references: ReferenceIndex?
    ) throws(CellRefusal) -> FieldValue {
        switch definition.type {
        case .date, .partialDate:
            let partial = try date(number: number, text: text)
            return definition.type == .date ? try whole(partial) : .partialDate(partial)
        case .integer:
            let percent = definition.measure == "%" ? NumberText.percent(number) : nil
            guard let whole = percent ?? Int64(exactly: number) else {
                throw CellRefusal(vi: "không phải số nguyên", en: "this is no whole number")
            }
            return .integer(whole)
        case .text, .boolean, .code, .reference: return try read(text: text, references)
        }
    }

    /// A bare number in a column of dates: a year where it can be one, else the serial number of a day.
    private func date(number: Double, text: String) throws(CellRefusal) -> PartialDate {
        if let whole = Int(exactly: number), (1900...2100).contains(whole), let year = PartialDate(year: whole) {
            return year
        }
        if (1...80_000).contains(number), let (day, _) = dates.date(serial: number) { return PartialDate(day) }
        return try DateText.read(text, order: order)
    }

    private func read(day: CalendarDate, _ references: ReferenceIndex?) throws(CellRefusal) -> FieldValue {
        switch definition.type {
        case .date, .partialDate:
            // A year typed into a cell with a date format shows a day of 1905.
            let serial = dates.wholeSerial(day)
            if (1900...2100).contains(serial) {
                throw CellRefusal(
                    vi: "ô hiện ngày \(day.vietnamese)", en: "the cell shows \(day.vietnamese)",
                    proposal: PartialDate(year: serial).map { DateText.proposal($0) })
            }
            guard DateText.years.contains(day.year) else {
                throw CellRefusal(vi: "năm \(day.year) không hợp lý", en: "the year \(day.year) makes no sense here")
            }
            return definition.type == .date ? .date(day) : .partialDate(PartialDate(day))
        default:
            throw CellRefusal(
                vi: "ô là ngày \(day.vietnamese), cột này không phải ngày",
                en: "the cell is the date \(day.vietnamese), the column is none of dates",
                suggestion: Bilingual(
                    vi: "Excel có thể đã tự đổi số thành ngày; hãy định dạng ô là Văn bản và gõ lại",
                    en: "Excel may have turned a number into a date; format the cell as Text and type it again"))
        }
    }
}

extension CellReader {
    /// A whole date where the field needs one.
    private func whole(_ date: PartialDate) throws(CellRefusal) -> FieldValue {
        guard let day = date.exact else {
            throw CellRefusal(
                vi: "chỉ biết \(date.vietnamese), cần đủ ngày tháng năm",
                en: "only \(date.vietnamese) is given, the whole date is needed",
                suggestion: Bilingual(
                    vi: "hãy ghi đủ dd/mm/yyyy, hoặc để trống", en: "write dd/mm/yyyy, or leave the cell empty"))
        }
        return .date(day)
    }

    /// Text that its field can take: names without titles; a citizen's number has twelve digits, an older one nine.
    private func checked(_ text: String) throws(CellRefusal) -> FieldValue {
        if definition.code == "national_id" { return try NationalNumber.read(text) }
        if isVerbatim { return .text(text) }
        let (text, folded) = CellText.withoutLookAlikes(text)
        lookAlikes += folded
        guard definition.code == "full_name" else { return .text(text) }
        let (name, taken) = NameText.cleaned(text)
        takenOff.formUnion(taken)
        return .text(name)
    }

    private func unlisted(_ text: String) -> CellRefusal {
        guard case .values(let list) = column.mapping.conversion else { return CellRefusal(vi: "", en: "") }
        let known = list.keys.sorted()
        let near = NearestName.suggestions(for: text, among: known, limit: 1).first
        return CellRefusal(
            vi: "ánh xạ không có giá trị này", en: "the mapping does not list this value",
            suggestion: near == nil ? Bilingual(both: known.prefix(12).joined(separator: ", ")) : nil,
            proposal: near.map { Proposal(.code, $0) })
    }

    private static func unknownCode(_ text: String, _ list: CodeList) -> CellRefusal {
        let labels = list.entries.map(\.label)
        let near = NearestName.suggestions(for: text, among: labels, limit: 1).first
        let all = labels.prefix(12).joined(separator: ", ")
        return CellRefusal(
            vi: "không có trong danh mục", en: "this is not in the list of codes",
            suggestion: near == nil ? Bilingual(vi: "các giá trị: \(all)", en: "the values are: \(all)") : nil,
            proposal: near.map { Proposal(.code, $0) })
    }
}
