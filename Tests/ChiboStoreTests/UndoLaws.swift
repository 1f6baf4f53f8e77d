import ChiboModel
import ChiboStore
import ChiboTestSupport
import Testing

/// What taking a transaction back promises, in every store.
@Suite struct UndoLaws {
    /// Takes a transaction back as a host does.
    @discardableResult
    private func undo(_ version: Int64, in store: any Store) throws -> DataVersion {
        let plan = try UndoPlan(of: DataVersion(version), in: store)
        #expect(plan.obstacles.isEmpty, "\(plan.obstacles)")
        return try store.commit(
            ChangeSet(base: try store.currentVersion(), assertions: plan.assertions, note: note))
    }

    private func rating(_ id: String, of member: String) -> Assertion {
        Assertion(
            .rating, RecordID(id),
            values: values(.rating, ["member": .reference(RecordID(member)), "year": .integer(2023)]))
    }

    @Test(arguments: StoreKind.allCases)
    func `new records go, and changed ones are as they were`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa", from: "2020-01-01", row: 4))
        try store.say(
            member("M-1", name: "Lê Thị Hoa", from: "2022-01-01", to: "2023-01-01", row: 2),
            member("M-2", name: "Vũ Duy"))
        #expect(try undo(2, in: store) == DataVersion(3))
        for date in ["2019-06-01", "2021-06-01", "2022-06-01", "2024-06-01"] {
            let (now, then) = (
                try store.snapshot(asOf: day(date)), try store.snapshot(asOf: day(date), version: DataVersion(1))
            )
            #expect(now.contents(.member) == then.contents(.member))
        }
        #expect(
            try store.snapshot(asOf: day("2022-06-01"), version: DataVersion(2)).name(of: "M-1") == .text("Lê Thị Hoa"))
        // Taken back once more, there is nothing to say.
        #expect(try undo(2, in: store) == DataVersion(3))
        // And taking back can be taken back.
        #expect(try undo(3, in: store) == DataVersion(4))
        #expect(try store.snapshot(asOf: day("2022-06-01")).name(of: "M-1") == .text("Lê Thị Hoa"))
        #expect(try store.verifyAudit(expecting: nil).isIntact)
    }

    @Test(arguments: StoreKind.allCases)
    func `what later transactions left alone does not stand in the way`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa"), member("M-2", name: "Vũ Duy"))
        try store.say(member("M-1", name: "Lê Thị Hoa", from: "2022-01-01", to: "2023-01-01"))
        try store.say(member("M-1", name: "Lê Hòa", from: "2023-06-01"), member("M-2", name: "Vũ Duy Anh"))
        try undo(2, in: store)
        #expect(try store.snapshot(asOf: day("2022-06-01")).name(of: "M-1") == .text("Lê Thị Hòa"))
        #expect(try store.snapshot(asOf: day("2024-06-01")).name(of: "M-1") == .text("Lê Hòa"))
        #expect(try store.snapshot(asOf: day("2024-06-01")).name(of: "M-2") == .text("Vũ Duy Anh"))
    }

    @Test(arguments: StoreKind.allCases)
    func `a later change of the same days is named, and is taken back first`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(unit("U-1", name: "Chi bộ"), member("M-1", name: "Lê Thị Hòa"))
        try store.say(member("M-1", name: "Lê Thị Hoa", from: "2022-01-01"))
        try store.say(member("M-1", name: "Lê Hòa", branch: "U-1", from: "2022-06-01"))
        let plan = try UndoPlan(of: DataVersion(2), in: store)
        let obstacle = try #require(plan.obstacles.first)
        #expect(plan.obstacles.count == 1 && obstacle.key == RecordKey(kind: .member, id: RecordID("M-1")))
        #expect(obstacle.kind == .changed(fields: ["branch", "full_name"]) && obstacle.versions == [DataVersion(3)])
        try undo(3, in: store)
        try undo(2, in: store)
        #expect(try store.snapshot(asOf: day("2024-01-01")).name(of: "M-1") == .text("Lê Thị Hòa"))
    }

    @Test(arguments: StoreKind.allCases)
    func `a record that others refer to does not go under them`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa"))
        try store.say(rating("R-1", of: "M-1"))
        let obstacle = try #require(try UndoPlan(of: DataVersion(1), in: store).obstacles.first)
        #expect(obstacle.kind == .referred(from: RecordKey(kind: .rating, id: RecordID("R-1"))))
        #expect(obstacle.versions == [DataVersion(2)])
        try undo(2, in: store)
        try undo(1, in: store)
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 0)
        // Records of one transaction that refer to each other go together.
        try store.say(unit("U-1", name: "Chi bộ"), member("M-2", name: "Vũ Duy", branch: "U-1"))
        try undo(5, in: store)
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.unit].count == 0)
    }

    @Test(arguments: StoreKind.allCases)
    func `an erasure is not taken back, and what it erased stays away`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.say(member("M-1", name: "Lê Thị Hòa"), member("M-2", name: "Vũ Duy"))
        try store.say(member("M-1", name: "Lê Thị Hoa"), member("M-2", name: "Vũ Duy Anh"))
        try store.erase([RecordKey(kind: .member, id: RecordID("M-1"))], base: DataVersion(2), note: note)
        #expect(try UndoPlan(of: DataVersion(3), in: store).obstacles.map(\.kind) == [.erased])
        try undo(2, in: store)
        #expect(try store.snapshot(asOf: day("2024-01-01")).name(of: "M-2") == .text("Vũ Duy"))
        #expect(try store.snapshot(asOf: day("2024-01-01"))[.member].count == 1)
        #expect(try store.verifyAudit(expecting: nil).isIntact)
        #expect(throws: StoreError.self) { try UndoPlan(of: DataVersion(99), in: store) }
    }

    @Test(arguments: StoreKind.allCases, 1...6)
    func `random transactions taken back newest first leave every day as it was`(kind: StoreKind, seed: Int) throws {
        let store = try kind.make().open()
        var random = RandomHistory(seed: UInt64(seed * 7))
        for _ in 0..<12 {
            try store.commit(
                ChangeSet(base: try store.currentVersion(), assertions: random.assertions(), note: note))
        }
        let (newest, oldest) = (try store.currentVersion().number, Int64(5))
        for version in stride(from: newest, through: oldest, by: -1) { try undo(version, in: store) }
        for offset in -2..<45 {
            let date = day("2023-12-20").adding(days: offset)
            let then = try store.snapshot(asOf: date, version: DataVersion(oldest - 1)).contents(.member)
            #expect(try store.snapshot(asOf: date).contents(.member) == then)
        }
        #expect(try store.verifyAudit(expecting: nil).isIntact)
    }

    @Test(arguments: StoreKind.allCases, 1...6)
    func `taking back any transaction is refused, or makes just its days as they were`(kind: StoreKind, seed: Int)
        throws
    {
        let store = try kind.make().open()
        var random = RandomHistory(seed: UInt64(seed * 13))
        for _ in 0..<8 {
            try store.commit(
                ChangeSet(base: try store.currentVersion(), assertions: random.assertions(), note: note))
        }
        let version = DataVersion(Int64.random(in: 1...(try store.currentVersion().number), using: &random.generator))
        let before = try store.currentVersion()
        let plan = try UndoPlan(of: version, in: store)
        guard plan.obstacles.isEmpty else { return }
        try store.commit(ChangeSet(base: before, assertions: plan.assertions, note: note))
        for offset in -2..<45 {
            let date = day("2023-12-20").adding(days: offset)
            func contents(_ version: DataVersion?) throws -> [RecordID: [FieldValue]] {
                try store.snapshot(asOf: date, version: version).contents(.member)
            }
            let (old, new) = (try contents(DataVersion(version.number - 1)), try contents(version))
            let (was, now) = (try contents(before), try contents(nil))
            for number in 1...5 {
                let id = RecordID("M-\(number)")
                #expect(now[id] == (old[id] == new[id] ? was[id] : old[id]))
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `what goes with a person is what is told by who it is`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let step = Assertion(
            .caseStep, RecordID("B-1"),
            values: values(.caseStep, ["case": .reference(RecordID("X-1")), "on": .date(day("2023-05-01"))]))
        try store.say(
            unit("U-1", name: "Chi bộ"), member("M-1", name: "Lê Thị Hòa", branch: "U-1"),
            member("M-2", name: "Vũ Duy"),
            rating("R-1", of: "M-1"), rating("R-2", of: "M-2"),
            Assertion(
                .screeningCase, RecordID("X-1"), values: values(.screeningCase, ["member": .reference(RecordID("M-1"))])
            ),
            step,
            Assertion(
                .candidate, RecordID("K-1"),
                values: values(.candidate, ["person_in_charge": .reference(RecordID("M-1"))])))
        let records = try PersonRecords(of: RecordKey(kind: .member, id: RecordID("M-1")), in: store)
        #expect(Set(records.belonging.map(\.id.text)) == ["M-1", "R-1", "X-1", "B-1"])
        #expect(records.referring.map(\.from.id.text) == ["K-1"])
    }
}
