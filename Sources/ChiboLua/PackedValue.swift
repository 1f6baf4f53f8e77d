/// A kind of packed value: a number the host chooses, 1 to 255, once a state.
public struct LuaKind: RawRepresentable, Hashable, Sendable {
    /// The number.
    public let rawValue: UInt8

    /// A kind by its number.
    @inlinable public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}

/// One mounting of a ``RecordWorld`` in a state; 0 is the generation of scalars, which never end.
public struct LuaGeneration: RawRepresentable, Hashable, Sendable {
    /// The number, 24 bits.
    public let rawValue: UInt32

    /// A generation by its number.
    @inlinable public init(rawValue: UInt32) {
        self.rawValue = rawValue & 0xFF_FFFF
    }

    /// The generation of every scalar.
    public static let scalar = LuaGeneration(rawValue: 0)
}

/// A record or a scalar in 64 bits: kind (8), generation (24), row or payload (32).
///
/// In Lua it is a light userdata: no object exists for it, the same record is the same value (`==`, table key).
public struct PackedValue: Hashable, Sendable {
    /// The 64 bits.
    public let bits: UInt64

    /// A value from its bits.
    @inlinable public init(bits: UInt64) {
        self.bits = bits
    }

    /// A record: a row of a kind in a mounted world.
    @inlinable public init(kind: LuaKind, generation: LuaGeneration, row: Int32) {
        bits = UInt64(kind.rawValue) << 56 | UInt64(generation.rawValue) << 32 | UInt64(UInt32(bitPattern: row))
    }

    /// A scalar of a kind, such as a date by its day number.
    @inlinable public init(kind: LuaKind, payload: Int32) {
        self.init(kind: kind, generation: LuaGeneration(rawValue: 0), row: payload)
    }

    /// The kind.
    @inlinable public var kind: LuaKind { LuaKind(rawValue: UInt8(truncatingIfNeeded: bits >> 56)) }

    /// The generation; ``LuaGeneration/scalar`` for a scalar.
    @inlinable public var generation: LuaGeneration { LuaGeneration(rawValue: UInt32(truncatingIfNeeded: bits >> 32)) }

    /// The payload of a scalar.
    @inlinable public var payload: Int32 { Int32(truncatingIfNeeded: bits) }

    /// The row of a record.
    @inlinable public var row: Int32 { payload }
}
