import ChiboModel

extension Benchmark {
    /// The columns of 50,000 members in 500 branches, from values as a store reads them.
    static let snapshotBuild = Benchmark("model/snapshot-build", per: "members") {
        var records = SampleRecords()
        let units = (1...500).map { (RecordID(.unit, number: $0), records.values(.unit, targets: 500)) }
        let members = (1...50_000).map { (RecordID(.member, number: $0), records.values(.member, targets: 500)) }
        return {
            var builder = SnapshotBuilder(asOf: CalendarDate(dayNumber: 19_722), version: DataVersion(1))
            for (id, values) in units { builder.append(.unit, id: id, values: values) }
            for (id, values) in members { builder.append(.member, id: id, values: values) }
            return builder.build()[.member].ids.count
        }
    }
}
