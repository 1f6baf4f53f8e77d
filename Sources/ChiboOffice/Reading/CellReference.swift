/// A cell's place in a sheet, both numbers from 1 as a user counts: `C12` is row 12, column 3.
package struct CellReference: Hashable, Sendable {
    /// The last row of a sheet, by the format.
    package static let lastRow = 1_048_576
    /// The last column of a sheet (`XFD`), by the format.
    package static let lastColumn = 16_384

    /// The row, from 1.
    package let row: Int
    /// The column, from 1.
    package let column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `C12` or `$C$12`; nil for anything else and for places outside a sheet.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard let place = unsafe bytes.withUnsafeBufferPointer({ unsafe CellReference.read($0) }) else { return nil }
        self = place
    }

    /// The letters of a column: 1 is `A`, 27 is `AA`.
    package static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Reads the reference from an attribute's bytes, without making a string of it.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> CellReference? {
        var column = 0
        var row = 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte & 31)
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte & 31)
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte & 15)
            default: return nil
            }
            guard column <= lastColumn, row <= lastRow else { return nil }
        }
        return row > 0 && column > 0 ? CellReference(row: row, column: column) : nil
    }
}

extension CellReference: CustomStringConvertible {
    /// The reference as users write it: `C12`.
    package var description: String { CellReference.letters(column) + String(row) }
}

/// A rectangle of cells, such as merged ones.
package struct CellRange: Hashable, Sendable {
    /// The cell at the top left.
    package let first: CellReference
    /// The cell at the bottom right.
    package let last: CellReference

    /// The rectangle between two corners; nil where they are not in order.
    package init?(_ first: CellReference, _ last: CellReference) {
        guard first.row <= last.row, first.column <= last.column else { return nil }
        self.first = first
        self.last = last
    }

    /// Reads `A1:C2`, or `A1` as the range of one cell.
    package init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(corners.count), let first = CellReference(corners[0]),
            let last = CellReference(corners[corners.count - 1])
        else { return nil }
        self.init(first, last)
    }

    /// Whether a cell lies inside.
    package func contains(_ cell: CellReference) -> Bool {
        (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
    }

    /// Whether the two share a cell.
    package func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
            && other.first.column <= last.column
    }
}

extension CellRange: CustomStringConvertible {
    /// The range as users write it: `A1:C2`.
    package var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
