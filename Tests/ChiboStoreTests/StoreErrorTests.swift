import CSQLite
import ChiboModel
import Testing

@testable import ChiboStore

/// What the result codes of SQLite and of the system mean to a person.
@Suite struct StoreErrorTests {
    @Test(arguments: [
        (SQLITE_FULL, StoreError.Code.full), (SQLITE_NOTADB, .notADatabase), (SQLITE_BUSY, .busy),
        (SQLITE_BUSY | (2 << 8), .busy), (SQLITE_LOCKED, .busy), (SQLITE_PROTOCOL, .busy),
        (SQLITE_READONLY, .readOnly), (SQLITE_READONLY | (4 << 8), .readOnly), (SQLITE_PERM, .readOnly),
        (SQLITE_CORRUPT, .corrupt), (SQLITE_CORRUPT | (1 << 8), .corrupt), (SQLITE_CONSTRAINT | (3 << 8), .constraint),
        (SQLITE_CANTOPEN, .cannotOpen), (SQLITE_IOERR | (10 << 8), .disk), (SQLITE_MISUSE, .unexpected),
    ])
    func `a result code of SQLite has a meaning`(number: Int32, code: StoreError.Code) {
        let error = StoreError.sqlite(number, cause: "words of SQLite", file: "/tmp/store.chibo")
        #expect(error.code == code)
        #expect(error.description.contains("words of SQLite (SQLite \(number))"))
        #expect(error.diagnostic.place?.file == "/tmp/store.chibo")
        #expect(!error.message.vi.isEmpty && !error.advice.vi.isEmpty)
    }

    @Test func `who can put it right follows from the code`() {
        let kinds = [SQLITE_FULL, SQLITE_BUSY, SQLITE_NOTADB, SQLITE_MISUSE].map {
            StoreError.sqlite($0, cause: "", file: nil).diagnostic.kind
        }
        #expect(kinds == [.output, .busy, .unavailable, .bug])
        #expect(StoreError.stale(base: "1", current: "2").diagnostic.kind == .busy)
    }
}
