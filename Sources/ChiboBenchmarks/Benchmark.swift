/// One operation whose time and memory are worth knowing.
///
/// A benchmark is a file in `Operations/` with one static constant, and a line in ``Benchmark/all``.
struct Benchmark: Sendable {
    /// One round of the operation, on prepared data.
    ///
    /// - Returns: how many items it worked on: members, rows, dates; the figure also keeps the optimiser from leaving
    ///   the work out.
    typealias Operation = () async throws -> Int

    /// The name on the command line and in the table: the room, a slash, the operation.
    let name: String
    /// What one item is, in the plural.
    let items: String
    /// Whether it runs only where the filter is its name: minutes of preparation, gigabytes of disk.
    var onlyByName = false
    /// Makes the data, untimed, and returns the operation.
    let prepare: @Sendable () async throws -> Operation

    /// A benchmark from its parts.
    init(_ name: String, per items: String, prepare: @escaping @Sendable () async throws -> Operation) {
        (self.name, self.items, self.prepare) = (name, items, prepare)
    }
}

extension Benchmark {
    /// All benchmarks, in the order of the table.
    static let all: [Benchmark] =
        [
            dateArithmetic, sortKeys, snapshotBuild, rosterImport, rosterAgain, snapshotRead, evaluateBranches,
            evaluateOneCore, evaluateTwoCores, evaluatePlan,
        ] + recordSnapshots

    /// The benchmark of a name.
    static func named(_ name: String) -> Benchmark? { all.first { $0.name == name } }
}
