import Chibo

/// `chibo data check`: what is missing and what contradicts itself, branch by branch.
extension Job {
    func checkData() throws -> ExitCode {
        let host = try openHost()
        let check = DataCheck(try host.snapshot(asOf: options.asOf ?? host.today))
        let contradictions = check.branches.reduce(0) { $0 + $1.contradictionCount }
        let code: ExitCode = contradictions == 0 ? .success : .negative
        try deliver(lines(check, contradictions), json(check, code))
        return code
    }

    private func lines(_ check: DataCheck, _ contradictions: Int) -> [Styled] {
        let isVietnamese = language == .vi
        var table = TextTable(
            isVietnamese
                ? [
                    ("chi bộ", .left), ("đảng viên", .right), ("đủ dữ liệu", .right), ("mâu thuẫn", .right),
                    ("thiếu nhiều nhất", .left),
                ]
                : [
                    ("branch", .left), ("members", .right), ("complete", .right), ("contradictions", .right),
                    ("most missing", .left),
                ])
        for branch in check.branches {
            table.add([
                Styled(label(branch)), Styled(String(branch.memberCount)),
                Styled(Share(Int64(branch.present), of: Int64(branch.wanted)).percentText(decimals: 1) ?? ""),
                Styled(String(branch.contradictionCount)), Styled(mostMissing(branch), .faint),
            ])
        }
        var lines = table.lines()
        for branch in check.branches where branch.contradictionCount > 0 {
            for kind in DataCheck.Contradiction.allCases {
                guard let ids = branch.contradictions[kind] else { continue }
                let shown = console.settings.verbose ? ids[...] : ids.prefix(5)
                let rest = ids.count > shown.count ? " … (+\(ids.count - shown.count), -v)" : ""
                lines.append(
                    Styled("  \(label(branch)): ", .strong)
                        + Styled("\(kind.label[language]): " + shown.map(\.text).joined(separator: " ") + rest))
            }
        }
        let total = check.branches.reduce(0) { $0 + $1.memberCount }
        lines.append(
            Styled(
                isVietnamese
                    ? "\(total) đảng viên, \(check.branches.count) chi bộ, \(contradictions) mâu thuẫn cần xem"
                    : "\(total) members, \(check.branches.count) branches, \(contradictions) contradictions to look at")
        )
        return lines
    }

    private func label(_ branch: DataCheck.Branch) -> String {
        guard let id = branch.id else { return language == .vi ? "(không chi bộ)" : "(no branch)" }
        return branch.name.isEmpty ? id.text : branch.name
    }

    /// The three fields that are empty most often, with how often.
    private func mostMissing(_ branch: DataCheck.Branch) -> String {
        branch.missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { "\($0.key) \($0.value)" }
            .joined(separator: ", ")
    }

    private func json(_ check: DataCheck, _ code: ExitCode) -> JSON {
        let branches = check.branches.map { branch -> JSON in
            .object([
                JSON.Member(name: "branch", value: .text(branch.id?.text)),
                JSON.Member(name: "members", value: .int(Int64(branch.memberCount))),
                JSON.Member(name: "wanted", value: .int(Int64(branch.wanted))),
                JSON.Member(name: "present", value: .int(Int64(branch.present))),
                JSON.Member(
                    name: "missing",
                    value: .object(
                        branch.missing.sorted { $0.key < $1.key }.map {
                            JSON.Member(name: $0.key, value: .int(Int64($0.value)))
                        })),
                JSON.Member(
                    name: "contradictions",
                    value: .object(
                        DataCheck.Contradiction.allCases.compactMap { kind in
                            branch.contradictions[kind].map {
                                JSON.Member(name: kind.rawValue, value: .array($0.map { .string($0.text) }))
                            }
                        })),
            ])
        }
        return .object([
            JSON.Member(name: "branches", value: .array(branches)),
            JSON.Member(name: "exit", value: .int(Int64(code.rawValue))),
        ])
    }
}
