/// What a row may cost at most.
private struct Ceiling {
    /// Of our instructions to raw C's.
    let ratio: Double
    /// Of our instructions an operation, where they are bounded.
    let instructions: Double?

    /// A name, a tab, the ratio, and maybe another tab and the instructions.
    static func read(_ line: String) -> (name: String, ceiling: Ceiling)? {
        let fields = line.split(separator: "\t").map(String.init)
        guard (2...3).contains(fields.count), let ratio = Double(fields[1]) else { return nil }
        let instructions = fields.count == 3 ? Double(fields[2]) : nil
        guard fields.count == 2 || instructions != nil else { return nil }
        return (fields[0], Ceiling(ratio: ratio, instructions: instructions))
    }

    /// What is too much, for people; nil when nothing is.
    func problem(_ name: String, _ count: Sides) -> String? {
        let (ours, floor) = (decimal(count.ours, digits: 0), decimal(count.floor, digits: 0))
        let seen = "\(name): \(ours) instructions, \(floor) in raw C"
        if count.ratio > ratio {
            return """
                \(seen): \(decimal(count.ratio, digits: 3)) × is over the ceiling of \(decimal(ratio, digits: 3)) × by \
                \(decimal((count.ratio / ratio - 1) * 100, digits: 1)) %
                """
        }
        guard let instructions, count.ours > instructions else { return nil }
        return "\(seen): over the ceiling of \(decimal(instructions, digits: 0))"
    }
}

/// Compares instruction counts with the ceilings of a file.
///
/// - Returns: a line for each row that is too high, unknown or without a ceiling.
func problems(_ rows: [Row], _ counts: [String: Sides], ceilings path: String) throws -> [String] {
    var ceilings: [String: Ceiling] = [:]
    for line in try lines(of: path) {
        guard let (name, ceiling) = Ceiling.read(line) else {
            throw BenchmarkFailure("\(path): not a ceiling: \(line)")
        }
        ceilings[name] = ceiling
    }
    return rows.compactMap { row in
        guard let ceiling = ceilings.removeValue(forKey: row.name) else { return "\(row.name): no ceiling in \(path)" }
        guard let count = counts[row.name] else { return "\(row.name): it was not counted" }
        return ceiling.problem(row.name, count)
    } + ceilings.keys.sorted().map { "\($0): a ceiling in \(path) for a row that does not exist" }
}
