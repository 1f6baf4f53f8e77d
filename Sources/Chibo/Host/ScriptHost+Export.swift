import ChiboImporting
package import ChiboModel
import ChiboOffice

extension ScriptHost {
    /// What an export wrote.
    package struct Exported: Sendable {
        /// How many records.
        package let count: Int
        /// The labels of fields that were left out, because they are personal or restricted.
        package let leftOut: [String]
    }

    /// Writes all records of a kind, as of a day, to a spreadsheet that can be imported again.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - file: The file: separated values where its name ends with `.csv`, else a workbook; readable by its owner only.
    ///   - day: The day.
    ///   - includesPersonal: Whether personal and restricted fields are written, for accounts of `people.import` alone.
    /// - Returns: What was written, and what was not.
    /// - Throws: That the account may not, or that the file cannot be written.
    package func export(
        _ kind: RecordKind, to file: String, asOf day: CalendarDate, includesPersonal: Bool
    ) throws(Diagnostic) -> Exported {
        if includesPersonal { try checkMayExportPersonal() }
        let export = RecordExport(kind, try snapshot(asOf: day), includesPersonal: includesPersonal)
        do throws(OfficeError) {
            if file.lowercased().hasSuffix(".csv") {
                try PrivateFile.write(Array(export.csv.utf8), to: file)
            } else {
                try export.writeWorkbook(to: file)
            }
        } catch { throw error.diagnostic() }
        return Exported(count: export.count, leftOut: export.leftOut)
    }

    /// Who may bring personal data in has them already; nobody else takes a whole roster out.
    private func checkMayExportPersonal() throws(Diagnostic) {
        let accounts = unit.people["import"] ?? []
        guard !accounts.contains(options.author) else { return }
        throw Diagnostic(
            "CB-P006", .configuration,
            Bilingual(
                vi: "tài khoản “\(options.author)” không được xuất thông tin cá nhân",
                en: "the account \"\(options.author)\" may not export personal data"),
            cause: Bilingual(
                vi: "`people.import` trong unit.lua không có tài khoản này",
                en: "`people.import` of unit.lua does not name it"),
            suggestion: Bilingual(
                vi: "bỏ --with-personal, hoặc nhờ người quản trị thêm tài khoản vào `people.import`",
                en: "leave --with-personal out, or have the account added to `people.import`"),
            arguments: ["account": options.author])
    }
}
