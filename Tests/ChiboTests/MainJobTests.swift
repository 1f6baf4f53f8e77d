import Chibo
import ChiboModel
import ChiboTestSupport
import Testing

/// The main job with the first unit: spreadsheets in, verdicts, allocation, plan and reports out.
@Suite struct MainJobTests {
    /// A host of the NEU unit over the sample data, imported into memory.
    static func importedHost() throws -> (host: ScriptHost, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        var options = ScriptHost.Options()
        options.now = { Instant(seconds: 1_704_445_200) }  // 05/01/2024
        let unit = RepositoryFolder.path + "/Scripts/units/neu"
        let host = try ScriptHost(unit: unit, store: MemoryStore(), options: options)
        for file in try DemoData.write(unit: "neu", members: 1350, seed: 1, into: folder.path) {
            let report = try host.readRoster(file.id, file: file.path)
            #expect(report.problems.isEmpty, "\(file.id): \(report.problems.prefix(3))")
            #expect(report.rowCount == file.rows, "\(file.id)")
            _ = try host.commit(report)
        }
        return (host, folder)
    }

    @Test func `the sample data give the verdicts of the plan`() throws {
        let (host, _) = try Self.importedHost()
        let plan = try host.plan("neu-21nq", period: Period(year: 2023))
        #expect(plan.diagnostics == [])
        let targets = Dictionary(uniqueKeysWithValues: plan.targets.map { ($0.id, $0) })
        #expect(targets["thematic"]?.answer == .not_met)
        #expect(targets["thematic"]?.measureText == "97,5 %")
        #expect(targets["admissions"]?.answer == .not_met)
        #expect(targets["admissions"]?.shortfall == 3)
        #expect(targets["member_good"]?.answer == .met)
        #expect(targets["member_good"]?.measureText == "90,05 %")
        #expect(targets["member_good"]?.countsText == "1086/1206")
        let evaluation = try host.evaluate("chi-bo-bon-tot", period: Period(year: 2023))
        #expect(evaluation.verdicts.count == 40)
        let allocation = try host.allocate("ket-nap", period: Period(year: 2023))
        #expect(allocation.lines.reduce(0) { $0 + $1.quota } == 100)
        let folder = try TemporaryFolder()
        for report in ["ket-qua-ke-hoach-nam", "sinh-hoat-chuyen-de"] {
            let written = try host.write(
                report, to: folder.path, formats: [.text, .markdown, .html, .csv, .json, .xlsx],
                period: Period(year: 2023))
            #expect(written.flatMap(\.files).count >= 6)
        }
    }

    @Test func `keys that make the same name of a file do not overwrite each other, and no id leaves the folder`() {
        let names = ScriptHost.fileNames("../r/x", keys: [nil, "Chi bộ A", "chi-bo-a", "Chi Bộ A"])
        #expect(Set(names).count == 4)
        #expect(names.allSatisfy { $0.hasPrefix("-r-x") }, "\(names)")
        #expect(ScriptHost.fileNames("ket-qua", keys: [nil]) == ["ket-qua"])
    }
}
