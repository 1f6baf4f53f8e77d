/// A decimal number as it was written: `units` divided by ten to the power of `scale`.
public struct ExactDecimal: Hashable, Sendable {
    /// The number without its point.
    public let units: Int64
    /// How many of its digits stand behind the point.
    public let scale: Int

    /// A number from its digits; trailing zeros behind the point are dropped.
    public init(units: Int64, scale: Int) {
        var (units, scale) = (units, scale)
        while scale > 0, units % 10 == 0 { (units, scale) = (units / 10, scale - 1) }
        (self.units, self.scale) = (units, scale)
    }

    /// A whole number.
    public init(_ number: Int64) { self.init(units: number, scale: 0) }

    /// Reads `90`, `97.5` or `97,5`; nil for anything else and for more than fifteen digits.
    public init?(_ text: some StringProtocol) {
        let negative = text.hasPrefix("-")
        let parts = text.dropFirst(negative ? 1 : 0).utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        let digits = parts.joined()
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), digits.count <= 15,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let units = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        self.init(units: negative ? -units : units, scale: parts.count == 2 ? parts[1].count : 0)
    }

    /// The decimal that a floating-point number was written as in a script: its shortest digits.
    public init?(_ number: Double) {
        guard number.isFinite, abs(number) < 1e15 else { return nil }
        self.init(number == number.rounded() ? String(Int64(number)) : "\(number)")
    }

    /// Ten to the power of the scale.
    public var denominator: Int64 { (0..<scale).reduce(1) { power, _ in power * 10 } }

    /// The number with a decimal comma, as people in Vietnam read it.
    public var vietnamese: String {
        let digits = padded(units.magnitude, scale + 1)
        let whole = digits.dropLast(scale)
        return (units < 0 ? "-" : "") + whole + (scale == 0 ? "" : "," + digits.suffix(scale))
    }
}

extension ExactDecimal: Comparable {
    /// Whether one number is less than another, exactly.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        compare(left.units, left.denominator, right.units, right.denominator) < 0
    }

    /// Compares two fractions with positive denominators without rounding: -1, 0 or 1.
    static func compare(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Int {
        let left = a.multipliedFullWidth(by: d)
        let right = c.multipliedFullWidth(by: b)
        if left.high != right.high { return left.high < right.high ? -1 : 1 }
        return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
    }
}
