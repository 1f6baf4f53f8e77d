import ChiboDocument
import ChiboModel
import ChiboOffice

/// The looks of a table's cells in a workbook.
enum SheetLook {
    /// The size of letters in tables, in points.
    static let size = 12.0

    static func heading(_ cell: GridCell, _ table: TableSpec) -> CellFormat {
        base(table).with { format in
            format.isBold = cell.style.marks.contains(.bold)
            format.isItalic = cell.style.marks.contains(.italic)
            format.horizontal = .center
            format.wraps = true
            format.fill = 0xF0EEE8
        }
    }

    static func body(
        _ cell: GridCell, kind: TableRow.Kind, level: Int, _ column: TableColumn, _ table: TableSpec, _ striped: Bool
    ) -> CellFormat {
        base(table).with { format in
            format.isBold = cell.style.marks.contains(.bold)
            format.isItalic = cell.style.marks.contains(.italic)
            format.isUnderlined = cell.style.marks.contains(.underline)
            format.isStruckOut = cell.style.marks.contains(.strike)
            format.horizontal = CellFormat.Horizontal(cell.align)
            format.wraps = cell.value.quotient == nil
            format.indent = cell.align == .left ? min(max(level, 0), 5) : 0
            format.numberFormat = SheetValue.numberFormat(cell.value, decimals: column.decimals)
            format.fill = fill(kind, cell.style.signal) ?? (striped ? 0xFAF9F6 : nil)
            format.color = color(cell.style.signal)
        }
    }

    private static func base(_ table: TableSpec) -> CellFormat {
        CellFormat().with { format in
            format.size = size
            switch table.borders {
            case .all: format.borders = .all(.thin)
            case .rules: format.borders = .init(top: .thin, bottom: .thin)
            case .outer, .none: format.borders = .init()
            }
        }
    }

    private static func fill(_ kind: TableRow.Kind, _ signal: CellStyle.Signal?) -> UInt32? {
        switch (signal, kind) {
        case (.bad, _): 0xFDF1EF
        case (.warning, _): 0xFDF6E3
        case (_, .total): 0xF0EEE8
        case (_, .group): 0xFAF9F6
        default: nil
        }
    }

    private static func color(_ signal: CellStyle.Signal?) -> UInt32? {
        switch signal {
        case .good: 0x1A6335
        case .warning: 0x7D5200
        case .bad: 0xA61C1C
        case .muted: 0x5F646D
        case nil: nil
        }
    }
}

/// Typed values as cells of a workbook.
enum SheetValue {
    /// Numbers and days as such; codes and yes or no as the words that an office filters by.
    static func value(_ value: Cell, text: String) -> OutputValue {
        switch value {
        case .empty: .blank
        case .text: .text(SheetComposer.shortened(CleanText.clean(text)))
        case .integer(let value): .integer(value)
        case .decimal(let value), .money(let value, _):
            value.coefficient.magnitude < 1_000_000_000_000_000
                ? .decimal(value.quotient.approximate) : .text(CleanText.clean(text))
        case .number(let value), .percent(let value): .decimal(value.approximate)
        case .date(let date): .date(date)
        case .partialDate(let date): date.exact.map { .date($0) } ?? .text(date.vietnamese)
        case .boolean, .code: .text(CleanText.clean(text))
        }
    }

    /// The number format of a value in its column; the program shows points and commas as its reader's country does.
    static func numberFormat(_ value: Cell, decimals wanted: Int?) -> String? {
        switch value {
        case .integer: "#,##0"
        case .decimal(let number): decimals(wanted ?? number.scale)
        case .number: decimals(wanted ?? 2)
        case .percent: "0" + fraction(wanted ?? 2) + "%"
        case .money(let amount, let currency):
            decimals(wanted ?? amount.scale) + (currency.isEmpty ? "" : " \"\(quoted(currency))\"")
        default: nil
        }
    }

    private static func decimals(_ count: Int) -> String { "#,##0" + fraction(count) }

    private static func fraction(_ count: Int) -> String {
        count > 0 ? "." + String(repeating: "0", count: min(count, 18)) : ""
    }

    /// The sign of a currency inside the quotes of a number format.
    private static func quoted(_ text: String) -> String {
        String(CleanText.line(text).filter { $0 != "\"" }.prefix(12))
    }
}
