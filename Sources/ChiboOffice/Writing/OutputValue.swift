package import ChiboModel

/// What is written into a cell.
package enum OutputValue: Hashable, Sendable {
    /// Nothing but the cell's look.
    case blank
    /// Text, always as text: card numbers keep their zeros and `=1+1` is no formula.
    case text(String)
    /// A whole number; one of more than 15 digits is written as text, because a cell would round it.
    case integer(Int)
    /// A number with decimals.
    case decimal(Double)
    /// A day, shown `dd/mm/yyyy` unless the format says otherwise; before 1900, which cells cannot count, as text.
    case date(CalendarDate)
    /// `TRUE` or `FALSE`.
    case boolean(Bool)
    /// A formula without its `=`, in English function names, and the result that readers show until they compute it.
    case formula(String, cached: CachedResult)

    /// The saved result of a formula.
    package enum CachedResult: Hashable, Sendable {
        case number(Double)
        case text(String)
    }
}
