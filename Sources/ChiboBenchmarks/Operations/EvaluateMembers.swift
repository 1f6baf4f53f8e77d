import Chibo
import ChiboModel
import Glibc

extension Benchmark {
    /// Four rules over 100,000 members, by one state.
    static let evaluateOneCore = evaluateMembers("criteria/members-1-core", cores: 1)

    /// The same by two states side by side; the answers have to be the same.
    static let evaluateTwoCores = evaluateMembers("criteria/members-2-cores", cores: 2)

    private static func evaluateMembers(_ name: String, cores: Int) -> Benchmark {
        Benchmark(name, per: "members") {
            let office = try MemberOffice(members: 100_000)
            let expected = try office.host(cores: 1).evaluate("members", period: Period(year: 2023)).digest
            let host = try office.host(cores: cores)
            let evaluate = { () throws -> Evaluation in try host.evaluate("members", period: Period(year: 2023)) }
            if try evaluate().digest != expected { throw BenchmarkFailure("the answers differ") }
            return { try evaluate().verdicts.count }
        }
    }
}

/// A unit of nothing but members, with one set of criteria about them.
private struct MemberOffice {
    private let folder: String
    private let store = MemoryStore()

    init(members: Int) throws {
        let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        folder = "\(place)/chibo-bench-members-\(getuid())-\(getpid())"
        for path in [folder, folder + "/criteria"] { unsafe mkdir(path, 0o700) }
        try MemberOffice.write(#"return unit.define { id = "bench", name = "Bench" }"#, to: folder + "/unit.lua")
        try MemberOffice.write(MemberOffice.criteria, to: folder + "/criteria/members.lua")
        var records = SampleRecords()
        var assertions = (1...500).map { number in
            Assertion(.unit, RecordID(.unit, number: number), values: records.values(.unit, targets: 1))
        }
        assertions += (1...members).map { number in
            Assertion(.member, RecordID(.member, number: number), values: records.values(.member, targets: 500))
        }
        _ = try store.commit(
            ChangeSet(
                base: store.currentVersion(), assertions: assertions,
                note: ChangeNote(author: "bench", action: "import")))
    }

    func host(cores: Int) throws -> ScriptHost {
        var options = ScriptHost.Options()
        options.cores = cores
        options.deadline = nil
        return try ScriptHost(unit: folder, store: store, options: options)
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = unsafe fopen(path, "w") else { throw BenchmarkFailure("\(path) cannot be written") }
        unsafe fputs(text, file)
        unsafe fclose(file)
    }

    private static let criteria = """
        local criteria = require "criteria"
        return criteria.define { id = "members", title = "Đảng viên", subject = "member", every = "year",
          rules = {
            criteria.rule { id = "grade", title = "Chính thức", check = function(member)
              return member.grade == "official"
            end },
            criteria.rule { id = "birth", title = "Tuổi", check = function(member)
              return member.birth.year <= 1990, "sinh năm " .. member.birth.year
            end },
            criteria.rule { id = "since", title = "Vào Đảng", check = function(member)
              return member.admitted_on < date "2020-01-01"
            end },
            criteria.rule { id = "sex", title = "Giới tính", check = function(member)
              return member.sex == "female" and member.activity == "active"
            end },
          }, result = criteria.any() }
        """
}
