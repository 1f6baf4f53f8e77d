public import ChiboDocument
public import ChiboModel
import ChiboReports
import ChiboScripting
import Glibc

extension ScriptHost {
    /// A report that was written.
    public struct WrittenReport: Sendable {
        /// What the document is for, where the report makes several.
        public let key: String?
        /// The format.
        public let format: ReportFormat
        /// The files.
        public let files: [String]
        /// What the format could not show.
        public let warnings: [Bilingual]
    }

    /// Lays out a report, without writing it: one document, or one for each group.
    public func documents(
        _ id: String, period: Period? = nil, asOf: CalendarDate? = nil, parameters: [String: String] = [:],
        today: CalendarDate? = nil
    ) throws(Diagnostic) -> [(key: String?, document: Document)] {
        let definition = try runtime.definition(.report, named: id)
        let context = try context(
            of: definition, period: period, asOf: asOf, parameters: parameters, today: today)
        return try runtime.render(definition, context).map { ($0.key, $0.document) }
    }

    /// Lays out a report and writes it in some formats, each file whole or not at all.
    ///
    /// - Parameters:
    ///   - id: The report's id, or its file's name.
    ///   - folder: Where the files go; made where it is not there.
    ///   - formats: The formats.
    ///   - period: The period; nil for the last one of the report's span that has ended.
    ///   - asOf: The day; nil for the period's last day, or today while it is still running.
    ///   - parameters: Values for the report's parameters, as text.
    ///   - today: The date that the documents bear; nil for the unit's local date now.
    /// - Returns: What was written.
    /// - Throws: What is wrong with the script or the store, or what kept a file from being written.
    public func write(
        _ id: String, to folder: String, formats: [ReportFormat], period: Period? = nil, asOf: CalendarDate? = nil,
        parameters: [String: String] = [:], today: CalendarDate? = nil
    ) throws(Diagnostic) -> [WrittenReport] {
        let documents = try documents(id, period: period, asOf: asOf, parameters: parameters, today: today)
        try ScriptHost.makeFolder(folder)
        var written: [WrittenReport] = []
        let names = ScriptHost.fileNames(id, keys: documents.map(\.key))
        for (name, (key, document)) in zip(names, documents) {
            for format in formats {
                let path = "\(folder)/\(name).\(format.fileExtension)"
                do throws(ReportError) {
                    let (files, warnings) = try Report.write(document, as: format, to: path)
                    written.append(WrittenReport(key: key, format: format, files: files, warnings: warnings))
                } catch { throw error.diagnostic }
            }
        }
        return written
    }

    /// A name a document; keys that differ only in what a file's name leaves out do not overwrite each other.
    package static func fileNames(_ id: String, keys: [String?]) -> [String] {
        var taken: Set<String> = []
        return keys.map { key in
            let plain = fileName(id) + (key.map { "-" + VietnameseText.identifier($0) } ?? "")
            var (name, count) = (plain, 1)
            while !taken.insert(name).inserted {
                count += 1
                name = "\(plain)-\(count)"
            }
            return name
        }
    }

    /// A name as one step of a path: without separators, and never `..` or hidden.
    static func fileName(_ id: String) -> String {
        let step = String(id.map { $0 == "/" || $0 == "\0" ? "-" : $0 }.drop { $0 == "." })
        return step.isEmpty ? "-" : step
    }

    /// Makes a folder and those above it, readable by their owner only.
    package static func makeFolder(_ path: String) throws(Diagnostic) {
        var current = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            current += (current.isEmpty || current == "/" ? "" : "/") + part
            if unsafe mkdir(current, 0o700) == 0 || errno == EEXIST { continue }
            throw Diagnostic(
                "CB-F025", .output,
                Bilingual(vi: "không tạo được thư mục \(current)", en: "the folder \(current) cannot be made"),
                original: unsafe String(cString: strerror(errno)))
        }
    }
}
