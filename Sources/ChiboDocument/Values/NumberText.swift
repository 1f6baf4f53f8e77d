/// Numbers as Vietnamese offices write them: dots between thousands, a comma before decimals.
public enum NumberText {
    /// A whole number: 1.206.
    public static func integer(_ value: Int) -> String { digits(value, scale: 0, point: ",", group: ".") }

    /// A decimal number with its own decimals: 12,50.
    public static func decimal(_ value: FixedDecimal) -> String {
        digits(value.coefficient, scale: value.scale, point: ",", group: ".")
    }

    /// A quotient as a number, at most so many decimals, without zeros at the end: 3,33.
    public static func number(_ value: Quotient, decimals: Int = 2) -> String {
        value.rounded(decimals: decimals).map { decimal($0.withoutTrailingZeros) } ?? fraction(value)
    }

    /// A quotient as a share of a hundred: 97,5 %, with a space that does not break.
    public static func percent(_ value: Quotient, decimals: Int = 2) -> String {
        let rounded = value.rounded(decimals: decimals, times: 100)
        return rounded.map { decimal($0.withoutTrailingZeros) + "\u{A0}%" } ?? fraction(value)
    }

    /// A number with so many decimals exactly, rounded where it has more.
    public static func decimal(_ value: FixedDecimal, decimals: Int) -> String {
        guard decimals < value.scale else {
            let missing = String(repeating: "0", count: min(decimals, 18) - value.scale)
            let text = decimal(value)
            return missing.isEmpty ? text : text + (value.scale == 0 ? "," : "") + missing
        }
        return value.quotient.rounded(decimals: decimals).map { decimal($0) } ?? decimal(value)
    }

    private static func fraction(_ value: Quotient) -> String {
        integer(value.numerator) + "/" + integer(value.denominator)
    }

    static func digits(_ value: Int, scale: Int, point: String, group: String) -> String {
        var digits = String(value.magnitude)
        if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
        let whole = digits.dropLast(scale)
        var text = value < 0 ? "-" : ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text += group }
            text.append(digit)
        }
        return scale == 0 ? text : text + point + digits.suffix(scale)
    }
}
