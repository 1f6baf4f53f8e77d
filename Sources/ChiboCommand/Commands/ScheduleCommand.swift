import Chibo

/// `chibo schedule`
extension Job {
    func schedule() throws -> ExitCode {
        if options.operands[0] == "run-due", let launch { return try runDueApart(launch) }
        let host = try openHost()
        switch options.operands[0] {
        case "list": return try listSchedules(host)
        case "next": return try showNextTimes(host)
        case "history": return try showHistory(host)
        default: return try runDue(host)
        }
    }

    /// How many lines, and of which schedule: `next 5`, `history quy`.
    private var wanted: (schedule: String?, count: Int) {
        guard let word = options.operands.dropFirst().first else { return (nil, 10) }
        return Int(word).map { (nil, max(1, $0)) } ?? (word, 10)
    }

    /// The schedules with their times: all, or the one that was named.
    private func planned(_ host: ScriptHost) throws -> [PlannedSchedule] {
        let all = try host.plannedSchedules()
        guard let only = wanted.schedule else { return all }
        let found = all.filter { $0.definition.id == only }
        if found.isEmpty { throw Failures.unknownSchedule(only, all.map(\.definition.id)) }
        return found
    }

    private func listSchedules(_ host: ScriptHost) throws -> ExitCode {
        let now = host.options.now()
        let rows = try planned(host).map { schedule in
            (
                schedule, schedule.timetable.next(after: now),
                try host.scheduleHistory(schedule.definition.id, limit: 1).first
            )
        }
        let json = rows.map { schedule, next, last in
            JSON.object([
                "id": .string(schedule.definition.id), "time_zone": .string(schedule.definition.timeZone),
                "next": next.map { .string($0.local.iso) }, "last": last.map { self.json($0, schedule.timetable.zone) },
            ])
        }
        if console.settings.json {
            try console.print(.object(["schedules": .array(json), "exit": 0]))
            return .success
        }
        if rows.isEmpty {
            console.note(
                Bilingual(
                    vi: "đơn vị chưa có lịch nào; tạo một tệp trong schedules/",
                    en: "the unit has no schedule yet; make a file in schedules/"))
            return .success
        }
        var table = TextTable([
            (pick("Lịch", "Schedule"), .left), (pick("Lần tới", "Next"), .left), (pick("Lần trước", "Last"), .left),
            (pick("Múi giờ", "Zone"), .left),
        ])
        for (schedule, next, last) in rows {
            let zone = schedule.timetable.zone
            table.add([
                Styled(schedule.definition.id), Styled(next.map { shown($0.local) } ?? "–"),
                Styled(last.map { "\(shown(zone.local($0.nominal))) \(word($0.state))" } ?? "–"),
                Styled(schedule.definition.timeZone),
            ])
        }
        return try show(table.lines())
    }

    private func showNextTimes(_ host: ScriptHost) throws -> ExitCode {
        let count = wanted.count
        let now = host.options.now()
        let times = try planned(host).flatMap { schedule in
            schedule.timetable.next(count, after: now).map { (schedule.definition, $0) }
        }
        let soonest = times.sorted { ($0.1.instant, $0.0.id) < ($1.1.instant, $1.0.id) }.prefix(count)
        if console.settings.json {
            let json = soonest.map { definition, time in
                JSON.object([
                    "schedule": .string(definition.id), "at": .string(time.local.iso),
                    "instant": .int(time.instant.seconds), "time_zone": .string(definition.timeZone),
                ])
            }
            try console.print(.object(["times": .array(json), "exit": 0]))
            return .success
        }
        for (definition, time) in soonest {
            try console.print(Styled("\(shown(time.local))  ") + Styled(definition.id, .strong))
        }
        return .success
    }

    private func showHistory(_ host: ScriptHost) throws -> ExitCode {
        let (only, count) = wanted
        let runs = try host.scheduleHistory(only, limit: count)
        // A schedule that was taken away still has its history; a name that never was one is a slip.
        if runs.isEmpty, only != nil { _ = try planned(host) }
        let zone = (try? TimeZoneFolder(path: host.options.zoneFolder).zone(host.unit.timeZone))?.rules ?? .utc
        if console.settings.json {
            try console.print(.object(["runs": .array(runs.map { json($0, zone) }), "exit": 0]))
            return .success
        }
        if runs.isEmpty { console.note(Bilingual(vi: "chưa có lần chạy nào", en: "nothing has run yet")) }
        for run in runs {
            let reason = run.reason.isEmpty ? "" : " — " + RunReason.words(for: run.reason)[language]
            try console.print(
                Styled("\(shown(zone.local(run.nominal)))  ") + Styled(run.schedule, .strong)
                    + Styled("  \(word(run.state))\(reason)"))
        }
        return .success
    }

    /// Runs what is due and writes what became of it.
    private func runDue(_ host: ScriptHost) throws -> ExitCode {
        let folder = path(options.output ?? host.folder + "/out")
        let runs = try host.runDue(to: folder, formats: Job.scheduledFormats, progress: announce)
        return try show(runs, folder: folder, zone: host.zone)
    }

    /// Says which run begins.
    func announce(_ run: ScheduledRun) {
        console.note(Bilingual(vi: "đang chạy \(run.schedule)", en: "running \(run.schedule)"))
    }

    /// Shows what became of the runs; one that failed makes the answer "no".
    func show(_ runs: [ScheduledRun], folder: String, zone name: String) throws -> ExitCode {
        let code: ExitCode = runs.contains { $0.state == .failed } ? .negative : .success
        let zone = (try? TimeZoneFolder(path: ScriptHost.Options().zoneFolder).zone(name))?.rules ?? .utc
        if console.settings.json {
            try console.print(
                .object(["runs": .array(runs.map { json($0, zone) }), "exit": .int(Int64(code.rawValue))]))
            return code
        }
        for run in runs {
            let reason = run.reason.isEmpty ? "" : " — " + RunReason.words(for: run.reason)[language]
            try console.print(
                Styled("\(run.schedule)  \(shown(zone.local(run.nominal)))  \(word(run.state))\(reason)"))
        }
        if runs.isEmpty { console.note(Bilingual(vi: "không có gì đến giờ", en: "nothing is due")) }
        if runs.contains(where: { $0.state == .done }) {
            console.note(Bilingual(vi: "báo cáo, nếu có, ở \(folder)", en: "reports, if any, are in \(folder)"))
        }
        return code
    }

    private func json(_ run: ScheduledRun, _ zone: TimeZoneRules) -> JSON {
        .object([
            "schedule": .string(run.schedule), "nominal": .string(zone.local(run.nominal).iso),
            "instant": .int(run.nominal.seconds), "state": .string(run.state.rawValue),
            "attempt": .int(Int64(run.attempt)), "reason": .string(run.reason),
        ])
    }

    private func word(_ state: ScheduledRun.State) -> String {
        guard language == .vi else { return state.rawValue }
        return switch state {
        case .queued: "đang chờ"
        case .running: "đang chạy"
        case .done: "đã chạy"
        case .failed: "lỗi"
        case .cancelled: "đã hủy"
        case .missed: "bỏ lỡ"
        case .skipped: "bỏ qua"
        case .paused: "tạm dừng"
        }
    }

    private func shown(_ time: LocalTime) -> String { language == .vi ? time.vietnamese : time.iso }

    private func pick(_ vi: String, _ en: String) -> String { Bilingual(vi: vi, en: en)[language] }
}

extension LocalTime {
    /// The day and the minute as programs read them, without a zone.
    var iso: String { "\(date.iso)T" + description.suffix(8) }
}

extension Failures {
    static func unknownSchedule(_ id: String, _ known: [String]) -> Diagnostic {
        let near = NearestName.suggestions(for: id, among: known).first
        return Diagnostic(
            "CB-U016", .usage,
            Bilingual(vi: "không có lịch “\(id)”", en: "there is no schedule \"\(id)\""),
            suggestion: near.map { Bilingual(vi: "có phải “\($0)”?", en: "did you mean \"\($0)\"?") }
                ?? Bilingual(
                    vi: "hiện có: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"),
            arguments: ["schedule": id])
    }
}
