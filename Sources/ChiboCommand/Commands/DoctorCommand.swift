import Chibo
import ChiboLua
import ChiboModel
import ChiboSandbox

/// `chibo doctor`
extension Job {
    /// Shows what is well and what is not; the answer is "no" when something is bad.
    func show(_ items: [DoctorItem]) throws -> ExitCode {
        let code: ExitCode = items.contains { $0.state == .bad } ? .negative : .success
        if console.settings.json {
            try console.print(.object(["items": .array(items.map(\.json)), "exit": .int(Int64(code.rawValue))]))
            return code
        }
        let width = items.map { DisplayWidth.of($0.name) }.max() ?? 0
        for area in DoctorItem.Area.allCases {
            let group = items.filter { $0.area == area }
            if group.isEmpty { continue }
            try console.print(Styled(area.label[language], .heading))
            for item in group {
                let name = DisplayWidth.padded(item.name, to: width)
                try console.print("  " + mark(item.state) + Styled("  \(name)  \(item.text[language])"))
                if let advice = item.advice { try console.print(Styled("      → " + advice[language], .code)) }
            }
        }
        return code
    }

    private func mark(_ state: DoctorItem.State) -> Styled {
        switch state {
        case .fine: Styled(language == .vi ? "tốt  " : "fine ", .good)
        case .note: Styled(language == .vi ? "lưu ý" : "note ", .warning)
        case .bad: Styled(language == .vi ? "hỏng " : "bad  ", .error)
        }
    }
}

/// What the unit and its store say.
extension Job {
    /// Looks at the machine, and at the unit where there is one.
    func examine() throws -> ExitCode {
        let map = FileAccess.read("/proc/self/maps")
        let terminal = console.terminal
        let doctor = Doctor(
            environment: environment, memoryMap: (try? map.get()) ?? "",
            columns: terminal.isTerminal(.output) ? terminal.columns : nil)
        return try show(
            doctor.items() + LuaItems(.probe()).items() + LockItems(.offered).items() + unitItems())
    }

    private func unitItems() -> [DoctorItem] {
        do {
            let folder = try unitFolder()
            let host = try openHost()
            return [DoctorItem(.unit, .fine, host.unit.id, Bilingual(both: "\(host.unitName)  \(folder)"))]
                + (try storeItems(host))
        } catch {
            let diagnostic = (error as? Diagnostic) ?? Failures.unexpected(error)
            let isAbsent = diagnostic.code == "CB-H003"
            let area: DoctorItem.Area = diagnostic.kind == .unavailable ? .store : .unit
            return [
                DoctorItem(
                    area, isAbsent ? .note : .bad, diagnostic.code, diagnostic.message,
                    advice: diagnostic.suggestion)
            ]
        }
    }

    private func storeItems(_ host: ScriptHost) throws -> [DoctorItem] {
        let snapshot = try host.snapshot(asOf: host.today)
        let counts = [RecordKind.unit, .member, .meeting, .rating].map { kind in
            "\(Schema[kind].plural) \(snapshot[kind].count)"
        }
        let version = snapshot.version
        let file = options.store.map(path) ?? host.folder + "/chibo.sqlite"
        let isEmpty = version.number == 0
        return [
            DoctorItem(
                .store, isEmpty ? .note : .fine, file,
                Bilingual(
                    vi: "phiên bản dữ liệu \(version) · " + counts.joined(separator: " · "),
                    en: "data version \(version) · " + counts.joined(separator: " · ")),
                advice: isEmpty
                    ? Bilingual(vi: "chưa có dữ liệu: chibo import", en: "no records yet: chibo import") : nil)
        ]
    }
}
