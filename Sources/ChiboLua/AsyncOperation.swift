import CLua
import CLuaBridge

/// What an async host function does for one call, and how it came out.
final class AsyncOperation {
    /// Appends the results, where the script made the call.
    typealias Answer = (borrowing LuaCall) throws -> Void

    private let work: () async throws -> Answer
    private var outcome: Result<Answer, any Error>?

    /// Work that says itself how its results are appended.
    init(answering work: @escaping () async throws -> Answer) {
        self.work = work
    }

    /// Work with one result.
    convenience init(_ work: @escaping () async throws -> some LuaReturnable) {
        self.init(answering: {
            let result = try await work()
            return { call in result.push(call) }
        })
    }

    /// Work without a result.
    convenience init(_ work: @escaping () async throws -> Void) {
        self.init(answering: {
            try await work()
            return { _ in }
        })
    }

    /// Does the work.
    func perform() async {
        do {
            outcome = .success(try await work())
        } catch {
            outcome = .failure(error)
        }
    }

    /// Appends the results or throws what the work threw; a call that was stopped has none.
    func answer(_ call: borrowing LuaCall) throws {
        switch outcome {
        case .success(let push): try push(call)
        case .failure(let error): throw error
        case nil: throw CancellationError()
        }
    }
}

/// What C calls when the work is done and the script runs again.
func answerAsyncFunction(_ object: UnsafeMutableRawPointer, _ L: OpaquePointer) -> Int32 {
    unsafe Unmanaged<HostFunction>.fromOpaque(object)._withUnsafeGuaranteedRef { function in
        let call = unsafe LuaCall(L: L, function: function)
        let operation = unsafe function.context.answered.take()
        do {
            try operation?.answer(call)
            return call.resultCount
        } catch {
            return unsafe pushError(error, L, function.name, function.context)
        }
    }
}
