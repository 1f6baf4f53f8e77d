/// A quotient of two whole numbers, kept as it was counted: 1.086 of 1.206 stays 1086/1206.
///
/// Equality compares the parts; `isLess(than:)` and `equals(_:)` compare the values, exactly.
public struct Quotient: Hashable, Sendable {
    /// What is counted.
    public let numerator: Int
    /// Of how many; above zero.
    public let denominator: Int

    /// The quotient, or nil for a division by zero or a value that cannot be kept.
    public init?(_ numerator: Int, _ denominator: Int) {
        guard denominator != 0, denominator != .min, numerator != .min else { return nil }
        self.numerator = denominator < 0 ? -numerator : numerator
        self.denominator = abs(denominator)
    }

    /// A whole number.
    public init(_ value: Int) {
        numerator = value
        denominator = 1
    }

    /// A quotient of wide numbers, in lowest terms where it must be to fit; nil where it does not fit.
    init?(wide numerator: Int128, _ denominator: Int128) {
        guard denominator > 0 else { return nil }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        guard let top = Int(exactly: numerator / divisor), let bottom = Int(exactly: denominator / divisor)
        else { return nil }
        self.init(top, bottom)
    }

    /// Whether this value is the smaller one.
    public func isLess(than other: Quotient) -> Bool {
        Int128(numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(denominator)
    }

    /// Whether both are the same value: 1/2 and 2/4.
    public func equals(_ other: Quotient) -> Bool {
        Int128(numerator) * Int128(other.denominator) == Int128(other.numerator) * Int128(denominator)
    }

    /// The sum, or nil where it cannot be kept.
    public func adding(_ other: Quotient) -> Quotient? {
        let (left, first) = (Int128(numerator) * Int128(other.denominator)).addingReportingOverflow(
            Int128(other.numerator) * Int128(denominator))
        return first ? nil : Quotient(wide: left, Int128(denominator) * Int128(other.denominator))
    }

    /// The value divided by a count above zero, or nil where it cannot be kept.
    public func divided(by count: Int) -> Quotient? {
        count > 0 ? Quotient(wide: Int128(numerator), Int128(denominator) * Int128(count)) : nil
    }

    /// The nearest number with so many decimals (0…18), halves away from zero; nil where it does not fit.
    public func rounded(decimals: Int, times factor: Int = 1) -> FixedDecimal? {
        let places = min(max(decimals, 0), 18)
        let (scaled, overflow) = (Int128(numerator) * Int128(factor)).multipliedReportingOverflow(
            by: Int128(FixedDecimal.power(places)))
        guard !overflow else { return nil }
        let divisor = UInt128(denominator.magnitude)
        let up = scaled.magnitude % divisor * 2 >= divisor
        let nearest = Int128(scaled.magnitude / divisor) + (up ? 1 : 0)
        guard let result = Int(exactly: scaled < 0 ? -nearest : nearest) else { return nil }
        return FixedDecimal(result, scale: places)
    }

    /// The nearest binary number, for drawing and for workbooks; never for arithmetic.
    public var approximate: Double { Double(numerator) / Double(denominator) }
}

private func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (larger, smaller) = (left, right)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(larger, 1)
}
