package import ChiboModel

/// What a cell holds.
package enum CellValue: Hashable, Sendable {
    /// No value.
    case empty
    /// Text as typed; not normalised, not trimmed.
    case text(String)
    /// A number, and how it reads: with the leading zeros of its format (`0071234567`), else with every digit stored.
    case number(Double, text: String)
    /// A number that its format shows as a date, and the seconds since that day's midnight.
    case date(CalendarDate, seconds: Int)
    /// `TRUE` or `FALSE`.
    case boolean(Bool)
    /// An error that a formula left, such as `#N/A`.
    case error(String)
    /// A formula whose result was never computed and saved, with its text.
    case formulaWithoutValue(String)
}

extension CellValue {
    /// The value as a person reads it; nil where there is none.
    package var text: String? {
        switch self {
        case .empty: nil
        case .text(let text), .number(_, let text), .error(let text): text
        case .date(let date, let seconds): seconds == 0 ? date.vietnamese : date.vietnamese + " " + clock(seconds)
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .formulaWithoutValue(let formula): "=" + formula
        }
    }
}

/// A cell that is not empty.
package struct SheetCell: Hashable, Sendable {
    /// The column, from 1.
    package let column: Int
    /// What it holds.
    package let value: CellValue
    /// The name of its font, where the file gives one: text in `.VnTime` or `VNI-Times` is in a legacy encoding.
    package let font: String?

    package init(column: Int, value: CellValue, font: String? = nil) {
        self.column = column
        self.value = value
        self.font = font
    }
}

/// A row with its cells that are not empty, by column.
package struct SheetRow: Hashable, Sendable {
    /// The row's number as the user sees it, from 1.
    package let number: Int
    /// Whether the user hid it or a filter did.
    package let isHidden: Bool
    /// The cells that hold something, in the order of their columns.
    package let cells: [SheetCell]

    package init(number: Int, isHidden: Bool = false, cells: [SheetCell]) {
        self.number = number
        self.isHidden = isHidden
        self.cells = cells
    }

    /// The value in a column, from 1.
    package subscript(column column: Int) -> CellValue { cell(column)?.value ?? .empty }

    /// The cell in a column, from 1.
    package func cell(_ column: Int) -> SheetCell? {
        // Rows are mostly filled from the first column on: the cell is then at its own index.
        if column >= 1, column <= cells.count, cells[column - 1].column == column { return cells[column - 1] }
        return cells.first { $0.column == column }
    }
}

/// `hh:mm` or `hh:mm:ss`.
func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = two(seconds / 3600) + ":" + two(seconds / 60 % 60)
    return seconds % 60 == 0 ? minutes : minutes + ":" + two(seconds % 60)
}
