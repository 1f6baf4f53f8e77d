import CSQLite
public import ChiboModel
import Glibc

/// What a restoration did.
public struct RestoreSummary: Hashable, Sendable {
    /// The newest transaction of the store now: the entry that says that it was restored.
    public let version: DataVersion
    /// The newest transaction of the backup.
    public let backup: DataVersion
    /// Where what was there before is kept; nil where there was nothing.
    public let kept: String?
}

extension SQLiteStore {
    /// Puts a backup in the place of a store.
    ///
    /// The backup is first opened beside the store, brought to the present schema and verified whole; the store is changed
    /// in one transaction, or by one renaming where there is none. What was there is kept beside it. No other program may
    /// have the store open.
    ///
    /// - Parameters:
    ///   - backup: The file.
    ///   - path: The store; it need not exist.
    ///   - passphrase: What opens an encrypted backup.
    ///   - isReplacing: Whether a store is replaced that has entries which the backup lacks.
    ///   - note: Who and why, for the entry that says so.
    ///   - options: How the store is opened.
    /// - Returns: What was done.
    /// - Throws: What is wrong with the backup or the store; then the store is as it was.
    public static func restore(
        _ backup: String, to path: String, passphrase: Passphrase? = nil, isReplacing: Bool = false,
        note: ChangeNote, options: Options = Options()
    ) throws(StoreError) -> RestoreSummary {
        let partial = "\(path).\(RandomName.next()).part"
        defer { PrivateFile.removeDatabase(partial) }
        try unpack(backup, to: partial, passphrase)
        let (found, version) = try prepare(partial, from: backup, note, options)
        guard PrivateFile.exists(path) else {
            // What an earlier store has left would be taken for this one's log.
            PrivateFile.removeDatabase(path)
            try PrivateFile.install(partial, as: path)
            return RestoreSummary(version: version, backup: found, kept: nil)
        }
        let kept = try replace(path, by: partial, found, isReplacing: isReplacing)
        return RestoreSummary(version: version, backup: found, kept: kept)
    }

    /// Whether a passphrase is needed to restore a file.
    public static func isEncrypted(_ backup: String) throws(StoreError) -> Bool { try EncryptedFile.isOne(backup) }

    /// Copies a backup to a file beside the store, in plain.
    private static func unpack(_ backup: String, to file: String, _ passphrase: Passphrase?) throws(StoreError) {
        if try EncryptedFile.isOne(backup) {
            guard let passphrase else { throw .cannotDecrypt(backup) }
            let output = try FileBytes(making: file)
            try EncryptedFile.decrypt(backup, passphrase) { piece throws(StoreError) in try output.write(piece) }
        } else {
            guard try PrivateFile.beginning(of: backup, count: 16) == signature else {
                throw .notABackup(backup, toOverwrite: false)
            }
            try PrivateFile.copy(backup, to: file)
        }
    }

    /// Brings the unpacked backup to the present schema, verifies it, and adds the entry that says what is done with it.
    private static func prepare(
        _ file: String, from backup: String, _ note: ChangeNote, _ options: Options
    ) throws(StoreError) -> (found: DataVersion, version: DataVersion) {
        do throws(StoreError) {
            let versions: (DataVersion, DataVersion)
            do {
                let store = try SQLiteStore(path: file, options: options)
                let found = try store.currentVersion()
                versions = (found, try store.remark(note, base: found))
                try store.sweep()
            }
            // Closed now, so that all of it is in the one file.
            _ = try examine(file)
            return versions
        } catch  where [.notADatabase, .corrupt, .foreign].contains(error.code) {
            throw .damagedBackup(backup, cause: error.cause)
        } catch  where error.code == .notABackup {
            throw .damagedBackup(backup, cause: error.cause)
        }
    }

    /// Replaces the contents of a store that nobody else has open.
    private static func replace(
        _ path: String, by partial: String, _ found: DataVersion, isReplacing: Bool
    ) throws(StoreError) -> String {
        let kept = freeName(path)
        guard let present = try open(path, isReplacing: isReplacing) else {
            // Nothing can be read from it; it is kept as it is.
            guard unsafe rename(path, kept) == 0 else { throw .file(errno, file: path) }
            PrivateFile.removeDatabase(path)
            try PrivateFile.install(partial, as: path)
            return kept
        }
        let version = try present.currentVersion()
        let common = try SQLiteStore.common(present, partial)
        guard common == version || isReplacing else {
            throw .wouldLose(path, version: version, common: common, backup: found)
        }
        try PrivateFile.create(kept)
        let statement = try present.prepare("VACUUM INTO ?1")
        try statement.bind(kept, 1)
        try statement.run()
        try present.overwrite(with: partial)
        return kept
    }

    /// Opens a store for this connection alone; nil where it is damaged and may be replaced.
    private static func open(_ path: String, isReplacing: Bool) throws(StoreError) -> SQLiteConnection? {
        do throws(StoreError) {
            _ = try SQLiteStore(path: path)
            let connection = try SQLiteConnection(file: path, patience: 1000)
            try connection.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
            return connection
        } catch {
            if error.code == .busy { throw .openElsewhere(path) }
            if isReplacing, [.notADatabase, .corrupt].contains(error.code) { return nil }
            throw error
        }
    }

    /// The newest transaction that two stores have in common.
    private static func common(_ present: SQLiteConnection, _ file: String) throws(StoreError) -> DataVersion {
        let other = try SQLiteConnection(file: file, patience: 0, readOnly: true)
        let query = try other.prepare("SELECT \"version\", \"hash\" FROM \"seal\" ORDER BY \"version\" DESC")
        let last = try present.currentVersion()
        while try query.step() {
            let version = DataVersion(query.integer(0))
            if version <= last, try SQLiteAudit.hash(at: version.number, in: present) == query.bytes(1) {
                return version
            }
        }
        return DataVersion(0)
    }

    /// A name beside the store that nothing has yet.
    private static func freeName(_ path: String) -> String {
        var number = 1
        while PrivateFile.exists("\(path).replaced-\(number)") { number += 1 }
        return "\(path).replaced-\(number)"
    }
}

extension SQLiteConnection {
    /// Makes all of this database what another file is, in one transaction.
    fileprivate func overwrite(with file: String) throws(StoreError) {
        let source = try SQLiteConnection(file: file, patience: 0, readOnly: true)
        try copy(from: source)
        try execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
