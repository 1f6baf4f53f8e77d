import ChiboLua
import ChiboModel

/// A field of a record, or of the records that it refers to: `full_name`, `branch.name`, `destination.upper_unit`.
struct FieldPath {
    private let steps: [(kind: RecordKind, field: Int)]
    private let isID: Bool

    /// The field at the end; nil for the id.
    let field: FieldDefinition?

    /// Reads a path; what it cannot find is an error that names the nearest field.
    init(_ text: String, kind: RecordKind, visibility: Visibility) throws {
        var (kind, rest, steps) = (kind, FieldPath.fromOwner(text, of: kind), [(kind: RecordKind, field: Int)]())
        var last: FieldDefinition?
        while !rest.isEmpty, rest != "id" {
            let (index, remainder) = try FieldPath.step(rest, of: kind)
            let field = Schema[kind].fields[index]
            guard visibility.shows(field, of: kind) else { throw FieldProblems.denied(field.code, of: kind) }
            steps.append((kind, index))
            (rest, last) = (remainder, field)
            guard !rest.isEmpty else { break }
            guard case .reference(let target) = field.type else { throw FieldProblems.unknown(String(rest), of: kind) }
            kind = target
        }
        (self.steps, self.isID, self.field) = (steps, rest == "id", rest == "id" ? nil : last)
    }

    /// A list of transfers may show what is the member's: `full_name` of a record that has none is its member's.
    private static func fromOwner(_ text: String, of kind: RecordKind) -> Substring {
        let name = text.prefix { $0 != "." }
        let isOwn = name == "id" || Schema[kind].fields.contains { $0.code == name || $0.code.hasPrefix(name + ".") }
        guard !isOwn, Schema[kind].field("member")?.type == .reference(.member),
            Schema[.member].field(String(name)) != nil
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
        var row = row
        for (position, step) in steps.enumerated() {
            let value = snapshot.value(step.kind, row: row, field: step.field)
            if position == steps.count - 1, !isID { return value }
            guard case .reference(let id) = value,
                case .reference(let target) = Schema[step.kind].fields[step.field].type,
                let next = snapshot.row(of: id, in: target)
            else { return .missing }
            row = next
            if position == steps.count - 1 { return .text(id.text) }
        }
        return .missing
    }

    /// The key that people sort the value by; nil where there is none.
    func sortKey(_ row: Int32, in snapshot: Snapshot) -> ValueSortKey? { key(value(row, in: snapshot), in: snapshot) }

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
            return field?.code == "full_name" ? .text(PersonName(text).sortKey) : .text(SortKey(text))
        case .integer(let number): return .number(number)
        case .boolean(let flag): return .number(flag ? 1 : 0)
        case .date(let date): return .number(Int64(PartialDate(date).packed))
        // A year alone comes after the whole dates of the year (domain.md §6).
        case .partialDate(let date):
            return .number(Int64(date.packed) + (date.month == nil ? 9999 : date.day == nil ? 99 : 0))
        case .code(let code):
            guard let field, case .code(let list) = field.type else { return .text(SortKey(code)) }
            return .number(Int64(list.rank(of: code)))
        case .reference(let id): return .text(SortKey(RecordLabels.label(of: id, referenceKind, in: snapshot)))
        }
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
