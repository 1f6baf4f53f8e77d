import ChiboLua
import ChiboModel

/// The conditions of `collection:where { grade = "probationary", within = period }`, ready to be asked of rows.
struct RowFilter {
    /// What a condition says of a row.
    private enum Verdict {
        case holds, fails
        /// The value is not there, and whether empty means that there is none is for the rule to say.
        case missing(String)
        /// Only a part of the date is known, and the rest decides.
        case undecided(PartialDate)
    }

    private let conditions: [(Int32) -> Verdict]
    private let noteMissing: (String) -> Void

    /// Reads the conditions; an unknown field or code is an error that names the nearest.
    init(_ table: LuaTable, kind: RecordKind, world: SnapshotWorld, runtime: ScriptRuntime) throws {
        var conditions: [(Int32) -> Verdict] = []
        for (key, wanted) in table.pairs {
            guard let name = key.text else {
                throw LuaScriptError("điều kiện lọc có dạng tên = giá trị / a filter is written name = value")
            }
            conditions.append(
                try RowFilter.condition(name, wanted, kind: kind, world: world, runtime: runtime))
        }
        self.conditions = conditions
        noteMissing = { [unowned runtime] in runtime.noteMissing($0) }
    }

    /// Whether a row meets all conditions; where what is not known of a row decides, that is noted or raised.
    func accepts(_ row: Int32) throws -> Bool {
        var open: [Verdict] = []
        for condition in conditions {
            switch condition(row) {
            case .holds: continue
            case .fails: return false
            case let verdict: open.append(verdict)
            }
        }
        for verdict in open {
            switch verdict {
            case .undecided(let date): throw UnknownAnswer(reason: "chỉ biết một phần của ngày \(date.vietnamese)")
            case .missing(let label): noteMissing(label)
            case .holds, .fails: continue
            }
        }
        return open.isEmpty
    }

    private static func condition(
        _ name: String, _ wanted: LuaValue, kind: RecordKind, world: SnapshotWorld, runtime: ScriptRuntime
    ) throws -> (Int32) -> Verdict {
        let snapshot = world.snapshot
        if name == "within" {
            guard let period = wanted.packed.flatMap(runtime.periods.period) else {
                throw LuaScriptError("within = … cần một kỳ, ví dụ within = period / within needs a period")
            }
            return { row in
                let day = RecordStart.day(of: kind) { snapshot.value(kind, row: row, field: $0) }
                guard let day else { return .missing("ngày") }
                return period.contains(day) ? .holds : .fails
            }
        }
        let path = try FieldPath(name, kind: kind, visibility: world.visibleFields)
        let matcher = try ValueMatcher(wanted, name: name, field: path.field, world: world, runtime: runtime)
        let isMissed = path.field?.empty == .missing && !matcher.wantsNothing
        let label = path.field?.label ?? name
        return { row in
            let value = path.value(row, in: snapshot)
            if value == .missing, isMissed { return .missing(label) }
            guard let matches = matcher.matches(value) else {
                return if case .partialDate(let date) = value { .undecided(date) } else { .fails }
            }
            return matches ? .holds : .fails
        }
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
    init(
        _ value: LuaValue, name: String, field: FieldDefinition?, world: SnapshotWorld, runtime: ScriptRuntime
    ) throws {
        if case .table(let table) = value {
            wanted = try table.list.map {
                try ValueMatcher.wanted($0, name: name, field: field, world: world, runtime: runtime)
            }
        } else {
            wanted = [try ValueMatcher.wanted(value, name: name, field: field, world: world, runtime: runtime)]
        }
    }

    /// Whether `none` is one of the values wanted.
    var wantsNothing: Bool {
        wanted.contains { if case .nothing = $0 { true } else { false } }
    }

    /// Whether a value is one of those wanted; nil where the part of a date that is not known decides.
    func matches(_ value: FieldValue) -> Bool? {
        var isDecided = true
        for wanted in wanted {
            switch ValueMatcher.matches(wanted, value) {
            case true?: return true
            case false?: continue
            case nil: isDecided = false
            }
        }
        return isDecided ? false : nil
    }

    private static func matches(_ wanted: Wanted, _ value: FieldValue) -> Bool? {
        switch (wanted, value) {
        case (.nothing, _): value == .missing
        case (.value(let other), _): value == other
        case (.within(let period), .date(let date)): period.contains(date)
        case (.within(let period), .partialDate(let date)): period.contains(date)
        case (.within, _): false
        }
    }

    private static func wanted(
        _ value: LuaValue, name: String, field: FieldDefinition?, world: SnapshotWorld, runtime: ScriptRuntime
    ) throws -> Wanted {
        if value.packed == .nothing { return .nothing }
        if let period = value.packed.flatMap(runtime.periods.period) { return .within(period) }
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
                // The record may be of another day: ids are what records have in common across days.
                guard let home = runtime.worlds[record.generation] else {
                    throw LuaScriptError("bản ghi này không còn dùng được / this record is no longer valid")
                }
                return .value(.reference(home.snapshot.id(of: record.row, in: kind)))
            }
            if let text = value.text { return .value(.reference(RecordID(text))) }
        }
        throw mismatch(name, value, String(describing: field.type))
    }

    private static func code(_ text: String, _ name: String, _ list: CodeList) throws -> String {
        if list.codes.contains(text) { return text }
        let nearest = list.code(for: text).map { [$0] } ?? NearestName.suggestions(for: text, among: list.codes)
        let hint = nearest.first ?? list.codes.joined(separator: ", ")
        throw LuaScriptError(
            "'\(text)' không phải mã của \(name); có phải '\(hint)'? / '\(text)' is no code of \(name); did you mean '\(hint)'?"
        )
    }

    private static func mismatch(_ name: String, _ value: LuaValue, _ type: String) -> LuaScriptError {
        LuaScriptError(
            "không lọc được \(name) bằng một giá trị kiểu \(value.typeName) / \(name) cannot be filtered by a \(value.typeName)"
        )
    }
}
