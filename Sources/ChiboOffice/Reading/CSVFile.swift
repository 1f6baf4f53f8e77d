internal import ChiboModel

/// A text file of separated values, opened for reading; it has one sheet, named as the file.
package final class CSVFile: SpreadsheetFile {
    /// The largest text file that is read.
    static let sizeLimit = 512 << 20

    package let path: String
    package let sheets: [SheetInfo]
    package let dates = DateSystem.from1900
    /// What parts the values of a row: a comma, a semicolon or a tab.
    package let delimiter: UInt8
    package let legacy: LegacyEncoding?
    private let bytes: [UInt8]
    private let start: Int

    package init(path: String) throws(OfficeError) {
        self.path = path
        let raw = try InputFile.whole(path, limit: CSVFile.sizeLimit)
        (bytes, legacy) = try CSVEncoding.utf8(raw, path: path)
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        sheets = [SheetInfo(number: 1, name: name, isHidden: false)]
        if let (declared, length) = CSVFile.declaredDelimiter(bytes) {
            (delimiter, start) = (declared, length)
        } else {
            (delimiter, start) = (CSVFile.likelyDelimiter(bytes), 0)
        }
    }

    package func rows(of sheet: SheetInfo) throws(OfficeError) -> any SheetRows {
        CSVRows(CSVRecords(bytes, from: start, delimiter: delimiter), path: path, firstRow: start == 0 ? 1 : 2)
    }

    /// Excel's first line `sep=;`, and where the next line starts.
    private static func declaredDelimiter(_ bytes: [UInt8]) -> (UInt8, Int)? {
        guard bytes.starts(with: "sep=".utf8), bytes.count > 4 else { return nil }
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return (bytes[4], min(end + 1, bytes.count))
    }

    /// The delimiter that parts most of the first rows into the same number of values.
    ///
    /// Commas inside addresses do not win against a semicolon that stands as often in every row.
    private static func likelyDelimiter(_ bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        func score(_ delimiter: UInt8) -> Int {
            var records = CSVRecords(bytes, from: 0, delimiter: delimiter)
            var rowsByCount: [Int: Int] = [:]
            for _ in 0..<30 {
                guard case .record(let values, _)? = records.next() else { break }
                if values.count > 1 { rowsByCount[values.count - 1, default: 0] += 1 }
            }
            return rowsByCount.map { $0.key * $0.value }.max() ?? 0
        }
        let scores = candidates.map { score($0) }
        let best = scores.max() ?? 0
        return candidates[scores.firstIndex(of: best) ?? 0]
    }
}

/// The rows of a text file.
final class CSVRows: SheetRows {
    let merges: [CellRange] = []
    let hiddenColumns: Set<Int> = []
    private var records: CSVRecords
    private let path: String
    private var number: Int

    init(_ records: CSVRecords, path: String, firstRow: Int) {
        self.records = records
        self.path = path
        number = firstRow - 1
    }

    func next() throws(OfficeError) -> SheetRow? {
        while let item = records.next() {
            number += 1
            guard case .record(let values, let line) = item else { throw unclosed(item) }
            let cells = values.enumerated().compactMap { index, text in
                text.isEmpty ? nil : SheetCell(column: index + 1, value: .text(text))
            }
            guard values.count <= CellReference.lastColumn else {
                throw OfficeError.damaged("\(values.count) columns", file: path, line: line)
            }
            if !cells.isEmpty { return SheetRow(number: number, cells: cells) }
        }
        return nil
    }

    private func unclosed(_ item: CSVRecords.Item) -> OfficeError {
        guard case .unclosedQuote(let line) = item else { return OfficeError.damaged("csv", file: path) }
        return OfficeError(
            .damaged, file: path, line: line,
            reason: Bilingual(
                vi: "dấu ngoặc kép mở ở dòng này không được đóng",
                en: "the quotation mark opened on this line is never closed"),
            advice: Bilingual(
                vi: "Hãy thêm dấu ngoặc kép đóng, hoặc lưu lại tệp từ Excel",
                en: "Close the quotation mark, or save the file again from Excel"))
    }
}
