import Chibo
import ChiboSandbox

/// `chibo schedule run-due`, which nobody watches: this process keeps the history and the records, and no script of the
/// unit is even loaded in it.
extension Job {
    /// The formats of reports whose schedule names none.
    static let scheduledFormats: [ReportFormat] = [.xlsx, .html, .json]

    func runDueApart(_ launch: SandboxLaunch) throws -> ExitCode {
        let unit = try openApart()
        let relay = ScriptRelay(console, keepsOutput: false)
        let deadline = options.deadline ?? ScriptHost.Options().deadline ?? .seconds(5)
        let count = max(1, FileAccess.names(in: unit.folder + "/schedules").count)
        let outcome = try start(
            .schedules, launch, in: unit, time: (deadline + .milliseconds(250)) * (count + 1), relay)
        let code = try exitCode(of: outcome, relay, in: unit)
        guard code == .success, let (definitions, zone) = relay.schedules else { return code }
        let planned = try ScriptHost.planned(definitions, zones: ScriptHost.Options().zoneFolder)
        let folder = path(options.output ?? unit.folder + "/out")
        var round = ScheduleRound(unit.store) { run in
            let timeout = definitions.first { $0.id == run.schedule }?.timeout ?? 300
            return perform(run, launch, in: unit, time: .seconds(timeout), folder: folder)
        }
        do throws(StoreError) { try round.run(planned, announce) } catch { throw error.diagnostic }
        return try show(round.written, folder: folder, zone: zone)
    }

    /// One run; whatever becomes of its process is a row of the history, and the next run goes on.
    private func perform(
        _ run: ScheduledRun, _ launch: SandboxLaunch, in unit: ApartUnit, time: Duration, folder: String
    ) -> RunOutcome {
        let relay = ScriptRelay(console, keepsOutput: false)
        let task = SandboxTask.scheduled(run.schedule, nominal: run.nominal, folder: folder)
        do {
            let outcome = try start(task, launch, in: unit, time: time, output: folder, relay)
            let code = try exitCode(of: outcome, relay, in: unit)
            if code != .success { return .failed(relay.failure ?? "exit \(code.rawValue)") }
            try unit.keep(relay.receipts)
            return .done
        } catch {
            let diagnostic = (error as? Diagnostic) ?? Failures.unexpected(error)
            console.say(diagnostic)
            return .failed(diagnostic.scheduleReason)
        }
    }
}
