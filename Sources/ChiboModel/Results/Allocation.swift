/// One pool's part of a quota.
public struct AllocationLine: Hashable, Sendable {
    /// The record that the pool belongs to.
    public let subject: RecordID
    /// What people call it.
    public let label: String
    /// How many the pool counts.
    public let pool: Int64
    /// What each of them counts.
    public let weight: ExactDecimal
    /// The least that it gets.
    public let floor: Int
    /// The most that it gets, if there is a bound.
    public let cap: Int?
    /// What it gets.
    public let quota: Int
    /// What it has attained in the period, where the script says how to count it.
    public let attained: Int64?

    /// A line from its parts.
    public init(
        subject: RecordID, label: String, pool: Int64, weight: ExactDecimal, floor: Int, cap: Int?, quota: Int,
        attained: Int64?
    ) {
        (self.subject, self.label, self.pool, self.weight) = (subject, label, pool, weight)
        (self.floor, self.cap, self.quota, self.attained) = (floor, cap, quota, attained)
    }

    /// What is still to be attained, never negative.
    public var remaining: Int64? { attained.map { max(0, Int64(quota) - $0) } }
}

/// A quota divided among pools: a proposal for people to decide on.
public struct Allocation: Sendable {
    /// What it follows from.
    public let receipt: Receipt
    /// The quota's title.
    public let title: String
    /// What was divided.
    public let total: Int
    /// The method.
    public let method: ApportionmentMethod
    /// One line a pool, in the order of the records; the quotas' sum is the total.
    public let lines: [AllocationLine]

    /// A result from its parts.
    public init(
        receipt: Receipt, title: String, total: Int, method: ApportionmentMethod, lines: [AllocationLine]
    ) {
        (self.receipt, self.title, self.total, self.method, self.lines) = (receipt, title, total, method, lines)
    }
}
