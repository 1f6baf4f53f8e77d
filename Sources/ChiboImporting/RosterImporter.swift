package import ChiboModel
internal import ChiboOffice

/// What an import is given besides its file.
package struct ImportRequest: Sendable {
    /// How the sheet maps to fields.
    package var mapping: ImportMapping
    /// The records as they are; taken on a day that all records have begun by, so that none is taken for new.
    package var snapshot: Snapshot
    /// When changed values became so.
    package var effective: EffectiveChoice
    /// Whether good rows are taken where others are rejected.
    package var acceptsValid: Bool
    /// The account that imports.
    package var author: String
    /// Why, where somebody said it.
    package var reason: String
    /// The highest number that the store ever gave an id of the kind; 0 looks at the snapshot alone.
    package var lastNumber: Int
    /// The day of the import, on which names are looked up where nothing else says a day; nil for names of any day.
    package var today: CalendarDate?
    /// The highest number that the store ever gave an alias of a unit.
    package var lastAlias: Int
    /// What people decided about suggestions of the same file.
    package var decisions: ImportDecisions

    package init(
        mapping: ImportMapping, snapshot: Snapshot, effective: EffectiveChoice = .ask, acceptsValid: Bool = false,
        author: String, reason: String = "", lastNumber: Int = 0, decisions: ImportDecisions = ImportDecisions(),
        today: CalendarDate? = nil, lastAlias: Int = 0
    ) {
        (self.today, self.lastAlias) = (today, lastAlias)
        self.decisions = decisions
        (self.mapping, self.snapshot, self.effective) = (mapping, snapshot, effective)
        (self.acceptsValid, self.author, self.reason, self.lastNumber) = (acceptsValid, author, reason, lastNumber)
    }
}

/// Reads a roster and works out what it changes; it writes nothing.
package struct RosterImporter {
    /// What is believed of a record now: every version that no later transaction has superseded.
    package typealias Versions = (RecordID) throws -> [RecordVersion]

    private let request: ImportRequest
    private let versions: Versions?

    /// An importer.
    ///
    /// - Parameters:
    ///   - request: The mapping, the records and what was chosen.
    ///   - versions: Looks up the versions of a record that changes; without it, a record has the snapshot's alone.
    package init(_ request: ImportRequest, versions: Versions? = nil) {
        self.request = request
        self.versions = versions
    }

    /// Reads a file and compares it with the records.
    ///
    /// Throws a `Diagnostic` where the file or the sheet as a whole cannot be read, and what ``Versions`` throws.
    package func read(_ path: String, progress: (Int, Int) -> Void = { _, _ in }) throws -> ImportReport {
        if let problem = MappingCheck.problems(of: request.mapping, file: path).first { throw problem }
        let file = try RosterImporter.open(path, request.mapping)
        let (decoding, digest) = (file.decoding, file.digest)
        let table = decoding.table
        let layout = try LayoutFinder(mapping: request.mapping, file: path).find(in: table)
        let sorted = RosterRows(table, layout)
        if request.mapping.complete, sorted.data.isEmpty {
            throw RosterProblems.noRows(
                request.mapping, file: path, sheet: table.sheet.name, row: layout.headingRows.upperBound)
        }
        let place = SheetPlace(file: path, sheet: table.sheet.name, dates: file.dates, isText: file.isText)
        let book = SuggestionBook(sheet: table.sheet.name, decisions: request.decisions)
        let reader = RowReader(
            request.mapping, layout, sorted.data, request.snapshot, place, decoded: decoding.decoded, book: book,
            effective: request.effective.day, today: request.today)
        var rows: [RosterRow] = []
        rows.reserveCapacity(sorted.data.count)
        for (index, row) in sorted.data.enumerated() {
            if index % 256 == 0 { progress(index, sorted.data.count) }
            rows.append(reader.read(row))
        }
        match(&rows, place, book)
        giveIDs(&rows)
        if reader.hasOwnReferences { resolveOwnReferences(&rows, reader) }
        let comparison = RosterComparison(request, place, layout, rows)
        let notes = ImportNotes(
            layout: layout, rowCount: rows.count, passedOver: sorted.passedOver, guessedOrders: reader.guessedOrders,
            hidden: sorted.data.count { $0.isHidden }, takenOff: reader.takenOff,
            decoded: decoding.decoded + reader.typedMarks, lookAlikes: reader.lookAlikes,
            suggestions: book.suggestions, outdated: book.unknownKeys,
            findings: RowFindings(rows, request.mapping.kind, request.snapshot).findings, place: place)
        let changes = try comparison.isAccepted ? changeSet(comparison, path, digest, book) : nil
        return comparison.report(layout, notes.diagnostics, book.suggestions, changes)
    }

    /// Finds out which record each row is; rows that a person said to pass over are taken out first.
    private func match(_ rows: inout [RosterRow], _ place: SheetPlace, _ book: SuggestionBook) {
        while true {
            var matched = rows
            var matching = RecordMatching(
                request.mapping, request.snapshot, place, isCorrection: request.effective == .correction, book: book,
                lastNumber: request.lastNumber)
            matching.match(&matched)
            matching.suggestRecords(for: &matched)
            if matching.passedOver.isEmpty {
                rows = matched
                return
            }
            rows = rows.indices.filter { !matching.passedOver.contains($0) }.map { rows[$0] }
        }
    }

    /// A file's sheet in Unicode, and what must be known of the file.
    private struct OpenedFile {
        let decoding: SheetDecoding
        let dates: DateSystem
        let isText: Bool
        let digest: String
    }

    private static func open(_ path: String, _ mapping: ImportMapping) throws(Diagnostic) -> OpenedFile {
        let file = try diagnosed { () throws(OfficeError) in try Spreadsheet.open(path) }
        guard let sheet = find(mapping.sheet, in: file.sheets) else {
            throw RosterProblems.noSheet(mapping.sheet, file.sheets, file: path)
        }
        return try diagnosed { () throws(OfficeError) in
            let table = try file.table(of: sheet)
            return OpenedFile(
                decoding: mapping.idHeading == nil
                    ? SheetDecoding(table, legacy: file.legacy) : SheetDecoding(verbatim: table),
                dates: file.dates, isText: file is CSVFile, digest: try FileDigest.sha256(of: path))
        }
    }

    private static func diagnosed<Value>(_ body: () throws(OfficeError) -> Value) throws(Diagnostic) -> Value {
        do throws(OfficeError) { return try body() } catch { throw error.diagnostic() }
    }

    private static func find(_ wanted: ImportMapping.Sheet, in sheets: [SheetInfo]) -> SheetInfo? {
        switch wanted {
        case .number(let number): sheets.first { $0.number == number }
        case .name(let name):
            sheets.first { $0.name == name }
                ?? sheets.first { VietnameseText.matchKey($0.name) == VietnameseText.matchKey(name) }
        }
    }

    /// Gives every good row that is no known record the next number.
    private func giveIDs(_ rows: inout [RosterRow]) {
        let kind = request.mapping.kind
        let table = request.snapshot[kind]
        var last = request.lastNumber
        for row in 0..<Int32(table.count) {
            last = max(last, request.snapshot.id(of: row, in: kind).number(in: kind) ?? 0)
        }
        for row in rows where row.existing == nil { last = max(last, row.statedID?.number(in: kind) ?? 0) }
        for index in rows.indices where rows[index].isGood && rows[index].existing == nil {
            if let stated = rows[index].statedID {
                rows[index].id = stated
                continue
            }
            last += 1
            rows[index].id = RecordID(kind, number: last)
        }
    }

    /// Resolves references to rows of the same file; a row that fails takes those with it that refer to it.
    private func resolveOwnReferences(_ rows: inout [RosterRow], _ reader: RowReader) {
        let plain = rows
        var failed: Set<Int> = []
        while true {
            var index = ReferenceIndex(request.mapping.kind, in: request.snapshot)
            for position in plain.indices where !failed.contains(position) && plain[position].isGood {
                if plain[position].existing == nil, let id = plain[position].id {
                    index.add(id, all: plain[position].values)
                }
            }
            rows = plain
            var next: Set<Int> = []
            for position in rows.indices {
                reader.readOwnReferences(of: &rows[position], in: index)
                if plain[position].isGood, !rows[position].isGood { next.insert(position) }
            }
            if next == failed { return }
            failed.formUnion(next)
        }
    }

    private func changeSet(
        _ comparison: RosterComparison, _ path: String, _ digest: String, _ book: SuggestionBook
    ) throws -> ChangeSet {
        let schema = Schema[request.mapping.kind]
        let maker = RecordAssertions(schema: schema)
        var assertions: [Assertion] = []
        for item in comparison.accepted {
            switch item {
            case .added(let row):
                if let id = row.id { assertions.append(maker.adding(id, row.values, row: row.source.number)) }
            case .changed(let change, let old):
                let known = try versions?(change.id) ?? []
                let current =
                    known.isEmpty
                    ? [
                        RecordVersion(
                            from: maker.start(of: old), to: nil, values: old, recorded: request.snapshot.version,
                            sourceRow: nil)
                    ]
                    : known
                assertions += maker.changing(change, current, request.effective)
            }
        }
        assertions += aliases(book)
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        let reasons = [request.reason, book.suggestions.acceptedNote].filter { !$0.isEmpty }
        let note = ChangeNote(
            author: request.author, action: "import \(request.mapping.id)", reason: reasons.joined(separator: "; "),
            sourceFile: name, sourceSheet: book.sheet, sourceHash: digest)
        return ChangeSet(base: request.snapshot.version, assertions: assertions, note: note)
    }

    /// The names that a person accepted for organisations, kept as their aliases.
    private func aliases(_ book: SuggestionBook) -> [Assertion] {
        let schema = Schema[.unitAlias]
        guard let unit = schema.index(of: "unit"), let name = schema.index(of: "name"),
            let from = schema.index(of: "from"), let to = schema.index(of: "to")
        else { return [] }
        var last = request.lastAlias
        for row in 0..<Int32(request.snapshot[.unitAlias].count) {
            last = max(last, request.snapshot.id(of: row, in: .unitAlias).number(in: .unitAlias) ?? 0)
        }
        return book.acceptedNames.map { accepted in
            last += 1
            var values = [FieldValue](repeating: .missing, count: schema.fields.count)
            values[unit] = .reference(accepted.record)
            values[name] = .text(accepted.name)
            if let day = accepted.decision.from { values[from] = .date(day) }
            if let day = accepted.decision.to { values[to] = .date(day) }
            return RecordAssertions(schema: schema).adding(
                RecordID(.unitAlias, number: last), values, row: accepted.row)
        }
    }
}
