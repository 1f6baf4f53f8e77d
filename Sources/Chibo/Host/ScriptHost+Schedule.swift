package import ChiboDocument
package import ChiboModel
package import ChiboScheduling
import ChiboScripting
import ChiboStore

extension ScriptHost {
    /// The unit's schedules with their timetables.
    package func plannedSchedules() throws(Diagnostic) -> [PlannedSchedule] {
        try ScriptHost.planned(try runtime.schedules(), zones: options.zoneFolder)
    }

    /// The unit's schedules as its scripts define them.
    package func scheduleDefinitions() throws(Diagnostic) -> [ScheduleDefinition] { try runtime.schedules() }

    /// Schedules with their timetables, by the rules of a folder of time zones.
    package static func planned(
        _ definitions: [ScheduleDefinition], zones: String
    ) throws(Diagnostic) -> [PlannedSchedule] {
        var planned: [PlannedSchedule] = []
        for definition in definitions {
            do throws(TimetableError) {
                planned.append(try PlannedSchedule(definition, zones: TimeZoneFolder(path: zones)))
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
        var round = ScheduleRound(store) { [unowned self] run in outcome(of: run, folder: folder, formats: formats) }
        let schedules = try plannedSchedules()
        do throws(StoreError) { try round.run(schedules, progress) } catch { throw error.diagnostic }
        return round.written
    }

    private func outcome(of run: ScheduledRun, folder: String, formats: [ReportFormat]) -> RunOutcome {
        do {
            _ = try perform(run, folder: folder, formats: formats)
            return .done
        } catch { return .failed(error.scheduleReason) }
    }
}

extension Diagnostic {
    /// What the history of a schedule keeps of a failure: which, what and where, in one line.
    package var scheduleReason: String {
        let line = place?.line.map { ":\($0)" } ?? ""
        return "\(code): \(message.vi)" + (place.map { " (\($0.file)\(line))" } ?? "")
    }
}

extension ScriptHost {
    /// Does what a schedule's script asks for at a nominal time, and says which files it wrote.
    package func perform(
        _ run: ScheduledRun, folder: String, formats: [ReportFormat]
    ) throws(Diagnostic) -> [String] {
        let day = localDate(run.nominal)
        let period = try plannedSchedules().first { $0.definition.id == run.schedule }?.timetable.period(
            of: run.nominal)
        let context = try context(
            of: nil, period: period ?? Period(.day, containing: day), asOf: day, parameters: [:], today: day)
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
