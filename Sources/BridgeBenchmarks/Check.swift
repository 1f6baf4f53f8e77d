/// Compares ratios of instruction counts with the ceilings of a file: a name, a tab, the highest ratio.
///
/// - Returns: a line for each row that is too high, unknown or without a ceiling.
func problems(_ rows: [Row], _ counts: [String: Sides], ceilings path: String) throws -> [String] {
    var ceilings: [String: Double] = [:]
    for line in try lines(of: path) {
        let fields = line.split(separator: "\t")
        guard fields.count == 2, let ceiling = Double(fields[1]) else {
            throw BenchmarkFailure("\(path): not a ceiling: \(line)")
        }
        ceilings[String(fields[0])] = ceiling
    }
    return rows.compactMap { row in
        guard let ceiling = ceilings.removeValue(forKey: row.name) else { return "\(row.name): no ceiling in \(path)" }
        guard let count = counts[row.name] else { return "\(row.name): it was not counted" }
        guard count.ratio > ceiling else { return nil }
        return """
            \(row.name): \(decimal(count.ours, digits: 0)) instructions, \(decimal(count.floor, digits: 0)) in raw C: \
            \(decimal(count.ratio, digits: 3)) × is over the ceiling of \(decimal(ceiling, digits: 3)) × by \
            \(decimal((count.ratio / ceiling - 1) * 100, digits: 1)) %
            """
    } + ceilings.keys.sorted().map { "\($0): a ceiling in \(path) for a row that does not exist" }
}
