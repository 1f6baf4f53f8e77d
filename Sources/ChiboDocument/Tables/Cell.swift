public import ChiboModel

/// A typed value in a table: a writer makes text of it, or a real number or date where its format has them.
public enum Cell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A decimal number, exact.
    case decimal(FixedDecimal)
    /// A number that came of a division (an average), exact.
    case number(Quotient)
    /// A share, shown times a hundred with a percent sign; the counts behind it are kept.
    case percent(Quotient)
    /// An amount and the sign of its currency.
    case money(FixedDecimal, currency: String)
    /// A day.
    case date(CalendarDate)
    /// A day of which the day of the month, or the month too, may be unknown.
    case partialDate(PartialDate)
    /// Yes or no.
    case boolean(Bool)
    /// A code of the register and the words that a person reads instead.
    case code(String, label: String)

    /// Whether there is nothing.
    public var isEmpty: Bool { self == .empty || self == .text("") }

    /// The exact value of a number, or nil of anything else.
    public var quotient: Quotient? {
        switch self {
        case .integer(let value): Quotient(value)
        case .decimal(let value), .money(let value, _): value.quotient
        case .number(let value), .percent(let value): value
        default: nil
        }
    }

    /// As a Vietnamese reader expects it: dots between thousands, a decimal comma, dd/mm/yyyy.
    ///
    /// So many decimals are shown; nil for those that the value has, at most two of a division.
    public func text(decimals: Int? = nil) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let value): NumberText.integer(value)
        case .decimal(let value): decimals.map { NumberText.decimal(value, decimals: $0) } ?? NumberText.decimal(value)
        case .number(let value): NumberText.number(value, decimals: decimals ?? 2)
        case .percent(let value): NumberText.percent(value, decimals: decimals ?? 2)
        case .money(let value, let currency):
            Cell.decimal(value).text(decimals: decimals) + (currency.isEmpty ? "" : "\u{A0}" + currency)
        case .date(let date): date.vietnamese
        case .partialDate(let date): date.vietnamese
        case .boolean(let value): value ? "Có" : "Không"
        case .code(_, let label): label
        }
    }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// Words.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// Nothing.
    public init(nilLiteral: ()) { self = .empty }
}
