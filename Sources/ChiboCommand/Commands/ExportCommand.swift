import Chibo

/// `chibo export`
extension Job {
    func exportRecords() throws -> ExitCode {
        let word = options.operands[0]
        guard let kind = RecordKind(code: word) ?? RecordKind.allCases.first(where: { $0.plural == word }) else {
            throw Failures.noKind(word)
        }
        let host = try openHost()
        let file = try exportFile(kind)
        let written = try host.export(
            kind, to: file, asOf: options.asOf ?? host.today, includesPersonal: options.has(.withPersonal))
        if console.settings.json {
            try console.print(
                .object([
                    JSON.Member(name: "kind", value: .string(kind.code)),
                    JSON.Member(name: "file", value: .string(file)),
                    JSON.Member(name: "records", value: .int(Int64(written.count))),
                    JSON.Member(name: "left_out", value: .array(written.leftOut.map { .string($0) })),
                ]))
            return .success
        }
        let again = "chibo import \(kind.code) \(file)"
        let told = Bilingual(
            vi: "đã ghi \(written.count) bản ghi (\(Schema[kind].label)) vào \(file); nhập lại bằng: \(again)",
            en: "wrote \(written.count) records (\(kind.plural)) to \(file); read it again with: \(again)")
        try console.print(Styled(told[language]))
        if !written.leftOut.isEmpty {
            let count = written.leftOut.count
            let names = written.leftOut.prefix(3).joined(separator: ", ") + (count > 3 ? ", …" : "")
            console.note(
                Bilingual(
                    vi: "không ghi \(count) trường cá nhân và nội bộ (cần --with-personal): \(names)",
                    en: "\(count) personal and restricted fields were left out (--with-personal writes them): \(names)")
            )
        }
        return .success
    }

    /// The file named, or one after the kind that is not there yet.
    private func exportFile(_ kind: RecordKind) throws -> String {
        if let named = options.output { return path(named) }
        let file = path(kind.plural + ".xlsx")
        guard FileAccess.kind(file) == nil else { throw Failures.wouldOverwrite(file) }
        return file
    }
}

extension Failures {
    static func noKind(_ word: String) -> Diagnostic {
        let near = NearestName.suggestions(for: word, among: RecordKind.allCases.map(\.code), limit: 1).first
        let all = RecordKind.allCases.map(\.code).joined(separator: ", ")
        return Diagnostic(
            "CB-U018", .usage,
            Bilingual(vi: "không có loại bản ghi “\(word)”", en: "there is no kind of record \"\(word)\""),
            suggestion: near.map { Bilingual(vi: "có phải \($0)?", en: "is it \($0)?") }
                ?? Bilingual(vi: "các loại: \(all)", en: "the kinds: \(all)"))
    }

    static func wouldOverwrite(_ file: String) -> Diagnostic {
        Diagnostic(
            "CB-H006", .output,
            Bilingual(vi: "“\(file)” đã có", en: "\"\(file)\" is there already"),
            suggestion: Bilingual(
                vi: "nói rõ tệp bằng --out TỆP; tệp đã có sẽ bị thay",
                en: "name the file with --out FILE; it is replaced"),
            arguments: ["path": file])
    }
}
