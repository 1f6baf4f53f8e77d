package import ChiboModel
package import ChiboOffice

/// The rows of a roster that were rejected, to be corrected and imported again.
package struct RejectedRows: Sendable {
    /// A rejected row.
    package struct Row: Sendable {
        /// The row as the sheet has it.
        package let source: SheetRow
        /// Why it was rejected.
        package let problems: [CellProblem]
    }

    /// The sheet's name.
    package let sheet: String
    /// The headings of the sheet by column, those of several rows joined by ` / `.
    package let headings: [Int: String]
    /// The rows, from the top.
    package let rows: [Row]
}

extension RejectedRows {
    /// The headings of the two columns that the workbook adds.
    private static func ownHeadings(_ language: Language) -> [String] {
        language == .vi ? ["Lý do", "Dòng gốc"] : ["Reason", "Original row"]
    }

    /// Whether a sheet is such a workbook that came back: a part of a roster, and never a complete one.
    static func wrote(_ layout: RosterLayout) -> Bool {
        [Language.vi, .en].contains { Array(layout.unused.suffix(2)) == ownHeadings($0) }
    }

    /// Writes them to a workbook: the columns of the roster, the row that each had, and the reasons.
    ///
    /// The headings are such that the same mapping reads the corrected workbook.
    package func write(to path: String, language: Language = .vi) throws(OfficeError) {
        let book = try WorkbookWriter(path: path)
        let sheet = try book.addSheet(self.sheet)
        let columns = headings.keys.sorted()
        try writeHeadings(sheet, columns, language)
        for (index, row) in rows.enumerated() { try write(row, at: index + 2, sheet, columns, language) }
        sheet.freeze(rows: 1)
        sheet.setPage(.a4, isLandscape: true)
        try sheet.repeatRows(1...1)
        try book.close()
    }

    private func writeHeadings(_ sheet: SheetWriter, _ columns: [Int], _ language: Language) throws(OfficeError) {
        let look = CellFormat().with {
            $0.isBold = true
            $0.wraps = true
            $0.horizontal = .center
            $0.borders = .all(.thin)
        }
        let texts = columns.map { headings[$0] ?? "" } + RejectedRows.ownHeadings(language)
        for (index, text) in texts.enumerated() {
            try sheet.write(.text(text), at: CellReference(row: 1, column: index + 1), format: look)
        }
        if !columns.isEmpty { try sheet.setColumns(1...columns.count, width: 18) }
        try sheet.setColumns((columns.count + 1)...(columns.count + 1), width: 60)
    }

    private func write(
        _ row: Row, at line: Int, _ sheet: SheetWriter, _ columns: [Int], _ language: Language
    ) throws(OfficeError) {
        let plain = CellFormat().with { $0.borders = .all(.thin) }
        let wrong = plain.with { $0.fill = 0xFFE2CC }
        let wrongColumns = Set(row.problems.map(\.column))
        for (index, column) in columns.enumerated() {
            let isWrong = wrongColumns.contains(CellReference.letters(column))
            try sheet.write(
                RejectedRows.output(row.source[column: column]), at: CellReference(row: line, column: index + 1),
                format: isWrong ? wrong : plain)
        }
        let reasons = row.problems.map { problem in
            let heading = problem.heading.isEmpty ? "" : problem.heading + ": "
            let advice = problem.suggestion.map { " (" + $0[language] + ")" } ?? ""
            return heading + problem.reason[language] + advice
        }
        let look = plain.with { $0.wraps = true }
        try sheet.write(
            .text(reasons.joined(separator: "\n")), at: CellReference(row: line, column: columns.count + 1),
            format: look)
        try sheet.write(
            .integer(row.source.number), at: CellReference(row: line, column: columns.count + 2), format: plain)
        if reasons.count > 1 { try sheet.setRow(line, height: Double(reasons.count) * 17) }
    }

    private static func output(_ value: CellValue) -> OutputValue {
        switch value {
        case .empty: .blank
        case .text(let text), .error(let text): .text(text)
        // A number whose format kept its zeros is kept as the text that was seen.
        case .number(let number, let text): text.hasPrefix("0") && number >= 1 ? .text(text) : .decimal(number)
        case .date(let day, _): .date(day)
        case .boolean(let flag): .boolean(flag)
        case .formulaWithoutValue(let formula): .text("=" + formula)
        }
    }
}
