/// A script used a described type or function in a way it does not allow.
///
/// The host composes what the author reads (``LuaState/onMisuse(_:)``); ``description`` is the English text that is
/// used otherwise.
public enum LuaMisuse: Error, Sendable, Hashable {
    /// An argument is not what the parameter has to be.
    case argument(LuaArgumentMisuse)
    /// A method was called on something else, most often with a dot in place of a colon.
    case receiver(type: String, method: String, got: String)
    /// A property was set to something it cannot be.
    case value(type: String, property: String, expected: String, got: String)
    /// The type has no such member; `nearest` is the name that was probably meant.
    case unknown(type: String, member: String, nearest: String?)
    /// The member exists and cannot be assigned.
    case readOnly(type: String, member: String)
    /// The value is no longer there.
    case ended(type: String, LuaValueEnd)
    /// A method that changes the value, or needs it unchanged, has not ended yet.
    case busy(type: String)
}

/// Why a Lua value holds nothing any more.
public enum LuaValueEnd: Sendable, Hashable {
    /// A method has consumed it.
    case consumed
    /// It was lent, and the scope of the loan is over.
    case expired
    /// A method wanted to consume what is only lent.
    case lent
}

/// An argument that is not what a parameter has to be.
public struct LuaArgumentMisuse: Sendable, Hashable {
    /// The type of a method or static function; nil for a plain function.
    public let type: String?
    /// The function's name.
    public let function: String
    /// True when it is called with a colon.
    public let isMethod: Bool
    /// The argument's position as the author counts, from 1.
    public let position: Int
    /// The parameter's name.
    public let parameter: String
    /// What it has to be, such as `an integer`.
    public let expected: String
    /// What was given, such as `'abc'` or `a table`.
    public let got: String
    /// Where inside the argument, such as `[3]`; empty for the argument itself.
    public let path: String
    /// What the reader says beyond "not what was expected"; nil: nothing.
    public let detail: String?
    /// The allowed name that was probably meant.
    public let nearest: String?

    /// How the function is called: `branch:rating`, `Branch.new`, `add`.
    public var call: String {
        guard let type else { return function }
        return isMethod ? "\(lowercasedFirst(type)):\(function)" : "\(type).\(function)"
    }
}

extension LuaMisuse: CustomStringConvertible {
    /// What happened, in English.
    public var description: String {
        switch self {
        case .argument(let misuse): misuse.description
        case .receiver(let type, let method, let got):
            "`\(method)` is a method of \(type) and was called on \(got): write value:\(method)(…) with a colon"
        case .value(let type, let property, let expected, let got):
            "`\(property)` of \(type) must be \(expected), got \(got)"
        case .unknown(let type, let member, let nearest):
            "\(type) has no member '\(member)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        case .readOnly(let type, let member): "cannot assign '\(member)' of \(type): it is read-only"
        case .ended(let type, let end): "this \(type) \(end.description)"
        case .busy(let type): "this \(type) is in use: a method of it has not ended"
        }
    }
}

extension LuaArgumentMisuse: CustomStringConvertible {
    /// What happened, in English.
    public var description: String {
        let place = path.isEmpty ? "" : " at \(path)"
        if let detail { return "argument \(position) of `\(call)` (\(parameter)): \(detail)\(place)" }
        let meant = nearest.map { "; did you mean '\($0)'?" } ?? ""
        return "argument \(position) of `\(call)` must be \(expected), got \(got)\(place)\(meant)"
    }
}

extension LuaValueEnd: CustomStringConvertible {
    /// The reason as the end of "this Branch …".
    public var description: String {
        switch self {
        case .consumed: "is no longer valid: a method has consumed it"
        case .expired: "is no longer valid: it was lent, and the call it was lent to has ended"
        case .lent: "is lent and cannot be consumed"
        }
    }
}

/// A type's name as a variable's: `Branch` gives `branch`.
func lowercasedFirst(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
}

extension LuaState {
    /// Composes what is raised when a script misuses a described type; ``LuaScriptError`` gets a position.
    public func onMisuse(_ compose: @escaping (LuaMisuse) -> any Error) {
        context.composeMisuse = compose
    }
}
