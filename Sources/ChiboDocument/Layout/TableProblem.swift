public import ChiboModel

/// Why a table cannot be laid out, and where.
public struct TableProblem: Error, Equatable, Sendable {
    /// Where in a table something is wrong; rows and columns count from 1.
    public enum Place: Equatable, Sendable {
        case table
        case column(String)
        case header(row: Int, column: Int)
        case body(row: Int, column: Int)
    }

    /// What is wrong.
    public enum Reason: Equatable, Sendable {
        /// The table has no column that the format shows.
        case noColumns
        /// Two columns have the same key.
        case duplicateKey
        /// A group, a condition or a merge speaks of a column that is not there; the keys that are there.
        case unknownColumn([String])
        /// A span is below one.
        case badSpan
        /// The row goes beyond the last column.
        case tooWide(columns: Int)
        /// The cell goes below the last row.
        case tooTall
        /// Two cells claim the same place.
        case overlap
        /// A grouped table has a row that is not data, or a cell over several rows.
        case notGroupable
        /// A column adds up amounts of several currencies.
        case mixedCurrencies
        /// A sum is beyond what can be kept exactly.
        case overflow
    }

    /// The table's id or caption, as a person would call it.
    public var table: String
    /// Where in the table.
    public var place: Place
    /// What is wrong.
    public var reason: Reason

    /// A problem of a table at a place.
    public init(table: String, place: Place, reason: Reason) {
        self.table = table
        self.place = place
        self.reason = reason
    }
}

extension TableProblem: CustomStringConvertible {
    /// What is wrong and where, in English.
    public var description: String { message.en }

    /// What is wrong and where.
    public var message: Bilingual {
        Bilingual(
            vi: (table.isEmpty ? "Bảng" : "Bảng “\(table)”") + spot.vi + ": " + vietnameseReason,
            en: (table.isEmpty ? "Table" : "Table “\(table)”") + spot.en + ": " + englishReason)
    }

    private var spot: Bilingual {
        switch place {
        case .table: Bilingual(both: "")
        case .column(let key): Bilingual(vi: ", cột “\(key)”", en: ", column “\(key)”")
        case .header(let row, let column):
            Bilingual(vi: ", tiêu đề hàng \(row), cột \(column)", en: ", heading row \(row), column \(column)")
        case .body(let row, let column):
            Bilingual(vi: ", hàng \(row), cột \(column)", en: ", row \(row), column \(column)")
        }
    }

    private var vietnameseReason: String {
        switch reason {
        case .noColumns: "không có cột nào để trình bày"
        case .duplicateKey: "khóa của cột bị trùng; hãy đặt khóa khác"
        case .unknownColumn(let keys): "không có cột này; các cột có là: \(keys.joined(separator: ", "))"
        case .badSpan: "số ô gộp (colspan, rowspan) phải từ 1 trở lên"
        case .tooWide(let columns): "hàng vượt quá \(columns) cột của bảng; hãy bớt ô hoặc giảm colspan"
        case .tooTall: "ô gộp vượt quá hàng cuối; hãy giảm rowspan"
        case .overlap: "ô gộp chồng lên ô khác; hãy giảm colspan hoặc rowspan"
        case .notGroupable: "bảng có nhóm chỉ nhận hàng dữ liệu, không gộp ô theo chiều dọc"
        case .mixedCurrencies: "không cộng được các loại tiền khác nhau"
        case .overflow: "tổng quá lớn để giữ chính xác"
        }
    }

    private var englishReason: String {
        switch reason {
        case .noColumns: "there is no column to show"
        case .duplicateKey: "another column has the same key; give it a key of its own"
        case .unknownColumn(let keys): "there is no such column; there are: \(keys.joined(separator: ", "))"
        case .badSpan: "a colspan or rowspan must be 1 or more"
        case .tooWide(let columns): "the row goes beyond the \(columns) columns; remove cells or lower a colspan"
        case .tooTall: "the cell goes below the last row; lower its rowspan"
        case .overlap: "the cell lies over another one; lower a colspan or rowspan"
        case .notGroupable: "a grouped table takes only rows of data, without cells over several rows"
        case .mixedCurrencies: "amounts of different currencies cannot be added"
        case .overflow: "the sum is too large to be kept exactly"
        }
    }
}
