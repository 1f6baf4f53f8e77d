internal import ChiboModel
internal import ChiboOffice

/// Days of a member that cannot be in the order in which they stand: told with all of them, for a person to compare.
struct RowFindings {
    /// What is wrong with one row.
    struct Finding {
        let row: Int
        let text: Bilingual
    }

    /// The findings, from the top of the sheet.
    private(set) var findings: [Finding] = []

    private let snapshot: Snapshot
    private let kind: RecordKind
    private let positions: [String: Int]

    init(_ rows: [RosterRow], _ kind: RecordKind, _ snapshot: Snapshot) {
        (self.kind, self.snapshot) = (kind, snapshot)
        positions = Dictionary(
            uniqueKeysWithValues: ["birth", "admission_decision_on", "admitted_on", "official_on"].compactMap { code in
                Schema[kind].index(of: code).map { (code, $0) }
            })
        guard kind == .member else { return }
        for row in rows where row.isGood {
            guard let text = problem(with: row) else { continue }
            findings.append(Finding(row: row.source.number, text: text))
        }
    }

    /// The value of the row, or of the record that it is where the row says nothing.
    private func value(_ code: String, _ row: RosterRow) -> FieldValue {
        guard let index = positions[code] else { return .missing }
        if row.values[index] != .missing { return row.values[index] }
        return row.existing.map { snapshot.value(kind, row: $0, field: index) } ?? .missing
    }

    private func day(_ code: String, _ row: RosterRow) -> CalendarDate? {
        guard case .date(let day) = value(code, row) else { return nil }
        return day
    }

    private func problem(with row: RosterRow) -> Bilingual? {
        var birth: PartialDate?
        if case .partialDate(let date) = value("birth", row) { birth = date }
        let decided = day("admission_decision_on", row)
        let admitted = day("admitted_on", row)
        let official = day("official_on", row)
        var wrong: [Bilingual] = []
        if let birth, let admitted, admitted < birth.earliest.adding(years: 18) {
            wrong.append(Bilingual(vi: "kết nạp trước 18 tuổi", en: "admitted before 18"))
        }
        if let admitted, let official, official < admitted.adding(months: 12) {
            wrong.append(Bilingual(vi: "chính thức trước 12 tháng dự bị", en: "official before 12 months"))
        }
        if let decided, let admitted, decided > admitted {
            wrong.append(Bilingual(vi: "quyết định sau lễ kết nạp", en: "decided after the ceremony"))
        }
        guard !wrong.isEmpty else { return nil }
        func shown(_ day: CalendarDate?) -> String { day?.vietnamese ?? "?" }
        let days =
            "\(birth?.vietnamese ?? "?"), \(shown(decided)), \(shown(admitted)), \(shown(official))"
        return Bilingual(
            vi: wrong.map(\.vi).joined(separator: "; ") + " (sinh, QĐ, kết nạp, chính thức: \(days))",
            en: wrong.map(\.en).joined(separator: "; ") + " (birth, decision, ceremony, official: \(days))")
    }
}
