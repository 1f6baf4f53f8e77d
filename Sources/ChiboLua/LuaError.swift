/// Why a run was stopped; a script cannot catch a stop.
public enum LuaStopReason: Sendable, Hashable {
    /// The wall time of the run is over.
    case deadline
    /// Somebody asked for it (``LuaStopHandle/stop()``).
    case cancelled
    /// `print` wrote more than the policy allows.
    case output
    /// Host functions nested deeper than the policy allows.
    case depth
    /// The script ran more instructions than the policy allows.
    case instructions
}

/// A place in a script: what a function was doing when the error was raised.
public struct LuaFrame: Sendable, Hashable {
    /// The chunk's name as given to ``LuaState/load(_:name:environment:isLibrary:)``.
    public let source: String
    /// The line, from 1; 0 when unknown.
    public let line: Int
    /// The function's name as its caller called it; nil for the main chunk or when unknown.
    public let function: String?

    /// A frame, also for errors a host makes up.
    public init(source: String, line: Int, function: String? = nil) {
        self.source = source
        self.line = line
        self.function = function
    }
}

/// Why Lua did not finish.
public struct LuaError: Error {
    /// The sort of failure.
    public enum Kind: Sendable, Hashable {
        /// The text is not a Lua program; `incomplete`: more text could make it one (a prompt asks for more).
        case syntax(incomplete: Bool)
        /// The script raised an error, or Lua did for it.
        case runtime
        /// The memory limit was reached.
        case memory
        /// The run was stopped.
        case stopped(LuaStopReason)
        /// A host function threw; ``LuaError/cause`` is what it threw.
        case host
    }

    /// The sort of failure.
    public let kind: Kind

    /// The message without the position in front of it.
    public let message: String

    /// The Swift error a host function threw, the same object however many borders it crossed.
    public let cause: (any Error)?

    /// Where: the functions of scripts that were active, innermost first; the host's are left out.
    public let frames: [LuaFrame]

    /// The place that a stopped run was most often found at; nil where no sample was taken.
    public let hotspot: LuaHotspot?

    private let held: HeldValue?

    init(
        kind: Kind, message: String, value: LuaValue? = nil, cause: (any Error)? = nil, frames: [LuaFrame] = [],
        hotspot: LuaHotspot? = nil
    ) {
        self.hotspot = hotspot
        self.kind = kind
        self.message = message
        self.cause = cause
        self.frames = frames
        held = value.map(HeldValue.init)
    }

    /// The error value as the script raised it (a table stays that table); nil for stops and host-made errors.
    ///
    /// It belongs to the state: use it only where the state may be used.
    public var value: LuaValue? { held?.value }

    /// The innermost place in a script.
    public var position: LuaFrame? { frames.first }

    /// The active functions, a line each, for a person who asks for more.
    public var traceback: String {
        frames.map { "\($0.source):\($0.line): in \($0.function.map { "function '\($0)'" } ?? "main chunk")" }
            .joined(separator: "\n")
    }
}

extension LuaError: CustomStringConvertible {
    /// The position and the message, as Lua writes them.
    public var description: String {
        guard let position, position.line > 0 else { return message }
        return "\(position.source):\(position.line): \(message)"
    }
}

/// The Lua value inside an error.
///
/// Unchecked because `Error` asks for `Sendable` and a handle is not: the value is constant, and what another
/// executor may do with an error it caught, letting it go, is safe anywhere (handles are released through a lock).
private final class HeldValue: @unchecked Sendable {
    let value: LuaValue

    init(_ value: LuaValue) {
        self.value = value
    }
}

/// A message for the author of the script, raised in Lua as a string with the position of the caller in front.
///
/// Throw it from a host function for mistakes of the script; throw any other error for failures of the host, which
/// the script sees as an opaque value and the host gets back by identity.
public struct LuaScriptError: Error, Hashable, CustomStringConvertible {
    /// What the author reads.
    public let message: String

    /// A message for the author of the script.
    public init(_ message: String) {
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
