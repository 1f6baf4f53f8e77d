import ChiboTestSupport
import ChiboModel
import Testing

@Suite struct SnapshotTests {
    private func builder(_ date: String = "2024-01-01") -> SnapshotBuilder {
        SnapshotBuilder(asOf: day(date), version: DataVersion(3))
    }

    private func units(_ count: Int, in builder: inout SnapshotBuilder) {
        for number in 1...count {
            builder.append(
                .unit, id: RecordID("U-\(number)"), values: values(.unit, ["name": .text("Chi bộ \(number)")]))
        }
    }

    private func member(_ id: String, _ named: [String: FieldValue], in builder: inout SnapshotBuilder) {
        builder.append(.member, id: RecordID(id), values: values(.member, named))
    }

    @Test func `every field of every kind comes back as it went in`() {
        var builder = builder()
        var generator = SeededGenerator(seed: 3)
        var expected: [RecordKind: [[FieldValue]]] = [:]
        for kind in RecordKind.allCases {
            expected[kind] = (0..<3).map { _ in
                Schema[kind].fields.map { field in
                    if Int.random(in: 0..<4, using: &generator) == 0 { return .missing }
                    return switch field.type {
                    case .text: .text(["", "Đảng viên", "x"].randomElement(using: &generator) ?? "")
                    case .integer: .integer(Int64.random(in: -5...Int64.max, using: &generator))
                    case .boolean: .boolean(Bool.random(using: &generator))
                    case .date: .date(CalendarDate(dayNumber: Int32.random(in: -9999...9999, using: &generator)))
                    case .partialDate: PartialDate(year: 1950, month: 3).map(FieldValue.partialDate) ?? .missing
                    case .code(let list): .code(list.codes.randomElement(using: &generator) ?? "")
                    case .reference(let kind): .reference(RecordID("\(kind.code)-2"))
                    }
                }
            }
            for (row, values) in (expected[kind] ?? []).enumerated() {
                builder.append(
                    kind, id: RecordID("\(kind.code)-\(row)"), values: values, recorded: DataVersion(2), sourceRow: row)
            }
        }
        let snapshot = builder.build()
        for kind in RecordKind.allCases {
            #expect((0..<3).map { snapshot.values(kind, row: $0) } == expected[kind])
            #expect(snapshot[kind].sourceRows[2] == 2 && snapshot[kind].recorded[2] == 2)
            #expect(snapshot.row(of: RecordID("\(kind.code)-1"), in: kind) == 1)
        }
    }

    @Test func `a scope has its units, those below them, and what belongs to their people`() {
        func snapshot(_ roots: [String]?) -> Snapshot {
            var builder = SnapshotBuilder(
                asOf: day("2024-01-01"), version: DataVersion(1),
                scope: SnapshotScope(units: roots.map { Set($0.map { RecordID($0) }) }))
            let parents: [(String, String?)] = [
                ("U-1", nil), ("U-2", "U-1"), ("U-3", "U-2"), ("U-4", "U-1"), ("U-5", "U-5"),
            ]
            for (id, parent) in parents {
                let parent = parent.map { FieldValue.reference(RecordID($0)) } ?? .missing
                builder.append(.unit, id: RecordID(id), values: values(.unit, ["parent": parent]))
                member("M-\(id)", ["branch": .reference(RecordID(id))], in: &builder)
                builder.append(
                    .rating, id: RecordID("R-\(id)"),
                    values: values(.rating, ["member": .reference(RecordID("M-\(id)"))]))
                builder.append(
                    .supervision, id: RecordID("PC-\(id)"),
                    values: values(
                        .supervision, ["unit": .reference(RecordID(id)), "member": .reference(RecordID("M-U-3"))]))
            }
            member("M-0", [:], in: &builder)
            builder.append(.event, id: RecordID("V-1"), values: values(.event, ["name": .text("e")]))
            return builder.build()
        }
        func ids(_ kind: RecordKind, _ snapshot: Snapshot) -> [String] {
            (0..<Int32(snapshot[kind].count)).map { snapshot.id(of: $0, in: kind).text }
        }
        let part = snapshot(["U-2"])
        #expect(ids(.unit, part) == ["U-2", "U-3"])
        #expect(ids(.member, part) == ["M-U-2", "M-U-3"])
        #expect(ids(.rating, part) == ["R-U-2", "R-U-3"])
        #expect(ids(.supervision, part) == ["PC-U-2", "PC-U-3"] && ids(.event, part) == ["V-1"])
        #expect(part.value(.unit, row: 0, "parent") == .missing)
        #expect(part.value(.rating, row: 1, "member") == .reference(RecordID("M-U-3")))
        #expect(part[.unit].relation(.member, by: "branch")?[1] == [1])
        // A person who looks after another unit's branch is not in it: the assignment is there without the person.
        let other = snapshot(["U-4"])
        #expect(ids(.supervision, other) == ["PC-U-4"])
        #expect(other.value(.supervision, row: 0, "member") == .missing)
        #expect(ids(.unit, snapshot(["U-5"])) == ["U-5"] && ids(.unit, snapshot(["U-9"])) == [])
        #expect(ids(.member, snapshot(nil)).count == 6)
    }

    @Test func `kinds that load on declaration are marked where they are left out`() {
        let scope = SnapshotScope(needs: [.dues])
        let snapshot = SnapshotBuilder(asOf: day("2024-01-01"), version: DataVersion(1), scope: scope).build()
        #expect(RecordKind.allCases.filter { !snapshot[$0].isLoaded } == [.attendance])
        #expect(RecordKind.allCases.allSatisfy { SnapshotScope.everything.loads($0) })
    }

    @Test func `rows that come in another order are sorted by their ids with all that is theirs`() {
        var generator = SeededGenerator(seed: 4)
        let numbers = Array(1...300).shuffled(using: &generator)
        var builder = builder()
        units(3, in: &builder)
        for number in numbers {
            builder.append(
                .member, id: RecordID("M-\(number)"),
                values: values(
                    .member,
                    ["full_name": .text("Tên \(number)"), "branch": .reference(RecordID("U-\(number % 3 + 1)"))]),
                recorded: DataVersion(Int64(number)), sourceRow: number)
        }
        let snapshot = builder.build()
        let ids = (0..<Int32(300)).map { snapshot.id(of: $0, in: .member) }
        #expect(ids == ids.sorted())
        for row in 0..<Int32(300) {
            let number = Int(ids[Int(row)].text.dropFirst(2)) ?? 0
            #expect(snapshot.value(.member, row: row, "full_name") == .text("Tên \(number)"))
            #expect(snapshot.value(.member, row: row, "branch") == .reference(RecordID("U-\(number % 3 + 1)")))
            #expect(snapshot[.member].recorded[Int(row)] == number && snapshot[.member].sourceRows[Int(row)] == number)
        }
    }

    @Test func `the rows that belong to another are found from it`() throws {
        var builder = builder()
        units(3, in: &builder)
        for (id, branch) in [("M-1", "U-2"), ("M-2", "U-1"), ("M-3", "U-2"), ("M-4", "U-9")] {
            member(id, ["branch": .reference(RecordID(branch))], in: &builder)
        }
        member("M-5", [:], in: &builder)
        let snapshot = builder.build()
        let relation = try #require(snapshot[.unit].relation(.member, by: "branch"))
        #expect((0..<3).map { relation[$0] } == [[1], [0, 2], []])
        #expect(snapshot.value(.member, row: 3, "branch") == .missing)
        #expect(snapshot[.unit].relation(.unit, by: "parent") != nil)
        #expect(snapshot[.unit].relation(.member, by: "full_name") == nil)
    }

    @Test func `who has left is in the table and not on the roll, and belongs to no branch`() throws {
        var builder = builder("2024-01-01")
        units(1, in: &builder)
        let branch: FieldValue = .reference(RecordID("U-1"))
        member("M-1", ["branch": branch], in: &builder)
        member("M-2", ["branch": branch, "left.on": .date(day("2024-01-01"))], in: &builder)
        member("M-3", ["branch": branch, "left.on": .date(day("2024-01-02"))], in: &builder)
        member("M-4", ["branch": branch, "activity": .code("left")], in: &builder)
        let snapshot = builder.build()
        let table = snapshot[.member]
        #expect(table.count == 4)
        #expect((0..<table.roll.count).map { table.roll[$0] } == [0, 2])
        #expect(try #require(snapshot[.unit].relation(.member, by: "branch"))[0] == [0, 2])
    }

    @Test func `a unit is on the roll until the day it is dissolved`() {
        for (date, count) in [("2023-12-30", 1), ("2023-12-31", 0)] {
            var builder = builder(date)
            builder.append(
                .unit, id: RecordID("U-1"), values: values(.unit, ["dissolved_on": .date(day("2023-12-31"))]))
            #expect(builder.build()[.unit].roll.count == count)
        }
    }

    @Test func `equal texts are one number, and many texts all come back`() {
        var builder = builder()
        let names = (0..<5000).map { "Tên số \($0 % 2500)" }
        for (number, name) in names.enumerated() {
            member("M-\(100_000 + number)", ["full_name": .text(name)], in: &builder)
        }
        let snapshot = builder.build()
        #expect(names.indices.allSatisfy { snapshot.value(.member, row: Int32($0), "full_name") == .text(names[$0]) })
        guard case .narrow(let column) = snapshot[.member].columns[0] else { return }
        #expect(column[0] == column[2500] && column[0] != column[1])
        #expect(snapshot.texts.index(of: "Tên số 7") == column[7])
        #expect(snapshot.texts.index(of: "không có") == nil)
        #expect(snapshot.row(of: RecordID("M-404"), in: .member) == nil)
    }
}
