import Chibo

/// `chibo member`, `chibo branch`, `chibo record KIND`: one record, shown, changed or added by hand.
extension Job {
    func handleRecord(_ kind: RecordKind, _ words: ArraySlice<String>) throws -> ExitCode {
        guard let action = words.first else { throw Failures.noRecordAction("") }
        let rest = Array(words.dropFirst())
        switch action {
        case "show": return try showRecord(kind, try recordID(rest))
        case "set": return try edit(kind, try recordID(rest), Array(rest.dropFirst()))
        case "add": return try edit(kind, nil, rest)
        default: throw Failures.noRecordAction(action)
        }
    }

    /// The same for any kind, which is the first word.
    func handleAnyRecord() throws -> ExitCode {
        let word = options.operands[0]
        guard let kind = RecordKind(code: word) ?? RecordKind.allCases.first(where: { $0.plural == word }) else {
            throw Failures.noKind(word)
        }
        return try handleRecord(kind, options.operands.dropFirst())
    }

    private func recordID(_ words: [String]) throws -> RecordID {
        guard let id = words.first else { throw Failures.noRecordID() }
        return RecordID(id)
    }

    // MARK: Show

    private func showRecord(_ kind: RecordKind, _ id: RecordID) throws -> ExitCode {
        let host = try openHost()
        let snapshot = try host.snapshot(asOf: options.asOf ?? host.today)
        guard let row = snapshot.row(of: id, in: kind) else { throw Failures.noSuchRecord(id, kind) }
        let reveals = host.allows(.reveal)
        var table = TextTable([(word("trường", "field"), .left), ("", .left), (word("giá trị", "value"), .left)])
        var members: [JSON.Member] = [JSON.Member(name: "id", value: .string(id.text))]
        var masked = 0
        for (index, field) in Schema[kind].fields.enumerated() {
            let value = snapshot.value(kind, row: row, field: index)
            guard value != .missing else { continue }
            let isMasked = field.isGuarded && !reveals
            if isMasked { masked += 1 }
            let shown = isMasked ? "•••" : value.shown(as: field, snapshot)
            table.add([Styled(field.code, .strong), Styled(field.label, .faint), Styled(shown)])
            members.append(JSON.Member(name: field.code, value: isMasked ? .null : .text(value.plain)))
        }
        let title = Styled("\(kind.code) \(id)", .strong) + Styled("  \(snapshot.asOf.vietnamese)", .faint)
        try deliver([title] + table.lines(), .object(members))
        if masked > 0 {
            console.note(
                Bilingual(
                    vi: "\(masked) trường định danh được che; people.reveal trong unit.lua nêu ai được xem",
                    en: "\(masked) identifying fields are masked; people.reveal in unit.lua names who may see them"))
        }
        return .success
    }

    // MARK: Set and add

    private func edit(_ kind: RecordKind, _ id: RecordID?, _ words: [String]) throws -> ExitCode {
        guard !words.isEmpty else { throw Failures.nothingToSet() }
        let host = try openHost()
        let isDry = options.has(.dryRun)
        if !isDry { try host.require(.import) }
        let choice: EffectiveChoice =
            options.has(.correct) ? .correction : options.effective.map { .on($0) } ?? .ask
        let edit = try host.prepareEdit(kind, id, words, effective: choice, reason: options.value(.reason) ?? "")
        for finding in edit.findings { console.note(finding) }
        let version = isDry ? nil : try host.commit(edit)
        let outcome =
            if let version {
                Bilingual(vi: "đã ghi: phiên bản dữ liệu \(version)", en: "written: data version \(version)")
            } else if edit.isEmpty {
                Bilingual(vi: "không có gì thay đổi", en: "nothing changed")
            } else {
                Bilingual(vi: "chạy thử: chưa ghi gì", en: "dry run: nothing was written")
            }
        let lines = changedFields(edit, kind, choice, reveals: host.allows(.reveal))
        let title = Styled("\(kind.code) \(edit.id)", .strong) + Styled(id == nil ? word("  mới", "  new") : "")
        try deliver(
            [title] + lines + [Styled("  " + outcome[language])],
            .object([
                JSON.Member(name: "id", value: .string(edit.id.text)),
                JSON.Member(
                    name: "fields", value: .array((edit.change?.fields ?? []).map { .string($0.field) })),
                JSON.Member(name: "data_version", value: version.map { .int($0.number) } ?? .null),
            ]))
        return .success
    }

    private func changedFields(
        _ edit: ScriptHost.PreparedEdit, _ kind: RecordKind, _ choice: EffectiveChoice, reveals: Bool
    ) -> [Styled] {
        (edit.change?.fields ?? []).map { change in
            let field = Schema[kind].fields[change.index]
            let name = language == .vi ? field.label : field.code
            func shown(_ value: FieldValue) -> String {
                if value == .missing { return word("(trống)", "(none)") }
                return field.isGuarded && !reveals ? "•••" : value.shown(as: field, edit.snapshot)
            }
            let from =
                if change.isDated, case .on(let day) = choice { word(", từ ", ", from ") + day.vietnamese } else { "" }
            return Styled("  \(name): \(shown(change.old)) → \(shown(change.new))\(from)")
        }
    }

    private func word(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}

extension Failures {
    static func noRecordAction(_ word: String) -> Diagnostic {
        let near = NearestName.suggestions(for: word, among: ["show", "set", "add"], limit: 1).first
        return Diagnostic(
            "CB-U025", .usage,
            word.isEmpty
                ? Bilingual(vi: "cần nói làm gì: show, set hay add", en: "say what to do: show, set or add")
                : Bilingual(vi: "không có việc “\(word)”", en: "there is no action \"\(word)\""),
            suggestion: near.map { Bilingual(vi: "có phải \($0)?", en: "is it \($0)?") }
                ?? Bilingual(
                    vi: "ví dụ: chibo member show M-000001", en: "for example: chibo member show M-000001"))
    }

    static func noRecordID() -> Diagnostic {
        Diagnostic(
            "CB-U026", .usage, Bilingual(vi: "thiếu mã của bản ghi", en: "the record's id is missing"),
            suggestion: Bilingual(
                vi: "ví dụ M-000001; chibo export member liệt kê các mã",
                en: "such as M-000001; chibo export member lists the ids"))
    }

    static func nothingToSet() -> Diagnostic {
        Diagnostic(
            "CB-U022", .usage, Bilingual(vi: "chưa nêu trường=giá trị nào", en: "no field=value was given"),
            suggestion: Bilingual(
                vi: "ví dụ: party_role=secretary; để trống sau dấu = thì xóa giá trị",
                en: "for example: party_role=secretary; nothing after the = takes the value away"))
    }

    static func noSuchRecord(_ id: RecordID, _ kind: RecordKind) -> Diagnostic {
        Diagnostic(
            "CB-D031", .data,
            Bilingual(
                vi: "không có \(Schema[kind].label) nào mang mã \(id) vào ngày này",
                en: "there is no \(kind.code) \(id) on that day"),
            suggestion: Bilingual(
                vi: "mã có dạng \(Schema[kind].idPrefix)-000001; xem ngày khác bằng --as-of",
                en: "ids look like \(Schema[kind].idPrefix)-000001; --as-of shows another day"))
    }
}
