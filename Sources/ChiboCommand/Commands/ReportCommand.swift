import Chibo

/// `chibo report`
extension Job {
    func report(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        options.output == nil || options.output == "-"
            ? try printReports(ids, host) : try writeReports(ids, host)
    }

    private func printReports(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        let format = try printedFormat()
        if format == .json { return try printJSON(ids, host) }
        for id in ids {
            let documents = try host.documents(
                id, period: options.period, asOf: options.asOf, parameters: options.parameters)
            scriptsEnded()
            for (_, document) in documents {
                let report = try render(document, format)
                for (index, part) in report.parts.enumerated() {
                    try console.put((index > 0 ? "\n" : "") + String(decoding: part.bytes, as: UTF8.self))
                }
                report.warnings.forEach { console.note($0) }
            }
        }
        return .success
    }

    /// One report as it is; several, as when none was named or one is made for each destination, in a list.
    private func printJSON(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        var texts: [String] = []
        for id in ids {
            let documents = try host.documents(
                id, period: options.period, asOf: options.asOf, parameters: options.parameters)
            for (_, document) in documents {
                let parts = try render(document, .json).parts
                texts += parts.map { String(decoding: $0.bytes, as: UTF8.self).trimmingEnd }
            }
        }
        let isOne = texts.count == 1 && !options.operands.isEmpty
        try console.put(
            isOne ? texts[0] + "\n" : "{\"reports\": [\n" + texts.joined(separator: ",\n") + "\n],\n\"exit\": 0}\n")
        return .success
    }

    /// The one format that goes to stdout: text, unless another one was asked for.
    private func printedFormat() throws -> ReportFormat {
        if options.formats.isEmpty { return console.settings.json ? .json : .text }
        let formats = options.formats.compactMap { ReportFormat(named: $0) }
        guard let only = formats.first, formats.count == 1, only != .xlsx else { throw Failures.needsFolder() }
        return only
    }

    private func render(_ document: Document, _ format: ReportFormat) throws -> RenderedReport {
        var look = RenderOptions()
        // The mark is for Excel, which opens files; in a pipe it would be part of the first heading.
        look.csvByteOrderMark = false
        if format == .text, console.terminal.isTerminal(.output) { look.textWidth = console.terminal.columns }
        do throws(ReportError) { return try Report.render(document, as: format, options: look) } catch {
            throw Diagnostic("CB-R008", .script, error.message)
        }
    }

    private func writeReports(_ ids: [String], _ host: ScriptHost) throws -> ExitCode {
        let named = options.formats.compactMap { ReportFormat(named: $0) }
        let formats: [ReportFormat] = named.isEmpty ? [.xlsx, .html, .json] : named
        let progress = Progress(console, Bilingual(vi: "làm báo cáo", en: "writing reports"))
        var files: [String] = []
        for (index, id) in ids.enumerated() {
            progress.update(index, of: ids.count, at: id)
            let written = try host.write(
                id, to: path(options.output ?? "."), formats: formats, period: options.period, asOf: options.asOf,
                parameters: options.parameters)
            files += written.flatMap(\.files)
            progress.finish()
            Set(written.flatMap(\.warnings)).sorted { $0.en < $1.en }.forEach { console.note($0) }
        }
        if console.settings.json {
            try console.print(.object(["files": .array(files.map { .string($0) }), "exit": 0]))
        } else {
            for file in files { try console.print(Styled(file)) }
        }
        return .success
    }
}

extension String {
    /// Without the line ends behind it.
    fileprivate var trimmingEnd: String {
        var text = self[...]
        while text.last?.isNewline ?? false { text.removeLast() }
        return String(text)
    }
}

extension Failures {
    static func needsFolder() -> Diagnostic {
        Diagnostic(
            "CB-U014", .usage,
            Bilingual(
                vi: "stdout chỉ nhận một dạng văn bản; xlsx hoặc nhiều dạng thì cần thư mục",
                en: "stdout takes one format of text; xlsx, or several formats, need a folder"),
            suggestion: Bilingual(vi: "--out THƯ-MỤC", en: "--out DIR"))
    }
}
