/// How a cell looks.
///
/// The default is the office's: Times New Roman 13, no border, text at the top left as Excel puts it.
package struct CellFormat: Hashable, Sendable {
    /// Where text stands between left and right.
    package enum Horizontal: Hashable, Sendable { case general, left, center, right, justify }
    /// Where text stands between top and bottom.
    package enum Vertical: Hashable, Sendable { case top, center, bottom }
    /// A line around a cell.
    package enum Border: Hashable, Sendable { case none, hair, thin, medium, thick, double, dashed, dotted }

    /// The lines on the four sides of a cell.
    package struct Borders: Hashable, Sendable {
        package var left: Border
        package var right: Border
        package var top: Border
        package var bottom: Border

        package init(left: Border = .none, right: Border = .none, top: Border = .none, bottom: Border = .none) {
            (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        }

        /// The same line on all sides.
        package static func all(_ border: Border) -> Borders {
            Borders(left: border, right: border, top: border, bottom: border)
        }
    }

    package var font = "Times New Roman"
    /// The font's size in points.
    package var size = 13.0
    package var isBold = false
    package var isItalic = false
    package var isUnderlined = false
    package var isStruckOut = false
    /// The text's colour as 0xRRGGBB; nil for the automatic one.
    package var color: UInt32?
    /// The background as 0xRRGGBB; nil for none.
    package var fill: UInt32?
    package var horizontal = Horizontal.general
    package var vertical = Vertical.center
    package var wraps = false
    /// Steps of indentation from the left.
    package var indent = 0
    /// Degrees of rotation, -90 to 90.
    package var rotation = 0
    package var borders = Borders()
    /// The number format's code, such as `#,##0.00`; nil for the general one.
    package var numberFormat: String?

    package init() {}

    /// A copy with changes.
    package func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
        var copy = self
        change(&copy)
        return copy
    }
}
