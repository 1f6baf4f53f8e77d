import ChiboLua
import ChiboModel

/// The conditions of `collection:where { grade = "probationary", within = period }`, ready to be asked of rows.
struct RowFilter {
    private let conditions: [(Int32) -> Bool]

    /// Reads the conditions; an unknown field or code is an error that names the nearest.
    init(_ table: LuaTable, kind: RecordKind, world: SnapshotWorld, periods: PeriodValues) throws {
        var conditions: [(Int32) -> Bool] = []
        for (key, wanted) in table.pairs {
            guard let name = key.text else {
                throw LuaScriptError("điều kiện lọc có dạng tên = giá trị \u{2060}/ a filter is written name = value")
            }
            conditions.append(
                try RowFilter.condition(name, wanted, kind: kind, world: world, periods: periods))
        }
        self.conditions = conditions
    }

    /// Whether a row meets all conditions.
    func accepts(_ row: Int32) -> Bool { conditions.allSatisfy { $0(row) } }

    private static func condition(
        _ name: String, _ wanted: LuaValue, kind: RecordKind, world: SnapshotWorld, periods: PeriodValues
    ) throws -> (Int32) -> Bool {
        let snapshot = world.snapshot
        if name == "within" {
            guard let period = wanted.packed.flatMap(periods.period) else {
                throw LuaScriptError("within = … cần một kỳ, ví dụ within = period \u{2060}/ within needs a period")
            }
            return { row in RowFilter.eventDate(row, of: kind, in: snapshot).map(period.contains) ?? false }
        }
        let path = try FieldPath(name, kind: kind, visibility: world.visibleFields)
        let matcher = try ValueMatcher(wanted, name: name, field: path.field, periods: periods, world: world)
        return { row in matcher.matches(path.value(row, in: snapshot)) }
    }

    /// The day that places a record in time: the field that its kind starts by, or the end of its year.
    static func eventDate(_ row: Int32, of kind: RecordKind, in snapshot: Snapshot) -> CalendarDate? {
        RecordStart.day(of: kind) { snapshot.value(kind, row: row, field: $0) }
    }
}

/// One wanted value, or any of several.
struct ValueMatcher {
    private enum Wanted {
        case value(FieldValue)
        case within(Period)
        case nothing
    }

    private let wanted: [Wanted]

    /// Reads what a script wants of a field: a value, a list of values, a period, or `none`.
    init(_ value: LuaValue, name: String, field: FieldDefinition?, periods: PeriodValues, world: SnapshotWorld) throws {
        if case .table(let table) = value {
            wanted = try table.list.map {
                try ValueMatcher.wanted($0, name: name, field: field, periods: periods, world: world)
            }
        } else {
            wanted = [try ValueMatcher.wanted(value, name: name, field: field, periods: periods, world: world)]
        }
    }

    /// Whether a value is one of those wanted.
    func matches(_ value: FieldValue) -> Bool {
        wanted.contains { wanted in
            switch (wanted, value) {
            case (.nothing, _): value == .missing
            case (.value(let other), _): value == other
            case (.within(let period), .date(let date)): period.contains(date)
            case (.within(let period), .partialDate(let date)): period.contains(date) ?? false
            case (.within, _): false
            }
        }
    }

    private static func wanted(
        _ value: LuaValue, name: String, field: FieldDefinition?, periods: PeriodValues, world: SnapshotWorld
    ) throws -> Wanted {
        if value.packed == .nothing { return .nothing }
        if let period = value.packed.flatMap(periods.period) { return .within(period) }
        guard let field else {
            if let text = value.text { return .value(.text(text)) }
            throw mismatch(name, value, "text")
        }
        switch field.type {
        case .text: if let text = value.text { return .value(.text(text)) }
        case .integer: if let number = value.integer { return .value(.integer(number)) }
        case .boolean: if let flag = value.boolean { return .value(.boolean(flag)) }
        case .date: if let date = value.packed?.date { return .value(.date(date)) }
        case .partialDate: if let date = value.packed?.partialDate { return .value(.partialDate(date)) }
        case .code(let list): if let text = value.text { return .value(.code(try code(text, name, list))) }
        case .reference(let kind):
            if let record = value.packed, record.kind == LuaKind(kind) {
                return .value(.reference(world.snapshot.id(of: record.row, in: kind)))
            }
            if let text = value.text { return .value(.reference(RecordID(text))) }
        }
        throw mismatch(name, value, String(describing: field.type))
    }

    private static func code(_ text: String, _ name: String, _ list: CodeList) throws -> String {
        if list.codes.contains(text) { return text }
        let nearest = list.code(for: text).map { [$0] } ?? NearestName.suggestions(for: text, among: list.codes)
        let hints = nearest.first.map { ("có phải '\($0)'?", "did you mean '\($0)'?") }
        let codes = list.codes.joined(separator: ", ")
        let (vi, en) = hints ?? ("các mã: \(codes)", "its codes: \(codes)")
        throw LuaScriptError(
            "'\(text)' không phải mã của \(name); \(vi) \u{2060}/ '\(text)' is no code of \(name); \(en)"
        )
    }

    private static func mismatch(_ name: String, _ value: LuaValue, _ type: String) -> LuaScriptError {
        LuaScriptError(
            "không lọc được \(name) bằng một giá trị kiểu \(value.typeName) \u{2060}/ \(name) cannot be filtered by a \(value.typeName)"
        )
    }
}
