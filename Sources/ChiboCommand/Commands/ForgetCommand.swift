import Chibo

/// `chibo forget`
extension Job {
    func forget() throws -> ExitCode {
        let host = try openHost()
        try host.require(.forget)
        let person = try self.person(options.operands[0], host)
        let isDry = options.has(.dryRun)
        let reason = options.value(.reason) ?? ""
        guard isDry || !reason.isEmpty else { throw Failures.reasonMissing() }
        let base = try host.version()
        let records = try host.records(of: person)
        let traces = try host.traces(of: person, besides: records)
        if isDry {
            return try show(ForgetSummary(person: person, records: records, traces: traces, version: nil), isDry: true)
        }
        guard try confirm(person, records.belonging.count) else { return .interrupted }
        let version = try host.forget(person, records, base: base, reason: reason)
        return try show(ForgetSummary(person: person, records: records, traces: traces, version: version), isDry: false)
    }

    /// The member or candidate with an id, also one that was erased before.
    private func person(_ id: String, _ host: ScriptHost) throws -> RecordKey {
        guard let person = try host.person(RecordID(id)) else { throw Failures.noPerson(id) }
        return person
    }

    /// Asks whoever sits there to type the id again; nobody there has said so with the reason.
    private func confirm(_ person: RecordKey, _ count: Int) throws -> Bool {
        let terminal = console.terminal
        guard terminal.inputIsTerminal, terminal.isTerminal(.messages), !options.has(.noInput), !options.has(.yes)
        else {
            return true
        }
        console.say(
            Styled(
                Bilingual(
                    vi: "\(count) bản ghi của \(person.id) sẽ bị xóa khỏi mọi phiên bản, không lấy lại được. Gõ lại "
                        + "\(person.id) để xóa:",
                    en: "\(count) records of \(person.id) will be erased from every version, for good. Type "
                        + "\(person.id) to erase them:")[language]))
        return terminal.readLine()?.filter { !$0.isWhitespace } == person.id.text
    }

    private func show(_ summary: ForgetSummary, isDry: Bool) throws -> ExitCode {
        if console.settings.json {
            try console.print(summary.json)
        } else {
            for line in summary.lines(language, isDry: isDry) { try console.print(line) }
        }
        return .success
    }
}

/// What an erasure erases and what it leaves, in a few lines or as JSON; ids and names of fields only.
struct ForgetSummary {
    let person: RecordKey
    let records: PersonRecords
    let traces: [PersonTrace]
    /// The version that it made; nil where nothing was written.
    let version: DataVersion?

    func lines(_ language: Language, isDry: Bool) -> [Styled] {
        let counts = RecordKind.allCases.compactMap { kind -> String? in
            let count = records.belonging.filter { $0.kind == kind }.count
            return count == 0 ? nil : "\(language == .vi ? Schema[kind].label : kind.code) \(count)"
        }
        let all = counts.joined(separator: " · ")
        let done =
            isDry
            ? Bilingual(vi: "sẽ xóa \(all)", en: "would erase \(all)")
            : version == nil
                ? Bilingual(
                    vi: "đã xóa từ trước; các tệp của kho đã được dọn lại",
                    en: "erased before; the store's files were swept again")
                : Bilingual(vi: "đã xóa \(all)", en: "erased \(all)")
        var lines = [Styled("\(person.id): ", .strong) + Styled(done[language])]
        if let version {
            let outcome = Bilingual(
                vi: "đã ghi: phiên bản dữ liệu \(version); chuỗi kiểm toán vẫn kiểm tra được",
                en: "written: data version \(version); the audit chain goes on to verify")
            lines.append(Styled("  " + outcome[language]))
        }
        if let stays = stays { lines.append(Styled("  " + stays[language])) }
        for trace in traces { lines.append(Styled("  " + trace.words[language], .warning)) }
        lines.append(
            Styled(
                "  "
                    + Bilingual(
                        vi:
                            "các bản sao lưu làm trước đây, kể cả ….replaced-1 cạnh kho, vẫn còn dữ liệu này: hãy xóa "
                            + "chúng và sao lưu lại",
                        en: "backups made before, ….replaced-1 beside the store included, still hold this data: delete "
                            + "them and make a new one")[language], .faint))
        return lines
    }

    private var stays: Bilingual? {
        let fields = Set(records.referring.map { "\($0.from.kind.code).\($0.field)" }).sorted().joined(separator: ", ")
        guard !fields.isEmpty else { return nil }
        let count = records.referring.count
        return Bilingual(
            vi: "còn \(count) bản ghi giữ mã này (\(fields)); mã không cho biết là ai",
            en: "\(count) records keep the id (\(fields)); it no longer says who it was")
    }

    var json: JSON {
        .object([
            "kind": .string(person.kind.code), "id": .string(person.id.text),
            "records": .array(
                records.belonging.map { .object(["kind": .string($0.kind.code), "id": .string($0.id.text)]) }),
            "referring": .array(
                records.referring.map {
                    .object([
                        "kind": .string($0.from.kind.code), "id": .string($0.from.id.text), "field": .string($0.field),
                    ])
                }),
            "traces": .array(traces.map { .object(["what": .string($0.name), "message": $0.words.json]) }),
            "data_version": version.map { .int($0.number) } ?? .null, "exit": 0,
        ])
    }
}

extension Failures {
    static func reasonMissing() -> Diagnostic {
        Diagnostic(
            "CB-U044", .usage,
            Bilingual(
                vi: "cần --reason: vì sao xóa (được giữ trong nhật ký, đừng ghi họ tên)",
                en: "--reason is needed: why it is erased (the log keeps it, so write no name)"),
            suggestion: Bilingual(both: "--reason \"đơn số 12 ngày 05/06/2024\""))
    }

    static func noPerson(_ id: String) -> Diagnostic {
        Diagnostic(
            "CB-U045", .usage,
            Bilingual(
                vi: "không có đảng viên hay nguồn kết nạp nào mang mã “\(id)”",
                en: "there is no member or candidate with the id \"\(id)\""),
            suggestion: Bilingual(
                vi: "chibo audit show --kind member — các mã đang có", en: "chibo audit show --kind member — the ids"),
            arguments: ["id": id])
    }
}
