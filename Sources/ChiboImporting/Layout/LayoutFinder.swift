internal import ChiboModel
internal import ChiboOffice

/// Finds the heading of a sheet: below titles, in one row or several, by the headings that the mapping names.
struct LayoutFinder {
    /// How far down a heading is looked for.
    private static let searchedRows = 30
    /// How many rows a heading may have.
    private static let deepest = 3

    let mapping: ImportMapping
    let file: String

    private var schema: RecordSchema { Schema[mapping.kind] }

    /// The headings that rows would be if they were the heading.
    private struct Candidate {
        let rows: ClosedRange<Int>
        let paths: [(column: Int, texts: [String])]
        /// Where each column of the mapping stands, by its position in the mapping.
        let found: [Int: [Int]]
        /// The columns of the mapping that were found by another wording.
        let synonyms: Set<Int>
        /// The fields that several columns fill, by the positions in the mapping.
        let parted: [Int: PartedColumns]
        /// Where ids stand, in a sheet that the host wrote.
        let idColumn: Int?

        /// How good it is: headings that the mapping names count before those known by another wording.
        var score: (named: Int, all: Int) { (found.count - synonyms.count + (idColumn == nil ? 0 : 1), found.count) }
    }

    /// Finds the layout; an error names all columns that are missing and what the sheet has instead.
    func find(in table: SheetTable) throws(Diagnostic) -> RosterLayout {
        let firstRows = table.rows.prefix(LayoutFinder.searchedRows).map(\.number)
        let grid = HeadingGrid(table, upTo: (firstRows.last ?? 0) + LayoutFinder.deepest)
        var best: Candidate?
        // Of headings that are equally good, the flattest: a title merged over the table is no heading above the headings.
        for depth in 0..<LayoutFinder.deepest {
            for row in firstRows {
                let candidate = candidate(row...(row + depth), grid)
                if candidate.score > (best?.score ?? (0, 0)) { best = candidate }
            }
        }
        guard let best else { throw RosterProblems.noHeading(mapping, file: file, sheet: table.sheet.name) }
        return try layout(best, grid, sheet: table.sheet.name)
    }

    private func candidate(_ rows: ClosedRange<Int>, _ grid: HeadingGrid) -> Candidate {
        let paths = grid.columns.map { (column: $0, texts: grid.path(rows, $0)) }.filter { !$0.texts.isEmpty }
        let keys = paths.map { (column: $0.column, path: HeadingPath($0.texts)) }
        var found: [Int: [Int]] = [:]
        for (index, column) in mapping.columns.enumerated() {
            let wordings = [column.heading] + column.also
            let places = wordings.lazy.map { self.places(of: HeadingPath($0), in: keys) }.first { !$0.isEmpty }
            if let places { found[index] = places }
        }
        var synonyms = addSynonyms(to: &found, keys)
        let parted = addParted(to: &found, &synonyms, keys)
        let ids = mapping.idHeading.map { places(of: HeadingPath($0), in: keys) } ?? []
        return Candidate(
            rows: rows, paths: paths, found: found, synonyms: synonyms, parted: parted, idColumn: ids.first)
    }

    /// Fields that offices give two columns: family and given name, years of birth of men and women.
    private func addParted(
        to found: inout [Int: [Int]], _ synonyms: inout Set<Int>, _ keys: [(column: Int, path: HeadingPath)]
    ) -> [Int: PartedColumns] {
        var parted: [Int: PartedColumns] = [:]
        guard !found.isEmpty else { return [:] }
        let claimed = Set(found.values.flatMap(\.self))
        for (index, column) in mapping.columns.enumerated() where found[index] == nil {
            guard let field = schema.field(column.field) else { continue }
            let wordings = ([column.heading, field.label] + field.synonyms).map { HeadingPath($0) }
            let free = keys.filter { !claimed.contains($0.column) }
            guard let columns = PartedColumns(of: field, wordings: wordings, among: free) else { continue }
            parted[index] = columns
            found[index] = [columns.first]
            synonyms.insert(index)
        }
        return parted
    }

    /// Where a heading stands: the columns that have it whole, else those whose path ends with it.
    private func places(of wanted: HeadingPath, in keys: [(column: Int, path: HeadingPath)]) -> [Int] {
        let whole = keys.filter { $0.path == wanted }
        return (whole.isEmpty ? keys.filter { $0.path.ends(with: wanted) } : whole).map(\.column)
    }

    /// Headings that the mapping does not name, but offices write for the same field, and nothing else claims.
    private func addSynonyms(
        to found: inout [Int: [Int]], _ keys: [(column: Int, path: HeadingPath)]
    ) -> Set<Int> {
        var claimed = Set(found.values.flatMap(\.self))
        var synonyms: Set<Int> = []
        let named = found
        for (index, column) in mapping.columns.enumerated() where found[index] == nil {
            guard let field = schema.field(column.field) else { continue }
            let wordings = [field.label] + field.synonyms
            let free = wordings.lazy.map { wording in
                self.places(of: HeadingPath(wording), in: keys).filter { !claimed.contains($0) }
            }
            guard let place = free.first(where: { $0.count == 1 })?.first else { continue }
            found[index] = [place]
            claimed.insert(place)
            synonyms.insert(index)
        }
        // One or two wordings alone would make any row of text a heading by chance.
        if named.count >= 2 || found.count >= 3 { return synonyms }
        found = named
        return []
    }

    private func layout(_ best: Candidate, _ grid: HeadingGrid, sheet: String) throws(Diagnostic) -> RosterLayout {
        let headings = Dictionary(
            best.paths.map { ($0.column, $0.texts.joined(separator: " / ")) }, uniquingKeysWith: { old, _ in old })
        let tellsSex = best.parted.values.contains { $0.sexes != nil }
        let absent = mapping.columns.enumerated().filter { best.found[$0.offset] == nil }.map(\.element)
            .filter { !(tellsSex && $0.field == "sex") }
        let missing = absent.filter { !$0.optional }.map(\.heading)
        guard missing.isEmpty else {
            let spare = headings.keys.sorted().compactMap { headings[$0] }
            throw RosterProblems.missingColumns(
                missing, found: spare, file: file, sheet: sheet, row: best.rows.lowerBound)
        }
        var columns: [RosterLayout.ReadColumn] = []
        for (index, column) in mapping.columns.enumerated() {
            guard var places = best.found[index] else { continue }
            guard let field = schema.index(of: column.field) else {
                throw RosterProblems.unknownField(column.field, schema, file: file)
            }
            let parted = best.parted[index]
            if let parted { places = [parted.first, parted.second] }
            let named = column.field == "full_name" ? nameColumns(places, best, grid) : nil
            places = named ?? places
            guard places.count == 1 || parted != nil || named != nil else {
                throw RosterProblems.ambiguousColumn(column.heading, places, file: file, sheet: sheet)
            }
            for (position, place) in places.enumerated() {
                columns.append(
                    RosterLayout.ReadColumn(
                        column: place, heading: headings[place] ?? column.heading, mapping: column, field: field,
                        isBySynonym: best.synonyms.contains(index), isFurther: position > 0,
                        sex: parted?.sexes?[position]))
            }
        }
        let last = grid.reach(best.rows, columns: columns.map(\.column))
        return RosterLayout(
            headingRows: best.rows.lowerBound...last, columns: columns, headings: headings,
            idColumn: best.idColumn, absent: absent.map(\.heading))
    }

    /// The two columns of a name whose one heading stands over both: family and middle name, then the given name.
    private func nameColumns(_ places: [Int], _ best: Candidate, _ grid: HeadingGrid) -> [Int]? {
        if places.count == 2 { return isAdjacent(places) && grid.isMerged(places, best.rows) ? places : nil }
        guard let first = places.first, places.count == 1, !best.paths.contains(where: { $0.column == first + 1 }),
            grid.isFilledBelow(best.rows.upperBound, column: first + 1)
        else { return nil }
        return [first, first + 1]
    }

    private func isAdjacent(_ places: [Int]) -> Bool { places.count == 2 && places[1] == places[0] + 1 }
}
