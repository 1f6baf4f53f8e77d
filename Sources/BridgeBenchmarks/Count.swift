import CLuaBaseline
import Glibc

/// Runs every row once between the marks that callgrind looks for, and prints what each mark was.
func runForCounts(_ rows: [Row]) throws {
    for row in rows {
        for (side, work) in [("ours", row.ours), ("floor", row.floor)] {
            try work(row.times.count)  // warms caches up
            try measured { try work(row.times.count) }
            print(row.name, side, row.times.count, separator: "\t")
        }
    }
}

/// Runs a body in a call of `raw_measured`.
private func measured(_ body: () throws -> Void) throws {
    var problem: (any Error)?
    withoutActuallyEscaping(body) { body in
        let run = {
            do { try body() } catch { problem = error }
        }
        unsafe withUnsafePointer(to: run) { pointer in
            unsafe raw_measured(
                { context in unsafe context?.assumingMemoryBound(to: (() -> Void).self).pointee() },
                UnsafeMutableRawPointer(mutating: pointer))
        }
    }
    if let problem { throw problem }
}

/// Instructions an operation by name, from the lines "name, side, times, instructions" that the script puts together.
func readCounts(_ path: String) throws -> [String: Sides] {
    var counts: [String: Sides] = [:]
    for line in try lines(of: path) {
        let fields = line.split(separator: "\t")
        guard fields.count == 4, let times = Double(fields[2]), let total = Double(fields[3]) else {
            throw BenchmarkFailure("\(path): not a count: \(line)")
        }
        let side: WritableKeyPath<Sides, Double> = fields[1] == "ours" ? \.ours : \.floor
        counts[String(fields[0]), default: Sides(ours: 0, floor: 0)][keyPath: side] = total / times
    }
    return counts
}

/// The lines of a file, without empty ones and those that begin with `#`.
func lines(of path: String) throws -> [String] {
    guard let file = unsafe fopen(path, "r") else { throw BenchmarkFailure("\(path) cannot be read") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk.prefix(count) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
}
