internal import CXlsxWriter
internal import ChiboModel

/// Writes the cells and the layout of one sheet.
@safe package final class SheetWriter {
    /// The sheet's name as it became, legal and unique.
    package let name: String
    let workbook: WorkbookWriter
    let handle: UnsafeMutablePointer<lxw_worksheet>
    private var mergesByRow: [Int: [CellRange]] = [:]

    init(_ handle: UnsafeMutablePointer<lxw_worksheet>, name: String, workbook: WorkbookWriter) {
        unsafe self.handle = handle
        self.name = name
        self.workbook = workbook
    }

    /// Writes a value with a look into a cell.
    package func write(
        _ value: OutputValue, at cell: CellReference, format: CellFormat = CellFormat()
    ) throws(OfficeError) {
        try require(cell)
        var isDate = false
        if case .date = value { isDate = true }
        let look = try unsafe workbook.format(format, isDate: isDate)
        try unsafe check(put(value, lxw_row_t(cell.row - 1), lxw_col_t(cell.column - 1), look), cell)
    }

    /// Merges cells and writes a value into them; ranges that overlap are refused, because Excel calls such files damaged.
    package func merge(
        _ range: CellRange, _ value: OutputValue, format: CellFormat = CellFormat()
    ) throws(OfficeError) {
        try require(range)
        guard range.first != range.last else { return try write(value, at: range.first, format: format) }
        try reserve(range)
        let look = try unsafe workbook.format(format)
        let code = unsafe worksheet_merge_range(
            handle, lxw_row_t(range.first.row - 1), lxw_col_t(range.first.column - 1), lxw_row_t(range.last.row - 1),
            lxw_col_t(range.last.column - 1), "", look)
        try check(code, range.first)
        try write(value, at: range.first, format: format)
    }

    private func put(
        _ value: OutputValue, _ row: lxw_row_t, _ column: lxw_col_t, _ look: UnsafeMutablePointer<lxw_format>
    ) -> lxw_error {
        switch value {
        case .blank: unsafe worksheet_write_blank(handle, row, column, look)
        case .text(let text): unsafe putText(text, row, column, look)
        case .integer(let number):
            if abs(Double(number)) < 1e15 {
                unsafe worksheet_write_number(handle, row, column, Double(number), look)
            } else {
                unsafe putText(String(number), row, column, look)
            }
        case .decimal(let number):
            number.isFinite
                ? unsafe worksheet_write_number(handle, row, column, number, look) : LXW_ERROR_PARAMETER_VALIDATION
        case .date(let date):
            if let serial = DateSystem.serial(date) {
                unsafe worksheet_write_number(handle, row, column, serial, look)
            } else {
                unsafe putText(date.vietnamese, row, column, look)
            }
        case .boolean(let flag): unsafe worksheet_write_boolean(handle, row, column, flag ? 1 : 0, look)
        case .formula(let formula, .number(let result)):
            unsafe worksheet_write_formula_num(handle, row, column, "=" + formula, look, result)
        case .formula(let formula, .text(let result)):
            unsafe worksheet_write_formula_str(handle, row, column, "=" + formula, look, result)
        }
    }

    private func putText(
        _ text: String, _ row: lxw_row_t, _ column: lxw_col_t, _ look: UnsafeMutablePointer<lxw_format>
    ) -> lxw_error {
        guard text.utf16.count <= 32_767 else { return LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED }
        return unsafe worksheet_write_string(handle, row, column, SheetText.escaped(text), look)
    }

    func require(_ range: CellRange) throws(OfficeError) {
        try require(range.first)
        try require(range.last)
    }

    private func require(_ cell: CellReference) throws(OfficeError) {
        guard (1...CellReference.lastRow).contains(cell.row), (1...CellReference.lastColumn).contains(cell.column)
        else {
            throw workbook.refused("\(cell.row), \(cell.column)", part: name)
        }
    }

    private func reserve(_ range: CellRange) throws(OfficeError) {
        for row in range.first.row...range.last.row {
            if let other = mergesByRow[row]?.first(where: { $0.overlaps(range) }) {
                throw OfficeError.request(
                    Bilingual(
                        vi: "hai vùng gộp ô chồng lên nhau: \(other) và \(range)",
                        en: "two merged ranges overlap: \(other) and \(range)"),
                    Bilingual(vi: "Hãy sửa bố cục của bảng", en: "Correct the table's layout"),
                    file: workbook.path, part: name)
            }
        }
        for row in range.first.row...range.last.row { mergesByRow[row, default: []].append(range) }
    }

    /// Turns the library's answer into an error that names the cell.
    func check(_ code: lxw_error, _ cell: CellReference? = nil) throws(OfficeError) {
        try workbook.check(code, part: cell.map { "\(name)!\($0)" } ?? name)
    }
}

/// Text as cells hold it.
enum SheetText {
    /// Without characters that XML cannot hold, and with a literal `_x0041_` kept from being read as an escape.
    static func escaped(_ text: String) -> String {
        let needsWork = text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 } || text.utf8.contains(0x5F)
        guard needsWork || text.utf8.contains(0xEF) else { return text }
        let kept = text.unicodeScalars.filter { scalar in
            (scalar.value >= 0x20 || scalar == "\n" || scalar == "\t") && scalar.value != 0xFFFE
                && scalar.value != 0xFFFF
        }
        return escapingEscapes(String(String.UnicodeScalarView(kept)))
    }

    private static func escapingEscapes(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "_"), XlsxText.unit(in: bytes, at: index) != nil { result += Array("_x005F".utf8) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
