import ChiboModel

/// What an entry of the audit chain says of rows: a list of leaves as ``AuditEncoding`` describes it.
enum AuditLeaf: UInt8 {
    case stated = 0x53
    case superseded = 0x58
    case erased = 0x45

    /// How many bytes a leaf has.
    static let size = AuditEncoding.hashSize + 1
}

/// Collects the leaves of a transaction while its rows are written.
struct AuditLeaves {
    /// The leaves of one kind's rows.
    private struct Section {
        var stated: [UInt8] = []
        var superseded: [(entry: Int64, commitment: [UInt8])] = []
        var erased: [UInt8] = []
    }

    private var sections: [String: Section] = [:]

    /// Whether there are none.
    var isEmpty: Bool { sections.isEmpty }

    /// Adds the leaves of rows of a kind: stated and erased ones in the order of their numbers, superseded ones in any.
    mutating func add(_ rows: AuditRows, of kind: String) {
        guard !rows.isEmpty else { return }
        sections[kind, default: Section()].stated += rows.stated
        sections[kind, default: Section()].superseded += rows.superseded
        sections[kind, default: Section()].erased += rows.erased
    }

    /// All of them, in their order.
    var bytes: [UInt8] {
        let ordered = sections.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { sections[$0] }
        var bytes: [UInt8] = []
        for section in ordered { AuditLeaves.append(.stated, section.stated, to: &bytes) }
        for section in ordered {
            for row in section.superseded.sorted(by: { $0.entry < $1.entry }) {
                AuditLeaves.append(.superseded, row.commitment, to: &bytes)
            }
        }
        for section in ordered { AuditLeaves.append(.erased, section.erased, to: &bytes) }
        return bytes
    }

    private static func append(_ leaf: AuditLeaf, _ commitments: [UInt8], to bytes: inout [UInt8]) {
        for start in stride(from: 0, to: commitments.count, by: AuditEncoding.hashSize) {
            bytes.append(leaf.rawValue)
            bytes += commitments[start..<start + AuditEncoding.hashSize]
        }
    }
}

/// The commitments to rows of one kind that a transaction touched.
struct AuditRows {
    /// Those that it stated, one after the other, in the order of their rows' numbers.
    var stated: [UInt8] = []
    /// Those that it superseded, each with its row's number.
    var superseded: [(entry: Int64, commitment: [UInt8])] = []
    /// Those that it erased, one after the other, in the order of their rows' numbers.
    var erased: [UInt8] = []

    var isEmpty: Bool { stated.isEmpty && superseded.isEmpty && erased.isEmpty }
}

/// An entry of the chain as a store keeps it beside the head of the transaction.
struct AuditSeal: Sendable {
    /// What it says of rows.
    let leaves: [UInt8]
    /// The hash over the head, the leaves and the hash of the entry before.
    let hash: [UInt8]
}
