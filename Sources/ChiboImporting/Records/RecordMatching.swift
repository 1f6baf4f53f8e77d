internal import ChiboModel
internal import ChiboOffice

/// Finds out which record each row is: one of the snapshot, a new one, or the same as another row.
struct RecordMatching {
    private let kind: RecordKind
    private let snapshot: Snapshot
    private let place: SheetPlace
    private let isCorrection: Bool
    private let book: SuggestionBook
    private let lastNumber: Int
    private var rowsByID: [RecordID: Int] = [:]
    private var index: IdentityIndex
    private var rowsByKey: [[String: Int]]
    private var rowsByRecord: [Int32: Int] = [:]
    /// The rows that a person said to pass over, because another row is the same record.
    private(set) var passedOver: Set<Int> = []

    init(
        _ mapping: ImportMapping, _ snapshot: Snapshot, _ place: SheetPlace, isCorrection: Bool, book: SuggestionBook,
        lastNumber: Int
    ) {
        (self.book, self.lastNumber) = (book, lastNumber)
        (kind, self.snapshot, self.place, self.isCorrection) = (mapping.kind, snapshot, place, isCorrection)
        index = IdentityIndex(IdentitySets(mapping), mapping.kind, snapshot)
        rowsByKey = index.identity.sets.map { _ in [:] }
    }

    /// Matches all rows; what cannot be matched gets a problem.
    mutating func match(_ rows: inout [RosterRow]) {
        for position in rows.indices {
            let keys = index.identity.sets.indices.map { set in
                index.identity.key(set) { rows[position].values[$0] }
            }
            if let stated = rows[position].statedID {
                take(stated, keys, &rows, position)
                continue
            }
            guard keys.contains(where: { $0 != nil }) else {
                if rows[position].isGood {
                    rows[position].problems.append(place.problem(rows[position].source, nobody))
                    rows[position].isNobody = true
                }
                continue
            }
            findRecord(keys, &rows, position)
            findDuplicates(keys, &rows, position)
        }
    }

    /// Suggests the records that new rows may be, and takes what a person accepted.
    mutating func suggestRecords(for rows: inout [RosterRow]) {
        for pair in LikelyMatches(kind, snapshot, rows).pairs {
            let id = snapshot.id(of: pair.record, in: kind)
            let row = rows[pair.position]
            let why = Bilingual(
                vi: "cùng họ tên không dấu và năm sinh" + (pair.differsInNumber ? ", nhưng khác số CCCD" : ""),
                en: "the same name without accents and year of birth"
                    + (pair.differsInNumber ? ", but another citizen's number" : ""))
            let isAccepted = book.consider(
                Proposal(.samePerson, id.text), row: row.source.number, old: "", why: why, blocks: row.isNobody)
            guard isAccepted == true, row.existing == nil else { continue }
            if row.isNobody { rows[pair.position].problems = [] }
            rows[pair.position].existing = pair.record
            rows[pair.position].id = id
            keepAccents(&rows[pair.position], pair.record)
            if let other = rowsByRecord[pair.record] {
                flag(&rows, pair.position, other, label: "")
            } else {
                rowsByRecord[pair.record] = pair.position
            }
        }
    }

    /// A name that lacks its accents says nothing against the one on record.
    private func keepAccents(_ row: inout RosterRow, _ record: Int32) {
        guard let name = Schema[kind].index(of: "full_name"), case .text(let new) = row.values[name],
            case .text(let old) = snapshot.value(kind, row: record, field: name),
            VietnameseText.folded(old) == VietnameseText.folded(new)
        else { return }
        row.values[name] = .missing
    }

    /// A row of a sheet that the host wrote is the record whose id it names, or a record of that id that is new here.
    private mutating func take(_ id: RecordID, _ keys: [String?], _ rows: inout [RosterRow], _ position: Int) {
        if let other = rowsByID[id] { return flag(&rows, position, other, label: "id") }
        rowsByID[id] = position
        if let row = snapshot.row(of: id, in: kind) {
            rows[position].existing = row
            rows[position].id = id
            rowsByRecord[row] = position
            return
        }
        // An id is never given twice: one that the store gave already, and has no more, is another record's.
        guard let number = id.number(in: kind), number > lastNumber else {
            let refusal = CellRefusal(
                vi: "mã “\(id)” không có trong kho, hoặc thuộc kho khác", en: "the id “\(id)” is none of this store",
                suggestion: Bilingual(
                    vi: "hãy xóa mã ở dòng này để thêm mới", en: "delete the id to add the row as a new record"))
            return rows[position].problems.append(place.problem(rows[position].source, refusal))
        }
        findRecord(keys, &rows, position)
        if let known = rows[position].id {
            rows[position].problems.append(
                place.problem(
                    rows[position].source,
                    CellRefusal(
                        vi: "hồ sơ này ở đây có mã \(known), không phải \(id)",
                        en: "this record has the id \(known) here, not \(id)",
                        suggestion: Bilingual(vi: "hãy xóa mã ở dòng này", en: "delete the id of this row"))))
        }
    }

    private var nobody: CellRefusal {
        CellRefusal(
            vi: "không đủ thông tin để biết đây là ai, cái gì", en: "nothing tells which record this is",
            suggestion: Bilingual(
                vi: "cần một trong các bộ: \(index.identity.labels)",
                en: "one of these is needed: \(index.identity.labels)"))
    }

    /// Looks the keys up, the strongest first; a record is known by the first that leads to one.
    private mutating func findRecord(_ keys: [String?], _ rows: inout [RosterRow], _ position: Int) {
        for (set, key) in keys.enumerated() {
            guard let key else { continue }
            switch index.find(key, in: set) {
            case .none: continue
            case .several:
                if isMoreSpecific(keys, than: set) { continue }
                rows[position].problems.append(place.problem(rows[position].source, severalRecords(set)))
            case .one(let row):
                let stronger = conflict(keys, below: set, with: row)
                if let stronger, index.identity.contains(stronger, set) { continue }
                rows[position].existing = row
                rows[position].id = snapshot.id(of: row, in: kind)
                if let stronger {
                    let refusal = contradiction(set, stronger, snapshot.id(of: row, in: kind))
                    rows[position].problems.append(place.problem(rows[position].source, refusal))
                }
            }
            return
        }
    }

    /// Whether the row has a stronger key of the same fields and more: another topic on the same day is another meeting.
    private func isMoreSpecific(_ keys: [String?], than set: Int) -> Bool {
        (0..<set).contains { keys[$0] != nil && index.identity.contains($0, set) }
    }

    /// A stronger key that the row and the record both have, and differently; nil where they do not contradict.
    private func conflict(_ keys: [String?], below set: Int, with row: Int32) -> Int? {
        guard !isCorrection else { return nil }
        return (0..<set).first { stronger in
            guard let own = keys[stronger], let other = index.key(stronger, of: row), own != other else { return false }
            // The nine digits of an old identity card give way to the twelve of the new one.
            return !(own.count == 12 && other.count == 9)
        }
    }

    private func severalRecords(_ set: Int) -> CellRefusal {
        CellRefusal(
            vi: "có nhiều hồ sơ cùng \(index.identity.label(set))",
            en: "several records have the same \(index.identity.label(set))",
            suggestion: Bilingual(
                vi: "hãy bổ sung số CCCD hoặc mã để phân biệt",
                en: "add the citizen's number or a code to tell them apart"))
    }

    private func contradiction(_ set: Int, _ stronger: Int, _ id: RecordID) -> CellRefusal {
        let (weak, strong) = (index.identity.label(set), index.identity.label(stronger))
        return CellRefusal(
            vi: "trùng \(weak) với hồ sơ \(id) nhưng khác \(strong)",
            en: "the \(weak) is that of \(id), the \(strong) is not",
            suggestion: Bilingual(
                vi: "hãy đối chiếu; nếu hồ sơ cũ sai thì nhập lại với --correct",
                en: "compare them; where the record is wrong, import with --correct"))
    }

    /// Flags both rows where two are the same record.
    private mutating func findDuplicates(_ keys: [String?], _ rows: inout [RosterRow], _ position: Int) {
        if let record = rows[position].existing {
            if let other = rowsByRecord[record] { return flag(&rows, position, other, label: "") }
            rowsByRecord[record] = position
        }
        for (set, key) in keys.enumerated() {
            guard let key else { continue }
            guard let other = rowsByKey[set][key] else {
                rowsByKey[set][key] = position
                continue
            }
            let otherKeys = (0..<set).map { stronger in index.identity.key(stronger) { rows[other].values[$0] } }
            let differs = zip(keys, otherKeys).contains { $0 != nil && $1 != nil && $0 != $1 }
            if !differs { return flag(&rows, position, other, label: index.identity.label(set)) }
        }
    }

    private mutating func flag(_ rows: inout [RosterRow], _ first: Int, _ second: Int, label: String) {
        let isSame = rows[first].values == rows[second].values
        for (one, other) in [(first, second), (second, first)] {
            let number = rows[other].source.number
            let what = label.isEmpty ? "" : " (\(label))"
            let refusal = CellRefusal(
                vi: "trùng với dòng \(number)\(what)", en: "the same record as row \(number)\(what)",
                suggestion: Bilingual(vi: "hãy giữ một dòng", en: "keep one of the rows"))
            let problem = place.problem(rows[one].source, refusal)
            if !rows[one].problems.contains(problem) { rows[one].problems.append(problem) }
            // Of two rows that say the same, the first may stay.
            if isSame, one == second { continue }
            let advice = Bilingual(
                vi: "dòng \(rows[one].source.number) trùng với dòng \(number)\(what): bỏ dòng này, giữ dòng kia",
                en: "row \(rows[one].source.number) is the same as row \(number)\(what): pass it over, keep the other")
            let isAccepted = book.consider(
                Proposal(.duplicate, String(number)), row: rows[one].source.number,
                old: String(rows[one].source.number), why: advice, blocks: true)
            // Both may be accepted by mistake: one of them stays.
            if isAccepted == true, !passedOver.contains(other) { passedOver.insert(one) }
        }
    }
}
