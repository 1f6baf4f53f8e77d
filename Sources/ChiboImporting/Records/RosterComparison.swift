internal import ChiboModel
internal import ChiboOffice

/// The rows of a roster beside the records: what is new, what changes, what is missing.
struct RosterComparison {
    /// What a row that is accepted does.
    enum Item {
        case added(RosterRow)
        case changed(RecordChange, old: [FieldValue])
    }

    /// What the accepted rows do, in the order of the sheet.
    private(set) var accepted: [Item] = []
    private var undecided: [RecordChange] = []
    private var untouched = 0
    private var rejected: [RejectedRows.Row] = []
    private let rowCount: Int
    private let missing: [RecordID]
    private let request: ImportRequest
    private let place: SheetPlace

    init(_ request: ImportRequest, _ place: SheetPlace, _ layout: RosterLayout, _ rows: [RosterRow]) {
        self.request = request
        self.place = place
        rowCount = rows.count
        let isComplete = request.mapping.complete && !RejectedRows.wrote(layout)
        missing = isComplete ? RosterComparison.missing(request, rows) : []
        for row in rows { add(row, layout) }
    }

    /// Whether there is something to commit: every row is good, or the good ones alone are wanted.
    var isAccepted: Bool { rejected.isEmpty || request.acceptsValid }

    private mutating func add(_ row: RosterRow, _ layout: RosterLayout) {
        guard row.isGood, let id = row.id else { return reject(row, row.problems) }
        guard let existing = row.existing else { return accepted.append(.added(row)) }
        let kind = request.mapping.kind
        let old = request.snapshot.values(kind, row: existing)
        let change = RecordChange(row.source.number, id, old: old, new: row.values, schema: Schema[kind])
        if change.fields.isEmpty {
            untouched += 1
        } else if request.effective == .ask, !change.undated.isEmpty {
            undecided.append(change)
            reject(row, change.undated.map { question($0, row, layout) })
        } else {
            accepted.append(.changed(change, old: old))
        }
    }

    private mutating func reject(_ row: RosterRow, _ problems: [CellProblem]) {
        rejected.append(RejectedRows.Row(source: row.source, problems: problems))
    }

    /// Asks whether a value changed on a day or was wrong on record.
    private func question(_ change: FieldChange, _ row: RosterRow, _ layout: RosterLayout) -> CellProblem {
        let definition = Schema[request.mapping.kind].fields[change.index]
        let (old, new) = (
            change.old.shown(as: definition, request.snapshot), change.new.shown(as: definition, request.snapshot)
        )
        let refusal = CellRefusal(
            vi: "\(definition.label) đổi từ “\(old)” sang “\(new)”",
            en: "\(definition.code) changes from “\(old)” to “\(new)”",
            suggestion: Bilingual(
                vi: "thay đổi từ một ngày thì thêm --effective NGÀY; hồ sơ cũ sai thì thêm --correct",
                en: "add --effective DATE where it changed on a day, --correct where the record was wrong"))
        guard let column = layout.columns.first(where: { $0.field == change.index }) else {
            return place.problem(row.source, refusal)
        }
        return place.problem(row.source, column, row.source[column: column.column].text ?? "", refusal)
    }

    /// The records on the roll that no row is, among those that the mapping's constants describe.
    private static func missing(_ request: ImportRequest, _ rows: [RosterRow]) -> [RecordID] {
        let kind = request.mapping.kind
        let seen = Set(rows.compactMap(\.existing))
        let roll = request.snapshot[kind].roll
        return (0..<roll.count).compactMap { position in
            let row = roll[position]
            let isMeant = request.mapping.constants.allSatisfy {
                request.snapshot.value(kind, row: row, $0.key) == $0.value
            }
            return isMeant && !seen.contains(row) ? request.snapshot.id(of: row, in: kind) : nil
        }
    }

    /// The report of what was found.
    func report(
        _ layout: RosterLayout, _ notes: [Diagnostic], _ suggestions: [Suggestion], _ changes: ChangeSet?
    ) -> ImportReport {
        var added: [ImportReport.Added] = []
        var changed: [RecordChange] = []
        for item in accepted {
            switch item {
            case .added(let row): if let id = row.id { added.append(.init(row: row.source.number, id: id)) }
            case .changed(let change, _): changed.append(change)
            }
        }
        return ImportReport(
            file: place.file, sheet: place.sheet, mapping: request.mapping.id, kind: request.mapping.kind,
            layout: layout, rowCount: rowCount, problems: rejected.flatMap(\.problems),
            rejected: RejectedRows(sheet: place.sheet, headings: layout.headings, rows: rejected), notes: notes,
            suggestions: suggestions, effective: request.effective, snapshot: request.snapshot, added: added,
            changed: changed, undecided: undecided, missing: missing, untouched: untouched,
            changes: changes)
    }
}
