import Glibc

/// What one benchmark took, in a process of its own.
struct Measurement: Sendable, Equatable {
    let name: String
    let items: String
    let itemCount: Int
    let rounds: Int
    let median: Duration
    let min: Duration
    let max: Duration
    /// The peak resident memory of the process in KiB, the preparation of the data included.
    let peakKiB: Int
}

extension Measurement {
    /// Runs a benchmark in this process: one round to warm up, then the timed ones.
    static func of(_ benchmark: Benchmark, rounds: Int) async throws -> Measurement {
        let operation = try await benchmark.prepare()
        var count = try await operation()
        var times: [Duration] = []
        let clock = ContinuousClock()
        for _ in 0..<rounds {
            times.append(try await clock.measure { count = try await operation() })
        }
        times.sort()
        return Measurement(
            name: benchmark.name, items: benchmark.items, itemCount: count, rounds: rounds,
            median: (times[(rounds - 1) / 2] + times[rounds / 2]) / 2, min: times[0], max: times[rounds - 1],
            peakKiB: peakResidentKiB())
    }

    /// The time of one item in the median round.
    var perItem: Duration { median / Swift.max(itemCount, 1) }
}

/// The most memory this process has held, from `VmHWM` of `/proc/self/status`; 0 where there is no such file.
private func peakResidentKiB() -> Int {
    guard let file = unsafe fopen("/proc/self/status", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while unsafe fgets(&line, Int32(line.count), file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard text.hasPrefix("VmHWM:") else { continue }
        return Int(text.filter(\.isNumber)) ?? 0
    }
    return 0
}
