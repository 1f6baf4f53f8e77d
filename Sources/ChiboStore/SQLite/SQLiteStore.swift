import ChiboModel
import Synchronization

/// The store in one file of SQLite: the embedded default.
///
/// Reading never waits for writing: snapshots and commits have a connection each, and the file is in WAL mode. Several
/// threads may share a store, several processes may open the same file.
public final class SQLiteStore: Store {
    /// How a store is opened.
    public struct Options: Sendable {
        /// How long to wait for another process's transaction, in milliseconds.
        public var patience: Int32
        /// How many pages of 4 KiB the file may grow to; nil for as many as fit on the disk.
        public var pageLimit: Int64?
        /// The time that the store writes; the host's clock unless a test brings its own.
        public var clock: StoreClock?
        /// Whether the file is opened for reading only, so that not even a fault of the process can change it.
        ///
        /// Somebody else has to have it open and to have read from it, because the files beside it cannot be made.
        public var readOnly: Bool

        /// Options, each with its usual value.
        public init(
            patience: Int32 = 5000, pageLimit: Int64? = nil, clock: StoreClock? = nil, readOnly: Bool = false
        ) {
            (self.patience, self.pageLimit, self.clock) = (patience, pageLimit, clock)
            self.readOnly = readOnly
        }
    }

    /// The file.
    public let path: String
    let reader: Mutex<SQLiteConnection>
    let writer: Mutex<SQLiteConnection>
    let clock: StoreClock
    let patience: Int32

    /// Opens a store, and makes one where there is none; the file is readable by its owner only.
    ///
    /// - Parameters:
    ///   - path: The file; its folder has to exist.
    ///   - options: How.
    /// - Throws: ``StoreError`` saying what is wrong with the file.
    public init(path: String, options: Options = Options()) throws(StoreError) {
        (self.path, patience) = (path, options.patience)
        clock = options.clock ?? { SystemClock.now }
        let writer = try SQLiteConnection(file: path, patience: options.patience, readOnly: options.readOnly)
        if options.readOnly {
            try writer.prepareForReading()
        } else {
            try writer.prepareForWriting(pageLimit: options.pageLimit)
        }
        let reader = try SQLiteConnection(file: path, patience: options.patience, readOnly: options.readOnly)
        try reader.prepareForReading()
        self.writer = Mutex(writer)
        self.reader = Mutex(reader)
    }

    /// Reads within one state of the database.
    func read<Result: Sendable>(
        _ body: @Sendable (SQLiteConnection) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try reader.withLock { connection throws(StoreError) in
            try connection.transaction(.read) { () throws(StoreError) in try body(connection) }
        }
    }

    /// Writes in one transaction.
    func write<Result: Sendable>(
        _ body: @Sendable (SQLiteConnection) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try writer.withLock { connection throws(StoreError) in
            try connection.transaction(.write) { () throws(StoreError) in try body(connection) }
        }
    }
}

extension SQLiteConnection {
    fileprivate func prepareForWriting(pageLimit: Int64?) throws(StoreError) {
        // Asked first: somebody else's file is refused before anything in it is changed.
        _ = try schemaVersion()
        let mode = try integer("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'")
        if mode == 0 { try execute("PRAGMA journal_mode = WAL") }
        try execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
        // What is erased is written over with zeros.
        try execute("PRAGMA secure_delete = ON")
        // 32 MiB at most: the indexes of a large import stay in memory while it is written.
        try execute("PRAGMA cache_size = -32768")
        if let pageLimit { try execute("PRAGMA max_page_count = \(pageLimit)") }
        try migrate()
    }

    fileprivate func prepareForReading() throws(StoreError) {
        try execute("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF")
    }

    /// The version that the newest transaction made.
    func currentVersion() throws(StoreError) -> DataVersion {
        DataVersion(try integer("SELECT max(\"version\") FROM \"change\"") ?? 0)
    }
}
