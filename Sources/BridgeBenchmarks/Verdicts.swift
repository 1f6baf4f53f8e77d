import CLuaBaseline

/// What the criteria said of each member, in the host's memory.
@safe final class Verdicts {
    let memory: UnsafeMutableBufferPointer<raw_verdict>

    init(count: Int) {
        unsafe memory = .allocate(capacity: count)
        unsafe memory.initialize(repeating: raw_verdict(score: -1, failed: -1))
    }

    deinit { unsafe memory.deallocate() }

    func differs(from other: Verdicts) -> Bool {
        unsafe zip(memory, other.memory).contains { $0.score != $1.score || $0.failed != $1.failed }
    }
}
