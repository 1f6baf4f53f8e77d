import ChiboModel
import ChiboStore
import ChiboTestSupport
import Testing

/// What every store promises about its own past.
@Suite struct AuditLaws {
    @discardableResult
    private func erasure(_ id: String, in store: any Store, also: [RecordKey] = []) throws -> DataVersion {
        try store.erase(
            [RecordKey(kind: .member, id: RecordID(id))] + also, base: try store.currentVersion(),
            note: ChangeNote(author: "vpdu", action: "forget", reason: "theo đơn"))
    }

    private func rating(_ id: String, of member: String, year: Int64 = 2023) -> Assertion {
        Assertion(
            .rating, RecordID(id),
            values: values(
                .rating, ["member": .reference(RecordID(member)), "year": .integer(year), "level": .code("good")]))
    }

    @Test(arguments: StoreKind.allCases)
    func `an empty store has an empty chain, which is intact`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let report = try store.verifyAudit(expecting: nil)
        #expect(report.isIntact && report.entryCount == 0 && report.head == nil)
        #expect(try store.auditHead() == nil)
    }

    @Test(arguments: StoreKind.allCases, 1...4)
    func `whatever is committed, the chain is intact and every earlier head stays in it`(
        kind: StoreKind, seed: Int
    ) throws {
        let subject = try kind.make()
        let store = try subject.open()
        var random = RandomHistory(seed: UInt64(seed))
        var heads: [AuditHash] = []
        for _ in 0..<20 {
            let base = try store.currentVersion()
            let version = try store.commit(ChangeSet(base: base, assertions: random.assertions(), note: note))
            if version > base { heads.append(try #require(try store.auditHead())) }
        }
        let reader = try subject.open()
        for (index, head) in heads.enumerated() {
            let report = try reader.verifyAudit(expecting: head)
            #expect(report.isIntact, "\(report.faults)")
            #expect(report.entryCount == heads.count && report.head == heads.last)
            #expect(report.checkpoint == DataVersion(Int64(index + 1)))
        }
        #expect(Set(heads).count == heads.count)
        #expect(AuditHash(hexadecimal: "\(heads[0])") == heads[0])
    }

    @Test(arguments: StoreKind.allCases)
    func `a hash that no entry has is missed`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        let other = try #require(AuditHash(hexadecimal: String(repeating: "ab", count: 32)))
        let report = try store.verifyAudit(expecting: other)
        #expect(!report.isIntact && report.lacksCheckpoint && report.faults.isEmpty)
        #expect(AuditHash(hexadecimal: "ab") == nil && AuditHash(hexadecimal: String(repeating: "x", count: 64)) == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `two stores with the same records have different commitments`(kind: StoreKind) throws {
        let heads = try (0..<2).map { _ in
            let store = try kind.make().open()
            try store.say(member("M-1", name: "Lê Thị Hòa"))
            return try store.auditHead()
        }
        #expect(heads[0] != heads[1], "who knows the records cannot make the hashes")
    }

    @Test(arguments: StoreKind.allCases)
    func `the rows of transactions are those that they wrote and those that they ended`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(unit("U-1", name: "Chi bộ"), member("M-1", name: "Lê Thị Hòa", row: 4))
        try store.say(member("M-1", name: "Lê Thị Hoa", from: "2023-01-01", row: 9))
        try store.say(member("M-2", name: "Vũ Duy"))
        let rows = try store.rows(changedIn: DataVersion(2)...DataVersion(2), of: nil, id: nil)
        #expect(rows.map(\.key.id.text) == ["M-1", "M-1", "M-1"])
        #expect(rows.map(\.superseded) == [DataVersion(2), nil, nil])
        #expect(rows.map(\.recorded.number) == [1, 2, 2])
        #expect(rows.map(\.version.recorded.number).sorted() == [1, 1, 2])
        let all = DataVersion(1)...DataVersion(3)
        #expect(try store.rows(changedIn: all, of: .unit, id: nil).count == 1)
        #expect(try store.rows(changedIn: all, of: .member, id: RecordID("M-2")).count == 1)
        #expect(try store.rows(changedIn: all, of: nil, id: nil).count == 5)
    }

    @Test(arguments: StoreKind.allCases)
    func `references to a record are found in every version`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(unit("U-1", name: "Chi bộ"), member("M-1", name: "Lê Thị Hòa", branch: "U-1"))
        try store.say(rating("R-1", of: "M-1"), member("M-1", name: "Lê Thị Hoa"))
        let found = try store.references(to: [
            RecordKey(kind: .member, id: RecordID("M-1")), RecordKey(kind: .unit, id: RecordID("U-1")),
        ])
        #expect(
            found.map { "\($0.from.id) \($0.field) \($0.to.id) \($0.recorded) \($0.isBelieved)" }.sorted() == [
                "M-1 branch U-1 1 false", "R-1 member M-1 2 true",
            ])
    }

    @Test(arguments: StoreKind.allCases)
    func `an erased person is in no version, and the chain goes on to verify`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        try store.say(member("M-1", name: "Lê Thị Hòa"), member("M-2", name: "Vũ Duy"), rating("R-1", of: "M-1"))
        try store.say(member("M-1", name: "Lê Thị Hoa", from: "2023-01-01"), member("M-3", name: "Mai Tủ"))
        let before = try store.auditHead()
        let version = try erasure("M-1", in: store, also: [RecordKey(kind: .rating, id: RecordID("R-1"))])
        #expect(version == DataVersion(3))
        try store.say(member("M-4", name: "Đỗ Anh Tú"), member("M-2", name: "Vũ Duy Anh"))
        let reader = try subject.open()
        for number in Int64(0)...4 {
            let snapshot = try reader.snapshot(asOf: day("2024-01-01"), version: DataVersion(number))
            #expect(snapshot.row(of: RecordID("M-1"), in: .member) == nil)
            #expect(snapshot[.rating].count == 0)
        }
        #expect(try reader.versions(of: RecordID("M-1"), in: .member).isEmpty)
        #expect(try reader.references(to: [RecordKey(kind: .member, id: RecordID("M-1"))]).isEmpty)
        #expect(
            try reader.snapshot(asOf: day("2024-01-01"), version: DataVersion(1)).name(of: "M-2") == .text("Vũ Duy"))
        let report = try reader.verifyAudit(expecting: before)
        #expect(report.isIntact, "\(report.faults)")
        // Three versions of the member, one rating.
        #expect(report.erasedCount == 4 && report.checkpoint == DataVersion(2))
        #expect(try reader.erasures().map { "\($0.key.id) \($0.version)" } == ["M-1 3", "R-1 3"])
        let head = try #require(try reader.history().first { $0.version == version })
        #expect(head.note.reason == "theo đơn" && head.assertionCount == 2)
        #expect(try reader.rows(changedIn: version...version, of: nil, id: nil).isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `an erased id is not used again, and is no record to refer to`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-000007", name: "Lê Thị Hòa"))
        try erasure("M-000007", in: store)
        let again = #expect(throws: StoreError.self) { try store.say(member("M-000007", name: "Lê Thị Hòa")) }
        #expect(again?.code == .erased && !(again?.description.contains("Hòa") ?? true))
        let reference = #expect(throws: StoreError.self) { try store.say(rating("R-1", of: "M-000007")) }
        #expect(reference?.code == .invalid)
        #expect(try store.lastNumber(of: .member) == 7)
        #expect(try store.currentVersion() == DataVersion(2))
        // A second time there is nothing to do, and nothing is written.
        #expect(try erasure("M-000007", in: store) == DataVersion(2))
        #expect(try erasure("M-404", in: store) == DataVersion(2))
    }

    @Test(arguments: StoreKind.allCases)
    func `an erasure worked out on an older version is refused`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        let error = #expect(throws: StoreError.self) {
            try store.erase([RecordKey(kind: .member, id: RecordID("M-1"))], base: DataVersion(0), note: note)
        }
        #expect(error?.code == .stale)
        #expect(try store.versions(of: RecordID("M-1"), in: .member).count == 1)
    }

    @Test(arguments: StoreKind.allCases, 1...3)
    func `random histories with erasures verify, and the rest is as it was`(kind: StoreKind, seed: Int) throws {
        let store = try kind.make().open()
        var random = RandomHistory(seed: UInt64(seed * 31))
        var erased: Set<String> = []
        for round in 0..<24 {
            let said = random.assertions().filter { !erased.contains($0.id.text) }
            try store.commit(ChangeSet(base: try store.currentVersion(), assertions: said, note: note))
            guard round % 8 == 7 else { continue }
            let victim = "M-\(round / 8 + 1)"
            let dates = (0..<10).map { _ in random.date() }
            func others(_ date: CalendarDate) throws -> [RecordID: [FieldValue]] {
                try store.snapshot(asOf: date).contents(.member).filter { $0.key.text != victim }
            }
            let before = try dates.map(others)
            try erasure(victim, in: store)
            erased.insert(victim)
            #expect(try dates.map(others) == before)
            let report = try store.verifyAudit(expecting: nil)
            #expect(report.isIntact, "\(report.faults)")
        }
        #expect(try store.verifyAudit(expecting: nil).erasedCount > 0)
    }
}
