import CLua
import CLuaBridge

/// What the callbacks of one state share.
final class HostContext {
    let print: (String) -> Void
    var compose: (FieldProblem) -> any Error = { LuaScriptError(defaultMessage($0)) }
    var composeMisuse: (LuaMisuse) -> any Error = { LuaScriptError($0.description) }
    /// Bytes that the copies of the tables in an argument take so far.
    var charged = 0
    /// The frames of an error that goes through a host function up to the next host call.
    var carriedFrames: [LuaFrame] = []
    /// What the async host function that was just called wants to wait for.
    var begun: AsyncOperation?
    /// What the slice that begins now answers to the async host function that waits.
    var answered: AsyncOperation?
    /// The owner.
    ///
    /// Unowned and unchecked, for speed: this object is reached through the state or through its interpreter, which
    /// the state closes before it goes.
    unowned(unsafe) var state: LuaState?

    init(print: @escaping (String) -> Void) {
        self.print = print
    }
}

/// A Swift closure that scripts call; Lua owns it.
final class HostFunction {
    let name: String
    /// Unowned and unchecked, for speed: this function runs only in an interpreter, which the state that owns the
    /// context closes before it goes.
    unowned(unsafe) let context: HostContext
    let body: (borrowing LuaCall) throws -> Void
    /// The same for arguments that C has read; nil for functions that are not typed.
    let typed: ((LuaSlots) throws -> Void)?
    /// What it is to the author of a script, where its parameters are described.
    let site: CallSite?

    init(
        name: String, context: HostContext, body: @escaping (borrowing LuaCall) throws -> Void,
        typed: ((LuaSlots) throws -> Void)? = nil, site: CallSite? = nil
    ) {
        self.name = name
        unsafe self.context = context
        self.body = body
        self.typed = typed
        self.site = site
    }
}

/// An argument that does not fit; becomes Lua's "bad argument" message.
struct BadArgument: Error {
    var position: Int
    var problem: String
    /// True when the argument is of another type than wanted, which is all that the problem says.
    var isMismatch = false
    /// What was wanted, for people.
    var expected = ""
    /// What lies deeper in the argument than the stack shows any more, and where.
    var got: String?
    var path = ""
    var nearest: String?

    init(position: Int, problem: String) {
        self.position = position
        self.problem = problem
    }
}

// MARK: What C calls

func callHostFunction(_ object: UnsafeMutableRawPointer, _ L: OpaquePointer) -> Int32 {
    unsafe Unmanaged<HostFunction>.fromOpaque(object)._withUnsafeGuaranteedRef { function in
        let call = unsafe LuaCall(L: L, function: function)
        do {
            try function.body(call)
            return call.resultCount
        } catch {
            return unsafe pushError(error, L, function.name, function.context, function.site)
        }
    }
}

func callTypedFunction(
    _ object: UnsafeMutableRawPointer, _ L: OpaquePointer, _ slots: UnsafeMutablePointer<UInt64>
) -> Int32 {
    unsafe Unmanaged<HostFunction>.fromOpaque(object)._withUnsafeGuaranteedRef { function in
        do {
            try unsafe function.typed?(LuaSlots(slots))
            return 0
        } catch {
            return unsafe pushError(error, L, function.name, function.context)
        }
    }
}

func releaseHostObject(_ object: UnsafeMutableRawPointer) {
    unsafe Unmanaged<AnyObject>.fromOpaque(object).release()
}

func releaseError(_ slot: UnsafeMutableRawPointer) {
    unsafe slot.assumingMemoryBound(to: (any Error).self).deinitialize(count: 1)
}

/// The error in the slot of a host error.
func hostError(_ slot: UnsafeMutableRawPointer?) -> (any Error)? {
    unsafe slot?.assumingMemoryBound(to: (any Error).self).pointee
}

func describeError(_ slot: UnsafeMutableRawPointer?, _ L: OpaquePointer) {
    let error = unsafe hostError(slot)
    var text = error.map { "\($0)" } ?? ""
    text.withUTF8 { text in
        unsafe text.withMemoryRebound(to: CChar.self) { text in
            unsafe clb_push_string(L, text.baseAddress, text.count)
        }
    }
}

func printLine(_ context: UnsafeMutableRawPointer, _ text: UnsafePointer<CChar>, _ length: Int) {
    let line = unsafe String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    unsafe Unmanaged<HostContext>.fromOpaque(context).takeUnretainedValue().print(line)
}

func composeFieldError(
    _ context: UnsafeMutableRawPointer, _ L: OpaquePointer, _ reason: Int32, _ kind: Int32,
    _ key: UnsafePointer<CChar>, _ length: Int, _ isCollection: Bool
) -> Int32 {
    let host = unsafe Unmanaged<HostContext>.fromOpaque(context).takeUnretainedValue()
    let kindID = LuaKind(rawValue: UInt8(truncatingIfNeeded: kind))
    let problem = unsafe FieldProblem(
        reason: FieldProblem.Reason(reason), kind: host.state?.kindName(kindID) ?? "value", kindID: kindID,
        key: unsafe String(decoding: UnsafeRawBufferPointer(start: key, count: length), as: UTF8.self),
        isCollection: isCollection)
    return unsafe pushError(host.compose(problem), L, problem.key, host)
}

/// Leaves the Lua value of a Swift error on top, and answers how C shall raise it.
func pushError(
    _ error: consuming any Error, _ L: OpaquePointer, _ name: String, _ host: HostContext, _ site: CallSite? = nil
) -> Int32 {
    _ = unsafe clb_reserve(L, 8)
    switch ErrorFace(error) {
    case .message:
        if let error = error as? LuaScriptError { unsafe pushMessage(error.message, L) }
    case .misuse:
        if let error = error as? LuaMisuse { return unsafe pushMisuse(error, L, name, host) }
    case .badArgument:
        if let error = error as? BadArgument {
            if let site { return unsafe pushMisuse(site.misuse(error, L, host.state), L, name, host) }
            unsafe clb_push_bad_argument(L, Int32(clamping: error.position), name, error.problem)
        }
    case .value:
        if let error = error as? LuaError, let value = error.value, let state = unsafe host.state {
            unsafe state.push(value, L)
            host.carriedFrames = error.frames
            return clb_reraise.outcome
        }
        unsafe pushBox(error, L)
    case .opaque:
        unsafe pushBox(error, L)
    }
    return clb_raise.outcome
}

/// How scripts see an error of the host.
private enum ErrorFace {
    case message, misuse, badArgument, value, opaque

    /// The types are final: comparing them tells what a cast would, at a tenth of its price.
    init<Failure: Error>(_ error: borrowing Failure) {
        if Failure.self == LuaScriptError.self {
            self = .message
        } else if Failure.self == LuaMisuse.self {
            self = .misuse
        } else if Failure.self == BadArgument.self {
            self = .badArgument
        } else if Failure.self == LuaError.self {
            self = .value
        } else {
            self = .opaque
        }
    }
}

/// Likewise of a misuse, by what the host makes of it.
private func pushMisuse(_ misuse: LuaMisuse, _ L: OpaquePointer, _ function: String, _ host: HostContext) -> Int32 {
    let composed = host.composeMisuse(misuse)
    if composed is LuaMisuse {
        unsafe pushBox(composed, L)
        return clb_raise.outcome
    }
    return unsafe pushError(composed, L, function, host)
}

private func pushMessage(_ message: String, _ L: OpaquePointer) {
    var message = message
    message.withUTF8 { text in
        unsafe text.withMemoryRebound(to: CChar.self) { text in
            unsafe clb_push_positioned(L, text.baseAddress, text.count)
        }
    }
}

/// Leaves a host error on top: the Swift error lies in Lua's memory, in a slot that C reserves for one word.
private func pushBox(_ error: consuming any Error, _ L: OpaquePointer) {
    precondition(unsafe MemoryLayout<any Error>.size == MemoryLayout<UnsafeRawPointer>.size)
    unsafe clb_push_error(L)?.assumingMemoryBound(to: (any Error).self).initialize(to: error)
}

private func defaultMessage(_ problem: FieldProblem) -> String {
    let object = problem.isCollection ? "a collection of \(problem.kind)" : "a \(problem.kind)"
    return switch problem.reason {
    case .unknown: "\(object) has no field '\(problem.key)'"
    case .denied: "the field '\(problem.key)' of \(object) may not be read"
    case .assignment: "cannot assign '\(problem.key)' of \(object): it is immutable"
    }
}

extension FieldProblem.Reason {
    init(_ code: Int32) {
        switch code {
        case clb_field_denied.outcome: self = .denied
        case clb_field_assignment.outcome: self = .assignment
        default: self = .unknown
        }
    }
}
