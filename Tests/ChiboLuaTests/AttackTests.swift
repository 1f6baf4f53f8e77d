import ChiboLua
import ChiboTestSupport
import Foundation
import Testing

/// A script that tries to hurt its host, and what must become of it: the header of the file says both.
struct Attack: Codable, Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// The outcomes that are allowed.
    let outcomes: [String]
    /// What the message of an error must contain.
    let message: String
    /// What it does to an interpreter without guards; `Scripts/attacks.sh` knows the words.
    let harm: String

    var testDescription: String { name }

    static let folder = RepositoryFolder.path + "/Tests/ChiboLuaTests/Attacks"

    static func all() throws -> [Attack] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".lua") }.sorted().map(
            Attack.init)
    }

    init(file: String) throws {
        name = String(file.dropLast(4))
        source = try String(contentsOfFile: Attack.folder + "/" + file, encoding: .utf8)
        let lines = source.split(separator: "\n", maxSplits: 3)
        try #require(
            lines.count == 4 && lines[0].hasPrefix("-- Attacks: ") && lines[1].hasPrefix("-- Must: ")
                && lines[2].hasPrefix("-- Hurts: "))
        let parts = lines[1].dropFirst("-- Must: ".count).split(separator: ": ", maxSplits: 1)
        outcomes = parts[0].components(separatedBy: " or ")
        message = parts.count > 1 ? String(parts[1]) : ""
        harm = String(lines[2].dropFirst("-- Hurts: ".count))
    }
}

extension LuaError.Kind {
    /// The word that the headers of attacks use.
    fileprivate var outcome: String {
        switch self {
        case .stopped(.deadline): "deadline"
        case .stopped(.output): "output"
        case .memory: "memory"
        default: "error"
        }
    }
}

/// `CHIBO_ATTACK_TIMES` names a file that gets a line with outcome and time of each attack.
@Suite(.serialized) struct AttackTests {
    /// What ends by something else than the deadline gets time for it, on a loaded machine too.
    private static func deadline(of attack: Attack) -> Duration {
        attack.outcomes.contains("deadline") ? .milliseconds(200) : .seconds(10)
    }

    /// What a loaded machine may add to the 100 ms that are promised.
    private static let slack = Duration.milliseconds(300)

    /// Runs the attack and reports what broke of the promise.
    static func run(_ attack: Attack) {
        let deadline = deadline(of: attack)
        let state = LuaState(LuaPolicy(deadline: deadline))
        let clock = ContinuousClock()
        var error: LuaError?
        let time = clock.measure { error = failure(of: attack.source, in: state, name: attack.name) }
        let outcome = error?.kind.outcome ?? "ends"
        #expect(attack.outcomes.contains(outcome), "\(attack.name): \(outcome) \(error?.message ?? "")")
        if outcome == "error" {
            #expect(
                attack.message.isEmpty || error?.message.contains(attack.message) == true, "\(error?.message ?? "")")
        }
        #expect(time <= deadline + slack, "\(attack.name) gave control back after \(time)")
        #expect((try? ChiboLuaTests.run("return 1", in: state)) == [1], "the state goes on")
        #expect(clock.measure { state.close() } <= slack, "the state can be thrown away")
        if let path = ProcessInfo.processInfo.environment["CHIBO_ATTACK_TIMES"], let file = unsafe fopen(path, "a") {
            unsafe fputs("\(attack.name) \(outcome) \(time)\n", file)
            unsafe fclose(file)
        }
    }

    @Test(arguments: try Attack.all()) func `an attack ends as its header says, in a process of its own`(
        attack: Attack
    ) async {
        await #expect(processExitsWith: .success) { [attack = attack as Attack] in AttackTests.run(attack) }
    }

    @Test func `every sort of attack has files, and every file a sort`() throws {
        let table = try String(contentsOfFile: Attack.folder + "/rows.tsv", encoding: .utf8)
        let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        #expect(rows.count > 50)
        let files = Set(try Attack.all().map(\.name))
        var named: Set<String> = []
        for row in rows {
            let names = row.last?.split(separator: " ").map(String.init) ?? []
            #expect(row.count == 2 && !names.isEmpty, "\(row)")
            for name in names { #expect(files.contains(name), "\(name) of '\(row[0])' is no file") }
            named.formUnion(names)
        }
        #expect(files.count >= 100)
        #expect(files.subtracting(named).sorted() == [])
    }

    /// One of each sort; the script shows all.
    @Test(.enabled(if: systemLuaRuns))
    func `an interpreter without guards is hurt as the headers say`() throws {
        let names = ["coroutine-close-chain", "rep-empty", "loop-while", "dump", "next-tables-as-keys", "varargs-many"]
        let result = try Oracle.run(RepositoryFolder.path + "/Scripts/attacks.sh", names)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("\(names.count) attacks, 0 do not show"))
    }
}
