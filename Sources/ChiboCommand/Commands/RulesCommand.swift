import Chibo

/// `chibo rules`: which numbers of the regulations hold on a day, and who says so.
extension Job {
    func listRules() throws -> ExitCode {
        if options.has(.functions) { return try listRuleFunctions() }
        let host = try ScriptHost(unit: unitFolder(), store: MemoryStore(), options: hostOptions)
        let day = options.asOf ?? host.today
        let all = try host.rules()
        let names = Set(options.operands)
        let shown = names.isEmpty ? all.filter { $0.holds(on: day) } : all.filter { names.contains($0.name) }
        if let unknown = options.operands.first(where: { name in !all.contains { $0.name == name } }) {
            throw Failures.noRule(unknown, among: Set(all.map(\.name)).sorted())
        }
        if console.settings.json {
            try console.print(json(shown, day))
        } else {
            try show(shown, day, isHistory: !names.isEmpty)
        }
        return .success
    }

    /// The functions that scripts call, with what the library says of each.
    private func listRuleFunctions() throws -> ExitCode {
        let wanted = options.operands
        let found = RuleIndex.functions.filter { function in
            wanted.isEmpty || wanted.contains { function.rules.contains($0) || function.call.contains($0) }
        }
        if console.settings.json {
            try console.print(
                .object([
                    "functions": .array(
                        found.map { function in
                            .object([
                                "call": .string(function.call), "text": .string(function.text),
                                "rules": .array(function.rules.map { .string($0) }), "file": .string(function.path),
                            ])
                        }), "exit": .int(found.isEmpty ? 1 : 0),
                ]))
        } else {
            for function in found {
                try console.print(Styled(function.call, .strong))
                try console.print(Styled("    \(function.text)"))
            }
            let count = Bilingual(vi: "\(found.count) hàm", en: "\(found.count) functions")
            try console.print(Styled(count[language], .faint))
        }
        return found.isEmpty ? .negative : .success
    }

    /// What scripts get under a name on a day: the last entry that holds.
    private func valid(_ rules: [RuleListing], _ day: CalendarDate) -> [String: RuleListing] {
        rules.reduce(into: [:]) { valid, rule in if rule.holds(on: day) { valid[rule.name] = rule } }
    }

    private func show(_ rules: [RuleListing], _ day: CalendarDate, isHistory: Bool) throws {
        let head = Bilingual(vi: "Quy định có hiệu lực ngày \(day.vietnamese)", en: "Rules valid on \(day.iso)")
        if !isHistory { try console.print(Styled(head[language], .heading)) }
        let valid = valid(rules, day)
        for (_, group) in grouped(rules) {
            for rule in group { try show(rule, isValid: valid[rule.name] == rule, isHistory: isHistory) }
        }
        let own = rules.count { $0.isOwn }
        let note = Bilingual(
            vi: "\(valid.count) số có hiệu lực ngày \(day.vietnamese), \(own) do đơn vị đặt",
            en: "\(valid.count) valid on \(day.iso), \(own) set by the unit")
        try console.print(Styled(note[language], .faint))
    }

    /// The rules by name, in the order of names.
    private func grouped(_ rules: [RuleListing]) -> [(String, [RuleListing])] {
        Dictionary(grouping: rules, by: \.name).sorted { $0.key < $1.key }
    }

    private func show(_ rule: RuleListing, isValid: Bool, isHistory: Bool) throws {
        let name = Styled(rule.name, isValid ? .strong : .faint)
        var line = name + Styled(" = " + rule.value, isValid ? .good : .faint)
        if rule.isOwn { line += Styled(language == .vi ? "  (đơn vị đặt)" : "  (set by the unit)", .warning) }
        if !isValid, !isHistory {
            line += Styled(language == .vi ? "  (đơn vị đã thay)" : "  (replaced by the unit)", .faint)
        }
        try console.print(line)
        try console.print(Styled("    \(span(rule))  \(rule.source)", .faint))
        if let note = rule.note {
            try console.print(Styled((language == .vi ? "    lưu ý: " : "    note: ") + note, .warning))
        }
        if rule.isOwn { try console.print(Styled("    \(rule.file)", .faint)) }
    }

    private func span(_ rule: RuleListing) -> String {
        let (from, to) = (rule.from?.vietnamese, rule.to?.vietnamese)
        switch (from, to) {
        case (let from?, let to?): return "\(from) – \(to)"
        case (let from?, nil): return (language == .vi ? "từ " : "from ") + from
        case (nil, let to?): return (language == .vi ? "đến " : "until ") + to
        case (nil, nil): return language == .vi ? "mọi ngày" : "always"
        }
    }

    private func json(_ rules: [RuleListing], _ day: CalendarDate) -> JSON {
        let valid = valid(rules, day)
        return .object([
            "as_of": .string(day.iso),
            "rules": .array(
                grouped(rules).flatMap(\.1).map { rule in
                    .object([
                        "name": .string(rule.name), "value": .string(rule.value), "from": .text(rule.from?.iso),
                        "to": .text(rule.to?.iso), "source": .string(rule.source), "note": .text(rule.note),
                        "file": .string(rule.file), "own": .bool(rule.isOwn),
                        "valid": .bool(valid[rule.name] == rule),
                    ])
                }), "exit": .int(0),
        ])
    }
}
