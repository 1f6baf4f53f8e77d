import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation
import Testing

/// A roster of a large unit goes through; the times are printed where `CHIBO_FIGURES` asks for them.
@Suite struct SizeTests {
    private let figures = ProcessInfo.processInfo.environment["CHIBO_FIGURES"].flatMap { Int($0) }

    private func timed<Result>(_ what: String, _ body: () throws -> Result) rethrows -> Result {
        let (start, work) = (ContinuousClock.now, threadMilliseconds())
        let result = try body()
        if figures != nil {
            let wall = (ContinuousClock.now - start) / .milliseconds(1)
            print("\(what): \(Int(wall)) ms, \(threadMilliseconds() - work) ms of work, \(peakMegabytes()) MB at most")
        }
        return result
    }

    /// Time of the processor alone, which other programs on the machine do not disturb.
    private func threadMilliseconds() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private func peakMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    private func roster(_ count: Int) -> [Assertion] {
        var generator = SeededGenerator(seed: 1)
        let units = (1...40).map { unit(RecordID(.unit, number: $0).text, name: "Chi bộ \($0)") }
        let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
        let given = ["An", "Bình", "Dung", "Dũng", "Đào", "Hà", "Hải", "Tú", "Thủy", "Việt"]
        return units
            + (1...count).map { number in
                let born = day("1960-01-01").adding(days: Int.random(in: 0..<15000, using: &generator))
                let admitted = born.adding(years: 22)
                let name = "\(families[number % 8]) \(given[number / 8 % 10]) \(given[number / 80 % 10])"
                let named: [String: FieldValue] = [
                    "full_name": .text(name), "sex": .code(number % 2 == 0 ? "male" : "female"),
                    "birth": .partialDate(PartialDate(born)), "national_id": .text("0\(10_000_000_000 + number * 7)"),
                    "card_no": .text("\(40_000_000 + number)"), "hometown.text": .text("Xã số \(number % 900), Hà Nội"),
                    "ethnicity": .text("Kinh"), "qualification": .text(number % 3 == 0 ? "Tiến sĩ" : "Thạc sĩ"),
                    "category": .code("lecturer"), "grade": .code("official"), "activity": .code("active"),
                    "party_role": .code("none"), "admitted_on": .date(admitted),
                    "official_on": .date(admitted.adding(years: 1)), "union_member": .boolean(false),
                    "branch": .reference(RecordID(.unit, number: number % 40 + 1)),
                ]
                return Assertion(
                    .member, RecordID(.member, number: number), from: admitted, values: values(.member, named),
                    sourceRow: number + 6)
            }
    }

    private func ratings(_ count: Int, year: Int) -> [Assertion] {
        (1...count).map { number in
            let named: [String: FieldValue] = [
                "member": .reference(RecordID(.member, number: number)), "year": .integer(Int64(year)),
                "level": .code(number % 5 == 0 ? "completed" : "good"),
            ]
            return Assertion(
                .rating, RecordID(.rating, number: year * 1_000_000 + number), from: day("\(year)-12-31"),
                values: values(.rating, named), sourceRow: number)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a roster of many members, its second import, a correction and a rating of all`(kind: StoreKind) throws {
        let count = figures ?? 3000
        let store = try kind.make().open()
        let roster = roster(count)
        func commit(_ assertions: [Assertion]) throws {
            try store.commit(ChangeSet(base: try store.currentVersion(), assertions: assertions, note: note))
        }
        try timed("\(kind) commit of \(count) new members") { try commit(roster) }
        try timed("\(kind) commit of the same") { try commit(roster) }
        #expect(try store.currentVersion() == DataVersion(1))
        let snapshot = try timed("\(kind) snapshot") { try store.snapshot(asOf: day("2024-01-01")) }
        #expect(snapshot[.member].count == count)
        let moved = roster.filter { $0.kind == .member }.map {
            Assertion(
                .member, $0.id, from: day("2023-07-01"),
                values: $0.values?.map { $0 == .code("lecturer") ? .code("manager") : $0 })
        }
        try timed("\(kind) commit of a change to all") { try commit(moved) }
        for year in 2014...2023 where (figures ?? 0) > 0 || year > 2021 {
            try timed("\(kind) commit of ratings") { try commit(ratings(count, year: year)) }
        }
        let rated = try timed("\(kind) snapshot with ratings") { try store.snapshot(asOf: day("2024-01-01")) }
        #expect(rated[.rating].count == count * (figures == nil ? 2 : 10))
        #expect(rated[.member].relation(.rating, by: "member")?[0].count == (figures == nil ? 2 : 10))
        _ = try timed("\(kind) snapshot of version 1") {
            try store.snapshot(asOf: day("2024-01-01"), version: DataVersion(1))
        }
    }
}
