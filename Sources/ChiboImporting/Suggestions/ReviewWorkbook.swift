package import ChiboModel
package import ChiboOffice

/// The workbook in which a person marks suggestions: it travels to whoever can decide, and comes back.
package enum ReviewWorkbook {
    private enum Column: Int, CaseIterable {
        case decision = 1, kind, place, heading, old, proposed, why, from, to, sheet, key

        var heading: String {
            switch self {
            case .decision: "Chấp nhận (x / không)"
            case .kind: "Loại"
            case .place: "Ô"
            case .heading: "Cột"
            case .old: "Đang ghi"
            case .proposed: "Đề xuất"
            case .why: "Lý do"
            case .from: "Tên dùng từ ngày"
            case .to: "Tên dùng đến ngày"
            case .sheet: "Trang"
            case .key: "Mã đề xuất"
            }
        }

        var width: Double {
            switch self {
            case .why: 50
            case .old, .proposed: 30
            case .kind, .heading, .decision: 20
            default: 14
            }
        }
    }

    /// Writes suggestions, one a row; what was decided already is marked.
    package static func write(
        _ suggestions: [Suggestion], to path: String, language: Language = .vi
    ) throws(OfficeError) {
        let book = try WorkbookWriter(path: path)
        let sheet = try book.addSheet("Đề xuất")
        let bold = CellFormat().with {
            $0.isBold = true
            $0.wraps = true
            $0.borders = .all(.thin)
        }
        for column in Column.allCases {
            try sheet.write(.text(column.heading), at: place(1, column), format: bold)
            try sheet.setColumns(column.rawValue...column.rawValue, width: column.width)
        }
        let plain = CellFormat().with {
            $0.wraps = true
            $0.borders = .all(.thin)
        }
        for (index, suggestion) in suggestions.enumerated() {
            for column in Column.allCases {
                let text = text(of: suggestion, column, language)
                try sheet.write(text.isEmpty ? .blank : .text(text), at: place(index + 2, column), format: plain)
            }
        }
        sheet.freeze(rows: 1)
        sheet.setPage(.a4, isLandscape: true)
        try sheet.repeatRows(1...1)
        try book.close()
    }

    private static func place(_ row: Int, _ column: Column) -> CellReference {
        CellReference(row: row, column: column.rawValue)
    }

    private static func text(of suggestion: Suggestion, _ column: Column, _ language: Language) -> String {
        switch column {
        case .decision: suggestion.decision.map { $0 ? "x" : "không" } ?? ""
        case .kind: suggestion.kind.label[language]
        case .place: suggestion.place
        case .heading: suggestion.heading
        case .old: suggestion.old
        case .proposed: suggestion.proposed
        case .why: suggestion.why[language]
        case .from, .to: ""
        case .sheet: suggestion.sheet
        case .key: suggestion.key
        }
    }

    // MARK: Reading

    /// Reads what a person marked; rows without a mark are undecided.
    ///
    /// Throws a `Diagnostic` where the file is no such workbook, or a mark is neither yes nor no.
    package static func read(_ path: String) throws(Diagnostic) -> ImportDecisions {
        var read: SheetTable?
        do throws(OfficeError) {
            let file = try Spreadsheet.open(path)
            if let first = file.sheets.first { read = try file.table(of: first) }
        } catch { throw error.diagnostic() }
        guard let table = read else { throw noReview(path) }
        // Whoever decides may have sorted the rows or moved columns.
        guard let heading = table.rows.first(where: { row in row.cells.contains { isHeading($0, .key) } }) else {
            throw noReview(path)
        }
        var columns: [Column: Int] = [:]
        for column in Column.allCases { columns[column] = heading.cells.first { isHeading($0, column) }?.column }
        guard columns[.decision] != nil else { throw noReview(path) }
        var decisions = ImportDecisions()
        for row in table.rows where row.number > heading.number {
            try add(row, columns, path, to: &decisions)
        }
        return decisions
    }

    private static func isHeading(_ cell: SheetCell, _ column: Column) -> Bool {
        guard case .text(let text) = cell.value else { return false }
        return VietnameseText.matchKey(text) == VietnameseText.matchKey(column.heading)
    }

    private static func add(
        _ row: SheetRow, _ columns: [Column: Int], _ path: String, to decisions: inout ImportDecisions
    ) throws(Diagnostic) {
        func text(_ column: Column) -> String {
            columns[column].flatMap { row[column: $0].text }.map { CellText.tidied($0) } ?? ""
        }
        let mark = text(.decision)
        guard !text(.key).isEmpty, !mark.isEmpty else { return }
        guard let isAccepted = BooleanText.read(folded: VietnameseText.folded(mark)) else {
            throw unclear(mark, row.number, path)
        }
        decisions.byKey[text(.key)] = ImportDecisions.Decision(
            isAccepted: isAccepted, proposed: text(.proposed), from: try day(text(.from), row.number, path),
            to: try day(text(.to), row.number, path))
    }

    private static func day(_ text: String, _ row: Int, _ path: String) throws(Diagnostic) -> CalendarDate? {
        if text.isEmpty { return nil }
        guard let day = (try? DateText.read(text, order: .dmy))?.exact else { throw unclear(text, row, path) }
        return day
    }

    private static func noReview(_ path: String) -> Diagnostic {
        Diagnostic(
            "CB-I032", .data,
            Bilingual(
                vi: "tệp không phải bảng đề xuất do `--suggestions` ghi ra",
                en: "the file is no workbook that `--suggestions` wrote"),
            place: Diagnostic.Place(file: path),
            cause: Bilingual(
                vi: "không có cột “\(Column.key.heading)” hay “\(Column.decision.heading)”",
                en: "it has no column “\(Column.key.heading)” or “\(Column.decision.heading)”"),
            suggestion: Bilingual(
                vi: "Hãy ghi lại bảng bằng `chibo import ÁNH-XẠ TỆP --suggestions BẢNG.xlsx`",
                en: "Write it again with `chibo import MAPPING FILE --suggestions REVIEW.xlsx`"))
    }

    private static func unclear(_ mark: String, _ row: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            "CB-I033", .data,
            Bilingual(
                vi: "dòng \(row): không hiểu “\(mark)”", en: "row \(row): “\(mark)” is not understood"),
            place: Diagnostic.Place(file: path),
            suggestion: Bilingual(
                vi: "Hãy ghi x để chấp nhận, “không” để bác, hoặc để trống; ngày ghi dd/mm/yyyy",
                en: "Write x to accept, “không” (no) to refuse, or leave it empty; days as dd/mm/yyyy"),
            arguments: ["row": String(row)])
    }
}
