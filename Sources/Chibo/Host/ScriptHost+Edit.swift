package import ChiboImporting
package import ChiboModel
import ChiboStore

extension ScriptHost {
    /// A change of one record by hand, worked out and not yet written.
    package struct PreparedEdit {
        /// The record.
        package let id: RecordID
        /// What changes; nil for a record that is new.
        package let change: RecordChange?
        /// The records that it was worked out on.
        package let snapshot: Snapshot
        /// Days that stand in an order that cannot be.
        package let findings: [Bilingual]
        fileprivate let changes: ChangeSet

        /// Whether there is anything to write.
        package var isEmpty: Bool { changes.assertions.isEmpty }
    }

    /// Works out what some `field=value` change of a record, or a new record of them.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - id: The record; nil for a new one.
    ///   - words: The fields with their values.
    ///   - effective: From when on changed values are true, or whether they were always so.
    ///   - reason: Why, for the audit log.
    /// - Returns: The change, for `commit`.
    /// - Throws: What cannot be read, or what is missing.
    package func prepareEdit(
        _ kind: RecordKind, _ id: RecordID?, _ words: [String], effective: EffectiveChoice, reason: String
    ) throws(Diagnostic) -> PreparedEdit {
        let snapshot = try snapshot(asOf: ScriptHost.endOfTime)
        let edit = HandEdit(kind, snapshot, today: today)
        let entries = try edit.entries(words)
        let findings = edit.findings(entries, of: id)
        func prepared(_ id: RecordID, _ change: RecordChange?, _ action: String, _ assertions: [Assertion])
            -> PreparedEdit
        {
            let note = ChangeNote(author: options.author, action: "\(action) \(kind.code) \(id)", reason: reason)
            return PreparedEdit(
                id: id, change: change, snapshot: snapshot, findings: findings,
                changes: ChangeSet(base: snapshot.version, assertions: assertions, note: note))
        }
        guard let id else {
            let new = RecordID(kind, number: try lastNumber(of: kind) + 1)
            return prepared(new, nil, "add", [try edit.adding(new, entries)])
        }
        let (change, assertions) = try edit.change(of: id, entries, versions: try believed(id, in: kind), effective)
        return prepared(id, change, "edit", assertions)
    }

    private func lastNumber(of kind: RecordKind) throws(Diagnostic) -> Int {
        do throws(StoreError) { return try store.lastNumber(of: kind) } catch { throw error.diagnostic }
    }

    private func believed(_ id: RecordID, in kind: RecordKind) throws(Diagnostic) -> [RecordVersion] {
        do throws(StoreError) {
            return try store.versions(of: id, in: kind).filter { $0.superseded == nil }.map(\.version)
        } catch { throw error.diagnostic }
    }

    /// Writes a change by hand, in one transaction.
    ///
    /// - Returns: The version that it made; nil where there was nothing to write.
    package func commit(_ edit: PreparedEdit) throws(Diagnostic) -> DataVersion? {
        if edit.isEmpty { return nil }
        do throws(StoreError) { return try store.commit(edit.changes) } catch { throw error.diagnostic }
    }
}
