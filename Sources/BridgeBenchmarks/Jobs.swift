import ChiboLua

/// The whole work of an evaluation: the criteria of every member, each verdict taken into the host's memory.
struct Jobs {
    /// Ours beside raw C by the number of members, and ours on two cores beside ours on one.
    let rows: [Row]
    private let states: [Ours]
    private let verdicts: (ours: Verdicts, floor: Verdicts, shared: Verdicts)

    init(_ members: Members) throws {
        let floor = try Floor(members)
        let ours = try (0..<2).map { _ in try Ours(members) }
        let (taken, raw, shared) = (
            Verdicts(count: members.count), Verdicts(count: members.count), Verdicts(count: members.count)
        )
        (states, verdicts) = (ours, (taken, raw, shared))
        let (work, bare) = (try ours[0].criteria(criteria, taken), try floor.criteria(criteria, raw))
        let shares = try ours.map { try $0.share(criteria, shared) }
        let halves: Row.Work = { count in
            try inParallel([{ try shares[0](0..<count / 2) }, { try shares[1](count / 2..<count) }])
        }
        rows = [
            Row("criteria of 100,000 members, each", .ratio(1.15), times: (100_000, 0), ours: work, floor: bare),
            Row("criteria of 1,000,000 members, each", .ratio(1.15), times: (1_000_000, 0), ours: work, floor: bare),
            // Here the other side is ours as well, on one core.
            Row("the same on two cores : on one", .ratio(1 / 1.85), times: (1_000_000, 0), ours: halves, floor: work),
        ]
    }

    /// Fails when the sides do not say the same of every member.
    func compare() throws {
        guard !verdicts.ours.differs(from: verdicts.floor) else { throw BenchmarkFailure("the verdicts differ") }
        guard !verdicts.ours.differs(from: verdicts.shared) else {
            throw BenchmarkFailure("the verdicts differ between one core and two")
        }
    }

    /// What a state's heap holds after so many members, garbage included.
    func heaps() throws -> String {
        let sizes = try [100_000, 1_000_000].map { count in
            try rows[0].ours(count)
            return "\(states[0].state.memoryUsed / 1024) kB after \(count)"
        }
        return "Lua heap, garbage included: " + sizes.joined(separator: ", ") + " members"
    }
}
