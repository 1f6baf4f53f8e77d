internal import ChiboModel
internal import ChiboOffice

/// Reads the rows of a sheet into values, by the columns of its layout.
struct RowReader {
    /// How the columns write their dates where the mapping does not say it, by heading; told in the report.
    private(set) var guessedOrders: [String: ImportMapping.DateOrder] = [:]

    private let mapping: ImportMapping
    private let place: SheetPlace
    private var readers: [CellReader] = []
    private var references: [RecordKind: ReferenceIndex] = [:]
    private let blank: [FieldValue]

    init(
        _ mapping: ImportMapping, _ layout: RosterLayout, _ rows: [SheetRow], _ snapshot: Snapshot, _ place: SheetPlace
    ) {
        self.mapping = mapping
        self.place = place
        let schema = Schema[mapping.kind]
        blank = schema.fields.map { mapping.constants[$0.code] ?? .missing }
        for column in layout.columns {
            let definition = schema.fields[column.field]
            var guess: ImportMapping.DateOrder?
            if definition.type == .date || definition.type == .partialDate, column.mapping.conversion == .automatic {
                guess = DateText.order(of: RowReader.texts(rows, column.column))
                if let guess, guess != .dmy { guessedOrders[column.heading] = guess }
            }
            readers.append(CellReader(column, kind: mapping.kind, dates: place.dates, likelyOrder: guess))
            if case .reference(let kind) = definition.type, kind != mapping.kind, references[kind] == nil {
                references[kind] = ReferenceIndex(kind, in: snapshot)
            }
        }
    }

    private static func texts(_ rows: [SheetRow], _ column: Int) -> some Sequence<String> {
        rows.lazy.compactMap { row in
            guard case .text(let text) = row[column: column] else { return nil }
            return text
        }
    }

    /// The fields that refer to records of the same kind, which the same sheet may bring.
    var hasOwnReferences: Bool { readers.contains { refersToOwnKind($0) } }

    /// Titles and roles that were taken off names.
    var takenOff: [String] { readers.flatMap(\.takenOff).sorted() }

    /// Reads all columns of a row but the references to its own kind.
    func read(_ row: SheetRow) -> RosterRow {
        var result = RosterRow(source: row, values: blank)
        for reader in readers where !refersToOwnKind(reader) {
            read(reader, into: &result, references: nil)
        }
        return result
    }

    /// Reads the references of a row to its own kind.
    func readOwnReferences(of row: inout RosterRow, in own: ReferenceIndex) {
        for reader in readers where refersToOwnKind(reader) { read(reader, into: &row, references: own) }
    }

    private func read(_ reader: CellReader, into row: inout RosterRow, references own: ReferenceIndex?) {
        let column = reader.column
        let cell = row.source.cell(column.column)
        do throws(CellRefusal) {
            let value = try reader.read(cell, references: own ?? references(of: reader))
            if value != .missing {
                row.values[column.field] = try join(row.values[column.field], value, column.field)
            } else if column.mapping.required {
                throw CellRefusal(vi: "ô bắt buộc còn trống", en: "this cell must not be empty")
            }
        } catch {
            row.problems.append(place.problem(row.source, column, cell?.value.text ?? "", error))
        }
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
