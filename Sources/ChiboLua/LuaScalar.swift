/// A value of 64 bits that goes between Swift and Lua without a Swift call for each: the bridge reads and pushes it.
///
/// Functions and methods of scalars alone are the fastest there are. The conformances are complete: a type of yours
/// conforms to ``LuaArgument`` and ``LuaReturnable``.
public protocol LuaScalar: LuaArgument, LuaReturnable {
    /// What it is in Lua.
    static var scalarType: LuaScalarType { get }
    /// The value in a slot that holds one.
    init(slot: UInt64)
    /// Its bits.
    var slot: UInt64 { get }
}

/// What a ``LuaScalar`` is in Lua.
public enum LuaScalarType: UInt8, Sendable {
    // The raw values are those of `clb_slot_integer` and so on.
    /// A number of subtype integer.
    case integer
    /// A number.
    case number
    /// A boolean.
    case boolean
    /// A record or scalar of the host.
    case packed
}

extension Int64: LuaScalar {
    /// A number of subtype integer.
    @inlinable public static var scalarType: LuaScalarType { .integer }
    /// The integer of a slot.
    @inlinable public init(slot: UInt64) { self.init(bitPattern: slot) }
    /// The two's complement.
    @inlinable public var slot: UInt64 { UInt64(bitPattern: self) }
}

extension Int: LuaScalar {
    /// A number of subtype integer.
    @inlinable public static var scalarType: LuaScalarType { .integer }
    /// The integer of a slot.
    @inlinable public init(slot: UInt64) { self.init(truncatingIfNeeded: slot) }
    /// The two's complement.
    @inlinable public var slot: UInt64 { UInt64(bitPattern: Int64(self)) }
}

extension Double: LuaScalar {
    /// A number.
    @inlinable public static var scalarType: LuaScalarType { .number }
    /// The number of a slot.
    @inlinable public init(slot: UInt64) { self.init(bitPattern: slot) }
    /// The bits of IEEE 754.
    @inlinable public var slot: UInt64 { bitPattern }
}

extension Bool: LuaScalar {
    /// A boolean.
    @inlinable public static var scalarType: LuaScalarType { .boolean }
    /// The boolean of a slot.
    @inlinable public init(slot: UInt64) { self = slot != 0 }
    /// 0 or 1.
    @inlinable public var slot: UInt64 { self ? 1 : 0 }
}

extension PackedValue: LuaScalar {
    /// A record or scalar of the host.
    @inlinable public static var scalarType: LuaScalarType { .packed }
    /// The value of a slot.
    @inlinable public init(slot: UInt64) { self.init(bits: slot) }
    /// Its bits.
    @inlinable public var slot: UInt64 { bits }
}

/// The arguments of a typed call, and its result in the first one's place.
///
/// Safe: it exists only during the call, and functions made for n arguments read the n slots that C has filled.
@safe @usableFromInline struct LuaSlots {
    @usableFromInline let base: UnsafeMutablePointer<UInt64>

    @inlinable init(_ base: UnsafeMutablePointer<UInt64>) { unsafe self.base = base }

    @inlinable func read<Scalar: LuaScalar>(_ index: Int) -> Scalar { unsafe Scalar(slot: base[index]) }
    @inlinable func answer(_ result: some LuaScalar) { unsafe base[0] = result.slot }
}
