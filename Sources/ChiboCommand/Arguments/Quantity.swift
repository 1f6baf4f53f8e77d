/// Times and sizes as people type them: a whole number and a unit.
enum Quantity {
    /// `500ms`, `2s`, `1m`; from a millisecond to an hour, without a unit in seconds.
    static func duration(_ text: String) -> Duration? {
        guard let (number, unit) = parts(text), let factor = ["ms": 1, "s": 1000, "": 1000, "m": 60_000][unit] else {
            return nil
        }
        return scaled(number, factor, 1...3_600_000).map { .milliseconds($0) }
    }

    /// `64M`, `1G`, `4096K`; from a megabyte to 64 GB, without a unit in bytes.
    static func bytes(_ text: String) -> Int? {
        guard let (number, unit) = parts(text),
            let shift = ["": 0, "K": 10, "M": 20, "G": 30, "KB": 10, "MB": 20, "GB": 30][unit.uppercased()]
        else { return nil }
        return scaled(number, 1 << shift, 1 << 20...64 << 30)
    }

    private static func parts(_ text: String) -> (Int, String)? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        return Int(digits).map { ($0, String(text.dropFirst(digits.count))) }
    }

    private static func scaled(_ number: Int, _ factor: Int, _ range: ClosedRange<Int>) -> Int? {
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return !overflow && range.contains(product) ? product : nil
    }
}
