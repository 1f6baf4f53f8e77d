internal import ChiboModel
internal import ChiboOffice

/// What an import assumed or passed over, said once so that nothing is silent.
struct ImportNotes {
    let layout: RosterLayout
    let rowCount: Int
    let passedOver: [Int]
    let guessedOrders: [String: ImportMapping.DateOrder]
    let hidden: Int
    let takenOff: [String]
    let decoded: [DecodedCells]
    let lookAlikes: Int
    let suggestions: [Suggestion]
    let outdated: [String]
    let findings: [RowFindings.Finding]
    let place: SheetPlace

    /// The notes, in a fixed order.
    var diagnostics: [Diagnostic] {
        [unused, synonyms, absent, noRows, rows, orders, hiddenRows, titles].compactMap(\.self)
            + decoded.map { decodedNote($0) }
            + [foldedLetters, outdatedDecisions, days, oneDay, likelyMatches].compactMap(\.self)
    }

    private func note(_ code: String, _ vietnamese: String, _ english: String, warns: Bool = false) -> Diagnostic {
        Diagnostic(
            code, .data, Bilingual(vi: vietnamese, en: english), severity: warns ? .warning : .note,
            place: Diagnostic.Place(file: place.file), arguments: ["sheet": place.sheet])
    }

    private var unused: Diagnostic? {
        let unused = RejectedRows.wrote(layout) ? layout.unused.dropLast(2) : layout.unused[...]
        guard !unused.isEmpty else { return nil }
        let names = unused.map { "“\($0)”" }.joined(separator: ", ")
        return note("CB-I020", "cột không dùng đến: \(names)", "columns not read: \(names)")
    }

    private var synonyms: Diagnostic? {
        let found = layout.columns.filter(\.isBySynonym)
        guard !found.isEmpty else { return nil }
        let names = found.map { "“\($0.mapping.heading)” ← “\($0.heading)”" }.joined(separator: ", ")
        return note(
            "CB-I021", "cột được nhận ra qua tên gọi khác: \(names)", "columns known by another wording: \(names)",
            warns: true)
    }

    private var absent: Diagnostic? {
        // A sheet with the host's ids has the columns that it was written with: nobody forgot the others.
        guard !layout.absent.isEmpty, layout.idColumn == nil else { return nil }
        let rest = layout.absent.count > 10 ? ", … (+\(layout.absent.count - 10))" : ""
        let names = layout.absent.prefix(10).map { "“\($0)”" }.joined(separator: ", ") + rest
        return note("CB-I022", "không có các cột không bắt buộc: \(names)", "optional columns that lack: \(names)")
    }

    private var noRows: Diagnostic? {
        guard rowCount == 0 else { return nil }
        return note(
            "CB-I028", "dưới dòng tiêu đề không có dòng dữ liệu nào", "there are no rows under the heading",
            warns: true)
    }

    private var rows: Diagnostic? {
        guard !passedOver.isEmpty else { return nil }
        let numbers =
            passedOver.prefix(20).map { String($0) }.joined(separator: ", ") + (passedOver.count > 20 ? ", …" : "")
        return note(
            "CB-I023", "bỏ qua các dòng nhóm, dòng tổng và chữ ký: dòng \(numbers)",
            "groups, totals and signatures passed over: rows \(numbers)")
    }

    private var orders: Diagnostic? {
        guard !guessedOrders.isEmpty else { return nil }
        let names = guessedOrders.keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
        return note(
            "CB-I024", "cột ghi ngày theo kiểu tháng/ngày/năm: \(names)", "columns that write month/day/year: \(names)",
            warns: true)
    }

    private var titles: Diagnostic? {
        guard !takenOff.isEmpty else { return nil }
        let texts = takenOff.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
        return note(
            "CB-I026", "đã bỏ học hàm, chức danh ghi cùng họ tên: \(texts)",
            "titles and roles taken off names: \(texts)")
    }

    private var likelyMatches: Diagnostic? {
        let likely = suggestions.filter { $0.kind == .samePerson && $0.decision == nil }
        guard !likely.isEmpty else { return nil }
        let texts = likely.prefix(12).map { "\($0.rows[0]) ~ \($0.proposed)" }.joined(separator: ", ")
        let more = likely.count > 12 ? ", …" : ""
        return note(
            "CB-I027", "dòng mới có thể là người đã có hồ sơ (cùng họ tên không dấu và năm sinh): \(texts)\(more)",
            "new rows that may be known already (same name without accents, same year of birth): \(texts)\(more)",
            warns: true)
    }

    /// What was decoded: the column, from what, how many cells, and a word that many of them share.
    private func decodedNote(_ cells: DecodedCells) -> Diagnostic {
        let column = CellReference.letters(cells.column)
        let heading = layout.headings[cells.column].map { " “\($0)”" } ?? ""
        let sample = cells.sample.map { ": “\($0.old)” → “\($0.new)”" } ?? ""
        return note(
            "CB-I029",
            "cột \(column)\(heading): \(cells.count) ô đã chuyển từ \(cells.encoding.label.vi) sang Unicode\(sample)",
            "column \(column)\(heading): \(cells.count) cells were turned from \(cells.encoding.label.en) into "
                + "Unicode\(sample)",
            warns: true)
    }

    private var foldedLetters: Diagnostic? {
        guard lookAlikes > 0 else { return nil }
        return note(
            "CB-I030", "\(lookAlikes) chữ Ð, Ɖ (của bảng chữ khác) đã đổi thành Đ",
            "\(lookAlikes) letters Ð, Ɖ of other alphabets were folded to Đ")
    }

    /// Rows whose days cannot be so, with all of them.
    private var days: Diagnostic? {
        guard !findings.isEmpty else { return nil }
        let vietnamese = findings.prefix(12).map { "dòng \($0.row): \($0.text.vi)" }.joined(separator: "; ")
        let english = findings.prefix(12).map { "row \($0.row): \($0.text.en)" }.joined(separator: "; ")
        let more = findings.count > 12 ? "; …" : ""
        return note(
            "CB-I034", "\(findings.count) dòng cần đối chiếu với hồ sơ: \(vietnamese)\(more)",
            "\(findings.count) rows to be compared with the papers: \(english)\(more)", warns: true)
    }

    /// A sheet with one column of admission: the decision's, the ceremony's and the recognition's day may stand in it.
    private var oneDay: Diagnostic? {
        let days = layout.columns.filter {
            ["admission_decision_on", "admitted_on", "official_on"].contains($0.mapping.field)
        }
        let heading = layout.columns.first { $0.mapping.field == "admitted_on" }?.heading ?? ""
        guard days.count == 1, HeadingPath(heading).ends(with: HeadingPath("Ngày vào Đảng")) else { return nil }
        return note(
            "CB-I035", "cột “\(heading)” được hiểu là ngày lễ kết nạp; tuổi đảng tính từ đó chỉ là tạm",
            "the column “\(heading)” is taken for the day of the ceremony; party ages from it are provisional")
    }

    private var outdatedDecisions: Diagnostic? {
        guard !outdated.isEmpty else { return nil }
        let keys = outdated.prefix(12).joined(separator: ", ")
        return note(
            "CB-I031", "\(outdated.count) quyết định không khớp với đề xuất nào của tệp này: \(keys)",
            "\(outdated.count) decisions fit no suggestion of this file: \(keys)", warns: true)
    }

    private var hiddenRows: Diagnostic? {
        guard hidden > 0 else { return nil }
        return note(
            "CB-I025", "\(hidden) dòng đang ẩn vẫn được đọc", "\(hidden) hidden rows were read as well", warns: true)
    }
}
