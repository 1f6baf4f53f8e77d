import ChiboModel
import ChiboStore
import Testing

/// What every store promises about records.
@Suite struct RecordLaws {
    @Test(arguments: StoreKind.allCases)
    func `an empty store is at version 0 and shows nothing`(kind: StoreKind) throws {
        let store = try kind.make().open()
        #expect(try store.currentVersion() == DataVersion(0))
        #expect(try store.history().isEmpty)
        let snapshot = try store.snapshot(asOf: day("2024-01-01"))
        #expect(RecordKind.allCases.allSatisfy { snapshot[$0].count == 0 })
    }

    @Test(arguments: StoreKind.allCases)
    func `a change set is carried out as a whole`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let version = try store.say(
            member("M-1", name: "Lê Thị Hòa", branch: "U-1"), unit("U-1", name: "Chi bộ Khoa Luật"))
        #expect(version == DataVersion(1))
        let snapshot = try store.snapshot(asOf: day("2024-01-01"))
        #expect(snapshot.name(of: "M-1") == .text("Lê Thị Hòa"))
        let row = try #require(snapshot.row(of: RecordID("M-1"), in: .member))
        #expect(snapshot.value(.member, row: row, "branch") == .reference(RecordID("U-1")))
    }

    @Test(arguments: StoreKind.allCases)
    func `a change set with one bad assertion changes nothing`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let good = member("M-1", name: "Lê Thị Hòa")
        let bad: [Assertion] = [
            member("M-2", name: "Trần Văn An", branch: "U-404"),
            Assertion(.member, RecordID("M-2"), values: [.text("Trần Văn An")]),
            Assertion(.member, RecordID("M-2"), values: values(.member, ["full_name": .integer(7)])),
            Assertion(.member, RecordID("M-2"), values: values(.member, ["grade": .code("junior")])),
            Assertion(.member, RecordID(""), values: values(.member, [:])),
            member("M-2", name: "Trần Văn An", from: "2024-05-01", to: "2024-05-01"),
        ]
        for assertion in bad {
            let changes = ChangeSet(base: DataVersion(0), assertions: [good, assertion], note: note)
            let error = #expect(throws: StoreError.self) { try store.commit(changes) }
            #expect(error?.code == .invalid)
        }
        #expect(try store.currentVersion() == DataVersion(0))
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 0)
        #expect(try store.lastNumber(of: .member) == 0)
    }

    @Test(arguments: StoreKind.allCases)
    func `the message of a bad assertion names its row and field and no value`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let changes = ChangeSet(
            base: DataVersion(0), assertions: [member("M-2", name: "Trần Văn An", branch: "U-404", row: 17)], note: note
        )
        let error = try #require(#expect(throws: StoreError.self) { try store.commit(changes) })
        #expect(error.message.en == "member M-2 (row 17), branch: there is no unit with the id U-404")
        #expect(error.message.vi == "member M-2 (dòng 17), branch: không có tổ chức đảng nào mang mã U-404")
        #expect(!error.description.contains("Trần"))
    }

    @Test(arguments: StoreKind.allCases)
    func `a change set worked out on an older version is refused`(kind: StoreKind) throws {
        let subject = try kind.make()
        let (first, second) = (try subject.open(), try subject.open())
        let base = try second.currentVersion()
        try first.say(member("M-1", name: "Lê Thị Hòa"))
        let late = ChangeSet(base: base, assertions: [member("M-1", name: "Lê Thị Hoa")], note: note)
        let error = #expect(throws: StoreError.self) { try second.commit(late) }
        #expect(error?.code == .stale)
        #expect(try second.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hòa"))
    }

    @Test(arguments: StoreKind.allCases)
    func `saying the same twice changes nothing`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let assertion = member("M-1", name: "Lê Thị Hòa", from: "2020-01-01", row: 4)
        try store.say(assertion)
        #expect(try store.say(assertion) == DataVersion(1))
        #expect(try store.say(member("M-1", name: "Lê Thị Hòa", from: "2023-01-01", row: 9)) == DataVersion(1))
        #expect(try store.history().count == 1)
        #expect(try store.versions(of: RecordID("M-1"), in: .member).count == 1)
    }

    @Test(arguments: StoreKind.allCases)
    func `a reader keeps its snapshot while another handle writes`(kind: StoreKind) throws {
        let subject = try kind.make()
        let (reader, writer) = (try subject.open(), try subject.open())
        try writer.say(member("M-1", name: "Lê Thị Hòa"))
        let before = try reader.snapshot(asOf: day("2024-01-01"))
        try writer.say(member("M-1", name: "Lê Thị Hoa"))
        #expect(before.name(of: "M-1") == .text("Lê Thị Hòa"))
        #expect(try reader.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hoa"))
    }

    @Test(arguments: StoreKind.allCases)
    func `what was known then can be read again`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let then = try store.say(member("M-1", name: "Lê Thị Hòa"), member("M-2", name: "Đỗ Anh Tú"))
        let report = try store.snapshot(asOf: day("2023-03-31")).contents(.member)
        try store.say(member("M-1", name: "Lê Thị Hoa", from: "2023-01-01", to: "2023-07-01"))
        try store.say(Assertion(.member, RecordID("M-2"), values: nil), member("M-3", name: "Mai Tủ"))
        #expect(try store.snapshot(asOf: day("2023-03-31"), version: then).contents(.member) == report)
        let now = try store.snapshot(asOf: day("2023-03-31")).contents(.member)
        #expect(now.keys.sorted().map(\.text) == ["M-1", "M-3"])
    }

    @Test(arguments: StoreKind.allCases)
    func `a version that is not there yet is an error`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let error = #expect(throws: StoreError.self) {
            try store.snapshot(asOf: day("2024-01-01"), version: DataVersion(3))
        }
        #expect(error?.code == .unknownVersion)
    }

    @Test(arguments: StoreKind.allCases)
    func `a reference to a record that was not so on the day is empty`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(
            unit("U-1", name: "Chi bộ Sinh viên 1", from: "2022-01-01"), member("M-1", name: "Vũ Duy", branch: "U-1"))
        let early = try store.snapshot(asOf: day("2021-12-31"))
        #expect(early.value(.member, row: 0, "branch") == .missing)
        #expect(try store.snapshot(asOf: day("2022-01-01")).value(.member, row: 0, "branch") != .missing)
    }

    @Test(arguments: StoreKind.allCases)
    func `each version of a record says from which file and row it is`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa", from: "2020-01-01", row: 12))
        let other = ChangeNote(author: "cntt", action: "import", reason: "đính chính", sourceFile: "bo-sung.csv")
        try store.commit(
            ChangeSet(
                base: DataVersion(1),
                assertions: [member("M-1", name: "Lê Thị Hoa", from: "2022-01-01", to: "2023-01-01", row: 3)],
                note: other))
        let versions = try store.versions(of: RecordID("M-1"), in: .member)
        let believed = versions.filter { $0.superseded == nil }.sorted {
            ($0.version.from ?? day("0001-01-01")) < ($1.version.from ?? day("0001-01-01"))
        }
        #expect(believed.map(\.version.sourceRow) == [12, 3, 12])
        #expect(believed.map(\.source.note.sourceFile) == ["dang-vien.xlsx", "bo-sung.csv", "dang-vien.xlsx"])
        #expect(believed.map(\.version.to) == [day("2022-01-01"), day("2023-01-01"), nil])
        #expect(versions.filter { $0.superseded == DataVersion(2) }.count == 1)
        let snapshot = try store.snapshot(asOf: day("2022-06-01"))
        #expect(snapshot[.member].recorded[0] == 2 && snapshot[.member].sourceRows[0] == 3)
    }

    @Test(arguments: StoreKind.allCases)
    func `the audit log has every transaction with its note`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        try store.say(member("M-1", name: "Lê Thị Hòa"), member("M-2", name: "Vũ Duy"))
        subject.clock.advance(60)
        try store.say(unit("U-1", name: "Chi bộ Khoa Luật"))
        let history = try store.history()
        #expect(history.map(\.version) == [DataVersion(1), DataVersion(2)])
        #expect(history.map(\.assertionCount) == [2, 1])
        #expect(history.map(\.recordedAt.seconds) == [1_700_000_000, 1_700_000_060])
        #expect(history.allSatisfy { $0.note == note })
        #expect(try store.history(after: DataVersion(1), limit: 5) == [history[1]])
        #expect(try store.history(after: DataVersion(0), limit: 1) == [history[0]])
    }

    @Test(arguments: StoreKind.allCases)
    func `the last number given is never forgotten`(kind: StoreKind) throws {
        let store = try kind.make().open()
        #expect(try store.lastNumber(of: .member) == 0)
        try store.say(member("M-000041", name: "Lê Thị Hòa"), member("CB7-3", name: "Vũ Duy"))
        try store.say(Assertion(.member, RecordID("M-000041"), values: nil))
        #expect(try store.lastNumber(of: .member) == 41)
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 1)
    }

    @Test(arguments: StoreKind.allCases)
    func `every type of value comes back as it went in`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let everything: [String: FieldValue] = [
            "full_name": .text("Nguyễn Thị \"Hòa\"; -- 'x'\u{0}🙂"), "birth_name": .text(""),
            "sex": .code("female"), "birth": PartialDate(year: 1956).map(FieldValue.partialDate) ?? .missing,
            "union_member": .boolean(false), "admitted_on": .date(day("2024-02-29")),
            "branch": .reference(RecordID("U-1")),
        ]
        try store.say(
            unit("U-1", name: "Chi bộ"), Assertion(.member, RecordID("M-1"), values: values(.member, everything)),
            Assertion(
                .rating, RecordID("R-1"),
                values: values(.rating, ["member": .reference(RecordID("M-1")), "year": .integer(Int64.max)])))
        let snapshot = try store.snapshot(asOf: day("2024-01-01"))
        #expect(snapshot.values(.member, row: 0) == values(.member, everything))
        #expect(snapshot.value(.rating, row: 0, "year") == .integer(Int64.max))
        #expect(try store.versions(of: RecordID("M-1"), in: .member)[0].version.values == values(.member, everything))
    }

    @Test(arguments: StoreKind.allCases)
    func `rows are in the order of their ids, whatever the order in which they came`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-3", name: "C"), member("M-1", name: "A"))
        try store.say(member("M-2", name: "B"), member("M-10", name: "D"))
        let snapshot = try store.snapshot(asOf: day("2024-01-01"))
        #expect((0..<4).map { snapshot.id(of: $0, in: .member).text } == ["M-1", "M-10", "M-2", "M-3"])
        #expect((0..<4).map { snapshot.value(.member, row: $0, "full_name").plain } == ["A", "D", "B", "C"])
    }

    @Test(arguments: StoreKind.allCases)
    func `several threads on one handle each see whole transactions`(kind: StoreKind) async throws {
        let store = try kind.make().open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<30 { try store.say(member("M-1", name: "\(round)"), member("M-2", name: "\(round)")) }
            }
            for _ in 0..<3 {
                group.addTask {
                    for _ in 0..<30 {
                        let snapshot = try store.snapshot(asOf: day("2024-01-01"))
                        #expect(snapshot.name(of: "M-1") == snapshot.name(of: "M-2"))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.currentVersion() == DataVersion(30))
    }
}
