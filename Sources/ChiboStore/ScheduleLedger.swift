public import ChiboModel

/// The history of schedules: one row a nominal time, whichever host it came from.
///
/// A nominal time is run once because its row is unique; a host that died is replaced because its lease ends by the
/// store's clock; a host that was only slow cannot undo that because its fence is older.
public protocol ScheduleLedger: Sendable {
    /// The time by the clock that decides about leases.
    func now() throws(StoreError) -> Instant

    /// Takes a nominal time in order to run it, in one step.
    ///
    /// It can be taken where it has no row yet, where its row waits (`queued`), where it failed at an earlier attempt than
    /// the one asked for, and where the lease of the host that took it has ended.
    ///
    /// - Parameters:
    ///   - run: The schedule, the nominal time, the attempt, and what the row is to say besides.
    ///   - lease: How long this host is believed to be alive without a sign of life, in seconds.
    ///   - exclusive: Whether no other time of the schedule may be running, with a lease that holds, on any host.
    /// - Returns: The row with state `running` and the fence that later calls have to show, or what stands in the way.
    /// - Throws: What the machinery below says.
    func take(_ run: ScheduledRun, lease: Int, exclusive: Bool) throws(StoreError) -> ScheduleClaim

    /// Gives a sign of life: the lease begins anew.
    ///
    /// - Throws: ``StoreError/Code/fenced`` where another host has taken the run since.
    func renew(_ run: ScheduledRun, lease: Int) throws(StoreError) -> ScheduledRun

    /// Writes what became of a run that this host took: its state, its reason, and the end by the store's clock where it
    /// says none.
    ///
    /// - Throws: ``StoreError/Code/fenced`` where another host has taken the run since.
    @discardableResult
    func finish(_ run: ScheduledRun) throws(StoreError) -> ScheduledRun

    /// Writes rows of nominal times that nobody runs (missed, skipped, paused) or that wait; one that has a row keeps it,
    /// except that a waiting one may become anything.
    ///
    /// - Returns: The rows that were written.
    @discardableResult
    func record(_ runs: [ScheduledRun]) throws(StoreError) -> [ScheduledRun]

    /// The newest rows, of one schedule or of all, by nominal time, newest first.
    func runs(of schedule: String?, limit: Int) throws(StoreError) -> [ScheduledRun]

    /// The rows of a schedule that are running or waiting, oldest first.
    func openRuns(of schedule: String) throws(StoreError) -> [ScheduledRun]

    /// What is remembered of all schedules besides their history, by name.
    func marks() throws(StoreError) -> [ScheduleMark]

    /// Remembers a schedule's mark, in place of the one before.
    func setMark(_ mark: ScheduleMark) throws(StoreError)
}

/// What a store answers to a host that wants to run a nominal time.
public enum ScheduleClaim: Hashable, Sendable {
    /// It is the host's: the row as it stands now.
    case granted(ScheduledRun)
    /// It is not: the row that stands in the way, nil where another time of the schedule is running.
    case refused(existing: ScheduledRun?)
}

extension ScheduleLedger {
    /// Takes a nominal time whatever else of its schedule is running; nil where it is taken.
    public func claim(_ run: ScheduledRun, lease: Int) throws(StoreError) -> ScheduledRun? {
        guard case .granted(let row) = try take(run, lease: lease, exclusive: false) else { return nil }
        return row
    }

    /// What is remembered of a schedule besides its history.
    public func mark(of schedule: String) throws(StoreError) -> ScheduleMark? {
        try marks().first { $0.schedule == schedule }
    }
}
