import Chibo
import ChiboModel

extension Benchmark {
    /// Members with ten years of ratings, their roles, transfers and admissions, from SQLite into a snapshot.
    static let recordSnapshots = [20_000, 100_000, 1_000_000].map { members in
        var benchmark = Benchmark("records/snapshot-\(members)", per: "members") {
            let store = try SQLiteStore(path: try LargeStore.ready(members: members).path)
            return { try store.snapshot(asOf: Period(year: 2023).last)[.member].count }
        }
        benchmark.onlyByName = members >= 1_000_000
        return benchmark
    }
}
