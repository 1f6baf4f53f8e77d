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
        rows[row.nominal] = row
        starts.append((row.nominal, row.attempt, row.fence, now))
        return .claimed(row)
    }

    private func isClaimable(_ existing: ScheduledRun, by row: ScheduledRun, at now: Instant) -> Bool {
        guard existing.fence == row.fence - 1 else { return false }
        switch existing.state {
        case .queued, .failed: return true
        case .running: return (existing.leaseEnds ?? now) < now
        case .done, .cancelled, .missed, .skipped, .paused: return false
        }
    }

    /// Whether a write was taken.
    mutating func write(_ row: ScheduledRun) -> Bool {
        if let existing = rows[row.nominal] {
            guard [.queued, .running].contains(existing.state), existing.fence <= row.fence else { return false }
        }
        rows[row.nominal] = row
        return true
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
            case .claim(let row, let exclusive):
                actions += scheduler.handle(store.claim(row, exclusive: exclusive, at: now), at: now)
            case .start(let row): running.insert(row.nominal)
            case .stop(_, let nominal, let reason):
                stopped[nominal] = reason
                if reason == .lease_lost { running.remove(nominal) }
            case .write(let row):
                if !store.write(row), row.state == .running {
                    actions += scheduler.handle(.lost(schedule: row.schedule, nominal: row.nominal), at: now)
                }
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
        case .claim(let row, _): "claim \(time(row.nominal)) #\(row.attempt) f\(row.fence)"
        case .start(let row): "start \(time(row.nominal))"
        case .stop(_, let nominal, let reason): "stop \(time(nominal)) \(reason.rawValue)"
        case .write(let row):
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
