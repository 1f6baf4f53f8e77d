internal import ChiboModel

/// Finds records by what offices write for them: a name, a short code, a number, an id.
struct ReferenceIndex {
    let kind: RecordKind
    private var byKey: [String: [RecordID]] = [:]
    private var byShortKey: [String: [RecordID]] = [:]
    private var byUnitKey: [String: [RecordID]] = [:]
    private var names: [String] = []
    private var aliases: [String: [Alias]] = [:]

    /// Another name of a record, and the days on which it was in use; open where nobody said it.
    private struct Alias {
        let id: RecordID
        let from: CalendarDate?
        let to: CalendarDate?

        func isUsed(on day: CalendarDate) -> Bool {
            (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
        }
    }

    /// Whether a name may mean something else on another day.
    var dependsOnDay: Bool { !aliases.isEmpty }

    /// An index of all records of a kind that a snapshot has.
    init(_ kind: RecordKind, in snapshot: Snapshot) {
        self.kind = kind
        let fields = ReferenceIndex.namingFields(Schema[kind])
        for row in 0..<Int32(snapshot[kind].count) {
            let id = snapshot.id(of: row, in: kind)
            add(id, fields.map { snapshot.value(kind, row: row, field: $0) })
        }
        if kind == .unit { addAliases(snapshot) }
    }

    private mutating func addAliases(_ snapshot: Snapshot) {
        for row in 0..<Int32(snapshot[.unitAlias].count) {
            guard case .text(let name) = snapshot.value(.unitAlias, row: row, "name"),
                case .reference(let id) = snapshot.value(.unitAlias, row: row, "unit")
            else { continue }
            var days: [CalendarDate?] = []
            for field in ["from", "to"] {
                if case .date(let day) = snapshot.value(.unitAlias, row: row, field) {
                    days.append(day)
                } else {
                    days.append(nil)
                }
            }
            let alias = Alias(id: id, from: days[0], to: days[1])
            let key = VietnameseText.matchKey(name)
            aliases[key, default: []].append(alias)
        }
    }

    /// Adds a record that the same file brings.
    mutating func add(_ id: RecordID, all values: [FieldValue]) {
        add(id, ReferenceIndex.namingFields(Schema[kind]).map { values[$0] })
    }

    private mutating func add(_ id: RecordID, _ naming: [FieldValue]) {
        ReferenceIndex.insert(id, VietnameseText.matchKey(id.text), into: &byKey)
        for case .text(let text) in naming {
            names.append(text)
            let key = VietnameseText.matchKey(text)
            ReferenceIndex.insert(id, key, into: &byKey)
            ReferenceIndex.insert(id, ReferenceIndex.short(key), into: &byShortKey)
            if kind == .unit || kind == .adminUnit {
                ReferenceIndex.insert(id, UnitNames.key(text), into: &byUnitKey)
            }
        }
    }

    /// Static, because a method would hold the index while one of its dictionaries grows, and so copy it each time.
    private static func insert(_ id: RecordID, _ key: String, into keys: inout [String: [RecordID]]) {
        if keys[key]?.contains(id) != true { keys[key, default: []].append(id) }
    }

    /// Fields that name a record alone: names, and the numbers that identify it.
    private static func namingFields(_ schema: RecordSchema) -> [Int] {
        let single = schema.identity.filter { $0.count == 1 }.flatMap(\.self)
        let wanted = single + ["name", "full_name", "short_code", "code"]
        return schema.fields.indices.filter {
            wanted.contains(schema.fields[$0].code) && schema.fields[$0].type == .text
        }
    }

    /// Offices write "Khoa Toán" for "Chi bộ Khoa Toán" where only branches can be meant.
    private static func short(_ key: String) -> String {
        for prefix in prefixes where key.hasPrefix(prefix) && key.count > prefix.count {
            return String(key.dropFirst(prefix.count))
        }
        return key
    }

    private static let prefixes = ["chi bộ ", "cb "].map { VietnameseText.matchKey($0) + " " }

    /// The one record among those that had a name, by the day.
    private func find(_ known: [Alias], on day: CalendarDate?) throws(CellRefusal) -> RecordID {
        let used = day.map { day in known.filter { $0.isUsed(on: day) } } ?? known
        let ids = Set(used.map(\.id))
        if ids.count == 1, let id = ids.first { return id }
        let label = Schema[kind].label
        guard ids.isEmpty else {
            throw CellRefusal(
                vi: "có \(ids.count) \(label) cùng mang tên này", en: "\(ids.count) records have this name",
                suggestion: Bilingual(vi: "hãy ghi ký hiệu hoặc mã nội bộ", en: "write the short code or the id"))
        }
        let shown = day?.vietnamese ?? ""
        throw CellRefusal(
            vi: "tên này không dùng vào ngày \(shown)", en: "this name was not in use on \(shown)",
            suggestion: Bilingual(
                vi: "hãy ghi tên đang dùng, hoặc xem lại thời gian của tên gọi khác (unit_alias)",
                en: "write the name of that time, or look at the days of the alias (unit_alias)"))
    }

    /// The name that was probably meant; one written without its kind is compared with names without theirs.
    ///
    /// Among tens of thousands of names a guess would take long for each cell, and help nobody.
    private func nearest(_ text: String) -> String? {
        let unit = UnitNames.key(text)
        if !unit.isEmpty, let found = byUnitKey[unit], found.count == 1 {
            return names.first { UnitNames.key($0) == unit }
        }
        guard names.count <= 2000 else { return nil }
        if let name = NearestName.suggestions(for: text, among: names, limit: 1).first { return name }
        let short = Dictionary(
            names.map { (ReferenceIndex.withoutKind($0), $0) }, uniquingKeysWith: { first, _ in first })
        let near = NearestName.suggestions(for: text, among: short.keys.sorted(), limit: 1).first
        return near.flatMap { short[$0] }
    }

    private static func withoutKind(_ name: String) -> String {
        let words = name.split(separator: " ")
        let isKind = words.count > 2 && VietnameseText.matchKey(words.prefix(2).joined(separator: " ")) == kindKey
        return isKind ? words.dropFirst(2).joined(separator: " ") : name
    }

    private static let kindKey = VietnameseText.matchKey("chi bộ")

    /// The one record that a text means on a day: by its own names first, then by other names in use on that day.
    func find(_ text: String, on day: CalendarDate? = nil) throws(CellRefusal) -> RecordID {
        let key = VietnameseText.matchKey(text)
        let found = byKey[key] ?? byShortKey[ReferenceIndex.short(key)] ?? []
        if found.count == 1 { return found[0] }
        if found.isEmpty, let known = aliases[key] { return try find(known, on: day) }
        let label = Schema[kind].label
        guard found.isEmpty else {
            let ids = found.prefix(5).map(\.text).joined(separator: ", ")
            throw CellRefusal(
                vi: "có \(found.count) \(label) cùng tên này: \(ids)",
                en: "\(found.count) records have this name: \(ids)",
                suggestion: Bilingual(
                    vi: "hãy ghi ký hiệu, số thẻ hoặc mã nội bộ", en: "write the short code, card number or id"))
        }
        let near = nearest(text)
        throw CellRefusal(
            vi: "không có \(label) nào mang tên hay số này", en: "no \(kind.code) has this name or number",
            suggestion: near == nil
                ? Bilingual(
                    vi: "hãy nhập danh sách \(label) trước, hoặc sửa lại ô này",
                    en: "import the roster of \(Schema[kind].plural) first, or correct the cell") : nil,
            proposal: near.flatMap { name in
                let ids = byKey[VietnameseText.matchKey(name)] ?? []
                return ids.count == 1 ? Proposal(kind == .unit ? .alias : .reference, name, text: ids[0].text) : nil
            })
    }
}
