import ChiboTestSupport
import ChiboModel
import ChiboStore
import Testing

/// Random histories, compared with a model that keeps every assertion and looks for the last one that speaks of a day.
@Suite struct HistoryLaws {
    /// The simplest thing that knows both time axes.
    private struct NaiveModel {
        private var said: [(version: DataVersion, assertion: Assertion)] = []

        mutating func say(_ assertions: [Assertion], at version: DataVersion) {
            said += assertions.map { (version, $0) }
        }

        func contents(_ kind: RecordKind, on day: CalendarDate, at version: DataVersion) -> [RecordID: [FieldValue]] {
            var result: [RecordID: [FieldValue]] = [:]
            for (since, assertion) in said where since <= version && assertion.kind == kind {
                guard assertion.from.map({ $0 <= day }) ?? true, assertion.to.map({ day < $0 }) ?? true else {
                    continue
                }
                result[assertion.id] = assertion.values
            }
            return result
        }
    }

    @Test(arguments: StoreKind.allCases, 1...6)
    func `every day is as the last word on it says, at every version`(kind: StoreKind, seed: Int) throws {
        let subject = try kind.make()
        let store = try subject.open()
        var model = NaiveModel()
        var random = RandomHistory(seed: UInt64(seed))
        for _ in 0..<25 {
            let assertions = random.assertions()
            let base = try store.currentVersion()
            let version = try store.commit(ChangeSet(base: base, assertions: assertions, note: note))
            if version > base { model.say(assertions, at: version) }
        }
        // Another handle has only what was written.
        let reader = try subject.open()
        let newest = try reader.currentVersion().number
        for number in 0...newest {
            for _ in 0..<8 {
                let (date, version) = (random.date(), DataVersion(number))
                let snapshot = try reader.snapshot(asOf: date, version: version)
                #expect(snapshot.contents(.member) == model.contents(.member, on: date, at: version))
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `what is believed of a record at one time never overlaps`(kind: StoreKind) throws {
        let store = try kind.make().open()
        var random = RandomHistory(seed: 77)
        for _ in 0..<40 {
            try store.commit(
                ChangeSet(base: try store.currentVersion(), assertions: random.assertions(), note: note))
        }
        let versions = try store.versions(of: RecordID("M-1"), in: .member)
        for number in 1...(try store.currentVersion().number) {
            let believed = versions.filter {
                $0.believedSince.number <= number && ($0.superseded.map { $0.number > number } ?? true)
            }
            for offset in -5..<50 {
                let date = day("2023-12-20").adding(days: offset)
                #expect(believed.filter { $0.version.holds(on: date) }.count <= 1)
            }
        }
    }
}
