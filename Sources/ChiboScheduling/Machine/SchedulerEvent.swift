package import ChiboModel

/// What a host tells the scheduler.
package enum SchedulerEvent: Sendable {
    /// The host has started, or a definition is new or was edited; with what the store knows of the schedule: its mark
    /// and its newest rows, among them all that are queued, running or failed.
    case loaded(PlannedSchedule, mark: ScheduleMark?, history: [ScheduledRun])
    /// A schedule is no longer defined.
    case removed(String)
    /// Time has passed. A host that shares its store sends the rows that others wrote first.
    case tick
    /// Rows of the store that other hosts may have written.
    case refreshed([ScheduledRun])
    /// Something happened in the records that schedules may wait for.
    case happened(String)
    /// The store granted a claim: the row as it stands there now.
    case claimed(ScheduledRun)
    /// The store refused a claim; with the row that stands in its way, nil where another run of the schedule does.
    case refused(schedule: String, nominal: Instant, existing: ScheduledRun?)
    /// The store refused a later write, because another host holds the run.
    case lost(schedule: String, nominal: Instant)
    /// A run that was started has ended.
    case finished(schedule: String, nominal: Instant, RunOutcome)
    /// A person pauses a schedule.
    case paused(String)
    /// A person lets it go on.
    case resumed(String)
}

/// How a run ended.
package enum RunOutcome: Hashable, Sendable {
    case done
    /// With what there is to say about it.
    case failed(String)
}

/// What the scheduler asks its host to do, in this order; a host that shares a store does it there.
package enum SchedulerAction: Hashable, Sendable {
    /// Take the run for this host, in one step of the store, for so many seconds.
    ///
    /// It is granted where the store has no such row, or one that waits, failed at an earlier attempt, or runs with a lease
    /// that is over; and, where `exclusive`, no other row of the schedule runs with a lease that holds. The host answers
    /// with `claimed` or `refused`.
    case claim(ScheduledRun, lease: Int, exclusive: Bool)
    /// Run the script; the host answers with `finished` in the end.
    case start(ScheduledRun)
    /// Stop the script that runs; `finished` is still expected, except where the lease is lost.
    case stop(schedule: String, nominal: Instant, RunReason)
    /// Give a sign of life for a run of this host, for so many seconds; where another host holds it now, the host answers
    /// with `lost`.
    case renew(ScheduledRun, lease: Int)
    /// Write the end of a run of this host, unless another host holds it now.
    case finish(ScheduledRun)
    /// Take over the run of a host that is gone, where its lease is over, and write its end.
    case closeLost(ScheduledRun)
    /// Write a row that nobody runs, or that waits, where the store has none, or one that waits.
    case record(ScheduledRun)
    /// Keep the mark.
    case remember(ScheduleMark)
}
