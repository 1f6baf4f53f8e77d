import ChiboModel

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
