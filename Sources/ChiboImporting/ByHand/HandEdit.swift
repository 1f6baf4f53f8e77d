package import ChiboModel
internal import ChiboOffice

/// One record that a person changes or adds by typing: the same reading, the same checks and the same audit as an import.
package struct HandEdit {
    /// A field with what was typed for it; `missing` takes the value away.
    package struct Entry: Hashable, Sendable {
        /// The field's position in the schema.
        let field: Int
        /// The value.
        let value: FieldValue
    }

    private let schema: RecordSchema
    private let snapshot: Snapshot
    private let today: CalendarDate

    /// An edit of a record of a kind.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - snapshot: The records as they are, on a day that all have begun by.
    ///   - today: The day on which names that changed over time are looked up.
    package init(_ kind: RecordKind, _ snapshot: Snapshot, today: CalendarDate) {
        (schema, self.snapshot, self.today) = (Schema[kind], snapshot, today)
    }

    /// Reads words of the form `field=value`.
    ///
    /// The field is a code, a Vietnamese label or another heading of it; the value is written as in a cell of a
    /// spreadsheet: `Chi bộ Sinh viên 1`, `19/05/2023`, `bí thư`, `x`. Nothing after the `=` takes the value away.
    ///
    /// - Returns: The entries, each field once.
    /// - Throws: What cannot be read, and what it may mean.
    package func entries(_ words: [String]) throws(Diagnostic) -> [Entry] {
        var entries: [Entry] = []
        for word in words {
            guard let sign = word.firstIndex(of: "=") else { throw HandEditProblems.noEntry(word, schema) }
            let name = String(word[..<sign])
            guard let field = field(name) else { throw HandEditProblems.noField(name, schema) }
            if entries.contains(where: { $0.field == field }) {
                throw HandEditProblems.twice(schema.fields[field])
            }
            let text = CellText.tidied(String(word[word.index(after: sign)...]))
            entries.append(Entry(field: field, value: text.isEmpty ? .missing : try value(text, field)))
        }
        return entries
    }

    private func field(_ name: String) -> Int? {
        let key = VietnameseText.matchKey(name)
        return schema.fields.firstIndex { field in
            ([field.code, field.label] + field.synonyms).contains { VietnameseText.matchKey($0) == key }
        }
    }

    private func value(_ text: String, _ field: Int) throws(Diagnostic) -> FieldValue {
        let definition = schema.fields[field]
        let cell = SheetCell(column: 1, value: .text(text))
        let column = RosterLayout.ReadColumn(
            column: 1, heading: definition.label,
            mapping: ImportMapping.Column(heading: definition.label, field: definition.code), field: field,
            isBySynonym: false)
        let evidence = ColumnEvidence([SheetRow(number: 1, cells: [cell])], 1, definition.type, decoded: [])
        let reader = CellReader(
            column, kind: schema.kind, place: SheetPlace(file: "", sheet: "", dates: .from1900), evidence: evidence,
            isVerbatim: false)
        var references: ReferenceIndex?
        if case .reference(let kind) = definition.type { references = ReferenceIndex(kind, in: snapshot) }
        do throws(CellRefusal) { return try reader.read(cell, references: references, on: today) } catch {
            throw HandEditProblems.unreadable(definition, error)
        }
    }

    /// What some entries change of a record.
    ///
    /// - Returns: The change with the fields that differ, and what a transaction has to say for it; nothing of both where
    ///   the record says so already.
    /// - Throws: That there is no such record, or that somebody has to say from which day the change holds.
    package func change(
        of id: RecordID, _ entries: [Entry], versions: [RecordVersion], _ choice: EffectiveChoice
    ) throws(Diagnostic) -> (change: RecordChange, assertions: [Assertion]) {
        guard let row = snapshot.row(of: id, in: schema.kind) else { throw HandEditProblems.noRecord(id, schema) }
        let fields = entries.sorted { $0.field < $1.field }.compactMap { entry -> FieldChange? in
            let old = snapshot.value(schema.kind, row: row, field: entry.field)
            guard old != entry.value else { return nil }
            let definition = schema.fields[entry.field]
            return FieldChange(
                field: definition.code, index: entry.field, old: old, new: entry.value,
                isDated: definition.changesInTime && old != .missing, since: nil)
        }
        let change = RecordChange(row: 0, id: id, fields: fields)
        if choice == .ask, let field = change.undated.first { throw HandEditProblems.noDay(schema.fields[field.index]) }
        let assertions = fields.isEmpty ? [] : RecordAssertions(schema: schema).changing(change, versions, choice)
        return (change, assertions.map(HandEdit.withoutRow))
    }

    /// A new record of some entries.
    ///
    /// - Returns: What a transaction has to say for it.
    /// - Throws: That nothing tells which record it is, or that it is on record already.
    package func adding(_ id: RecordID, _ entries: [Entry]) throws(Diagnostic) -> Assertion {
        var rows = [RosterRow(source: SheetRow(number: 1, cells: []), values: values(entries))]
        var matching = RecordMatching(
            StandardMapping.of(schema.kind), snapshot, SheetPlace(file: "", sheet: "", dates: .from1900),
            isCorrection: false, book: SuggestionBook(sheet: "", decisions: ImportDecisions()), lastNumber: 0)
        matching.match(&rows)
        if let known = rows[0].id { throw HandEditProblems.known(known, schema) }
        if let problem = rows[0].problems.first { throw HandEditProblems.nobody(problem) }
        return HandEdit.withoutRow(RecordAssertions(schema: schema).adding(id, rows[0].values, row: 0))
    }

    /// Days that cannot be in the order in which they would stand: told, not refused, as in an import.
    package func findings(_ entries: [Entry], of id: RecordID?) -> [Bilingual] {
        var row = RosterRow(source: SheetRow(number: 1, cells: []), values: values(entries))
        row.existing = id.flatMap { snapshot.row(of: $0, in: schema.kind) }
        return RowFindings([row], schema.kind, snapshot).findings.map(\.text)
    }

    /// An assertion that comes from no row of a sheet.
    private static func withoutRow(_ assertion: Assertion) -> Assertion {
        Assertion(assertion.kind, assertion.id, from: assertion.from, to: assertion.to, values: assertion.values)
    }

    private func values(_ entries: [Entry]) -> [FieldValue] {
        var values = [FieldValue](repeating: .missing, count: schema.fields.count)
        for entry in entries { values[entry.field] = entry.value }
        return values
    }
}
