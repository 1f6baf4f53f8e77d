import Chibo

/// `chibo audit verify|show|export`
extension Job {
    func audit() throws -> ExitCode {
        let host = try openHost()
        switch options.operands[0] {
        case "verify": return try verifyAudit(host)
        case "export": return try exportAudit(host)
        default: return try showAudit(host)
        }
    }

    private func verifyAudit(_ host: ScriptHost) throws -> ExitCode {
        if options.operands.count > 1, let verb = options.verb { throw Failures.tooMuch(options.operands[1], verb) }
        let checkpoint = try options.value(.expect).map { text throws(Diagnostic) in
            guard let hash = AuditHash(hexadecimal: text.lowercased()) else { throw Failures.noHash(text) }
            return hash
        }
        let verdict = AuditVerdict(report: try host.verifyAudit(expecting: checkpoint), expected: checkpoint)
        let code: ExitCode = verdict.report.isIntact ? .success : .negative
        if console.settings.json {
            try console.print(verdict.json(code))
        } else {
            for line in verdict.lines(language) { try console.print(line) }
        }
        return code
    }

    private func showAudit(_ host: ScriptHost) throws -> ExitCode {
        let (changes, mask) = (try auditedChanges(host), try auditMask(host))
        if console.settings.json {
            let entries = changes.map { AuditJSON(mask: mask).entry($0, host.localTime($0.change.recordedAt)) }
            try console.print(.object(["entries": .array(entries), "exit": 0]))
            return .success
        }
        // A person reads a few records; the file of `export` has all.
        let limit = console.settings.verbose || options.operands.count > 1 ? Int.max : 20
        let text = AuditText(language: language, mask: mask, limit: limit)
        for change in changes {
            for line in text.lines(change, host.localTime(change.change.recordedAt)) { try console.print(line) }
        }
        if changes.isEmpty {
            console.note(Bilingual(vi: "không có thay đổi nào", en: "there are no changes"))
        }
        return .success
    }

    private func exportAudit(_ host: ScriptHost) throws -> ExitCode {
        guard let file = options.output, let format = AuditExport.Format(file: file) else {
            throw Failures.exportFile(options.output)
        }
        let export = AuditExport(mask: try auditMask(host))
        let changes = try auditedChanges(host).map { ($0, host.localTime($0.change.recordedAt)) }
        let text = export.text(changes, as: format)
        do throws(SystemError) { try FileAccess.write(text, to: path(file)) } catch {
            throw Failures.cannotWrite(file, error.number)
        }
        if console.settings.json {
            try console.print(.object(["file": .string(file), "entries": .int(Int64(changes.count)), "exit": 0]))
        } else {
            console.note(
                Bilingual(
                    vi: "đã ghi \(file): \(changes.count) thay đổi", en: "wrote \(file): \(changes.count) changes"))
        }
        return .success
    }

    private func auditedChanges(_ host: ScriptHost) throws -> [AuditedChange] {
        let kind = try options.value(.kind).map { word throws(Diagnostic) in
            guard let kind = RecordKind(code: word) else { throw Failures.noKind(word) }
            return kind
        }
        let id = options.operands.count > 1 ? RecordID(options.operands[1]) : nil
        let first = DataVersion(options.value(.since).flatMap { Int64($0) } ?? 1)
        let changes = try host.audit(from: first, of: kind, id: id)
        if let id, changes.isEmpty, options.value(.since) == nil { throw Failures.noRecord(id.text) }
        return changes
    }

    private func auditMask(_ host: ScriptHost) throws -> AuditMask {
        guard options.has(.reveal) else { return AuditMask(reveals: false) }
        try host.require(.reveal)
        return AuditMask(reveals: true)
    }
}

/// What stands in the place of values that are not for everybody.
struct AuditMask {
    /// Whether the account may see personal values, and asked to.
    let reveals: Bool

    static let mark = "•••"

    /// Whether a field's values are hidden.
    func hides(_ field: FieldDefinition) -> Bool { !reveals && field.sensitivity >= .basic }

    /// The value of a field as a program reads it; nil for none.
    func plain(_ value: FieldValue?, _ field: FieldDefinition) -> String? {
        guard let text = value?.plain else { return nil }
        return hides(field) ? AuditMask.mark : text
    }

    /// The value of a field as a person reads it.
    func shown(_ value: FieldValue?, _ field: FieldDefinition) -> String {
        guard let value, let text = value.plain else { return "–" }
        if hides(field) { return AuditMask.mark }
        if case .code(let code) = value, case .code(let list) = field.type {
            return "\(list.label(of: code)) (\(code))"
        }
        return DisplayWidth.cut(text, to: 60)
    }
}

extension Failures {
    static func noHash(_ text: String) -> Diagnostic {
        Diagnostic(
            "CB-U040", .usage,
            Bilingual(
                vi: "--expect cần một mã băm gồm 64 chữ số hệ mười sáu", en: "--expect needs a hash of 64 digits"),
            suggestion: Bilingual(
                vi: "chép nguyên mã mà chibo audit verify đã in", en: "copy the hash that chibo audit verify printed"),
            arguments: ["value": text])
    }

    static func noRecord(_ id: String) -> Diagnostic {
        Diagnostic(
            "CB-U042", .usage,
            Bilingual(
                vi: "kho không có bản ghi nào mang mã “\(id)”", en: "the store has no record with the id \"\(id)\""),
            suggestion: Bilingual(
                vi: "chibo audit show --kind member — các mã đang có", en: "chibo audit show --kind member — the ids"),
            arguments: ["id": id])
    }

    static func exportFile(_ file: String?) -> Diagnostic {
        Diagnostic(
            "CB-U043", .usage,
            Bilingual(
                vi: "cần một tệp kết thúc bằng .csv hoặc .json để ghi nhật ký",
                en: "a file that ends with .csv or .json is needed for the log"),
            suggestion: Bilingual(both: "chibo audit export --out audit.csv"), arguments: ["file": file ?? ""])
    }
}
