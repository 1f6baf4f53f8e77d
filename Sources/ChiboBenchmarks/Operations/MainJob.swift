import Chibo
import ChiboModel

extension Benchmark {
    /// A roster of 50,000 members from a workbook into SQLite: read, compared with what is known, committed.
    static let rosterImport = Benchmark("import/roster-xlsx", per: "rows") {
        let office = try SampleOffice.ready()
        return {
            try office.copy("units", as: "import")
            let host = try office.host("import")
            let report = try host.readRoster("dang-vien", file: office.folder + "/dang-vien.xlsx")
            guard try host.commit(report) != nil else { throw BenchmarkFailure("nothing was imported") }
            return report.rowCount
        }
    }

    /// The same roster once more: everything is known, nothing changes.
    static let rosterAgain = Benchmark("import/roster-again", per: "rows") {
        let office = try SampleOffice.ready()
        return {
            let host = try office.host("full")
            let report = try host.readRoster("dang-vien", file: office.folder + "/dang-vien.xlsx")
            guard try host.commit(report) == nil else { throw BenchmarkFailure("something changed") }
            return report.rowCount
        }
    }

    /// The records of a day from SQLite.
    static let snapshotRead = Benchmark("store/snapshot", per: "members") {
        let office = try SampleOffice.ready()
        let store = try office.host("full").store
        return { try store.snapshot(asOf: Period(year: 2023).last)[.member].count }
    }

    /// `bốn tốt` over all branches of 50,000 members, the snapshot at hand.
    static let evaluateBranches = Benchmark("criteria/bon-tot", per: "branches") {
        let office = try SampleOffice.ready()
        let host = try office.host("full")
        return { try host.evaluate("chi-bo-bon-tot", period: Period(year: 2023)).verdicts.count }
    }

    /// The plan with its eight targets, the snapshot at hand.
    static let evaluatePlan = Benchmark("plan/neu", per: "targets") {
        let office = try SampleOffice.ready()
        let host = try office.host("full")
        return { try host.plan("neu-21nq", period: Period(year: 2023)).targets.count }
    }
}
