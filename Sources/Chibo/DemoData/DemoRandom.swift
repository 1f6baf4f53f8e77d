/// Repeatable randomness: the same seed and the same stream give the same sample data on every machine.
///
/// SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014). Each sheet has a stream of its
/// own, so that a change in one leaves the others as they were.
struct DemoRandom {
    private var state: UInt64

    /// A stream of a seed, by name.
    init(seed: UInt64, stream: String) {
        // FNV-1a: Swift's own hashes differ from run to run.
        state = stream.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from a range, its ends included.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }

    /// One of several, each as likely as the others.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// One of several, each as likely as its weight says.
    mutating func pick<Element>(weighted elements: [(Element, Int)]) -> Element {
        var left = number(0...elements.reduce(-1) { $0 + $1.1 })
        for (element, weight) in elements {
            left -= weight
            if left < 0 { return element }
        }
        return elements[elements.count - 1].0
    }

    /// So many of the numbers below a bound, in random order (the first steps of Fisher and Yates' shuffle).
    mutating func sample(_ count: Int, of elements: [Int]) -> [Int] {
        var pool = elements
        let wanted = min(count, pool.count)
        for index in 0..<wanted { pool.swapAt(index, number(index...pool.count - 1)) }
        return Array(pool.prefix(wanted))
    }
}
