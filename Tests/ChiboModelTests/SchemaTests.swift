import ChiboModel
import Testing

@Suite struct SchemaTests {
    private var lists: [CodeList] {
        Schema.all.flatMap(\.fields).compactMap { field in
            guard case .code(let list) = field.type else { return nil }
            return list
        }
    }

    @Test func `kinds stand where their number says and have names of their own`() {
        #expect(Schema.all.map(\.kind) == RecordKind.allCases)
        for names in [Schema.all.map(\.kind.code), Schema.all.map(\.plural), Schema.all.map(\.idPrefix)] {
            #expect(Set(names).count == names.count)
        }
        #expect(RecordKind.allCases.allSatisfy { RecordKind(code: $0.code) == $0 })
        #expect(RecordKind(code: "branch") == .unit && RecordKind(code: "song") == nil)
    }

    @Test func `identities, starts and labels name fields that exist`() {
        for schema in Schema.all {
            #expect(schema.identity.allSatisfy { set in set.allSatisfy { schema.field($0) != nil } })
            switch schema.start {
            case .field(let code):
                let type = schema.field(code)?.type
                #expect(type == .date || type == .partialDate)
            case .endOfYear(let code), .startOfYear(let code): #expect(schema.field(code)?.type == .integer)
            }
            #expect(schema.fields.allSatisfy { !$0.label.isEmpty && schema.index(of: $0.code) != nil })
            #expect(schema.derived.allSatisfy { schema.field($0.code) == nil })
        }
    }

    @Test func `what belongs to a record has a name of its own on it`() {
        for owner in Schema.all {
            let references = Schema.all.flatMap { schema in
                schema.fields.filter { $0.type == .reference(owner.kind) }.map { $0.inverse ?? schema.plural }
            }
            #expect(Set(references).count == references.count, "\(owner.kind.code): \(references)")
            #expect(references.allSatisfy { owner.field($0) == nil }, "\(owner.kind.code): \(references)")
        }
    }

    @Test func `a field's name is a name in code`() {
        for field in Schema.all.flatMap(\.fields) {
            let parts = field.code.split(separator: ".").map(String.init)
            #expect(
                parts.allSatisfy { VietnameseText.identifier($0) == $0 } && !field.code.contains("__"), "\(field.code)")
            // A script writes it behind a dot.
            let words = ["and", "break", "do", "else", "end", "for", "goto", "if", "in", "not", "or", "then", "until"]
            #expect(parts.allSatisfy { !words.contains($0) }, "\(field.code)")
        }
    }

    @Test func `a heading means one field of its kind`() {
        for schema in Schema.all {
            var owners: [String: Set<String>] = [:]
            for field in schema.fields {
                for text in [field.code, field.label] + field.synonyms {
                    owners[VietnameseText.matchKey(text), default: []].insert(field.code)
                }
            }
            for (heading, fields) in owners { #expect(fields.count == 1, "\(schema.kind.code): \(heading) \(fields)") }
        }
    }

    @Test func `a code is in its list once, and each wording means one code`() {
        for list in lists {
            #expect(Set(list.codes).count == list.codes.count, "\(list.name)")
            var owners: [String: Set<String>] = [:]
            for entry in list.entries {
                for text in [entry.code, entry.label] + entry.synonyms {
                    owners[VietnameseText.matchKey(text), default: []].insert(entry.code)
                }
                #expect(list.code(for: entry.label.uppercased()) == entry.code)
                #expect(list.label(of: entry.code) == entry.label)
            }
            for (wording, codes) in owners { #expect(codes.count == 1, "\(list.name): \(wording) \(codes)") }
            #expect(list.code(for: "không có trong danh mục nào") == nil)
            #expect(list.rank(of: list.codes[0]) == 0 && list.rank(of: "nothing") == list.codes.count)
        }
    }
}

@Suite struct FieldValueTests {
    @Test func `a value fits its own type and no other`() {
        let list = Schema[.member].field("grade")?.type ?? .text
        let samples: [(FieldValue, FieldType)] = [
            (.text("x"), .text), (.integer(1), .integer), (.boolean(true), .boolean), (.date(day("2024-01-01")), .date),
            (.partialDate(PartialDate(day("2024-01-01"))), .partialDate), (.code("official"), list),
            (.reference(RecordID("U-1")), .reference(.unit)),
        ]
        for (index, (value, _)) in samples.enumerated() {
            for (other, (_, type)) in samples.enumerated() { #expect(value.fits(type) == (index == other)) }
        }
        #expect(samples.allSatisfy { FieldValue.missing.fits($0.1) })
        #expect(!FieldValue.code("junior").fits(list))
    }

    @Test func `what is written plainly is read again`() {
        let samples: [(FieldValue, FieldType, String)] = [
            (.text(""), .text, ""), (.integer(Int64.min), .integer, "-9223372036854775808"),
            (.boolean(false), .boolean, "false"), (.date(day("2024-02-29")), .date, "2024-02-29"),
            (PartialDate(year: 1956).map(FieldValue.partialDate) ?? .missing, .partialDate, "1956"),
            (.reference(RecordID("U-1")), .reference(.unit), "U-1"),
        ]
        for (value, type, text) in samples {
            #expect(value.plain == text && FieldValue(plain: text, as: type) == value)
        }
        #expect(FieldValue.missing.plain == nil)
        for (text, type) in [("yes", FieldType.boolean), ("1.5", .integer), ("2024-02-30", .date), ("x", .partialDate)]
        {
            #expect(FieldValue(plain: text, as: type) == nil)
        }
    }

    @Test func `ids have numbers that the host gave, and an order of bytes`() {
        #expect(RecordID(.member, number: 421).text == "M-000421")
        #expect(RecordID("M-000421").number(in: .member) == 421)
        #expect(RecordID("M-1000000").number(in: .member) == 1_000_000)
        #expect(RecordID("U-000421").number(in: .member) == nil && RecordID("M-x").number(in: .member) == nil)
        #expect(RecordID("M-10") < RecordID("M-9") && RecordID("Z") < RecordID("a"))
    }
}
