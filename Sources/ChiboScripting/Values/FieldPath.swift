import ChiboLua
import ChiboModel

/// A field of a record, or of the records that it refers to: `full_name`, `branch.name`, `branch.member_count`.
struct FieldPath {
    /// What stands at the end of the references.
    private enum End {
        case field(Int)
        case derived(ColumnBuffer<Int32>)
        case id
    }

    /// The references on the way, each a field of a kind.
    private let steps: [(kind: RecordKind, field: Int, target: RecordKind)]
    private let kind: RecordKind
    private let end: End
    private let tones: ToneOrder
    /// Where the parts of a person's name are, if the path ends at one.
    private let name: NameFields?

    /// The field at the end; nil for the id.
    let field: FieldDefinition?

    /// Reads a path; what it cannot find is an error that names the nearest field.
    init(_ text: String, kind: RecordKind, world: SnapshotWorld) throws {
        tones = world.tones
        var (kind, rest) = (kind, FieldPath.fromOwner(text, of: kind))
        var steps: [(kind: RecordKind, field: Int, target: RecordKind)] = []
        while rest != "id" {
            if let derived = Schema[kind].derived.first(where: { $0.code == rest }) {
                (self.steps, self.kind, end) = (steps, kind, .derived(world.derived(derived.code, of: kind)))
                field = FieldDefinition(derived.code, derived.label, .integer)
                name = nil
                return
            }
            let (index, remainder) = try FieldPath.step(rest, of: kind)
            let next = Schema[kind].fields[index]
            guard world.visibleFields.shows(next) else { throw FieldProblems.denied(next.code, of: kind) }
            if remainder.isEmpty {
                (self.steps, self.kind, end, field) = (steps, kind, .field(index), next)
                name = next.code == "full_name" ? NameFields(kind) : nil
                return
            }
            guard case .reference(let target) = next.type else {
                throw FieldProblems.unknown(String(remainder), of: kind)
            }
            steps.append((kind, index, target))
            (kind, rest) = (target, remainder)
        }
        (self.steps, self.kind, end, field, name) = (steps, kind, .id, nil, nil)
    }

    /// A list of transfers may show what is the member's: `full_name` of a record that has none is its member's.
    private static func fromOwner(_ text: String, of kind: RecordKind) -> Substring {
        let name = text.prefix { $0 != "." }
        let isOwn =
            name == "id" || Schema[kind].fields.contains { $0.code == name || $0.code.hasPrefix(name + ".") }
            || Schema[kind].derived.contains { $0.code == name }
        guard !isOwn, Schema[kind].field("member")?.type == .reference(.member),
            Schema[.member].field(String(name)) != nil || Schema[.member].derived.contains(where: { $0.code == name })
        else { return Substring(text) }
        return Substring("member." + text)
    }

    /// The longest field code that a path begins with: structures have dots of their own.
    private static func step(_ text: Substring, of kind: RecordKind) throws -> (Int, Substring) {
        var end = text.endIndex
        while true {
            if let index = Schema[kind].index(of: String(text[..<end])) {
                return (index, end == text.endIndex ? "" : text[text.index(after: end)...])
            }
            guard let dot = text[..<end].lastIndex(of: ".") else {
                throw FieldProblems.unknown(String(text[..<end]), of: kind)
            }
            end = dot
        }
    }

    /// The kind that the value refers to, where it is a reference.
    var referenceKind: RecordKind? {
        guard let field, case .reference(let kind) = field.type else { return nil }
        return kind
    }

    /// The value at the end of the path; missing where a reference on the way is.
    func value(_ row: Int32, in snapshot: Snapshot) -> FieldValue {
        lastRow(row, in: snapshot).map { lastValue($0, in: snapshot) } ?? .missing
    }

    /// The row of the record at the end of the references; nil where one on the way is missing.
    private func lastRow(_ row: Int32, in snapshot: Snapshot) -> Int32? {
        var row = row
        for step in steps {
            guard case .reference(let id) = snapshot.value(step.kind, row: row, field: step.field),
                let next = snapshot.row(of: id, in: step.target)
            else { return nil }
            row = next
        }
        return row
    }

    private func lastValue(_ row: Int32, in snapshot: Snapshot) -> FieldValue {
        switch end {
        case .id: return .text(snapshot.id(of: row, in: kind).text)
        case .field(let field): return snapshot.value(kind, row: row, field: field)
        case .derived(let column):
            let value = column[Int(row)]
            return value == Column.missing ? .missing : .integer(Int64(value))
        }
    }

    /// The key that people sort the value by; nil where there is none.
    func sortKey(_ row: Int32, in snapshot: Snapshot) -> ValueSortKey? {
        guard let row = lastRow(row, in: snapshot) else { return nil }
        let value = lastValue(row, in: snapshot)
        if let name, case .text(let full) = value {
            return .text(name.person(full, of: row, in: snapshot).sortKey(tones: tones))
        }
        return key(value, in: snapshot)
    }

    /// Values in the order of people's lists, the missing one last.
    func ordered(_ values: [FieldValue], in snapshot: Snapshot) -> [FieldValue] {
        let keyed = values.map { (value: $0, key: key($0, in: snapshot)) }
        return keyed.sorted { left, right in
            guard let leftKey = left.key, let rightKey = right.key else { return left.key != nil && right.key == nil }
            return leftKey == rightKey
                ? (left.value.plain ?? "") < (right.value.plain ?? "") : leftKey < rightKey
        }.map(\.value)
    }

    private func key(_ value: FieldValue, in snapshot: Snapshot) -> ValueSortKey? {
        switch value {
        case .missing: return nil
        case .text(let text):
            return .text(name == nil ? SortKey(text, tones: tones) : PersonName(text).sortKey(tones: tones))
        case .integer(let number): return .number(number)
        case .boolean(let flag): return .number(flag ? 1 : 0)
        case .date(let date): return .number(Int64(PartialDate(date).packed))
        // A year alone comes after the whole dates of the year (domain.md §6).
        case .partialDate(let date):
            return .number(Int64(date.packed) + (date.month == nil ? 9999 : date.day == nil ? 99 : 0))
        case .code(let code):
            guard let field, case .code(let list) = field.type else { return .text(SortKey(code, tones: tones)) }
            return .number(Int64(list.rank(of: code)))
        case .reference(let id):
            return .text(SortKey(RecordLabels.label(of: id, referenceKind, in: snapshot), tones: tones))
        }
    }
}

/// Where a kind of record keeps the parts of a person's name, which go before what the full name looks like.
private struct NameFields {
    private let kind: RecordKind
    private let family: Int?
    private let middle: Int?
    private let given: Int?

    init(_ kind: RecordKind) {
        let schema = Schema[kind]
        (self.kind, family) = (kind, schema.index(of: "name.family"))
        (middle, given) = (schema.index(of: "name.middle"), schema.index(of: "name.given"))
    }

    /// The name with the parts that are stored.
    func person(_ full: String, of row: Int32, in snapshot: Snapshot) -> PersonName {
        func text(_ field: Int?) -> String? {
            guard let field, case .text(let text) = snapshot.value(kind, row: row, field: field) else { return nil }
            return text
        }
        return PersonName(full, family: text(family), middle: text(middle), given: text(given))
    }
}

/// What a value sorts by.
enum ValueSortKey: Comparable {
    case number(Int64)
    case text(SortKey)
}

/// What people call a record where names of persons are not shown.
enum RecordLabels {
    /// A unit's name; the id of anything else.
    static func label(of id: RecordID, _ kind: RecordKind?, in snapshot: Snapshot) -> String {
        guard let kind, kind == .unit || kind == .adminUnit, let row = snapshot.row(of: id, in: kind),
            case .text(let name) = snapshot.value(kind, row: row, "name")
        else { return id.text }
        return name
    }
}
