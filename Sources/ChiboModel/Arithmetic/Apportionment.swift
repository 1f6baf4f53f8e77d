/// Ways to divide a whole number of seats among pools in proportion, exactly (domain.md R-25).
///
/// Largest remainder is Hamilton's method; the others give one seat after the other to the pool with the highest
/// quotient of its weight and a divisor. Fractions are compared as fractions, never as floats.
public enum ApportionmentMethod: String, CaseIterable, Sendable {
    case largest_remainder, sainte_lague, dhondt, huntington_hill
}

/// One pool that takes part in a division.
public struct ApportionmentPool: Hashable, Sendable {
    /// How many it counts, 0 or more.
    public let size: Int64
    /// What each of them counts.
    public let weight: ExactDecimal
    /// The seats that it gets at least.
    public let floor: Int
    /// The seats that it gets at most; nil for no bound.
    public let cap: Int?

    /// A pool from its parts.
    public init(size: Int64, weight: ExactDecimal = ExactDecimal(1), floor: Int = 0, cap: Int? = nil) {
        (self.size, self.weight, self.floor, self.cap) = (size, weight, floor, cap)
    }
}

/// Why a number of seats cannot be divided.
public enum ApportionmentError: Error, Hashable, Sendable {
    /// The floors add up to more than there are seats.
    case floorsExceedTotal(sum: Int, total: Int)
    /// The caps add up to less than there are seats.
    case capsBelowTotal(sum: Int, total: Int)
    /// A pool's cap lies below its floor.
    case capBelowFloor(pool: Int, floor: Int, cap: Int)
    /// There are seats left and every pool that could take one counts nothing.
    case nothingToShareBy(seatsLeft: Int)
    /// A pool is negative, or too large to compute with exactly.
    case unusableSize(pool: Int)
    /// There are more seats than can be given in a reasonable time.
    case tooManySeats(total: Int, limit: Int)
}

/// Divides seats among pools.
public struct Apportionment: Sendable {
    /// The method.
    public let method: ApportionmentMethod

    /// A division by a method.
    public init(_ method: ApportionmentMethod) { self.method = method }

    /// The seats of each pool, their sum exactly the total.
    ///
    /// Every floor is given first; the rest is divided by the method, a pool that reaches its cap leaves the division
    /// and the rest is divided again (domain.md §7). Ties go to the pool that stands first.
    public func divide(_ total: Int, among pools: [ApportionmentPool]) throws(ApportionmentError) -> [Int] {
        let weights = try Apportionment.integerWeights(pools)
        try Apportionment.checkBounds(total, pools)
        var seats = pools.map(\.floor)
        var open = pools.indices.filter { weights[$0] > 0 && seats[$0] < (pools[$0].cap ?? .max) }
        var left = total - seats.reduce(0, +)
        while left > 0 {
            guard !open.isEmpty else { throw .nothingToShareBy(seatsLeft: left) }
            let given = shares(of: left, weights: open.map { weights[$0] })
            let offers = Dictionary(uniqueKeysWithValues: zip(open, given))
            let over = open.filter { seats[$0] + (offers[$0] ?? 0) > pools[$0].cap ?? .max }
            if over.isEmpty {
                for pool in open { seats[pool] += offers[pool] ?? 0 }
                return seats
            }
            for pool in over { seats[pool] = pools[pool].cap ?? seats[pool] }
            open.removeAll(where: Set(over).contains)
            left = total - seats.reduce(0, +)
        }
        return seats
    }

    private func shares(of seats: Int, weights: [Int64]) -> [Int] {
        method == .largest_remainder
            ? Apportionment.largestRemainder(seats, weights) : highestQuotients(seats, weights)
    }

    private static func largestRemainder(_ seats: Int, _ weights: [Int64]) -> [Int] {
        let sum = weights.reduce(0, +)
        let parts = weights.map { weight in sum.dividingFullWidth(weight.multipliedFullWidth(by: Int64(seats))) }
        var result = parts.map { Int($0.quotient) }
        let order = weights.indices.sorted { (-parts[$0].remainder, $0) < (-parts[$1].remainder, $1) }
        for index in order.prefix(seats - result.reduce(0, +)) { result[index] += 1 }
        return result
    }

    private func highestQuotients(_ seats: Int, _ weights: [Int64]) -> [Int] {
        var result = weights.map { _ in 0 }
        for _ in 0..<seats {
            var best = 0
            for index in weights.indices.dropFirst() where beats(weights, result, index, best) { best = index }
            result[best] += 1
        }
        return result
    }

    /// Whether a pool's next seat has a strictly higher quotient than another's.
    private func beats(_ weights: [Int64], _ seats: [Int], _ left: Int, _ right: Int) -> Bool {
        switch method {
        case .largest_remainder, .dhondt:
            return weights[left] * Int64(seats[right] + 1) > weights[right] * Int64(seats[left] + 1)
        case .sainte_lague:
            return weights[left] * Int64(2 * seats[right] + 1) > weights[right] * Int64(2 * seats[left] + 1)
        case .huntington_hill:
            // weight / sqrt(n(n+1)), compared squared; a pool without a seat has an infinite quotient.
            if seats[left] == 0 || seats[right] == 0 {
                return seats[left] == seats[right] ? weights[left] > weights[right] : seats[left] == 0
            }
            let leftSquare = UInt64(weights[left]).multipliedFullWidth(by: UInt64(weights[left]))
            let rightSquare = UInt64(weights[right]).multipliedFullWidth(by: UInt64(weights[right]))
            return Apportionment.product(leftSquare, UInt64(seats[right] * (seats[right] + 1)))
                .lexicographicallyFollows(Apportionment.product(rightSquare, UInt64(seats[left] * (seats[left] + 1))))
        }
    }

    /// A 128-bit number times a small one, as three 64-bit limbs, the highest first.
    private static func product(_ wide: (high: UInt64, low: UInt64), _ small: UInt64) -> [UInt64] {
        let low = wide.low.multipliedFullWidth(by: small)
        let high = wide.high.multipliedFullWidth(by: small)
        let (middle, carried) = high.low.addingReportingOverflow(low.high)
        return [high.high + (carried ? 1 : 0), middle, low.low]
    }
}

extension Apportionment {
    /// Sizes times weights over one denominator, as whole numbers.
    private static func integerWeights(_ pools: [ApportionmentPool]) throws(ApportionmentError) -> [Int64] {
        let denominator = pools.map(\.weight.denominator).max() ?? 1
        var weights: [Int64] = []
        for (index, pool) in pools.enumerated() {
            let (factor, tooFine) = pool.weight.units.multipliedReportingOverflow(
                by: denominator / pool.weight.denominator)
            let (product, tooLarge) = pool.size.multipliedReportingOverflow(by: factor)
            // A weight times the number of seats has to stay exact, in whole-number comparisons of two pools.
            guard product >= 0, !tooFine, !tooLarge, product < 1 << 40 else { throw .unusableSize(pool: index) }
            weights.append(product)
        }
        return weights
    }

    private static func checkBounds(_ total: Int, _ pools: [ApportionmentPool]) throws(ApportionmentError) {
        for (index, pool) in pools.enumerated() {
            if let cap = pool.cap, cap < pool.floor {
                throw .capBelowFloor(pool: index, floor: pool.floor, cap: cap)
            }
        }
        // Seats are given one by one, and each time all pools are compared.
        let limit = 100_000_000 / max(100, pools.count)
        if total > limit { throw .tooManySeats(total: total, limit: limit) }
        let floors = pools.reduce(0) { saturatingSum($0, $1.floor) }
        if floors > total { throw .floorsExceedTotal(sum: floors, total: total) }
        let caps = pools.reduce(into: Int?(0)) { sum, pool in
            sum = pool.cap.flatMap { cap in sum.map { saturatingSum($0, cap) } }
        }
        if let caps, caps < total { throw .capsBelowTotal(sum: caps, total: total) }
    }

    private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }
}

extension [UInt64] {
    /// Whether limbs of the same count, the highest first, are a greater number.
    fileprivate func lexicographicallyFollows(_ other: [UInt64]) -> Bool { other.lexicographicallyPrecedes(self) }
}
