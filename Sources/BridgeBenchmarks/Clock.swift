/// The median of rounds in which both sides of a row take turns, in nanoseconds an operation.
func time(_ row: Row, rounds: Int) throws -> Sides {
    var ours: [Double] = []
    var floor: [Double] = []
    for round in 0...rounds {
        let (a, b) = (try nanoseconds(row.times.clock, row.ours), try nanoseconds(row.times.clock, row.floor))
        guard round > 0 else { continue }  // the first one warms up
        ours.append(a)
        floor.append(b)
    }
    return Sides(ours: median(ours), floor: median(floor))
}

private func nanoseconds(_ times: Int, _ work: Row.Work) throws -> Double {
    let taken = try ContinuousClock().measure { try work(times) }.components
    return (Double(taken.seconds) * 1e9 + Double(taken.attoseconds) / 1e9) / Double(times)
}

private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
