package import ChiboModel
package import ChiboScheduling
package import ChiboStore

/// One round of a command that runs what is due: carries out what the scheduler asks for until it asks for nothing.
package struct ScheduleRound {
    /// The rows that the round wrote, in the order in which it did.
    package private(set) var written: [ScheduledRun] = []
    private let store: any Store
    private let perform: (ScheduledRun) -> RunOutcome
    // A single command gives no signs of life while a script runs.
    private var scheduler = Scheduler(lease: nil)
    private var pending: [SchedulerAction] = []

    /// A round over the history of a store.
    ///
    /// - Parameters:
    ///   - store: Where the history is.
    ///   - perform: Does what the schedule's script asks for at a nominal time.
    package init(_ store: any Store, perform: @escaping (ScheduledRun) -> RunOutcome) {
        (self.store, self.perform) = (store, perform)
    }

    /// Runs what is due of some schedules.
    package mutating func run(
        _ schedules: [PlannedSchedule], _ progress: (ScheduledRun) -> Void
    ) throws(StoreError) {
        for plan in schedules {
            let history = try store.runs(of: plan.definition.id, limit: 200)
            try tell(.loaded(plan, mark: try store.mark(of: plan.definition.id), history: history))
        }
        try tell(.tick)
        while !pending.isEmpty { try carryOut(pending.removeFirst(), progress) }
    }

    private mutating func tell(_ event: SchedulerEvent) throws(StoreError) {
        pending += scheduler.handle(event, at: try store.now())
    }

    private mutating func carryOut(
        _ action: SchedulerAction, _ progress: (ScheduledRun) -> Void
    ) throws(StoreError) {
        switch action {
        case .claim(let run, let lease, let exclusive):
            switch try store.take(run, lease: lease, exclusive: exclusive) {
            case .granted(let row): try tell(.claimed(row))
            case .refused(let existing):
                try tell(.refused(schedule: run.schedule, nominal: run.nominal, existing: existing))
            }
        case .start(let run):
            progress(run)
            try tell(.finished(schedule: run.schedule, nominal: run.nominal, perform(run)))
        case .finish(let run): written.append(try store.finish(run))
        case .renew(let run, let lease): _ = try store.renew(run, lease: lease)
        case .record(let run): written += try store.record([run])
        case .closeLost(let run):
            if let claimed = try store.claim(run, lease: 60) {
                var closed = run
                closed.fence = claimed.fence
                written.append(try store.finish(closed))
            }
        case .remember(let mark): try store.setMark(mark)
        case .stop: break
        }
    }
}
