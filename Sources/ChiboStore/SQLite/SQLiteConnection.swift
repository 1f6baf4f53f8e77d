import CSQLite
import ChiboModel
import Glibc

/// One open connection to a database file; used by one thread at a time, which its owner sees to.
@safe
final class SQLiteConnection {
    /// The file, for errors.
    let file: String
    private let handle: OpaquePointer

    /// Opens a file, made for its owner alone if it does not exist.
    ///
    /// - Parameters:
    ///   - file: The path.
    ///   - patience: How long to wait for somebody else's transaction, in milliseconds.
    ///   - readOnly: Whether it asks the system for reading only; the file has to exist then.
    /// - Throws: Why it cannot be opened.
    init(file: String, patience: Int32, readOnly: Bool = false) throws(StoreError) {
        self.file = file
        if !readOnly { try SQLiteConnection.createPrivately(file) }
        var handle: OpaquePointer?
        // The owner's lock stands in for SQLite's own.
        let access = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        let code = unsafe sqlite3_open_v2(file, &handle, flags, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            let cause = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? ""
            _ = unsafe sqlite3_close_v2(handle)
            throw .sqlite(code, cause: cause, file: file)
        }
        unsafe self.handle = handle
        _ = unsafe sqlite3_busy_timeout(handle, patience)
    }

    deinit { _ = unsafe sqlite3_close_v2(handle) }

    /// Makes the file with mode 0600 before SQLite would make it with the mode of the umask.
    ///
    /// SQLite gives the files beside it (`-wal`, `-shm`) the same mode.
    private static func createPrivately(_ file: String) throws(StoreError) {
        let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw .file(errno, file: file)
        }
    }

    /// The error that a result code of SQLite means, with SQLite's own words for it.
    func error(_ code: Int32) -> StoreError {
        // A quota or a limit of the file's size is to SQLite an error of writing (SQLITE_IOERR_WRITE), and only the
        // system's own number, still there from the last call, says which.
        let isFull = code == SQLITE_IOERR | (3 << 8) && [ENOSPC, EDQUOT, EFBIG].contains(errno)
        let meaning = isFull ? SQLITE_FULL : code
        return .sqlite(meaning, cause: unsafe String(cString: sqlite3_errmsg(handle)), file: file)
    }

    /// Runs statements that answer nothing.
    func execute(_ sql: String) throws(StoreError) {
        let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code) }
    }

    /// Prepares one statement.
    func prepare(_ sql: String) throws(StoreError) -> SQLiteStatement {
        var pointer: OpaquePointer?
        let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
        guard code == SQLITE_OK, let pointer = unsafe pointer else { throw error(code) }
        return unsafe SQLiteStatement(pointer, on: self)
    }

    /// The integer in the first column of the first row that a query answers; nil for no row or no value.
    func integer(_ sql: String) throws(StoreError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() && !statement.isNull(0) ? statement.integer(0) : nil
    }

    /// Makes all of this database what another one is, in one transaction: all of it happens, or nothing.
    func copy(from source: SQLiteConnection) throws(StoreError) {
        guard let backup = unsafe sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw error(unsafe sqlite3_extended_errcode(handle))
        }
        let step = unsafe sqlite3_backup_step(backup, -1)
        let end = unsafe sqlite3_backup_finish(backup)
        guard step == SQLITE_DONE, end == SQLITE_OK else { throw error(step == SQLITE_DONE ? end : step) }
    }

    /// How many rows the last statement changed.
    var changedRows: Int32 { unsafe sqlite3_changes(handle) }
}

extension SQLiteConnection {
    /// How a transaction begins.
    enum TransactionMode: String {
        /// Sees one state of the database; never waits for a writer.
        case read = "DEFERRED"
        /// Is the only writer from its beginning.
        case write = "IMMEDIATE"
    }

    /// Runs a body whose changes all happen, or none of them.
    func transaction<Result>(
        _ mode: TransactionMode, _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try execute("BEGIN \(mode.rawValue)")
        do throws(StoreError) {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Ends a failed transaction, which SQLite has done already after some errors (a full disk).
    private func rollBack() {
        guard unsafe sqlite3_get_autocommit(handle) == 0 else { return }
        // Nothing can be done about a rollback that fails: the next opening rolls back.
        _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }
}
