// Int64(exactly:) of a Double needs libm, which this import links.
import Glibc

/// A Lua value as Swift sees it.
public enum LuaValue {
    /// The value `nil`.
    case `nil`
    /// `true` or `false`.
    case boolean(Bool)
    /// A number of subtype integer.
    case integer(Int64)
    /// A number of subtype float.
    case number(Double)
    /// A string, which is bytes.
    case string(LuaString)
    /// A table, by reference.
    case table(LuaTable)
    /// A function, Lua's or the host's, by reference.
    case function(LuaFunction)
    /// A record or a scalar of the host (a date): a value, not an object.
    case packed(PackedValue)
    /// A collection of records.
    case rows(LuaRows)
    /// Anything else (a coroutine, an error of the host), by reference.
    case other(LuaObject)

    /// A string value of a Swift text.
    public static func text(_ text: String) -> LuaValue { .string(LuaString(text)) }
}

extension LuaValue {
    /// The text of a string value; numbers are not converted.
    public var text: String? {
        if case .string(let string) = self { string.text } else { nil }
    }

    /// The integer, also of a float without a fraction (as Lua converts it).
    public var integer: Int64? {
        switch self {
        case .integer(let integer): integer
        case .number(let number): Int64(exactly: number)
        default: nil
        }
    }

    /// The number, also of an integer.
    public var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    /// The boolean of a boolean value.
    public var boolean: Bool? {
        if case .boolean(let boolean) = self { boolean } else { nil }
    }

    /// The table of a table value.
    public var table: LuaTable? {
        if case .table(let table) = self { table } else { nil }
    }

    /// The function of a function value.
    public var function: LuaFunction? {
        if case .function(let function) = self { function } else { nil }
    }

    /// The record or scalar of a packed value.
    public var packed: PackedValue? {
        if case .packed(let packed) = self { packed } else { nil }
    }

    /// The collection of a rows value.
    public var rows: LuaRows? {
        if case .rows(let rows) = self { rows } else { nil }
    }

    /// True of `nil` only.
    public var isNil: Bool {
        if case .nil = self { true } else { false }
    }

    /// What a Lua condition takes it for: everything but `nil` and `false` is true.
    public var isTruthy: Bool {
        switch self {
        case .nil: false
        case .boolean(let boolean): boolean
        default: true
        }
    }

    /// Lua's name of the type: `"nil"`, `"boolean"`, `"number"`, `"string"`, `"table"`, `"function"`, `"userdata"`.
    public var typeName: String {
        switch self {
        case .nil: "nil"
        case .boolean: "boolean"
        case .integer, .number: "number"
        case .string: "string"
        case .table: "table"
        case .function: "function"
        case .packed, .rows: "userdata"
        case .other(let object): object.typeName
        }
    }
}

extension LuaValue: Equatable {
    /// Lua's raw equality: 1 equals 1.0, references are equal when they are the same object.
    public static func == (left: LuaValue, right: LuaValue) -> Bool {
        switch (left, right) {
        case (.nil, .nil): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.integer(let integer), .number(let number)), (.number(let number), .integer(let integer)):
            Int64(exactly: number) == integer
        case (.string(let left), .string(let right)): left == right
        case (.packed(let left), .packed(let right)): left == right
        case (.table(let left), .table(let right)): left == right
        case (.function(let left), .function(let right)): left == right
        case (.rows(let left), .rows(let right)): left == right
        case (.other(let left), .other(let right)): left == right
        default: false
        }
    }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// A string value.
    public init(stringLiteral value: String) { self = .text(value) }
    /// An integer value.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A float value.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A boolean value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// The value nil.
    public init(nilLiteral: ()) { self = .nil }
}
