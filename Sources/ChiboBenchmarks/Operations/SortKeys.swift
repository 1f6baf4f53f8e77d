import ChiboModel

extension Benchmark {
    /// A list of people put into the order of given, middle and family names.
    static let sortKeys = Benchmark("model/sort-names", per: "names") {
        var records = SampleRecords()
        let names = (0..<50_000).map { _ in PersonName(records.name()) }
        return {
            let keyed = names.map { (key: $0.sortKey, name: $0) }
            return keyed.sorted { $0.key < $1.key }.count
        }
    }
}
