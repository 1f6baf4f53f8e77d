import ChiboModel

/// What the ledger of schedules decides, without the table it decides about: the same for every store.
enum LedgerRules {
    /// The answer to a host that wants to run a nominal time.
    ///
    /// - Parameters:
    ///   - run: What it wants.
    ///   - old: The row of that time.
    ///   - isBusy: Whether another time of the schedule is running and must not be.
    ///   - now: The time by the store's clock.
    ///   - lease: In seconds.
    /// - Returns: The row that it gets, or what stands in the way.
    static func take(
        _ run: ScheduledRun, over old: ScheduledRun?, isBusy: Bool, now: Instant, lease: Int
    ) -> ScheduleClaim {
        guard mayTake(old, attempt: run.attempt, now: now) else { return .refused(existing: old) }
        if isBusy { return .refused(existing: nil) }
        var taken = run
        taken.state = .running
        taken.started = now
        taken.finished = nil
        taken.fence = (old?.fence ?? 0) + 1
        taken.leaseEnds = now.adding(seconds: Int64(lease))
        // A host that died may have done half of the attempt, so it counts.
        if old?.state == .running { taken.attempt = max(run.attempt, (old?.attempt ?? 0) + 1) }
        return .granted(taken)
    }

    /// Whether a row runs on a host that is believed to be alive.
    static func isAlive(_ run: ScheduledRun, now: Instant) -> Bool {
        run.state == .running && (run.leaseEnds.map { now < $0 } ?? false)
    }

    private static func mayTake(_ old: ScheduledRun?, attempt: Int, now: Instant) -> Bool {
        guard let old else { return true }
        return switch old.state {
        case .queued: true
        case .running: old.leaseEnds.map { $0 <= now } ?? true
        case .failed: old.attempt < attempt
        case .done, .cancelled, .missed, .skipped, .paused: false
        }
    }

    /// The row with a new lease; nil where the run is no longer this host's.
    static func renew(_ run: ScheduledRun, over old: ScheduledRun?, now: Instant, lease: Int) -> ScheduledRun? {
        guard let old, old.state == .running, old.fence == run.fence else { return nil }
        var renewed = old
        renewed.leaseEnds = now.adding(seconds: Int64(lease))
        return renewed
    }

    /// The row as its host leaves it; nil where the run is no longer this host's.
    static func finish(_ run: ScheduledRun, over old: ScheduledRun?, now: Instant) -> ScheduledRun? {
        guard let old, old.state == .running, old.fence == run.fence else { return nil }
        var finished = run
        finished.attempt = old.attempt
        finished.started = old.started
        finished.finished = run.finished ?? now
        finished.leaseEnds = nil
        return finished
    }

    /// Whether a row that nobody runs may be written.
    static func mayRecord(over old: ScheduledRun?) -> Bool { old == nil || old?.state == .queued }
}
