import CSQLite
import ChiboModel

/// A prepared statement, finished when it goes.
@safe
struct SQLiteStatement: ~Copyable {
    private let pointer: OpaquePointer
    private let connection: SQLiteConnection

    /// Takes over a statement that SQLite has prepared.
    @unsafe init(_ pointer: OpaquePointer, on connection: SQLiteConnection) {
        unsafe self.pointer = pointer
        self.connection = connection
    }

    deinit { _ = unsafe sqlite3_finalize(pointer) }

    /// Goes on to the next row; false at the end.
    func step() throws(StoreError) -> Bool {
        switch unsafe sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw connection.error(code)
        }
    }

    /// Runs it to its end and makes it ready for other values.
    func run() throws(StoreError) {
        while try step() {}
        reset()
    }

    /// Makes it ready to run again; values stay bound.
    func reset() { _ = unsafe sqlite3_reset(pointer) }

    // MARK: Values in, parameters counted from 1

    func bind(_ text: String, _ parameter: Int32) throws(StoreError) {
        var text = text
        let code = text.withUTF8 { utf8 -> Int32 in
            // A null pointer would mean "no value".
            guard !utf8.isEmpty else { return unsafe sqlite3_bind_text(pointer, parameter, "", 0, nil) }
            return unsafe utf8.withMemoryRebound(to: CChar.self) {
                unsafe sqlite3_bind_text(pointer, parameter, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
            }
        }
        try check(code)
    }

    /// Tells SQLite to copy what it is given: SQLITE_TRANSIENT, a macro that Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    func bind(_ text: String?, _ parameter: Int32) throws(StoreError) {
        if let text { try bind(text, parameter) } else { try bindNull(parameter) }
    }

    func bind(_ number: Int64, _ parameter: Int32) throws(StoreError) {
        try check(unsafe sqlite3_bind_int64(pointer, parameter, number))
    }

    func bind(_ number: Int64?, _ parameter: Int32) throws(StoreError) {
        if let number { try bind(number, parameter) } else { try bindNull(parameter) }
    }

    func bind(_ bytes: [UInt8], _ parameter: Int32) throws(StoreError) {
        let code = unsafe bytes.withUnsafeBytes { buffer in
            unsafe buffer.isEmpty
                ? sqlite3_bind_zeroblob(pointer, parameter, 0)
                : sqlite3_bind_blob(pointer, parameter, buffer.baseAddress, Int32(clamping: buffer.count), Self.copied)
        }
        try check(code)
    }

    func bindNull(_ parameter: Int32) throws(StoreError) { try check(unsafe sqlite3_bind_null(pointer, parameter)) }

    private func check(_ code: Int32) throws(StoreError) {
        if code != SQLITE_OK { throw connection.error(code) }
    }

    // MARK: Values out, columns counted from 0

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(pointer, column) == SQLITE_NULL }

    func isInteger(_ column: Int32) -> Bool { unsafe sqlite3_column_type(pointer, column) == SQLITE_INTEGER }

    func bytes(_ column: Int32) -> [UInt8] {
        let start = unsafe sqlite3_column_blob(pointer, column)
        let count = unsafe Int(sqlite3_column_bytes(pointer, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(pointer, column) }

    func text(_ column: Int32) -> String { unsafe withText(column) { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Reads a text where SQLite keeps it; the bytes are gone with the next step.
    func withText<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = unsafe sqlite3_column_text(pointer, column)
        let count = unsafe Int(sqlite3_column_bytes(pointer, column))
        return unsafe body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
