public import ChiboModel
import Synchronization

/// What names a row of the history of schedules.
struct RunKey: Hashable {
    let schedule: String
    let nominal: Instant

    init(_ run: ScheduledRun) { (schedule, nominal) = (run.schedule, run.nominal) }
}

extension MemoryStore {
    /// The time by the store's clock.
    public func now() -> Instant { clock() }

    /// Takes a nominal time in order to run it.
    public func take(_ run: ScheduledRun, lease: Int, exclusive: Bool) -> ScheduleClaim {
        let now = clock()
        return state.withLock { state in
            let isBusy =
                exclusive
                && state.runs.values.contains {
                    $0.schedule == run.schedule && $0.nominal != run.nominal && LedgerRules.isAlive($0, now: now)
                }
            let old = state.runs[RunKey(run)]
            let claim = LedgerRules.take(run, over: old, isBusy: isBusy, now: now, lease: lease)
            if case .granted(let row) = claim { state.runs[RunKey(run)] = row }
            return claim
        }
    }

    /// Gives a sign of life.
    public func renew(_ run: ScheduledRun, lease: Int) throws(StoreError) -> ScheduledRun {
        let now = clock()
        guard let renewed = update(run, { LedgerRules.renew(run, over: $0, now: now, lease: lease) }) else {
            throw .fenced(run.schedule)
        }
        return renewed
    }

    /// Writes what became of a run that this host took.
    @discardableResult
    public func finish(_ run: ScheduledRun) throws(StoreError) -> ScheduledRun {
        let now = clock()
        guard let finished = update(run, { LedgerRules.finish(run, over: $0, now: now) }) else {
            throw .fenced(run.schedule)
        }
        return finished
    }

    /// Writes rows of nominal times that nobody runs, or that wait.
    @discardableResult
    public func record(_ runs: [ScheduledRun]) -> [ScheduledRun] {
        runs.compactMap { run in update(run) { LedgerRules.mayRecord(over: $0) ? run : nil } }
    }

    /// The newest rows, newest first.
    public func runs(of schedule: String?, limit: Int) -> [ScheduledRun] {
        Array(sortedRuns { schedule == nil || $0.schedule == schedule }.reversed().prefix(limit))
    }

    /// The rows of a schedule that are running or waiting, oldest first.
    public func openRuns(of schedule: String) -> [ScheduledRun] {
        sortedRuns { $0.schedule == schedule && ($0.state == .running || $0.state == .queued) }
    }

    /// What is remembered of all schedules besides their history.
    public func marks() -> [ScheduleMark] {
        state.withLock { $0.marks.values.sorted { $0.schedule.utf8.lexicographicallyPrecedes($1.schedule.utf8) } }
    }

    /// Remembers a schedule's mark, in place of the one before.
    public func setMark(_ mark: ScheduleMark) { state.withLock { $0.marks[mark.schedule] = mark } }

    private func update(_ run: ScheduledRun, _ decide: (ScheduledRun?) -> ScheduledRun?) -> ScheduledRun? {
        state.withLock { state in
            guard let row = decide(state.runs[RunKey(run)]) else { return nil }
            state.runs[RunKey(run)] = row
            return row
        }
    }

    private func sortedRuns(where isWanted: (ScheduledRun) -> Bool) -> [ScheduledRun] {
        state.withLock { $0.runs.values.filter(isWanted) }.sorted {
            $0.nominal != $1.nominal
                ? $0.nominal < $1.nominal : $1.schedule.utf8.lexicographicallyPrecedes($0.schedule.utf8)
        }
    }
}

extension MemoryStore {
    /// Adds a receipt.
    @discardableResult
    public func append(_ receipt: RunReceipt) -> RunReceipt {
        let now = clock()
        return state.withLock { state in
            let numbered = receipt.numbered(Int64(state.receipts.count + 1), at: now)
            state.receipts.append(numbered)
            return numbered
        }
    }

    /// The newest receipts, newest first.
    public func receipts(of definition: String?, limit: Int) -> [RunReceipt] {
        state.withLock { state in
            Array(state.receipts.reversed().filter { definition == nil || $0.definition == definition }.prefix(limit))
        }
    }
}
