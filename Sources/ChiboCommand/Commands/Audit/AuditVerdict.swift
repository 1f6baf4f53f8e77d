import Chibo

/// What a verification of the audit chain says to a person and to a program.
struct AuditVerdict {
    let report: AuditReport
    let expected: AuditHash?

    func lines(_ language: Language) -> [Styled] {
        var lines = [summary(language)]
        if let fault = report.faults.first {
            lines.append(Styled("  " + place(fault)[language] + ": " + words(fault)[language]))
            if report.faults.count > 1 {
                let others = report.faults.dropFirst().prefix(10).map { String($0.version.number) }
                let word = language == .vi ? "và các mục" : "and entries"
                lines.append(
                    Styled("  \(word) \(others.joined(separator: ", "))" + (report.faults.count > 11 ? " …" : "")))
            }
        }
        if report.lacksCheckpoint {
            lines.append(
                Styled(
                    "  "
                        + Bilingual(
                            vi: "không mục nào có mã băm đã giữ: các mục cuối đã bị gỡ, hoặc chuỗi đã được làm lại",
                            en:
                                "no entry has the hash that was kept: last entries were taken off, or the chain was "
                                + "made anew")[language]))
        }
        if let checkpoint = report.checkpoint {
            lines.append(
                Styled(
                    "  "
                        + Bilingual(
                            vi: "mã băm đã giữ là của mục \(checkpoint): mọi mục đến đó còn nguyên",
                            en:
                                "the hash that was kept is that of entry \(checkpoint): everything up to it is as it "
                                + "was"
                        )[language]))
        }
        if report.isIntact, let head = report.head {
            lines.append(Styled("  \(report.entryCount)  \(head)", .code))
            lines.append(
                Styled(
                    "  "
                        + Bilingual(
                            vi: "hãy giữ dòng này ở nơi khác; lần sau: chibo audit verify --expect MÃ-BĂM",
                            en: "keep this line elsewhere; next time: chibo audit verify --expect HASH")[language],
                    .faint))
        }
        return lines
    }

    private func summary(_ language: Language) -> Styled {
        let counts = Bilingual(
            vi:
                "\(report.entryCount) mục, \(report.commitmentCount) cam kết, \(report.erasedCount) dòng đã xóa theo "
                + "yêu cầu",
            en:
                "\(report.entryCount) entries, \(report.commitmentCount) commitments, \(report.erasedCount) rows "
                + "erased on request")
        let word =
            report.isIntact
            ? Bilingual(vi: "chuỗi kiểm toán nguyên vẹn", en: "the audit chain is intact")
            : Bilingual(vi: "chuỗi kiểm toán KHÔNG nguyên vẹn", en: "the audit chain is NOT intact")
        return Styled(word[language], report.isIntact ? .good : .error) + Styled(": " + counts[language])
    }

    private func place(_ fault: AuditReport.Fault) -> Bilingual {
        Bilingual(vi: "đứt ở mục \(fault.version)", en: "it breaks at entry \(fault.version)")
    }

    private func words(_ fault: AuditReport.Fault) -> Bilingual {
        let kind = fault.record ?? ""
        return switch fault.kind {
        case .entryMissing: Bilingual(vi: "đầu mục không còn", en: "its head is missing")
        case .sealMissing: Bilingual(vi: "mục không còn trong chuỗi", en: "it is missing from the chain")
        case .headChanged:
            Bilingual(
                vi: "đầu mục (ai, khi nào, việc gì, từ tệp nào) đã bị sửa, hoặc các mục đã bị đổi chỗ",
                en: "its head (who, when, what, from which file) was changed, or entries were exchanged")
        case .rowChanged(let id):
            Bilingual(
                vi: "một dòng của \(kind) \(id) đã bị sửa bằng cách khác",
                en: "a row of \(kind) \(id) was changed by other means")
        case .rowMissing:
            Bilingual(vi: "thiếu dòng mà mục đã ghi", en: "rows that it wrote are missing")
        case .rowAdded(let id):
            Bilingual(
                vi: "\(kind) \(id) có một dòng mà mục không ghi", en: "\(kind) \(id) has a row that it did not write")
        }
    }

    func json(_ code: ExitCode) -> JSON {
        let faults = report.faults.map { fault in
            JSON.object([
                "entry": .int(fault.version.number), "reason": .string(name(fault.kind)),
                "kind": fault.record.map { .string($0) }, "record": record(fault.kind).map { .string($0) },
                "message": words(fault).json,
            ])
        }
        return .object([
            "intact": .bool(report.isIntact), "entries": .int(Int64(report.entryCount)),
            "commitments": .int(Int64(report.commitmentCount)), "erased": .int(Int64(report.erasedCount)),
            "head": .text(report.head.map { "\($0)" }), "expected": .text(expected.map { "\($0)" }),
            "checkpoint": report.checkpoint.map { .int($0.number) } ?? .null, "faults": .array(faults),
            "exit": .int(Int64(code.rawValue)),
        ])
    }

    private func name(_ kind: AuditReport.Fault.Kind) -> String {
        switch kind {
        case .entryMissing: "entry_missing"
        case .sealMissing: "seal_missing"
        case .headChanged: "head_changed"
        case .rowChanged: "row_changed"
        case .rowMissing: "row_missing"
        case .rowAdded: "row_added"
        }
    }

    private func record(_ kind: AuditReport.Fault.Kind) -> String? {
        switch kind {
        case .rowChanged(let id), .rowAdded(let id): id.text
        default: nil
        }
    }
}
