import ChiboModel

/// One schedule as a host sees it: what is decided, what waits, what runs here and elsewhere.
struct ScheduleLane: Sendable {
    var plan: PlannedSchedule
    var mark: ScheduleMark
    /// The newest nominal time that is decided; nothing up to it is looked at again.
    var latest: Instant
    /// The newest nominal time that was ever started.
    var latestStarted: Instant?
    /// The rows that may still change: queued, running, failed with an attempt left.
    var open: [Instant: ScheduledRun] = [:]
    /// The runs of this host.
    var mine: Set<Instant> = []
    /// The runs that the store has been asked for.
    var asked: [Instant: ScheduledRun] = [:]
    /// The runs of this host that were told to stop, and why.
    var stopping: [Instant: RunReason] = [:]
    /// Whether the schedule is no longer defined; what runs may end.
    var isRemoved = false

    init(_ plan: PlannedSchedule, mark: ScheduleMark) {
        (self.plan, self.mark, latest) = (plan, mark, mark.since)
    }

    var definition: ScheduleDefinition { plan.definition }
    var id: String { definition.id }

    /// The rows that wait, in the order in which they are run: the newest first, unless all of them shall run in turn.
    var queue: [ScheduledRun] {
        let rows = open.values.filter { $0.state == .queued }
        return rows.sorted { ($0.nominal < $1.nominal) == (definition.overlap == .queue_all) }
    }

    /// The rows that run, here or elsewhere, the oldest first.
    var running: [ScheduledRun] {
        open.values.filter { $0.state == .running }.sorted { $0.nominal < $1.nominal }
    }

    /// How many runs are going or asked for.
    var activity: Int { running.count + asked.count }

    /// Takes in a row as the store has it.
    mutating func adopt(_ row: ScheduledRun) {
        guard row.fence >= open[row.nominal]?.fence ?? 0 else { return }
        if row.started != nil { latestStarted = max(latestStarted ?? row.nominal, row.nominal) }
        latest = max(latest, row.nominal)
        open[row.nominal] = isOpen(row) ? row : nil
    }

    /// Takes in a row that another host may have written.
    mutating func refresh(_ row: ScheduledRun) {
        guard mine.contains(row.nominal), let own = open[row.nominal] else { return adopt(row) }
        // What this host runs it knows best, unless the run was taken from it: then `lost` will say so.
        if row.fence > own.fence { adopt(row) }
    }

    private func isOpen(_ row: ScheduledRun) -> Bool {
        switch row.state {
        case .queued, .running: true
        case .failed: row.attempt <= definition.retries
        case .done, .cancelled, .missed, .skipped, .paused: false
        }
    }

    /// A row for a nominal time that is not run, or not yet.
    func row(_ time: Timetable.Occurrence, _ state: ScheduledRun.State, _ reason: RunReason?) -> ScheduledRun {
        ScheduledRun(
            schedule: id, nominal: time.instant, state: state, reason: reason?.rawValue ?? "", shift: time.shift)
    }

    /// When a failed row is tried again; nil where it never is.
    func retryTime(_ row: ScheduledRun) -> Instant? {
        guard row.state == .failed, row.attempt <= definition.retries, let finished = row.finished else { return nil }
        // A later run has told what there is to tell, unless each nominal time counts by itself.
        let standsAlone = definition.overlap == .queue_all || definition.overlap == .parallel
        if let latestStarted, latestStarted > row.nominal, !standsAlone { return nil }
        let doublings = min(row.attempt - 1, 20)
        return finished.adding(seconds: min(Int64(definition.backoff) << Int64(doublings), 86400))
    }
}
