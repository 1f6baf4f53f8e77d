/// A measurement as one line of text: how the process that measures tells the one that prints.
extension Measurement {
    /// The line.
    var line: String {
        let numbers = [itemCount, rounds, median.inNanoseconds, min.inNanoseconds, max.inNanoseconds, peakKiB]
        return ([name, items] + numbers.map(String.init)).joined(separator: "\t")
    }

    /// Reads a line; nil when it is none.
    init?(line: some StringProtocol) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        let numbers = fields.dropFirst(2).compactMap { Int($0) }
        guard fields.count == 8, numbers.count == 6 else { return nil }
        self.init(
            name: String(fields[0]), items: String(fields[1]), itemCount: numbers[0], rounds: numbers[1],
            median: .nanoseconds(numbers[2]), min: .nanoseconds(numbers[3]), max: .nanoseconds(numbers[4]),
            peakKiB: numbers[5])
    }
}

extension Duration {
    /// Whole nanoseconds; enough for 292 years.
    var inNanoseconds: Int { Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000) }

    /// Three figures and a unit, for people: `1.23 ms`.
    var short: String {
        let nanoseconds = Double(inNanoseconds)
        let units: [(Double, String)] = [(1e9, "s"), (1e6, "ms"), (1e3, "µs")]
        guard let (size, unit) = units.first(where: { nanoseconds >= $0.0 }) else { return "\(inNanoseconds) ns" }
        let value = nanoseconds / size
        let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
        return "\(decimal(value, digits: digits)) \(unit)"
    }
}

/// A number with a fixed count of digits after the point.
func decimal(_ value: Double, digits: Int) -> String {
    let scale = [1, 10, 100, 1000][digits]
    let scaled = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return String(scaled) }
    let rest = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: digits - rest.count) + rest
}
