import ChiboModel

/// Compares a store with its audit chain: the same for every store, which gives it the entries, then the rows.
struct AuditVerifier {
    /// Where in its leaves an entry's rows have got to.
    private struct Entry {
        let leaves: [UInt8]
        var next: [AuditLeaf: Int]
        let end: [AuditLeaf: Int]
    }

    private var entries: [Entry] = []
    private var previous = AuditEncoding.origin
    private var hashes: [[UInt8]] = []
    private var faults: [Int64: AuditReport.Fault] = [:]
    private var erasedCount = 0

    /// Takes the next entry; they come in the order of their versions, without gaps.
    mutating func add(_ change: CommittedChange?, _ seal: AuditSeal?, version: DataVersion) {
        entries.append(AuditVerifier.entry(seal?.leaves ?? []))
        guard let seal else {
            report(.sealMissing, version)
            hashes.append([])
            return
        }
        if let change {
            let hash = AuditEncoding.hash(of: change, leaves: seal.leaves, after: previous)
            if hash != seal.hash { report(.headChanged, version) }
        } else {
            report(.entryMissing, version)
        }
        previous = seal.hash
        hashes.append(seal.hash)
    }

    private static func entry(_ leaves: [UInt8]) -> Entry {
        var (next, end): ([AuditLeaf: Int], [AuditLeaf: Int]) = ([:], [:])
        for index in 0..<leaves.count / AuditLeaf.size {
            guard let leaf = AuditLeaf(rawValue: leaves[index * AuditLeaf.size]) else { continue }
            if next[leaf] == nil { next[leaf] = index }
            end[leaf] = index + 1
        }
        return Entry(leaves: leaves, next: next, end: end)
    }

    /// Takes a row; they come by the bytes of their kinds' codes, then by their numbers.
    mutating func add(_ row: AuditedRow) {
        expect(row.commitment, .stated, row, at: row.recorded)
        if let superseded = row.superseded { expect(row.commitment, .superseded, row, at: superseded) }
    }

    /// Takes what is left of a row that was erased, in its row's place.
    mutating func addErased(_ row: AuditedRow, by version: DataVersion) {
        // The commitment is known from the entry that stated the row; all others have to name the same.
        let commitment = self.next(.stated, at: row.recorded) ?? []
        erasedCount += 1
        expect(commitment, .stated, row, at: row.recorded)
        if let superseded = row.superseded { expect(commitment, .superseded, row, at: superseded) }
        expect(commitment, .erased, row, at: version)
    }

    private func next(_ leaf: AuditLeaf, at version: DataVersion, skipping: Int = 0) -> [UInt8]? {
        guard let place = place(of: version), let next = entries[place].next[leaf].map({ $0 + skipping }),
            next < entries[place].end[leaf] ?? 0
        else { return nil }
        let start = next * AuditLeaf.size + 1
        return Array(entries[place].leaves[start..<start + AuditEncoding.hashSize])
    }

    private func place(of version: DataVersion) -> Int? {
        version.number >= 1 && version.number <= entries.count ? Int(version.number) - 1 : nil
    }

    private mutating func expect(
        _ commitment: [UInt8], _ leaf: AuditLeaf, _ row: AuditedRow, at version: DataVersion
    ) {
        guard let place = place(of: version) else { return report(.rowAdded(row.id), version, row.kind) }
        guard let expected = next(leaf, at: version) else { return report(.rowAdded(row.id), version, row.kind) }
        var step = 1
        if expected != commitment {
            // Where the leaf after it fits, a row is missing before this one.
            if next(leaf, at: version, skipping: 1) == commitment {
                report(.rowMissing, version, row.kind)
                step = 2
            } else {
                report(.rowChanged(row.id), version, row.kind)
            }
        }
        entries[place].next[leaf, default: 0] += step
    }

    private mutating func report(_ kind: AuditReport.Fault.Kind, _ version: DataVersion, _ record: String? = nil) {
        if faults[version.number] == nil {
            faults[version.number] = AuditReport.Fault(version: version, kind: kind, record: record)
        }
    }

    /// What was found, when everything has been given.
    mutating func report(expecting checkpoint: AuditHash?) -> AuditReport {
        for (index, entry) in entries.enumerated() {
            let isShort = entry.next.contains { $0.value < entry.end[$0.key] ?? 0 }
            if isShort { report(.rowMissing, DataVersion(Int64(index + 1))) }
        }
        let place = checkpoint.flatMap { wanted in hashes.firstIndex(of: wanted.bytes) }
        return AuditReport(
            entryCount: entries.count, commitmentCount: entries.reduce(0) { $0 + $1.leaves.count / AuditLeaf.size },
            erasedCount: erasedCount, head: hashes.last.flatMap { $0.isEmpty ? nil : AuditHash($0) },
            faults: faults.values.sorted { $0.version < $1.version },
            checkpoint: place.map { DataVersion(Int64($0 + 1)) }, lacksCheckpoint: checkpoint != nil && place == nil)
    }
}

/// A row, or what is left of it, as the verification sees it.
struct AuditedRow {
    /// The code of its kind.
    let kind: String
    /// The record.
    let id: RecordID
    /// The transaction that wrote it.
    let recorded: DataVersion
    /// The transaction that superseded it.
    let superseded: DataVersion?
    /// The commitment to what it says now; empty where that is not known.
    var commitment: [UInt8] = []
}
