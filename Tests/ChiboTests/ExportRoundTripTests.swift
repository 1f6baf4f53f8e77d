import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// What goes out comes in again: the same store does not change, an empty one gets the same records.
struct ExportRoundTripTests {
    private static let day = CalendarDate(iso: "2024-06-30") ?? CalendarDate(dayNumber: 0)

    /// Kinds with those that they refer to before them.
    private static let order: [RecordKind] = {
        var done: [RecordKind] = []
        while done.count < RecordKind.allCases.count {
            let next = RecordKind.allCases.filter { kind in
                !done.contains(kind)
                    && Schema[kind].fields.allSatisfy { field in
                        guard case .reference(let other) = field.type else { return true }
                        return other == kind || done.contains(other)
                    }
            }
            if next.isEmpty { return done }
            done += next
        }
        return done
    }()

    private static func host(_ folder: TemporaryFolder, author: String = "cntt") throws -> ScriptHost {
        try folder.write(
            #"return unit.define { id = "thu", name = "Thử", people = { import = { "cntt" } } }"#, to: "unit.lua")
        var options = ScriptHost.Options()
        options.author = author
        options.now = { Instant(seconds: 1_719_720_000) }
        return try ScriptHost(unit: folder.path, store: MemoryStore(), options: options)
    }

    /// A few records of every kind with whatever their fields can hold.
    private static func records(_ random: inout SeededGenerator) -> [Assertion] {
        var result: [Assertion] = []
        var ids: [RecordKind: [RecordID]] = [:]
        for kind in order {
            let count = Int.random(in: 2...6, using: &random)
            // Numbers with gaps: some records were taken back.
            ids[kind] = (1...count).map { RecordID(kind, number: $0 * 3) }
            for id in ids[kind] ?? [] {
                let values = Schema[kind].fields.map { value(of: $0, ids, &random) }
                result.append(Assertion(kind, id, from: RecordStart.day(of: values, kind: kind), values: values))
            }
        }
        return result
    }

    private static let texts = [
        "Nguyễn Thị Hòa", "=1+1", "+84 912", "-5", "@SUM(A1)", "'=x", "''", "'a", "0071234567", "a;b\"c,d", "x, y",
        "1.5", "TRUE",
        "NguyÔn V¨n", "Hoa`", "TS. Trần An", "Ðặng", "12/05", "2023", "#N/A", "_x000D_", "<b>&amp;", "có", "＝1", "🎓",
        "Nguyá»…n",
    ]

    private static func value(
        of field: FieldDefinition, _ ids: [RecordKind: [RecordID]], _ random: inout SeededGenerator
    ) -> FieldValue {
        // An unused value is often missing; what starts a record is there more often than not.
        guard Int.random(in: 0..<4, using: &random) > 0 else { return .missing }
        func day() -> CalendarDate {
            let rare = ["1905-07-15", "1900-01-01", "1899-12-31", "1881-02-28", "1900-03-01"].randomElement(
                using: &random)
            if Int.random(in: 0..<8, using: &random) == 0, let rare, let date = CalendarDate(iso: rare) { return date }
            return CalendarDate(dayNumber: Int32.random(in: -30_000...19_800, using: &random))
        }
        switch field.type {
        case .text:
            if field.code == "national_id" {
                return .text(String((0..<12).map { _ in "0123456789".randomElement(using: &random) ?? "0" }))
            }
            let text = texts.randomElement(using: &random) ?? ""
            return .text(text + (Bool.random(using: &random) ? "" : " \(Int.random(in: 0..<100, using: &random))"))
        case .integer: return .integer(Int64.random(in: -5...2_000_000, using: &random))
        case .boolean: return .boolean(Bool.random(using: &random))
        case .date: return .date(day())
        case .partialDate:
            let date = day().components
            let precision = Int.random(in: 0..<3, using: &random)
            return PartialDate(
                year: date.year, month: precision > 0 ? date.month : nil, day: precision > 1 ? date.day : nil
            ).map { .partialDate($0) } ?? .missing
        case .code(let list): return list.codes.randomElement(using: &random).map { .code($0) } ?? .missing
        case .reference(let kind): return ids[kind]?.randomElement(using: &random).map { .reference($0) } ?? .missing
        }
    }

    private static func rows(_ host: ScriptHost, _ kind: RecordKind) throws -> [String: [FieldValue]] {
        let snapshot = try host.snapshot(asOf: day)
        return Dictionary(
            uniqueKeysWithValues: (0..<Int32(snapshot[kind].count)).map {
                (snapshot.id(of: $0, in: kind).text, snapshot.values(kind, row: $0))
            })
    }

    @Test(arguments: ["xlsx", "csv"], 1...3 as ClosedRange<UInt64>)
    func `every kind comes back from its export as it was, and changes nothing where it came from`(
        ending: String, seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let (host, fresh) = (try Self.host(folder), try Self.host(other))
        let assertions = Self.records(&random)
        #expect(Set(assertions.map(\.kind)) == Set(RecordKind.allCases), "every kind has records")
        try host.store.commit(
            ChangeSet(base: DataVersion(0), assertions: assertions, note: ChangeNote(author: "t", action: "t")))
        for kind in Self.order {
            let file = folder.file("\(kind.code).\(ending)")
            let written = try host.export(kind, to: file, asOf: Self.day, includesPersonal: true)
            let known = try Self.rows(host, kind)
            #expect(written.count == known.count)
            #expect(written.leftOut.isEmpty)
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let again = try host.readRoster(kind.code, file: file)
            #expect(again.problems.map(\.diagnostic.message.en) == [])
            #expect(again.changes?.assertions.isEmpty == true, "\(kind): \(again.changed.map(\.fields))")
            let report = try fresh.readRoster(kind.code, file: file)
            #expect(report.problems.map(\.diagnostic.message.en) == [])
            #expect(report.suggestions.isEmpty)
            _ = try fresh.commit(report)
            #expect(try Self.rows(fresh, kind) == known, "\(kind)")
        }
    }

    @Test func `without the right to it nothing personal goes out, and ids alone come in without a change`() throws {
        var random = SeededGenerator(seed: 4)
        let folder = try TemporaryFolder()
        let host = try Self.host(folder, author: "khach")
        try host.store.commit(
            ChangeSet(
                base: DataVersion(0), assertions: Self.records(&random), note: ChangeNote(author: "t", action: "t")))
        let file = folder.file("member.csv")
        #expect(throws: Diagnostic.self) {
            try host.export(.member, to: file, asOf: Self.day, includesPersonal: true)
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        for kind in RecordKind.allCases {
            let written = try host.export(kind, to: file, asOf: Self.day, includesPersonal: false)
            let personal = Schema[kind].fields.filter { $0.sensitivity != .none }.map(\.label)
            #expect(written.leftOut == personal)
            let first = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").first
            #expect(first?.split(separator: ",").count == 1 + Schema[kind].fields.count - personal.count)
            guard written.count > 0 else { continue }
            #expect(try host.readRoster(kind.code, file: file).changes?.assertions.isEmpty == true, "\(kind)")
        }
    }

    @Test func `an id of another store, or one given twice, is refused`() throws {
        let folder = try TemporaryFolder()
        let host = try Self.host(folder)
        let units = try folder.write("Mã Chibo,Tên tổ chức\nU-000005,A\nU-000005,B\nx,C\nU-000007,D\n", to: "u.csv")
        let report = try host.readRoster("unit", file: units)
        #expect(report.problems.map(\.row) == [2, 3, 4])
        let good = try folder.write("Mã Chibo,Tên tổ chức\nU-000005,A\n,B\n", to: "v.csv")
        _ = try host.commit(try host.readRoster("unit", file: good))
        #expect(Set(try Self.rows(host, .unit).keys) == ["U-000005", "U-000006"])
        let old = try folder.write("Mã Chibo,Tên tổ chức\nU-000003,E\n", to: "w.csv")
        #expect(try host.readRoster("unit", file: old).problems.count == 1, "a number that was given before")
    }
}
