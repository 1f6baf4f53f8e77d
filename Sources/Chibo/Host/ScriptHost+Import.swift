package import ChiboImporting
package import ChiboModel
import ChiboOffice
import ChiboScripting
import ChiboStore

extension ScriptHost {
    /// Reads a roster through one of the unit's mappings and works out what it changes; nothing is written.
    ///
    /// - Parameters:
    ///   - mapping: The mapping's id, or its file's name.
    ///   - file: The spreadsheet.
    ///   - effective: From when on changed values are true, or whether they were always so.
    ///   - acceptsValid: Whether good rows are taken where others are rejected.
    ///   - reason: Why, where somebody said it; kept in the audit log.
    ///   - decisions: What people decided about suggestions of the same file.
    ///   - progress: Told now and then how many of how many rows are read.
    /// - Returns: What the roster says, compared with the records.
    /// - Throws: What is wrong with the file or the sheet as a whole.
    package func readRoster(
        _ mapping: String, file: String, effective: EffectiveChoice = .ask, acceptsValid: Bool = false,
        reason: String = "", decisions: ImportDecisions = ImportDecisions(),
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(Diagnostic) -> ImportReport {
        let mapping = try self.mapping(mapping)
        do {
            let request = ImportRequest(
                mapping: mapping, snapshot: try snapshot(asOf: ScriptHost.endOfTime), effective: effective,
                acceptsValid: acceptsValid, author: options.author, reason: reason,
                lastNumber: try store.lastNumber(of: mapping.kind), decisions: decisions, today: today,
                lastAlias: try store.lastNumber(of: .unitAlias))
            let importer = RosterImporter(request) { [store] id in
                try store.versions(of: id, in: mapping.kind).filter { $0.superseded == nil }.map(\.version)
            }
            return try importer.read(file, progress: progress)
        } catch let error as StoreError {
            throw error.diagnostic
        } catch let error as Diagnostic {
            throw error
        } catch {
            throw Diagnostic(
                "CB-X001", .bug, Bilingual(vi: "lỗi bên trong Chibo", en: "an error inside Chibo"), original: "\(error)"
            )
        }
    }

    /// Writes what a report has to commit, in one transaction.
    ///
    /// - Returns: The version that it made; nil where there was nothing to write.
    package func commit(_ report: ImportReport) throws(Diagnostic) -> DataVersion? {
        guard let changes = report.changes, !changes.assertions.isEmpty else { return nil }
        do throws(StoreError) { return try store.commit(changes) } catch { throw error.diagnostic }
    }

    /// What a person marked in a workbook of suggestions.
    package func readDecisions(_ file: String) throws(Diagnostic) -> ImportDecisions { try ReviewWorkbook.read(file) }

    /// Writes the suggestions of a report to a workbook, for a person to mark.
    package func write(_ suggestions: [Suggestion], to file: String, language: Language) throws(Diagnostic) {
        do throws(OfficeError) {
            try ReviewWorkbook.write(suggestions, to: file, language: language)
        } catch { throw error.diagnostic() }
    }

    /// A mapping of the unit, or the standard one of a kind of record where the unit has none of that name.
    package func mapping(_ id: String) throws(Diagnostic) -> ImportMapping {
        do throws(Diagnostic) {
            return try runtime.mapping(try runtime.definition(.import, named: id))
        } catch {
            guard error.code == "CB-C022", let kind = RecordKind(code: id), kind.code == id else { throw error }
            return StandardMapping.of(kind)
        }
    }

    /// A day that every record has begun by: an import compares with all that is known, whenever it becomes true.
    static let endOfTime = CalendarDate(dayNumber: 2_932_896)
}
