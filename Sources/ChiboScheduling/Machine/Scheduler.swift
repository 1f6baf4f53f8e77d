package import ChiboModel

/// The scheduler: events in, actions out; no clock, no store, no threads.
///
/// Everything it knows is in the store's history and marks, so that a host that starts anew goes on where another one
/// stopped, and several hosts may share a store: what decides who runs a nominal time is the store's answer to a claim
/// on (schedule, nominal time), and a fence that grows with each claim keeps a host that was believed dead from writing.
/// The moments passed in should come from one clock: the store's, where hosts share one.
package struct Scheduler: Sendable {
    /// How long a host is believed to be alive after its last sign; nil for a host that cannot give signs while a run
    /// goes on, such as a single command: then its runs are held for their timeout and a minute.
    package let lease: Int64?
    var lanes: [String: ScheduleLane] = [:]

    /// A run that begins at most so late, in seconds, is in time and needs no catching up.
    static let grace: Int64 = 60
    /// A clock that steps back further than this was wrong before, as cron sees it.
    static let clockStep: Int64 = 3 * 3600
    /// So many runs of one schedule may wait, and so many run side by side.
    static let queueLimit = 1000
    static let parallelLimit = 8

    /// A scheduler that knows no schedule yet.
    package init(lease: Int64? = 15) { self.lease = lease }

    /// Takes in an event and says what to do.
    package mutating func handle(_ event: SchedulerEvent, at now: Instant) -> [SchedulerAction] {
        let lease = lease
        switch event {
        case .loaded(let plan, let mark, let history): return load(plan, mark, history, now)
        case .removed(let id): return remove(id)
        case .tick: return inEachLane { lane, steps in lane.tick(now, lease, &steps) }
        case .refreshed(let rows):
            for row in rows { lanes[row.schedule]?.refresh(row) }
            return []
        case .happened(let name):
            return inEachLane { lane, steps in lane.happened(name, now, lease, &steps) }
        case .claimed(let row): return inLane(row.schedule) { lane, steps in lane.claimed(row, &steps) }
        case .refused(let id, let nominal, let existing):
            return inLane(id) { lane, steps in lane.refused(nominal, existing, &steps) }
        case .lost(let id, let nominal): return inLane(id) { lane, steps in lane.lost(nominal, &steps) }
        case .finished(let id, let nominal, let outcome):
            return inLane(id) { lane, steps in lane.finished(nominal, outcome, now, lease, &steps) }
        case .paused(let id): return inLane(id) { lane, steps in lane.pause(now, lease, &steps) }
        case .resumed(let id): return inLane(id) { lane, steps in lane.resume(now, lease, &steps) }
        }
    }

    /// The next moment at which a tick may have something to do; nil where only an event from outside can.
    package func wake(after now: Instant) -> Instant? { lanes.values.compactMap { $0.wake(after: now, lease) }.min() }

    private mutating func load(
        _ plan: PlannedSchedule, _ mark: ScheduleMark?, _ history: [ScheduledRun], _ now: Instant
    ) -> [SchedulerAction] {
        let known = mark ?? lanes[plan.definition.id]?.mark
        let unchanged = known?.fingerprint == plan.fingerprint
        let fresh = ScheduleMark(
            schedule: plan.definition.id, fingerprint: plan.fingerprint, since: now, paused: known?.paused)
        let current = unchanged ? known ?? fresh : fresh
        var lane = lanes[plan.definition.id] ?? ScheduleLane(plan, mark: current)
        (lane.plan, lane.mark, lane.latest) = (plan, current, max(lane.latest, current.since))
        lane.isRemoved = false
        for row in history { lane.refresh(row) }
        lanes[plan.definition.id] = lane
        return unchanged ? [] : [.remember(current)]
    }

    private mutating func remove(_ id: String) -> [SchedulerAction] {
        inLane(id) { lane, steps in lane.remove(&steps) }
    }

    private mutating func inLane(
        _ id: String, _ change: (inout ScheduleLane, inout [SchedulerAction]) -> Void
    ) -> [SchedulerAction] {
        guard var lane = lanes[id] else { return [] }
        var steps: [SchedulerAction] = []
        change(&lane, &steps)
        lanes[id] = lane
        return steps
    }

    private mutating func inEachLane(
        _ change: (inout ScheduleLane, inout [SchedulerAction]) -> Void
    ) -> [SchedulerAction] {
        lanes.keys.sorted().flatMap { inLane($0, change) }
    }
}
