import ChiboModel

/// A reference of a change set to a record that the change set does not itself speak of.
struct ForeignReference {
    /// The record that has to be.
    let key: RecordKey
    fileprivate let assertion: Int
    fileprivate let field: Int
}

/// Checks a change set against the schema before a store touches anything.
struct ChangeValidator {
    // Taken out of the schema once, because a large change set asks for them a million times.
    private let fields = Schema.all.map(\.fields)
    private let codes: [[Set<String>?]]
    private let references: [[(field: Int, kind: RecordKind)]]

    init() {
        codes = fields.map { fields in
            fields.map { field in
                guard case .code(let list) = field.type else { return nil }
                return Set(list.codes)
            }
        }
        references = fields.map { fields in
            fields.enumerated().compactMap { index, field in
                guard case .reference(let kind) = field.type else { return nil }
                return (index, kind)
            }
        }
    }

    /// The records that the change set refers to and does not itself speak of, each once.
    ///
    /// - Throws: ``StoreError/Code/invalid`` for the first assertion that does not fit the schema.
    func foreignReferences(of changes: ChangeSet) throws(StoreError) -> [ForeignReference] {
        for assertion in changes.assertions { try check(assertion) }
        var seen = Set<RecordKey>(minimumCapacity: changes.assertions.count)
        for assertion in changes.assertions where assertion.values != nil {
            seen.insert(RecordKey(kind: assertion.kind, id: assertion.id))
        }
        var result: [ForeignReference] = []
        for (index, assertion) in changes.assertions.enumerated() {
            guard let values = assertion.values else { continue }
            for (field, kind) in references[Int(assertion.kind.rawValue)] {
                guard case .reference(let id) = values[field] else { continue }
                let key = RecordKey(kind: kind, id: id)
                if seen.insert(key).inserted {
                    result.append(ForeignReference(key: key, assertion: index, field: field))
                }
            }
        }
        return result
    }

    /// The error of a reference to a record that never was.
    func dangling(_ reference: ForeignReference, in changes: ChangeSet) -> StoreError {
        let assertion = changes.assertions[reference.assertion]
        let key = reference.key
        return .invalid(
            place(of: assertion, fields[Int(assertion.kind.rawValue)][reference.field]),
            (
                "không có \(Schema[key.kind].label) nào mang mã \(key.id)",
                "there is no \(key.kind.code) with the id \(key.id)"
            ))
    }

    private func check(_ assertion: Assertion) throws(StoreError) {
        if assertion.id.text.isEmpty {
            throw .invalid(place(of: assertion), ("thiếu mã", "the id is empty"))
        }
        if let from = assertion.from, let to = assertion.to, from >= to {
            throw .invalid(
                place(of: assertion),
                ("ngày kết thúc \(to.iso) không sau ngày bắt đầu \(from.iso)", "its end \(to) is not after \(from)"))
        }
        guard let values = assertion.values else { return }
        let fields = fields[Int(assertion.kind.rawValue)]
        guard values.count == fields.count else {
            throw .invalid(
                place(of: assertion),
                (
                    "có \(values.count) giá trị cho \(fields.count) trường",
                    "\(values.count) values for \(fields.count) fields"
                ))
        }
        for index in fields.indices where !fits(values[index], assertion.kind, index) {
            throw .invalid(
                place(of: assertion, fields[index]),
                ("giá trị không đúng kiểu hoặc ngoài danh mục", "the value is of another type or not in the list"))
        }
    }

    private func fits(_ value: FieldValue, _ kind: RecordKind, _ field: Int) -> Bool {
        if case .code(let code) = value { return codes[Int(kind.rawValue)][field]?.contains(code) ?? false }
        return value.fits(fields[Int(kind.rawValue)][field].type)
    }

    private func place(of assertion: Assertion, _ field: FieldDefinition? = nil) -> Bilingual {
        let record = "\(assertion.kind.code) \(assertion.id)"
        let name = field.map { ", \($0.code)" } ?? ""
        guard let row = assertion.sourceRow else { return Bilingual(vi: record + name, en: record + name) }
        return Bilingual(vi: "\(record) (dòng \(row))\(name)", en: "\(record) (row \(row))\(name)")
    }
}
