import ChiboModel
import ChiboScheduling

/// The store as the scheduler asks for it: rows by schedule and nominal time, claims that one host wins.
struct SharedHistory {
    var rows: [Instant: ScheduledRun] = [:]
    var mark: ScheduleMark?
    /// Every start that was granted, for the laws.
    var starts: [(nominal: Instant, attempt: Int, fence: Int64, at: Instant)] = []

    var history: [ScheduledRun] { rows.values.sorted { $0.nominal < $1.nominal } }

    /// What a host asks for when it starts: the newest rows, and all that may still change.
    var recent: [ScheduledRun] {
        let newest = rows.keys.max() ?? Instant(seconds: 0)
        return rows.values.filter {
            [.queued, .running, .failed].contains($0.state) || newest.seconds - $0.nominal.seconds < 3600
        }
    }

    /// The answer to a claim, as an event.
    mutating func claim(_ row: ScheduledRun, exclusive: Bool, at now: Instant) -> SchedulerEvent {
        let existing = rows[row.nominal]
        let rival = rows.values.contains {
            $0.nominal != row.nominal && $0.state == .running && ($0.leaseEnds ?? now) >= now
        }
        if exclusive && rival { return .refused(schedule: row.schedule, nominal: row.nominal, existing: nil) }
        if let existing, !isClaimable(existing, by: row, at: now) {
            return .refused(schedule: row.schedule, nominal: row.nominal, existing: existing)
        }
        var taken = row
        taken.fence = (existing?.fence ?? 0) + 1
        if existing?.state == .running { taken.attempt = max(row.attempt, (existing?.attempt ?? 0) + 1) }
        rows[row.nominal] = taken
        return .claimed(taken)
    }

    private func isClaimable(_ existing: ScheduledRun, by row: ScheduledRun, at now: Instant) -> Bool {
        switch existing.state {
        case .queued: true
        case .failed: existing.attempt < row.attempt
        case .running: (existing.leaseEnds ?? now) < now
        case .done, .cancelled, .missed, .skipped, .paused: false
        }
    }

    /// Writes a row that nobody runs.
    mutating func record(_ row: ScheduledRun) {
        if let existing = rows[row.nominal], existing.state != .queued { return }
        rows[row.nominal] = row
    }

    /// Whether the run is still this host's; then its row is written.
    mutating func update(_ row: ScheduledRun) -> Bool {
        guard let existing = rows[row.nominal], existing.state == .running, existing.fence == row.fence else {
            return false
        }
        rows[row.nominal] = row
        return true
    }

    /// Ends the run of a host that is gone.
    mutating func closeLost(_ row: ScheduledRun, at now: Instant) {
        guard let existing = rows[row.nominal], existing.state == .running, (existing.leaseEnds ?? now) < now else {
            return
        }
        rows[row.nominal] = row
    }
}

/// A host of the tests: a scheduler, and the runs that it is at.
struct TestHost {
    var scheduler = Scheduler()
    var running: Set<Instant> = []
    var stopped: [Instant: RunReason] = [:]
    /// What it did, in short words, for tables.
    var log: [String] = []
    /// After so many actions the host dies in the middle of its work; nil for one that does not.
    var actionsLeft: Int?

    mutating func handle(_ event: SchedulerEvent, _ store: inout SharedHistory, at now: Instant) {
        var actions = scheduler.handle(event, at: now)
        while !actions.isEmpty {
            let action = actions.removeFirst()
            if let left = actionsLeft {
                if left == 0 { return }
                actionsLeft = left - 1
            }
            log.append(describe(action))
            switch action {
            case .claim(let row, _, let exclusive):
                actions += scheduler.handle(store.claim(row, exclusive: exclusive, at: now), at: now)
            case .start(let row):
                store.starts.append((row.nominal, row.attempt, row.fence, now))
                running.insert(row.nominal)
            case .stop(_, let nominal, let reason):
                stopped[nominal] = reason
                if reason == .lease_lost { running.remove(nominal) }
            case .renew(let row, _):
                if !store.update(row) {
                    actions += scheduler.handle(.lost(schedule: row.schedule, nominal: row.nominal), at: now)
                }
            case .finish(let row): _ = store.update(row)
            case .closeLost(let row): store.closeLost(row, at: now)
            case .record(let row): store.record(row)
            case .remember(let mark): store.mark = mark
            }
        }
    }

    private func describe(_ action: SchedulerAction) -> String {
        func time(_ instant: Instant) -> String {
            let local = TimeZoneRules.utc.local(instant)
            return "\(local.date.iso.dropFirst(5)) \(local.description.suffix(8).prefix(5))"
        }
        return switch action {
        case .claim(let row, _, _): "claim \(time(row.nominal)) #\(row.attempt) f\(row.fence)"
        case .start(let row): "start \(time(row.nominal))"
        case .stop(_, let nominal, let reason): "stop \(time(nominal)) \(reason.rawValue)"
        case .renew(let row, _), .finish(let row), .closeLost(let row), .record(let row):
            "\(row.state.rawValue) \(time(row.nominal))" + (row.reason.isEmpty ? "" : " \(row.reason)")
                + (row.folded > 0 ? " +\(row.folded)" : "")
        case .remember(let mark): mark.paused == nil ? "remember" : "remember paused"
        }
    }

    /// What it did since the last time.
    mutating func said() -> [String] {
        defer { log = [] }
        return log
    }
}
