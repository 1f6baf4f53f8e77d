import Chibo
import ChiboSandbox

/// The store of a script's process: records are read, receipts go to the host, and nothing is written.
///
/// It also tells the host whose time runs: reading the records is not the script's, and a receipt is made when the script
/// has done its part.
final class SandboxedStore: Store {
    private let records: SQLiteStore
    private let child: SandboxChild

    init(_ records: SQLiteStore, _ child: SandboxChild) { (self.records, self.child) = (records, child) }

    func currentVersion() throws(StoreError) -> DataVersion {
        child.run(.host)
        defer { child.run(.running) }
        return try records.currentVersion()
    }

    func snapshot(
        asOf date: CalendarDate, version: DataVersion?, scope: SnapshotScope
    ) throws(StoreError) -> Snapshot {
        child.run(.host)
        defer { child.run(.running) }
        return try records.snapshot(asOf: date, version: version, scope: scope)
    }

    func append(_ receipt: RunReceipt) throws(StoreError) -> RunReceipt {
        child.run(.host)
        child.say(.note, SandboxNote.receipt(receipt).bytes)
        return receipt
    }

    func commit(_ changes: ChangeSet) throws(StoreError) -> DataVersion { try records.commit(changes) }

    func history(after version: DataVersion, limit: Int) throws(StoreError) -> [CommittedChange] {
        try records.history(after: version, limit: limit)
    }

    func versions(of id: RecordID, in kind: RecordKind) throws(StoreError) -> [RecordHistory] {
        try records.versions(of: id, in: kind)
    }

    func lastNumber(of kind: RecordKind) throws(StoreError) -> Int { try records.lastNumber(of: kind) }

    func receipts(of definition: String?, limit: Int) throws(StoreError) -> [RunReceipt] {
        try records.receipts(of: definition, limit: limit)
    }
}

/// Schedules are the host's business; the store refuses to write them here.
extension SandboxedStore {
    func now() throws(StoreError) -> Instant { records.now() }

    func take(_ run: ScheduledRun, lease: Int, exclusive: Bool) throws(StoreError) -> ScheduleClaim {
        try records.take(run, lease: lease, exclusive: exclusive)
    }

    func renew(_ run: ScheduledRun, lease: Int) throws(StoreError) -> ScheduledRun {
        try records.renew(run, lease: lease)
    }

    func finish(_ run: ScheduledRun) throws(StoreError) -> ScheduledRun { try records.finish(run) }

    func record(_ runs: [ScheduledRun]) throws(StoreError) -> [ScheduledRun] { try records.record(runs) }

    func runs(of schedule: String?, limit: Int) throws(StoreError) -> [ScheduledRun] {
        try records.runs(of: schedule, limit: limit)
    }

    func openRuns(of schedule: String) throws(StoreError) -> [ScheduledRun] { try records.openRuns(of: schedule) }

    func marks() throws(StoreError) -> [ScheduleMark] { try records.marks() }

    func setMark(_ mark: ScheduleMark) throws(StoreError) { try records.setMark(mark) }
}

/// The past of the store can be read here like its records, and no more written than they.
extension SandboxedStore {
    func auditHead() throws(StoreError) -> AuditHash? { try records.auditHead() }

    func verifyAudit(expecting checkpoint: AuditHash?) throws(StoreError) -> AuditReport {
        try records.verifyAudit(expecting: checkpoint)
    }

    func rows(
        changedIn versions: ClosedRange<DataVersion>, of kind: RecordKind?, id: RecordID?
    ) throws(StoreError) -> [AuditRow] {
        try records.rows(changedIn: versions, of: kind, id: id)
    }

    func references(to keys: Set<RecordKey>) throws(StoreError) -> [RecordReference] {
        try records.references(to: keys)
    }

    func erase(_ keys: [RecordKey], base: DataVersion, note: ChangeNote) throws(StoreError) -> DataVersion {
        try records.erase(keys, base: base, note: note)
    }

    func remark(_ note: ChangeNote, base: DataVersion) throws(StoreError) -> DataVersion {
        try records.remark(note, base: base)
    }

    func erasures() throws(StoreError) -> [Erasure] { try records.erasures() }

    func sweep() throws(StoreError) { try records.sweep() }
}
