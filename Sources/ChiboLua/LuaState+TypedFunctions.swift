import CLua
import CLuaBridge

/// Functions of scalars: C reads the arguments and pushes the result, and enters Swift once.
///
/// Arguments of another type (a float where an integer is wanted, a missing one) take the way of every host function,
/// which converts or throws Lua's "bad argument".
extension LuaState {
    /// A function of one scalar.
    @inlinable
    public func function<A: LuaScalar, Result: LuaScalar>(
        _ name: String, _ body: @escaping (A) throws -> Result
    ) -> LuaFunction {
        makeTyped(name, [A.scalarType], Result.scalarType) { slots in
            slots.answer(try body(slots.read(0)))
        } slow: { call in
            try body(A.read(call, 1)).push(call)
        }
    }

    /// A function of two scalars.
    @inlinable
    public func function<A: LuaScalar, B: LuaScalar, Result: LuaScalar>(
        _ name: String, _ body: @escaping (A, B) throws -> Result
    ) -> LuaFunction {
        makeTyped(name, [A.scalarType, B.scalarType], Result.scalarType) { slots in
            slots.answer(try body(slots.read(0), slots.read(1)))
        } slow: { call in
            try body(A.read(call, 1), B.read(call, 2)).push(call)
        }
    }

    /// A function of three scalars.
    @inlinable
    public func function<A: LuaScalar, B: LuaScalar, C: LuaScalar, Result: LuaScalar>(
        _ name: String, _ body: @escaping (A, B, C) throws -> Result
    ) -> LuaFunction {
        makeTyped(name, [A.scalarType, B.scalarType, C.scalarType], Result.scalarType) { slots in
            slots.answer(try body(slots.read(0), slots.read(1), slots.read(2)))
        } slow: { call in
            try body(A.read(call, 1), B.read(call, 2), C.read(call, 3)).push(call)
        }
    }

    /// A method of a kind without arguments, `record:name()`; records of worlds no longer mounted are refused.
    @inlinable
    public func method<Result: LuaScalar>(
        _ name: String, of kind: LuaKind, _ body: @escaping (PackedValue) throws -> Result
    ) -> LuaFunction {
        makeTyped(name, [.packed], Result.scalarType, of: kind) { slots in
            slots.answer(try body(slots.read(0)))
        } slow: { call in
            try body(call.packed(1, kind)).push(call)
        }
    }

    /// A method of a kind with one scalar argument, `record:name(argument)`; records of worlds no longer mounted are
    /// refused.
    @inlinable
    public func method<A: LuaScalar, Result: LuaScalar>(
        _ name: String, of kind: LuaKind, _ body: @escaping (PackedValue, A) throws -> Result
    ) -> LuaFunction {
        makeTyped(name, [.packed, A.scalarType], Result.scalarType, of: kind) { slots in
            slots.answer(try body(slots.read(0), slots.read(1)))
        } slow: { call in
            try body(call.packed(1, kind), A.read(call, 2)).push(call)
        }
    }

    @usableFromInline
    func makeTyped(
        _ name: String, _ arguments: [LuaScalarType], _ result: LuaScalarType, of kind: LuaKind? = nil,
        _ typed: @escaping (LuaSlots) throws -> Void, slow: @escaping (borrowing LuaCall) throws -> Void
    ) -> LuaFunction {
        guard let (core, L) = unsafe running(6) else { return LuaFunction(state: self, reference: 0) }
        let function = HostFunction(name: name, context: context, body: slow, typed: typed)
        let signature = clb_signature(arguments, result, of: kind)
        unsafe clb_push_typed(L, Unmanaged.passRetained(function).toOpaque(), signature)
        return unsafe LuaFunction(state: self, reference: clb_ref(core, L))
    }
}

extension LuaFunction {
    /// Calls it with one scalar and takes its first result as one: no allocation.
    /// - Throws: what the call threw; `.runtime` when the result is not of the type.
    @inlinable
    public func call<A: LuaScalar, Result: LuaScalar>(
        with a: A, returning: Result.Type = Result.self
    ) throws(LuaError) -> Result {
        if A.scalarType == .integer, Result.scalarType == .integer {
            return Result(slot: try callInteger(a.slot))
        }
        return Result(slot: try callTyped(a.slot, 0, count: 1, (A.scalarType, .integer), Result.scalarType))
    }

    /// Calls it with two scalars and takes its first result as one: no allocation.
    /// - Throws: what the call threw; `.runtime` when the result is not of the type.
    @inlinable
    public func call<A: LuaScalar, B: LuaScalar, Result: LuaScalar>(
        with a: A, _ b: B, returning: Result.Type = Result.self
    ) throws(LuaError) -> Result {
        if A.scalarType == .integer, B.scalarType == .integer, Result.scalarType == .integer {
            return Result(slot: try callIntegers(a.slot, b.slot))
        }
        return Result(slot: try callTyped(a.slot, b.slot, count: 2, (A.scalarType, B.scalarType), Result.scalarType))
    }

    @usableFromInline
    func callInteger(_ a: UInt64) throws(LuaError) -> UInt64 {
        guard let core = unsafe state.core, reference != 0 else { throw LuaError.closed }
        return try value(of: unsafe clb_call_integer(core, reference, a), .integer)
    }

    @usableFromInline
    func callIntegers(_ a: UInt64, _ b: UInt64) throws(LuaError) -> UInt64 {
        guard let core = unsafe state.core, reference != 0 else { throw LuaError.closed }
        return try value(of: unsafe clb_call_integers(core, reference, a, b), .integer)
    }

    @usableFromInline
    func callTyped(
        _ a: UInt64, _ b: UInt64, count: UInt8, _ types: (LuaScalarType, LuaScalarType), _ result: LuaScalarType
    ) throws(LuaError) -> UInt64 {
        guard let core = unsafe state.core, reference != 0 else { throw LuaError.closed }
        let signature = clb_signature(
            count: count, result: result.rawValue, self: 0, types: (types.0.rawValue, types.1.rawValue, 0, 0))
        return try value(of: unsafe clb_call_typed(core, reference, signature, a, b), result)
    }

    @inline(__always)
    private func value(of answer: clb_typed_result, _ wanted: LuaScalarType) throws(LuaError) -> UInt64 {
        if answer.outcome == clb_ok.outcome { return answer.value }
        throw typedCallError(Int32(truncatingIfNeeded: answer.outcome), wanted)
    }

    @inline(never)
    private func typedCallError(_ outcome: Int32, _ wanted: LuaScalarType) -> LuaError {
        guard let core = unsafe state.core, let L = unsafe clb_current(core) else { return LuaError.closed }
        if outcome == clb_no_room.outcome { return LuaError(kind: .runtime, message: "stack overflow") }
        guard outcome == clb_mismatch.outcome else { return unsafe state.takeError(L, outcome) }
        unsafe clb_push_type_name(L, -1)
        let found = unsafe state.string(L, -1).text
        unsafe lua_settop(L, -3)
        return LuaError(
            kind: .runtime, message: "the function answered a value of type \(found), and \(wanted) was wanted")
    }
}

extension clb_signature {
    init(_ arguments: [LuaScalarType], _ result: LuaScalarType, of kind: LuaKind?) {
        self.init()
        count = UInt8(arguments.count)
        self.result = result.rawValue
        self.`self` = kind?.rawValue ?? 0
        unsafe withUnsafeMutableBytes(of: &types) { types in
            for (index, argument) in arguments.enumerated() { unsafe types[index] = argument.rawValue }
        }
    }
}
