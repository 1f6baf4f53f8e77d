// What the bridge costs beside raw C. `Scripts/bench.sh bridge` builds and runs it, under callgrind too.

import Glibc

/// A failure to measure.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// What the command line asks for.
struct Options {
    /// Run for callgrind.
    var isCounting = false
    /// Compare with the ceilings of this file, measure no time.
    var ceilings: String?
    /// The file with the counts.
    var counts: String?
    var json = false
    var rounds = 9

    /// Only operations whose name contains this.
    var filter = ""

    /// Whether a row is asked for.
    func selects(_ row: Row) -> Bool { filter.isEmpty || row.name.contains(filter) }

    static let usage = """
        usage: BridgeBenchmarks [--filter TEXT] [--rounds N, 9 or more] [--json] [--counts FILE [--check FILE]] [--count]
        """

    init(_ arguments: [String]) throws(BenchmarkFailure) {
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            switch flag {
            case "--count": isCounting = true
            case "--json": json = true
            case "--filter": filter = rest.popFirst() ?? ""
            case "--counts": counts = rest.popFirst()
            case "--check": ceilings = rest.popFirst()
            case "--rounds":
                guard let number = rest.popFirst().flatMap({ Int($0) }), number >= 9 else {
                    throw BenchmarkFailure(Self.usage)
                }
                rounds = number
            default: throw BenchmarkFailure(Self.usage)
            }
        }
    }
}

/// Does what the options ask for; false when a ceiling was broken.
func run(_ options: Options) throws -> Bool {
    let members = try Members(count: 10_000)
    let verdicts = (ours: Verdicts(count: members.count), floor: Verdicts(count: members.count))
    let (ours, floor) = (try Ours(members), try Floor(members))
    let rows = try Row.all(ours, floor, verdicts).filter(options.selects)
    let empty = try Row.empty(ours, floor)
    if options.isCounting {
        try runForCounts([empty] + rows)
        return true
    }
    var counts = try options.counts.map(readCounts) ?? [:]
    if let loop = counts[empty.name] {
        for row in rows where row.isLoop { counts[row.name] = counts[row.name].map { $0 - loop } }
    }
    if let ceilings = options.ceilings {
        let found = try problems(rows, counts, ceilings: ceilings)
        for line in found { print(line) }
        return found.isEmpty
    }
    let loop = try time(empty, rounds: options.rounds)
    var figures = try rows.map { row in
        let times = try time(row, rounds: options.rounds)
        return Figures(row: row, times: row.isLoop ? times - loop : times, counts: counts[row.name])
    }
    let jobs = try Jobs(Members(count: 1_000_000))
    figures += try jobs.rows.filter(options.selects).map { row in
        Figures(row: row, times: try time(row, rounds: options.rounds), counts: nil)
    }
    if options.filter.isEmpty { try jobs.compare() }
    print(options.json ? json(of: figures) : table(of: figures))
    if !options.json { print(try jobs.heaps()) }
    return true
}

func - (left: Sides, right: Sides) -> Sides {
    Sides(ours: left.ours - right.ours, floor: left.floor - right.floor)
}

do {
    if try !run(Options(Array(CommandLine.arguments.dropFirst()))) { exit(1) }
} catch {
    let message = Array("bench: \(error)\n".utf8)
    unsafe write(STDERR_FILENO, message, message.count)
    exit(2)
}
