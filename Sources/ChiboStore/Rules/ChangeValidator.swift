import ChiboModel

/// Checks a change set against the schema before a store touches anything.
struct ChangeValidator {
    private let codes: [[Set<String>?]]

    init() {
        codes = Schema.all.map { schema in
            schema.fields.map { field in
                guard case .code(let list) = field.type else { return nil }
                return Set(list.codes)
            }
        }
    }

    /// The records that the change set refers to and does not itself speak of.
    ///
    /// - Throws: ``StoreError/Code/invalid`` for the first assertion that does not fit the schema.
    func foreignReferences(of changes: ChangeSet) throws(StoreError) -> [(RecordKey, from: Bilingual)] {
        var own = Set<RecordKey>(minimumCapacity: changes.assertions.count)
        for assertion in changes.assertions where assertion.values != nil {
            own.insert(RecordKey(kind: assertion.kind, id: assertion.id))
        }
        var seen: Set<RecordKey> = []
        var result: [(RecordKey, from: Bilingual)] = []
        for assertion in changes.assertions {
            try check(assertion)
            for (field, value) in zip(Schema[assertion.kind].fields, assertion.values ?? []) {
                guard case .reference(let kind) = field.type, case .reference(let id) = value else { continue }
                let key = RecordKey(kind: kind, id: id)
                if own.contains(key) || !seen.insert(key).inserted { continue }
                result.append((key, from: place(of: assertion, field)))
            }
        }
        return result
    }

    /// The error of a reference to a record that never was.
    func dangling(_ key: RecordKey, from place: Bilingual) -> StoreError {
        .invalid(
            place,
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
        let fields = Schema[assertion.kind].fields
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
        return value.fits(Schema[kind].fields[field].type)
    }

    private func place(of assertion: Assertion, _ field: FieldDefinition? = nil) -> Bilingual {
        let record = "\(assertion.kind.code) \(assertion.id)"
        let name = field.map { ", \($0.code)" } ?? ""
        guard let row = assertion.sourceRow else { return Bilingual(vi: record + name, en: record + name) }
        return Bilingual(vi: "\(record) (dòng \(row))\(name)", en: "\(record) (row \(row))\(name)")
    }
}
