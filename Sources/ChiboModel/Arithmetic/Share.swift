/// A part of a whole, kept as the two counts and never rounded: 181 of 201 (domain.md ).
public struct Share: Hashable, Sendable {
    /// How many have it.
    public let part: Int64
    /// How many there are; 0 when there is nothing to have a share of.
    public let whole: Int64

    /// A share from its counts.
    public init(_ part: Int64, of whole: Int64) { (self.part, self.whole) = (part, whole) }

    /// A share of counts that come from outside; nil where they are negative or beyond 10^15.
    public init?(counts part: Int64, _ whole: Int64) {
        let counts: ClosedRange<Int64> = 0...1_000_000_000_000_000
        guard counts.contains(part), counts.contains(whole) else { return nil }
        self.init(part, of: whole)
    }

    /// Compares with a percentage, exactly: -1, 0 or 1; nil for a share of nothing.
    public func compare(toPercent percent: ExactDecimal) -> Int? {
        guard whole > 0 else { return nil }
        return ExactDecimal.compare(part, whole, percent.units, percent.denominator * 100)
    }

    /// Compares with another share, exactly: -1, 0 or 1; nil where either is a share of nothing.
    public func compare(to other: Share) -> Int? {
        guard whole > 0, other.whole > 0 else { return nil }
        return ExactDecimal.compare(part, whole, other.part, other.whole)
    }

    /// The percentage for people, rounded half up, never across a threshold that the exact value does not reach.
    ///
    /// - Parameters:
    ///   - decimals: How many digits stand behind the comma; trailing zeros are dropped.
    ///   - threshold: The percentage that the share is measured by: a share below it is never shown as it, and one
    ///     above it gets as many more digits as make the difference visible (R-26 and domain.md §7).
    /// - Returns: `90,05 %`, or nil for a share of nothing.
    public func percentText(decimals: Int = 2, threshold: ExactDecimal? = nil) -> String? {
        guard whole > 0 else { return nil }
        var shown = rounded(decimals)
        if let threshold, let side = compare(toPercent: threshold), side != 0 {
            var digits = decimals
            while shown == threshold, digits < 9 {
                if side < 0 {
                    shown = ExactDecimal(units: scaled(shown, to: digits) - 1, scale: digits)
                } else {
                    digits += 1
                    shown = rounded(digits)
                }
            }
        }
        return shown.vietnamese + " %"
    }

    /// By how many percentage points the share is above another, two digits behind the comma, half up: `+2,02 điểm`.
    ///
    /// - Returns: nil where either is a share of nothing.
    public func pointsText(since other: Share) -> String? {
        guard whole > 0, other.whole > 0 else { return nil }
        let difference = Int128(part) * Int128(other.whole) - Int128(other.part) * Int128(whole)
        let denominator = Int128(whole) * Int128(other.whole)
        let units = (difference.magnitude * 20_000 / denominator.magnitude + 1) / 2
        let sign = difference == 0 ? "" : difference > 0 ? "+" : "-"
        return sign + ExactDecimal(units: Int64(clamping: units), scale: 2).vietnamese + " điểm"
    }

    private func rounded(_ decimals: Int) -> ExactDecimal {
        let power = (0..<decimals).reduce(Int128(100)) { value, _ in value * 10 }
        // The floor of twice the value, plus one, halved: rounds half up and needs no comparison of remainders.
        let units = (Int128(part) * power * 2 / Int128(whole) + 1) / 2
        // A share that is millions of times its whole has no use for digits behind the comma.
        if decimals > 0, Int64(exactly: units) == nil { return rounded(decimals - 1) }
        return ExactDecimal(units: Int64(clamping: units), scale: decimals)
    }

    private func scaled(_ number: ExactDecimal, to scale: Int) -> Int64 {
        (number.scale..<max(scale, number.scale)).reduce(number.units) { value, _ in value * 10 }
    }
}
