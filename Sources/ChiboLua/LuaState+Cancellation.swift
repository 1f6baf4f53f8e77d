extension LuaState {
    /// One run under the policy's deadline that ends as soon as the current task is cancelled.
    ///
    /// For scripts that wait for nothing; cancelling stops them with ``LuaStopReason/cancelled``, which no script can
    /// catch. The body runs on the thread of the caller, without a suspension.
    @discardableResult
    public func withTaskCancellation<R, E>(_ body: () throws(E) -> R) async throws(E) -> R {
        try await cancellableRun(on: #isolation, body).get()
    }

    private func cancellableRun<R, E>(
        on isolation: isolated (any Actor)?, _ body: () throws(E) -> R
    ) async -> Result<R, E> {
        let handle = stopHandle
        return await withTaskCancellationHandler {
            _ = isolation  // or the closure would leave the actor
            return withRun {
                // The run has begun: a cancellation from here on reaches it, and this is one from before.
                if Task.isCancelled { handle.stop() }
                do throws(E) {
                    return .success(try body())
                } catch {
                    return .failure(error)
                }
            }
        } onCancel: {
            handle.stop()
        }
    }
}
