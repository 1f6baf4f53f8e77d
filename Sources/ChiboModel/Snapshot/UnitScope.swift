/// Which rows belong to some units and to those below them.
///
/// A record belongs where the first of its references that has a value leads: a member to the branch, a rating to the
/// member, a visit to the assignment and so to the unit. Kinds without any reference belong to everybody; a record that
/// refers to nothing, where others of its kind do, to nobody.
struct UnitScope {
    private enum Answer: UInt8 { case open, asked, inside, outside }

    private let tables: [SnapshotRows]
    private var answers: [[Answer]]

    /// Looks at tables whose references are rows already.
    init(_ tables: [SnapshotRows], roots: [Int32]) {
        self.tables = tables
        answers = tables.map { Array(repeating: .open, count: $0.ids.count) }
        for row in roots { answers[Int(RecordKind.unit.rawValue)][Int(row)] = .inside }
    }

    /// The rows of a kind that are inside, in their order.
    mutating func rows(of kind: RecordKind) -> [Int32] {
        (0..<Int32(tables[Int(kind.rawValue)].ids.count)).filter { isInside(kind, $0) }
    }

    private mutating func isInside(_ kind: RecordKind, _ row: Int32) -> Bool {
        let (table, place) = (Int(kind.rawValue), Int(row))
        guard answers[table][place] == .open else { return answers[table][place] == .inside }
        answers[table][place] = .asked  // a unit that is its own parent is not asked for ever
        let isInside = owner(of: kind, row).map { owner in owner.map { self.isInside($0.0, $0.1) } ?? false } ?? true
        answers[table][place] = isInside ? .inside : .outside
        return isInside
    }

    /// The record that another one belongs to; nil in nil where it belongs to everybody, nil where to nobody.
    private func owner(of kind: RecordKind, _ row: Int32) -> (RecordKind, Int32)?? {
        let rows = tables[Int(kind.rawValue)]
        guard rows.targets.contains(where: { $0 != nil }) else { return nil }
        for (field, target) in rows.targets.enumerated() {
            guard let target, !rows.narrow[field].isEmpty, rows.narrow[field][Int(row)] != Column.missing else {
                continue
            }
            return (target, rows.narrow[field][Int(row)])
        }
        return .some(nil)
    }
}

extension SnapshotBuilder {
    /// Leaves out what does not belong to some rows of units.
    static func keep(_ roots: [Int32], in tables: inout [SnapshotRows]) {
        var scope = UnitScope(tables, roots: roots)
        let kept = RecordKind.allCases.map { scope.rows(of: $0) }
        for kind in RecordKind.allCases {
            let index = Int(kind.rawValue)
            guard kept[index].count < tables[index].ids.count else { continue }
            var rows = [Int32](repeating: Column.missing, count: tables[index].ids.count)
            for (new, old) in kept[index].enumerated() { rows[Int(old)] = Int32(new) }
            tables[index].reorder(kept[index])
            for table in tables.indices { tables[table].resolve(kind, rows) }
        }
    }
}
