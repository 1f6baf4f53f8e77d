/// The texts of a world: all bytes in one buffer, text `i` from `offsets[i]` to `offsets[i + 1]`.
///
/// A state keeps the Lua strings of texts it read lately, so a code read a thousand times is made once.
@safe public struct TextPool {
    let offsets: UnsafeBufferPointer<Int32>
    let bytes: UnsafeBufferPointer<UInt8>

    /// A pool of `offsets.count - 1` texts; the memory must live as long as the world's owner.
    @unsafe public init(offsets: UnsafeBufferPointer<Int32>, bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.offsets = offsets
        unsafe self.bytes = bytes
    }
}

/// Where the values of a field come from.
///
/// A column holds one element a row; `Int32.min` (`Int64.min`) means nil.
@unsafe public enum FieldStorage {
    /// A column of integers.
    case integer32(UnsafeBufferPointer<Int32>)
    /// A column of wide integers.
    case integer64(UnsafeBufferPointer<Int64>)
    /// A column of 0 and 1.
    case boolean(UnsafeBufferPointer<Int32>)
    /// A column of payloads of a scalar kind, such as dates.
    case scalar(LuaKind, UnsafeBufferPointer<Int32>)
    /// A column of positions in a text pool.
    case text(UnsafeBufferPointer<Int32>, TextPool)
    /// A column of rows of a record kind in the same world.
    case reference(LuaKind, UnsafeBufferPointer<Int32>)
    /// Row `i` relates to `rows[offsets[i] ..< offsets[i + 1]]` of a kind in the same world; read as a ``LuaRows``.
    case relation(LuaKind, offsets: UnsafeBufferPointer<Int32>, rows: UnsafeBufferPointer<Int32>)
    /// A function, Lua's or the host's, the same for every row: `record:name(…)`.
    case method(LuaFunction)
    /// A value computed by a function that is called with the record.
    case computed(LuaFunction)
    /// A field that exists and may not be read: reading it asks ``LuaState/onFieldProblem(_:)``.
    case denied
}

/// A field of a record kind.
@safe public struct RecordField {
    /// The name scripts use, at most 40 bytes.
    public let name: String
    /// Where its values come from.
    @unsafe public let storage: FieldStorage
    /// Whether a read that gives nil is noted for ``LuaState/takeMissingReads()``.
    public let notesMissing: Bool
    /// What people and editors are told of it.
    public let note: LuaNote?

    /// Describes a field.
    @unsafe public init(
        _ name: String, _ storage: FieldStorage, notesMissing: Bool = false, note: LuaNote? = nil
    ) {
        self.note = note
        self.name = name
        unsafe self.storage = storage
        self.notesMissing = notesMissing
    }
}

/// The columns of one kind in a world.
public struct RecordColumns {
    /// The kind, defined with ``LuaState/define(_:)-(RecordKind)``.
    public let kind: LuaKind
    /// How many rows it has.
    public let rowCount: Int
    /// Its fields; a field's index here is the index in ``MissingRead``.
    public let fields: [RecordField]

    /// Describes the columns of one kind.
    public init(kind: LuaKind, rowCount: Int, fields: [RecordField]) {
        self.kind = kind
        self.rowCount = rowCount
        self.fields = fields
    }
}

/// Records to be mounted in a state: columns, and the object that owns their memory.
public struct RecordWorld {
    /// The kinds that have records in this world.
    public let kinds: [RecordColumns]
    /// Kept alive while the world is mounted.
    public let owner: AnyObject

    /// A world over the columns that `owner` keeps in memory, unchanged, as long as it lives.
    public init(kinds: [RecordColumns], owner: AnyObject) {
        self.kinds = kinds
        self.owner = owner
    }
}
