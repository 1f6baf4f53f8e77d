internal import ChiboModel
internal import ChiboOffice

/// Reads the rows of a sheet into values, by the columns of its layout.
struct RowReader {
    /// How the columns write their dates where the mapping does not say it, by heading; told in the report.
    private(set) var guessedOrders: [String: ImportMapping.DateOrder] = [:]

    private let mapping: ImportMapping
    private let place: SheetPlace
    private let book: SuggestionBook
    private let idColumn: Int?
    private let effective: CalendarDate?
    private let today: CalendarDate?
    private let birth: Int?
    private let sex: Int?
    private var readers: [CellReader] = []
    /// The readers with those of names that changed over time last, when the row's own day is known.
    private var ordered: [CellReader] = []
    private var references: [RecordKind: ReferenceIndex] = [:]
    private let blank: [FieldValue]

    init(
        _ mapping: ImportMapping, _ layout: RosterLayout, _ rows: [SheetRow], _ snapshot: Snapshot, _ place: SheetPlace,
        decoded: [DecodedCells], book: SuggestionBook, effective: CalendarDate? = nil, today: CalendarDate? = nil
    ) {
        (self.effective, self.today) = (effective, today)
        (self.mapping, self.place, self.book) = (mapping, place, book)
        idColumn = layout.idColumn
        let schema = Schema[mapping.kind]
        (birth, sex) = (schema.index(of: "birth"), schema.index(of: "sex"))
        blank = schema.fields.map { mapping.constants[$0.code] ?? .missing }
        for column in layout.columns {
            let definition = schema.fields[column.field]
            let evidence = ColumnEvidence(rows, column.column, definition.type, decoded: decoded)
            if column.mapping.conversion == .automatic, let order = evidence.order, order != .dmy {
                guessedOrders[column.heading] = order
            }
            readers.append(
                CellReader(
                    column, kind: mapping.kind, place: place, evidence: evidence,
                    isVerbatim: mapping.idHeading != nil))
            if case .reference(let kind) = definition.type, kind != mapping.kind, references[kind] == nil {
                references[kind] = ReferenceIndex(kind, in: snapshot)
            }
        }
        let late = readers.map { references(of: $0)?.dependsOnDay == true }
        ordered =
            readers.indices.filter { !late[$0] }.map { readers[$0] }
            + readers.indices.filter { late[$0] }.map { readers[$0] }
    }

    /// The fields that refer to records of the same kind, which the same sheet may bring.
    var hasOwnReferences: Bool { readers.contains { refersToOwnKind($0) } }

    /// Titles and roles that were taken off names.
    var takenOff: [String] { readers.flatMap(\.takenOff).sorted() }

    /// Cells whose marks had been typed as signs of their own.
    var typedMarks: [DecodedCells] { readers.compactMap(\.typedMarks) }

    /// How many letters of other alphabets were folded to the Đ that they look like.
    var lookAlikes: Int { readers.reduce(0) { $0 + $1.lookAlikes } }

    /// Reads all columns of a row but the references to its own kind.
    func read(_ row: SheetRow) -> RosterRow {
        var result = RosterRow(source: row, values: blank)
        if let idColumn, let text = row[column: idColumn].text {
            result.statedID = RecordID(CellText.tidied(text))
        }
        var pending: [Pending] = []
        for reader in ordered where !refersToOwnKind(reader) {
            read(reader, into: &result, references: nil, &pending)
        }
        consider(pending, &result, references: nil)
        return result
    }

    /// Reads the references of a row to its own kind.
    func readOwnReferences(of row: inout RosterRow, in own: ReferenceIndex) {
        var pending: [Pending] = []
        for reader in readers where refersToOwnKind(reader) { read(reader, into: &row, references: own, &pending) }
        consider(pending, &row, references: own)
    }

    /// A refused cell that probably means something, looked at when the whole row is read.
    private struct Pending {
        let reader: CellReader
        let problem: CellProblem
        let refusal: CellRefusal
        let proposal: Proposal
    }

    private func read(
        _ reader: CellReader, into row: inout RosterRow, references own: ReferenceIndex?, _ pending: inout [Pending]
    ) {
        let column = reader.column
        let cell = row.source.cell(column.column)
        do throws(CellRefusal) {
            let references = own ?? references(of: reader)
            let day = references?.dependsOnDay == true ? day(of: row) : nil
            let value = try reader.read(cell, references: references, on: day)
            if value != .missing {
                row.values[column.field] = try join(row.values[column.field], value, column.field)
                try takeSex(column, value, into: &row)
            } else if column.mapping.required, !isParted(column) {
                throw CellRefusal(vi: "ô bắt buộc còn trống", en: "this cell must not be empty")
            }
        } catch {
            let problem = place.problem(row.source, column, cell?.value.text ?? "", error)
            row.problems.append(problem)
            if let proposal = error.proposal {
                pending.append(Pending(reader: reader, problem: problem, refusal: error, proposal: proposal))
            }
        }
    }

    /// Suggests what refused cells probably mean, and takes what a person accepted.
    private func consider(_ pending: [Pending], _ row: inout RosterRow, references own: ReferenceIndex?) {
        for item in pending where isLikely(item, row) {
            let problem = item.problem
            let isAccepted = book.consider(
                item.proposal, row: problem.row, column: problem.column, heading: problem.heading, old: problem.value,
                why: problem.reason, blocks: true)
            guard isAccepted == true else { continue }
            let field = item.reader.column.field
            let references = own ?? references(of: item.reader)
            guard let value = try? item.reader.read(accepted: item.proposal.text, references: references),
                let joined = try? join(row.values[field], value, field)
            else { continue }
            row.values[field] = joined
            row.problems.removeAll { $0 == problem }
        }
    }

    /// A number that lost its zero must still say the sex and the year of birth that the row says.
    private func isLikely(_ item: Pending, _ row: RosterRow) -> Bool {
        guard item.proposal.kind == .leadingZero, let birth, let sex else { return true }
        return !NationalNumber.contradicts(item.proposal.text, birth: row.values[birth], sex: row.values[sex])
    }

    /// The day on which the row's names are looked up: that of the change, else the row's own, else today.
    private func day(of row: RosterRow) -> CalendarDate? {
        if let effective { return effective }
        // A member or a unit begins long before the roster was written.
        guard mapping.kind != .member, mapping.kind != .unit else { return today }
        return RecordStart.day(of: row.values, kind: mapping.kind) ?? today
    }

    /// Whether another column fills the same field.
    private func isParted(_ column: RosterLayout.ReadColumn) -> Bool {
        column.isFurther || column.sex != nil
    }

    /// A year written under "Nam" or "Nữ" tells the sex as well.
    private func takeSex(
        _ column: RosterLayout.ReadColumn, _ value: FieldValue, into row: inout RosterRow
    ) throws(CellRefusal) {
        guard let code = column.sex, let sex else { return }
        row.values[sex] = try join(row.values[sex], .code(code), sex)
    }

    /// The value of a field that several columns fill: family and given name apart, a birth year under "Nam" or "Nữ".
    private func join(_ old: FieldValue, _ new: FieldValue, _ field: Int) throws(CellRefusal) -> FieldValue {
        guard old != blank[field], old != new else { return new }
        if case .text(let left) = old, case .text(let right) = new { return .text(left + " " + right) }
        throw CellRefusal(
            vi: "hai cột cho hai giá trị khác nhau", en: "two columns give two values",
            suggestion: Bilingual(vi: "hãy giữ một giá trị", en: "keep one value"))
    }

    private func refersToOwnKind(_ reader: CellReader) -> Bool { reader.definition.type == .reference(mapping.kind) }

    private func references(of reader: CellReader) -> ReferenceIndex? {
        guard case .reference(let kind) = reader.definition.type else { return nil }
        return references[kind]
    }
}

/// The file and sheet that a row comes from, for messages.
struct SheetPlace {
    let file: String
    let sheet: String
    let dates: DateSystem
    /// Whether the file is one of separated values, in which an apostrophe may guard a text.
    var isText = false

    /// A problem with a cell.
    func problem(
        _ row: SheetRow, _ column: RosterLayout.ReadColumn, _ value: String, _ refusal: CellRefusal
    ) -> CellProblem {
        CellProblem(
            file: file, sheet: sheet, row: row.number, column: CellReference.letters(column.column),
            heading: column.heading, value: value, reason: refusal.reason, suggestion: refusal.suggestion)
    }

    /// A problem with a whole row.
    func problem(_ row: SheetRow, _ refusal: CellRefusal) -> CellProblem {
        CellProblem(
            file: file, sheet: sheet, row: row.number, column: "", heading: "", value: "", reason: refusal.reason,
            suggestion: refusal.suggestion)
    }
}
