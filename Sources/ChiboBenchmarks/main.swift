// Times the operations of Operations/, each in a process of its own. `Scripts/bench.sh` builds and runs it.

import Glibc

/// Measures what the options ask for, and prints it.
func run(_ options: Options) async throws {
    if let folder = options.sampleOffice { return try SampleOffice.make(in: folder) }
    if let members = options.largeStore { return try LargeStore.make(members: members) }
    if let name = options.child {
        guard let benchmark = Benchmark.named(name) else { throw BenchmarkFailure("no benchmark \(name)") }
        print(try await Measurement.of(benchmark, rounds: options.rounds).line)
        return
    }
    let chosen = Benchmark.all.filter { benchmark in
        if benchmark.onlyByName { return benchmark.name == options.filter || options.list }
        return options.filter.isEmpty || benchmark.name.contains(options.filter)
    }
    guard !chosen.isEmpty else { throw BenchmarkFailure("no benchmark has '\(options.filter)' in its name") }
    if options.list { return print(chosen.map(\.name).joined(separator: "\n")) }
    let measurements = try chosen.map { try measureApart($0, rounds: options.rounds) }
    print(options.json ? json(of: measurements) : table(of: measurements))
}

/// Measures in another process.
func measureApart(_ benchmark: Benchmark, rounds: Int) throws -> Measurement {
    let output = try runSelf(["--child", benchmark.name, "--rounds", String(rounds)])
    let last = output.split(separator: "\n").last
    guard let measurement = last.flatMap({ Measurement(line: $0) }) else {
        throw BenchmarkFailure("\(benchmark.name) printed no measurement")
    }
    return measurement
}

do {
    try await run(Options(Array(CommandLine.arguments.dropFirst())))
} catch {
    let message = Array("bench: \(error)\n".utf8)
    unsafe write(STDERR_FILENO, message, message.count)
    exit(1)
}
