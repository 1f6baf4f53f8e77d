import Chibo
import ChiboModel
import Glibc

/// A store of many members with ten years behind them: ratings of each year, changes of role, transfers, admissions.
///
/// Another process makes it, once for all benchmarks that need it.
struct LargeStore {
    /// Where the store is.
    let path: String

    private init(members: Int) {
        let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        path = "\(place)/chibo-bench-\(getuid())-\(ScriptHost.version)-records-\(members).sqlite"
    }

    /// The store of so many members; made in the temporary folder where it is not there yet.
    static func ready(members: Int) throws -> LargeStore {
        let store = LargeStore(members: members)
        if unsafe access(store.path + ".complete", F_OK) != 0 {
            _ = try runSelf(["--large-store", String(members)])
        }
        return store
    }

    /// Makes the store: what `--large-store` does.
    static func make(members: Int) throws {
        let path = LargeStore(members: members).path
        for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) }
        let store = try SQLiteStore(path: path)
        for part in parts(members) {
            try store.commit(
                ChangeSet(
                    base: try store.currentVersion(), assertions: part,
                    note: ChangeNote(author: "bench", action: "make")))
        }
        unsafe close(open(path + ".complete", O_CREAT | O_WRONLY, 0o600))
    }

    private static let years = 2014...2023

    /// A transaction each; a year's ratings are made when their turn comes.
    private static func parts(_ members: Int) -> some Sequence<[Assertion]> {
        let makers: [(Int) -> [Assertion]] =
            [units, roster, transfers] + years.map { year in { rating($0, year) } }
        return makers.lazy.map { $0(members) }
    }

    private static func values(_ kind: RecordKind, _ named: [String: FieldValue]) -> [FieldValue] {
        Schema[kind].fields.map { named[$0.code] ?? .missing }
    }

    private static func units(_ members: Int) -> [Assertion] {
        (1...max(1, members / 40)).map { number in
            Assertion(
                .unit, RecordID(.unit, number: number),
                values: values(
                    .unit, ["name": .text("Chi bộ \(number)"), "kind": .code("branch"), "type": .code("student")]))
        }
    }

    /// Every member has had two roles; one in ten has been admitted through this unit.
    private static func roster(_ members: Int) -> [Assertion] {
        var sample = SampleRecords()
        let branches = max(1, members / 40)
        return (1...members).flatMap { number -> [Assertion] in
            let id = RecordID(.member, number: number)
            let admitted = CalendarDate(dayNumber: 15_000 + Int32(number % 900))
            func assertion(_ role: String, from: CalendarDate) -> Assertion {
                Assertion(
                    .member, id, from: from,
                    values: values(
                        .member,
                        [
                            "full_name": .text(name), "sex": .code(number % 2 == 0 ? "male" : "female"),
                            "birth": .partialDate(PartialDate(born)),
                            "national_id": .text("0\(10_000_000_000 + number)"),
                            "card_no": .text("\(40_000_000 + number)"), "hometown.text": .text("Xã số \(number % 900)"),
                            "ethnicity": .text("Kinh"), "category": .code("lecturer"), "grade": .code("official"),
                            "activity": .code("active"), "party_role": .code(role), "admitted_on": .date(admitted),
                            "branch": .reference(RecordID(.unit, number: number % branches + 1)),
                        ]), sourceRow: number + 6)
            }
            let (name, born) = (sample.name(), sample.date())
            var all = [assertion("none", from: admitted), assertion("group_leader", from: admitted.adding(days: 900))]
            if number % 10 == 0 {
                all.append(
                    Assertion(
                        .admission, RecordID(.admission, number: number), from: admitted,
                        values: values(
                            .admission,
                            [
                                "member": .reference(id), "admitted_on": .date(admitted),
                                "branch": .reference(RecordID(.unit, number: number % branches + 1)),
                            ])))
            }
            return all
        }
    }

    private static func transfers(_ members: Int) -> [Assertion] {
        (1...members).map { number in
            let day = CalendarDate(dayNumber: 17_000 + Int32(number % 2000))
            return Assertion(
                .transfer, RecordID(.transfer, number: number), from: day,
                values: values(
                    .transfer,
                    [
                        "member": .reference(RecordID(.member, number: number)), "kind": .code("internal"),
                        "reason": .code("job_change"), "issued_on": .date(day), "state": .code("closed"),
                    ]))
        }
    }

    private static func rating(_ members: Int, _ year: Int) -> [Assertion] {
        (1...members).map { number in
            Assertion(
                .rating, RecordID(.rating, number: (year - 2014) * members + number),
                from: Period(year: year).last,
                values: values(
                    .rating,
                    [
                        "member": .reference(RecordID(.member, number: number)), "year": .integer(Int64(year)),
                        "level": .code(number % 5 == 0 ? "completed" : "good"),
                    ]), sourceRow: number)
        }
    }
}
