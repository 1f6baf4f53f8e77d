/// One operation of the bridge, ours and the floor's.
struct Row {
    /// Runs the operation so many times.
    typealias Work = (Int) throws -> Void

    /// What the operation is.
    let name: String
    /// How often it runs in a round, and under callgrind; 0: there it does not.
    let times: (clock: Int, count: Int)
    /// What is wanted.
    let target: Target
    /// True when the work is a Lua loop, whose own cost is taken off.
    let isLoop: Bool
    let ours: Work
    let floor: Work

    /// The figure an operation shall stay below.
    enum Target {
        case ratio(Double)
        case nanoseconds(Int)
        case none
    }
}

extension Row.Target: CustomStringConvertible {
    var description: String {
        switch self {
        case .ratio(let ratio): "≤ \(decimal(ratio, digits: 2)) ×"
        case .nanoseconds(let limit) where limit >= 1000: "≤ \(limit / 1000) µs"
        case .nanoseconds(let limit): "≤ \(limit) ns"
        case .none: ""
        }
    }
}

/// The two sides of something measured.
struct Sides {
    var ours: Double
    var floor: Double

    var ratio: Double { ours / Swift.max(floor, 0.001) }
}

/// A number with a fixed count of digits after the point.
func decimal(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    guard digits > 0 else { return String(scaled) }
    let rest = String(abs(scaled) % Int(scale))
    return "\(scaled / Int(scale))." + String(repeating: "0", count: digits - rest.count) + rest
}
