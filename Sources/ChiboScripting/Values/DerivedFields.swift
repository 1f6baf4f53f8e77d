import ChiboModel

/// The values that follow from the fields, worked out once a snapshot.
enum DerivedFields {
    /// One value a row; ``Column/missing`` where it is not known.
    static func values(_ code: String, of kind: RecordKind, in snapshot: Snapshot) -> [Int32] {
        let table = snapshot[kind]
        switch (kind, code) {
        case (.member, "age"): return ages(snapshot)
        case (.unit, "member_count"): return counts(snapshot) { _ in true }
        case (.unit, "official_count"):
            let official = snapshot.texts.index(of: "official")
            return counts(snapshot) { official != nil && $0 == official }
        default: return Array(repeating: Column.missing, count: table.count)
        }
    }

    private static func narrow(_ code: String, of kind: RecordKind, in snapshot: Snapshot) -> ColumnBuffer<Int32>? {
        guard let index = Schema[kind].index(of: code), case .narrow(let column) = snapshot[kind].columns[index]
        else { return nil }
        return column
    }

    /// Whole years on the snapshot's day; not known where a partial birth date leaves two answers.
    private static func ages(_ snapshot: Snapshot) -> [Int32] {
        guard let births = narrow("birth", of: .member, in: snapshot) else { return [] }
        return (0..<births.count).map { row in
            guard let birth = PartialDate(packed: births[row]) else { return Column.missing }
            let most = snapshot.asOf.wholeYears(since: birth.earliest)
            return most == snapshot.asOf.wholeYears(since: birth.latest) ? Int32(most) : Column.missing
        }
    }

    /// Members on the roll of each unit, those who are only guests for a time left out (domain.md §2.2).
    private static func counts(_ snapshot: Snapshot, where counts: (Int32) -> Bool) -> [Int32] {
        guard let relation = snapshot[.unit].relation(.member, by: "branch"),
            let activities = narrow("activity", of: .member, in: snapshot),
            let grades = narrow("grade", of: .member, in: snapshot)
        else { return [] }
        let guest = snapshot.texts.index(of: "temp_in")
        return (0..<snapshot[.unit].count).map { unit in
            Int32(relation[unit].count { activities[Int($0)] != guest && counts(grades[Int($0)]) })
        }
    }
}
