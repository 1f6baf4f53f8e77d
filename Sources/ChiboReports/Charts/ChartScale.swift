import ChiboDocument

/// The axis of values: round steps that hold all values and zero.
struct ChartScale {
    /// The bounds; the lower one is zero unless a value is below.
    let low: Double
    let high: Double
    /// The marks from the lowest up, with their words.
    let ticks: [(value: Double, label: String)]

    /// The scale of a chart's values and goals, percentages times a hundred.
    init(_ values: [Double], isPercent: Bool, wantedSteps: Int = 5) {
        let top = max(values.max() ?? 0, 0)
        let bottom = min(values.min() ?? 0, 0)
        let span = top - bottom > 0 ? top - bottom : 1
        let (digit, exponent) = Self.step(span / Double(wantedSteps), isWhole: values.allSatisfy { $0 == $0.rounded() })
        let step = Double(digit) * Self.power(exponent)
        let first = Int((bottom / step).rounded(.down))
        let last = max(Int((top / step - 1e-9).rounded(.up)), first + 1)
        ticks = (first...last).map { index in
            (Double(index) * step, Self.label(index * digit, exponent) + (isPercent ? "\u{A0}%" : ""))
        }
        low = Double(first) * step
        high = Double(last) * step
    }

    /// The share of the axis at which a value stands, from 0 to 1.
    func position(_ value: Double) -> Double { (value - low) / (high - low) }

    /// The nearest step above of the form 1, 2 or 5 times a power of ten.
    private static func step(_ raw: Double, isWhole: Bool) -> (digit: Int, exponent: Int) {
        var exponent = 0
        while power(exponent + 1) <= raw, exponent < 18 { exponent += 1 }
        while power(exponent) > raw, exponent > (isWhole ? 0 : -6) { exponent -= 1 }
        for digit in [1, 2, 5] where Double(digit) * power(exponent) >= raw - 1e-12 { return (digit, exponent) }
        return (1, exponent + 1)
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<abs(exponent)).reduce(1.0) { value, _ in exponent < 0 ? value / 10 : value * 10 }
    }

    private static func label(_ value: Int, _ exponent: Int) -> String {
        if exponent < 0 { return NumberText.decimal(FixedDecimal(value, scale: -exponent).withoutTrailingZeros) }
        let factor = (0..<exponent).reduce(1) { value, _ in value.multipliedReportingOverflow(by: 10).partialValue }
        return NumberText.integer(value.multipliedReportingOverflow(by: factor).partialValue)
    }
}
