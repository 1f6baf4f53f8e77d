import ChiboModel
import ChiboStore
import ChiboTestSupport
import Foundation

/// The stores that obey the laws of this folder: another one joins by one line.
enum StoreKind: CaseIterable {
    case memory, sqlite

    /// A fresh store.
    func make(clock: ManualClock = ManualClock()) throws -> StoreUnderTest {
        switch self {
        case .memory:
            let store = MemoryStore(clock: clock.read)
            return StoreUnderTest(clock: clock) { store }
        case .sqlite:
            let file = folder.file("\(UUID().uuidString).chibo")
            return StoreUnderTest(clock: clock) {
                try SQLiteStore(path: file, options: .init(clock: clock.read))
            }
        }
    }
}

/// Where the stores of this run are: kept until the process ends, because a store must not lose its file while it is open.
let folder: TemporaryFolder = {
    guard let folder = try? TemporaryFolder() else { preconditionFailure("no temporary folder can be made") }
    atexit { try? FileManager.default.removeItem(atPath: ChiboStoreTests.folder.path) }
    return folder
}()

/// One store, and the way to as many handles on it as a test wants.
struct StoreUnderTest {
    let clock: ManualClock
    /// Opens another handle on the same store.
    let open: () throws -> any Store
}

/// A clock that stands still until it is told.
final class ManualClock: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var seconds: Int64 = 1_700_000_000

    func advance(_ count: Int64) { lock.withLock { unsafe seconds += count } }

    var read: StoreClock { { [self] in lock.withLock { Instant(seconds: unsafe seconds) } } }
}

let note = ChangeNote(author: "vpdu", action: "import dang-vien", sourceFile: "dang-vien.xlsx", sourceHash: "ab12")

func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0) }

/// The values of a record, the fields that are not named left empty.
func values(_ kind: RecordKind, _ named: [String: FieldValue]) -> [FieldValue] {
    Schema[kind].fields.map { named[$0.code] ?? .missing }
}

func unit(_ id: String, name: String, from: String? = nil, to: String? = nil, row: Int? = nil) -> Assertion {
    Assertion(
        .unit, RecordID(id), from: from.map(day), to: to.map(day),
        values: values(.unit, ["name": .text(name), "kind": .code("branch")]), sourceRow: row)
}

func member(
    _ id: String, name: String, branch: String? = nil, from: String? = nil, to: String? = nil, row: Int? = nil
) -> Assertion {
    var named: [String: FieldValue] = ["full_name": .text(name)]
    if let branch { named["branch"] = .reference(RecordID(branch)) }
    return Assertion(
        .member, RecordID(id), from: from.map(day), to: to.map(day), values: values(.member, named), sourceRow: row)
}

extension RecordStore {
    /// Commits on the newest version.
    @discardableResult
    func say(_ assertions: Assertion...) throws -> DataVersion {
        try commit(ChangeSet(base: try currentVersion(), assertions: assertions, note: note))
    }
}

extension Snapshot {
    /// All records of a kind with their values.
    func contents(_ kind: RecordKind) -> [RecordID: [FieldValue]] {
        Dictionary(
            uniqueKeysWithValues: (0..<Int32(self[kind].count)).map { (id(of: $0, in: kind), values(kind, row: $0)) })
    }

    func name(of member: String) -> FieldValue? {
        row(of: RecordID(member), in: .member).map { value(.member, row: $0, "full_name") }
    }
}
