/// A row of a table.
public struct TableRow: Equatable, Sendable, ExpressibleByArrayLiteral {
    /// What a row is for.
    public enum Kind: String, CaseIterable, Sendable {
        case data, group, subtotal, total, note
    }

    /// The cells from left to right, over all columns, hidden ones too.
    ///
    /// A row may be shorter than the table.
    public var cells: [TableCell]
    /// What the row is for.
    public var kind: Kind
    /// How deep the row lies in groups, from 0.
    public var level: Int
    /// How its cells look.
    public var style: CellStyle

    /// A row.
    public init(_ cells: [TableCell], kind: Kind = .data, level: Int = 0, style: CellStyle = CellStyle()) {
        self.cells = cells
        self.kind = kind
        self.level = level
        self.style = style
    }

    /// A row of values.
    public init(values: [Cell]) { self.init(values.map { TableCell($0) }) }

    /// A row of data.
    public init(arrayLiteral elements: TableCell...) { self.init(elements) }
}

/// A value at its place in a row.
public struct TableCell: Equatable, Sendable {
    /// The value.
    public var value: Cell
    /// Over how many columns it goes.
    public var colspan: Int
    /// Over how many rows it goes.
    public var rowspan: Int
    /// How it looks.
    public var style: CellStyle
    /// Where the value comes from, for those who ask; nil where nothing is known.
    public var source: String?

    /// A value at its place.
    public init(
        _ value: Cell, colspan: Int = 1, rowspan: Int = 1, style: CellStyle = CellStyle(), source: String? = nil
    ) {
        self.value = value
        self.colspan = colspan
        self.rowspan = rowspan
        self.style = style
        self.source = source
    }
}

extension TableCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// Words.
    public init(stringLiteral value: String) { self.init(.text(value)) }
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(.integer(value)) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
    /// Nothing.
    public init(nilLiteral: ()) { self.init(.empty) }
}

/// How cells look; the meaning first, since not every format has colours.
public struct CellStyle: Equatable, Sendable {
    /// What a look says.
    public enum Signal: String, CaseIterable, Sendable { case good, warning, bad, muted }

    /// Heavy, slanted and so on.
    public var marks: TextMarks.Flags
    /// What the look says, or nil for nothing.
    public var signal: Signal?
    /// Where the text stands, or nil for the column's own.
    public var align: Alignment?

    /// A look; plain unless told otherwise.
    public init(_ marks: TextMarks.Flags = [], signal: Signal? = nil, align: Alignment? = nil) {
        self.marks = marks
        self.signal = signal
        self.align = align
    }

    /// This look over another one: what is said here wins.
    public func over(_ base: CellStyle) -> CellStyle {
        CellStyle(marks.union(base.marks), signal: signal ?? base.signal, align: align ?? base.align)
    }
}
