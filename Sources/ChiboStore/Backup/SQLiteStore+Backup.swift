public import ChiboModel
import Synchronization

/// What a backup holds.
public struct BackupSummary: Hashable, Sendable {
    /// The newest transaction.
    public let version: DataVersion
    /// The newest entry's hash; nil for an empty store.
    public let head: AuditHash?
    /// Whether a passphrase opens it.
    public let isEncrypted: Bool
}

extension SQLiteStore {
    /// Writes all of the store into one file, as it is at one moment, while others read and write it.
    ///
    /// The file is a database written anew, without the bytes of pages that are no longer used. It is made beside its place
    /// and read back before it takes it; where a step fails, what stood there before stays.
    ///
    /// - Parameters:
    ///   - path: The file; an older backup there is replaced, anything else is not.
    ///   - passphrase: What opens it; nil for a file that needs none.
    /// - Returns: What it holds.
    /// - Throws: What kept it from being written.
    @discardableResult
    public func backUp(to path: String, passphrase: Passphrase? = nil) throws(StoreError) -> BackupSummary {
        try backUp(to: path, passphrase: passphrase, cost: .usual)
    }

    /// The same with a choice of how hard it is made to try passphrases.
    package func backUp(
        to path: String, passphrase: Passphrase?, cost: KeyCost
    ) throws(StoreError) -> BackupSummary {
        try refuseOverwriting(path)
        // Unencrypted bytes go where the store is, and nowhere else.
        let plain = (passphrase == nil ? path : self.path) + ".\(RandomName.next()).part"
        let partial = passphrase == nil ? plain : path + ".\(RandomName.next()).part"
        defer { for file in [plain, partial] { PrivateFile.removeDatabase(file) } }
        try PrivateFile.create(plain)
        try copy(into: plain)
        let report = try SQLiteStore.examine(plain)
        if let passphrase {
            try EncryptedFile.encrypt(plain, to: partial, passphrase, cost: cost)
            try SQLiteStore.compare(plain, partial, passphrase)
        }
        try PrivateFile.install(partial, as: path)
        return BackupSummary(
            version: DataVersion(Int64(report.entryCount)), head: report.head, isEncrypted: passphrase != nil)
    }

    /// Writes the database anew into an empty file.
    func copy(into file: String) throws(StoreError) {
        let connection = try SQLiteConnection(file: path, patience: patience)
        let statement = try connection.prepare("VACUUM INTO ?1")
        try statement.bind(file, 1)
        try statement.run()
    }

    private func refuseOverwriting(_ target: String) throws(StoreError) {
        guard PrivateFile.exists(target) else { return }
        let beginning = try PrivateFile.beginning(of: target, count: 16)
        let isEncrypted = try EncryptedFile.isOne(target)
        let isBackup = beginning.isEmpty || beginning == SQLiteStore.signature || isEncrypted
        guard isBackup, !PrivateFile.isSame(target, path) else { throw .notABackup(target, toOverwrite: true) }
    }

    /// What a file of SQLite begins with.
    static let signature = Array("SQLite format 3\0".utf8)

    /// Looks over a database file that nobody else has open.
    ///
    /// - Returns: What its audit chain says.
    /// - Throws: ``StoreError/Code/corrupt`` where a page of it or the chain is not whole.
    static func examine(_ file: String) throws(StoreError) -> AuditReport {
        let connection = try SQLiteConnection(file: file, patience: 0, readOnly: true)
        let check = try connection.prepare("PRAGMA integrity_check(1)")
        guard try check.step(), check.text(0) == "ok" else { throw .damagedBackup(file, cause: check.text(0)) }
        var verifier = AuditVerifier()
        try SQLiteAudit.feed(&verifier, from: connection)
        let report = verifier.report(expecting: nil)
        guard let fault = report.faults.first else { return report }
        throw .damagedBackup(file, cause: "audit entry \(fault.version)")
    }

    /// Reads an encrypted file back and compares it with what went in.
    private static func compare(
        _ plain: String, _ encrypted: String, _ passphrase: Passphrase
    ) throws(StoreError) {
        let input = try FileBytes(reading: plain)
        try EncryptedFile.decrypt(encrypted, passphrase) { piece throws(StoreError) in
            guard try input.read(piece.count) == piece else { throw .damagedBackup(encrypted, cause: "") }
        }
        guard try input.read(1).isEmpty else { throw .damagedBackup(encrypted, cause: "") }
    }
}

/// Names of files that are there for a moment: nobody else's, also after a process was ended in the middle.
enum RandomName {
    static func next() -> String {
        var random = RandomKeys()
        return SHA256.hexadecimal(random.next().prefix(6))
    }
}
