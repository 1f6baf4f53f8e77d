package import ChiboModel
package import ChiboScheduling
package import ChiboScripting
package import ChiboStore

extension ScriptHost {
    /// Refuses what the unit lets only other accounts do.
    package func require(_ action: GuardedAction) throws(Diagnostic) { try unit.require(options.author, action) }

    /// Whether the account of this host may do something.
    package func allows(_ action: GuardedAction) -> Bool { unit.allows(options.author, action) }

    /// Compares the store with its audit chain.
    package func verifyAudit(expecting checkpoint: AuditHash?) throws(Diagnostic) -> AuditReport {
        try ScriptHost.translating { () throws(StoreError) in try store.verifyAudit(expecting: checkpoint) }
    }

    /// The transactions from one on, with what they changed.
    package func audit(
        from first: DataVersion, of kind: RecordKind?, id: RecordID?
    ) throws(Diagnostic) -> [AuditedChange] {
        try ScriptHost.translating { () throws(StoreError) in
            try AuditedChange.all(in: store, from: first, of: kind, id: id)
        }
    }

    /// The unit's local time at a moment.
    package func localTime(_ instant: Instant) -> LocalTime {
        let zone = try? TimeZoneFolder(path: options.zoneFolder).zone(zone)
        return (zone?.rules ?? TimeZoneRules.utc).local(instant)
    }

    /// What it takes to take a transaction back.
    package func undoPlan(of version: DataVersion) throws(Diagnostic) -> UndoPlan {
        try ScriptHost.translating { () throws(StoreError) in try UndoPlan(of: version, in: store) }
    }

    /// Takes a transaction back, in a new one.
    ///
    /// - Parameters:
    ///   - plan: What it takes, worked out on the newest version.
    ///   - version: The transaction.
    ///   - base: The version that the plan was worked out on.
    ///   - reason: Why, where somebody said it.
    /// - Returns: The version that it made; nil where there was nothing to take back.
    /// - Throws: That the account may not, and what the store says.
    package func undo(
        _ plan: UndoPlan, of version: DataVersion, base: DataVersion, reason: String
    ) throws(Diagnostic) -> DataVersion? {
        try require(.import)
        let note = ChangeNote(author: options.author, action: "undo \(version)", reason: reason)
        let made = try ScriptHost.translating { () throws(StoreError) in
            try store.commit(ChangeSet(base: base, assertions: plan.assertions, note: note))
        }
        return made == base ? nil : made
    }

    /// What erasing a person erases, and what stays and refers to them.
    package func records(of person: RecordKey) throws(Diagnostic) -> PersonRecords {
        try ScriptHost.translating { () throws(StoreError) in try PersonRecords(of: person, in: store) }
    }

    /// Erases a person, and sees to it that nothing of them is left in the store's files.
    ///
    /// - Returns: The version that it made; nil where the person was erased before.
    package func forget(
        _ person: RecordKey, _ records: PersonRecords, base: DataVersion, reason: String
    ) throws(Diagnostic) -> DataVersion? {
        try require(.forget)
        let note = ChangeNote(
            author: options.author, action: "forget \(person.kind.code) \(person.id)", reason: reason)
        return try ScriptHost.translating { () throws(StoreError) in
            let version = try store.erase(records.belonging, base: base, note: note)
            // Also where it was erased before: something may have stood in the way of this then.
            try store.sweep()
            return version == base ? nil : version
        }
    }

    package static func translating<Result>(
        _ body: () throws(StoreError) -> Result
    ) throws(Diagnostic) -> Result {
        do throws(StoreError) { return try body() } catch { throw error.diagnostic }
    }
}
