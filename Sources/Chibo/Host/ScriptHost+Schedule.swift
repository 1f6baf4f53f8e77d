package import ChiboDocument
package import ChiboModel
package import ChiboScheduling
import ChiboScripting
import ChiboStore

extension ScriptHost {
    /// The unit's schedules with their timetables.
    package func plannedSchedules() throws(Diagnostic) -> [PlannedSchedule] {
        var planned: [PlannedSchedule] = []
        for definition in try runtime.schedules() {
            do throws(TimetableError) {
                planned.append(try PlannedSchedule(definition, zones: TimeZoneFolder(path: options.zoneFolder)))
            } catch { throw error.diagnostic }
        }
        return planned
    }

    /// The history of one schedule or of all, newest first.
    package func scheduleHistory(_ id: String?, limit: Int = 50) throws(Diagnostic) -> [ScheduledRun] {
        do throws(StoreError) { return try store.runs(of: id, limit: limit) } catch { throw error.diagnostic }
    }

    /// Runs what is due now, catches up what was missed, and writes a row for each nominal time.
    ///
    /// - Parameters:
    ///   - folder: Where reports go, a folder a schedule and nominal time.
    ///   - formats: The formats of reports whose schedule names none.
    ///   - progress: Told before each run.
    /// - Returns: The rows that this call wrote, in the order in which it did.
    /// - Throws: What is wrong with a schedule or the store; a run that fails is a row.
    package func runDue(
        to folder: String, formats: [ReportFormat], progress: (ScheduledRun) -> Void = { _ in }
    ) throws(Diagnostic) -> [ScheduledRun] {
        var round = DueRound(host: self, folder: folder, formats: formats)
        let schedules = try plannedSchedules()
        do throws(StoreError) { try round.run(schedules, progress) } catch { throw error.diagnostic }
        return round.written
    }
}

/// One round of a command that runs what is due: carries out what the scheduler asks for until it asks for nothing.
private struct DueRound {
    let host: ScriptHost
    let folder: String
    let formats: [ReportFormat]
    var written: [ScheduledRun] = []
    // A single command gives no signs of life while a script runs.
    private var scheduler = Scheduler(lease: nil)
    private var pending: [SchedulerAction] = []

    init(host: ScriptHost, folder: String, formats: [ReportFormat]) {
        (self.host, self.folder, self.formats) = (host, folder, formats)
    }

    private var store: any Store { host.store }

    mutating func run(_ schedules: [PlannedSchedule], _ progress: (ScheduledRun) -> Void) throws(StoreError) {
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

    /// Does what the schedule's script asks for at a nominal time.
    private func perform(_ run: ScheduledRun) -> RunOutcome {
        do {
            _ = try host.perform(run, folder: folder, formats: formats)
            return .done
        } catch { return .failed("\(error.code): \(error.message.vi)") }
    }
}

extension ScriptHost {
    /// Does what a schedule's script asks for at a nominal time, and says which files it wrote.
    func perform(_ run: ScheduledRun, folder: String, formats: [ReportFormat]) throws(Diagnostic) -> [String] {
        let day = localDate(run.nominal)
        let period = try plannedSchedules().first { $0.definition.id == run.schedule }?.timetable.period(
            of: run.nominal)
        let context = try context(
            every: nil, period: period ?? Period(.day, containing: day), asOf: day, parameters: [:], today: day)
        var files: [String] = []
        for work in try runtime.work(of: run.schedule, context) {
            // A run that catches up sees what it would have seen on its day.
            let asOf = min(work.period.last, day)
            switch work.kind {
            case .criteria: _ = try evaluate(work.id, period: work.period, asOf: asOf)
            case .quota: _ = try allocate(work.id, period: work.period, asOf: asOf)
            case .plan: _ = try plan(work.id, period: work.period, asOf: asOf)
            case .report:
                let named = work.formats.compactMap { ReportFormat(named: $0) }
                let written = try write(
                    work.id, to: "\(folder)/\(ScriptHost.fileName(run.schedule))/\(day.iso)",
                    formats: named.isEmpty ? formats : named,
                    period: work.period, today: day)
                files += written.flatMap(\.files)
            }
        }
        return files
    }
}
