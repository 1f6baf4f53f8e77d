internal import ChiboModel
internal import ChiboOffice

/// A spreadsheet as an office makes it: names of the organs and a title above, headings in two rows, numbered rows, a
/// total and the places for signatures below.
struct OfficeSheet {
    /// A column; columns side by side with the same group share the merged cell above their headings.
    struct Column {
        let group: String?
        let heading: String
        let width: Double
        var isCentred = false

        init(_ heading: String, _ width: Double, in group: String? = nil, centred: Bool = false) {
            (self.heading, self.width, self.group, isCentred) = (heading, width, group, centred)
        }
    }

    /// The file's name without its extension, which is also the import mapping's id.
    let name: String
    let title: String
    let subtitle: String
    let columns: [Column]
    var rows: [[OutputValue]] = []
    /// What is counted below, such as `đảng viên`.
    let counted: String
    /// Whether a row `(1) (2) (3)` stands below the headings.
    var numbersColumns = false

    /// The headings as an import mapping names them.
    var headings: [String] { columns.map { ($0.group.map { $0 + " / " } ?? "") + $0.heading } }

    private static let headingRow = 7
    private static let body = CellFormat().with {
        $0.size = 12
        $0.borders = .all(.thin)
    }
    private static let centred = body.with { $0.horizontal = .center }
    private static let head = centred.with {
        $0.isBold = true
        $0.wraps = true
        $0.fill = 0xDDEBF7
    }
    private static let plain = CellFormat().with { $0.horizontal = .center }
    private static let bold = plain.with { $0.isBold = true }

    /// Writes the file.
    func write(to path: String) throws(OfficeError) {
        var properties = WorkbookProperties()
        (properties.title, properties.author) = (title, "Chibo (dữ liệu mẫu)")
        let book = try WorkbookWriter(path: path, properties: properties)
        let sheet = try book.addSheet("Danh sách")
        for (index, column) in columns.enumerated() { try sheet.setColumns(index + 1...index + 1, width: column.width) }
        try writeTop(sheet)
        let first = try writeHeadings(sheet)
        for (offset, row) in rows.enumerated() { try writeRow(row, first + offset, offset + 1, sheet) }
        try writeBottom(sheet, first + rows.count)
        sheet.freeze(rows: first - 1, columns: 2)
        sheet.setPage(.a4, isLandscape: true)
        try book.close()
    }

    private func writeTop(_ sheet: SheetWriter) throws(OfficeError) {
        let half = max(2, columns.count / 2)
        try merge(sheet, 1, 1...half, "ĐẢNG BỘ KHỐI CÁC TRƯỜNG ĐẠI HỌC, CAO ĐẲNG HÀ NỘI", OfficeSheet.plain)
        try merge(sheet, 2, 1...half, "ĐẢNG ỦY TRƯỜNG ĐẠI HỌC KINH TẾ QUỐC DÂN", OfficeSheet.bold)
        try merge(sheet, 1, half + 1...columns.count, "ĐẢNG CỘNG SẢN VIỆT NAM", OfficeSheet.bold)
        try merge(sheet, 4, 1...columns.count, title, OfficeSheet.bold.with { $0.size = 15 })
        try merge(sheet, 5, 1...columns.count, subtitle, OfficeSheet.plain.with { $0.isItalic = true })
    }

    /// Writes the headings and says where the first row of data goes.
    private func writeHeadings(_ sheet: SheetWriter) throws(OfficeError) -> Int {
        let top = OfficeSheet.headingRow
        let hasGroups = columns.contains { $0.group != nil }
        let bottom = hasGroups ? top + 1 : top
        var index = 0
        while index < columns.count {
            let group = columns[index].group
            let end = group == nil ? index : columns[index...].prefix { $0.group == group }.endIndex - 1
            if let group {
                try merge(sheet, top, index + 1...end + 1, group, OfficeSheet.head)
                for column in index...end {
                    try sheet.write(
                        .text(columns[column].heading), at: cell(bottom, column + 1), format: OfficeSheet.head)
                }
            } else {
                try merge(sheet, top...bottom, index + 1, columns[index].heading, OfficeSheet.head)
            }
            index = end + 1
        }
        try sheet.setRow(bottom, height: 34)
        guard numbersColumns else { return bottom + 1 }
        for column in columns.indices {
            try sheet.write(.text("(\(column + 1))"), at: cell(bottom + 1, column + 1), format: OfficeSheet.centred)
        }
        return bottom + 2
    }

    private func writeRow(
        _ values: [OutputValue], _ row: Int, _ number: Int, _ sheet: SheetWriter
    ) throws(OfficeError) {
        try sheet.write(.integer(number), at: cell(row, 1), format: OfficeSheet.centred)
        for (index, value) in values.enumerated() {
            let format = columns[index + 1].isCentred ? OfficeSheet.centred : OfficeSheet.body
            try sheet.write(value, at: cell(row, index + 2), format: format)
        }
    }

    private func writeBottom(_ sheet: SheetWriter, _ row: Int) throws(OfficeError) {
        let total = "Tổng cộng: \(grouped(rows.count)) \(counted)"
        try merge(sheet, row, 1...columns.count, total, OfficeSheet.body.with { $0.isBold = true })
        let half = max(1, columns.count / 2)
        let right = half + 1...columns.count
        let italic = OfficeSheet.plain.with { $0.isItalic = true }
        try merge(sheet, row + 2, right, "Hà Nội, ngày 31 tháng 12 năm 2023", italic)
        try merge(sheet, row + 3, 1...half, "NGƯỜI LẬP BIỂU", OfficeSheet.bold)
        try merge(sheet, row + 3, right, "T/M BAN THƯỜNG VỤ", OfficeSheet.bold)
        try merge(sheet, row + 4, 1...half, "(Ký, ghi rõ họ tên)", italic)
        try merge(sheet, row + 4, right, "PHÓ BÍ THƯ", OfficeSheet.bold)
    }

    private func cell(_ row: Int, _ column: Int) -> CellReference { CellReference(row: row, column: column) }

    private func merge(
        _ sheet: SheetWriter, _ row: Int, _ columns: ClosedRange<Int>, _ text: String, _ format: CellFormat
    ) throws(OfficeError) {
        guard let range = CellRange(cell(row, columns.lowerBound), cell(row, columns.upperBound)) else { return }
        try sheet.merge(range, .text(text), format: format)
    }

    private func merge(
        _ sheet: SheetWriter, _ rows: ClosedRange<Int>, _ column: Int, _ text: String, _ format: CellFormat
    ) throws(OfficeError) {
        guard let range = CellRange(cell(rows.lowerBound, column), cell(rows.upperBound, column)) else { return }
        try sheet.merge(range, .text(text), format: format)
    }
}

/// A number with dots between the thousands, as Vietnamese offices write it.
private func grouped(_ number: Int) -> String {
    let text = String(number)
    var result = ""
    for (index, digit) in text.enumerated() {
        if index > 0 && (text.count - index) % 3 == 0 { result.append(".") }
        result.append(digit)
    }
    return result
}

extension OutputValue {
    /// Text, or an empty cell.
    static func text(orBlank text: String?) -> OutputValue {
        guard let text, !text.isEmpty else { return .blank }
        return .text(text)
    }

    /// A date as a clerk writes it, or an empty cell.
    static func date(_ date: CalendarDate?, _ style: DemoDates) -> OutputValue {
        guard let date else { return .blank }
        switch style {
        case .real: return .date(date)
        case .padded: return .text(date.vietnamese)
        case .dashed: return .text("\(date.day)-\(date.month)-\(date.year)")
        }
    }

    /// A cross for yes.
    static func mark(_ isSet: Bool) -> OutputValue { isSet ? .text("x") : .blank }
}
