/// A decimal number as written, exact: 12,50 is 1250 with a scale of 2.
public struct FixedDecimal: Hashable, Sendable, ExpressibleByIntegerLiteral {
    /// The digits as a whole number.
    public let coefficient: Int
    /// How many of the digits stand behind the decimal sign, from 0 to 18.
    public let scale: Int

    /// The number coefficient ÷ 10^scale; the scale is moved into 0…18.
    public init(_ coefficient: Int, scale: Int = 0) {
        self.coefficient = coefficient
        self.scale = min(max(scale, 0), 18)
    }

    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }

    /// A number from digits with a point ("-12.50"), or nil where it is none or too long to be kept exactly.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.utf8.count <= 18,
            fraction.utf8.allSatisfy({ (48...57).contains($0) }),
            let whole = parts.first.map({ String($0) }), let last = whole.utf8.last, (48...57).contains(last),
            let value = Int(whole + fraction)
        else { return nil }
        self.init(value, scale: fraction.utf8.count)
    }

    /// The number as a quotient of whole numbers.
    public var quotient: Quotient { Quotient(coefficient, Self.power(scale)) ?? Quotient(0) }

    /// Digits with a point, for programs: "-12.50".
    public var canonical: String { NumberText.digits(coefficient, scale: scale, point: ".", group: "") }

    /// The same number without zeros at the end of its decimals.
    public var withoutTrailingZeros: FixedDecimal {
        var (coefficient, scale) = (coefficient, scale)
        while scale > 0, coefficient.isMultiple(of: 10) { (coefficient, scale) = (coefficient / 10, scale - 1) }
        return FixedDecimal(coefficient, scale: scale)
    }

    /// Ten to the power of 0…18, which an `Int` holds.
    static func power(_ exponent: Int) -> Int { (0..<min(exponent, 18)).reduce(1) { value, _ in value * 10 } }
}

extension FixedDecimal: CustomStringConvertible {
    /// Digits with a point.
    public var description: String { canonical }
}
