import Foundation
import Testing

/// Runs the tests of a suite on threads of their own.
///
/// All tests of a process share as many threads as the machine has cores, so what a test awaits may come only after
/// every other test: too late for one that waits under a deadline.
struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
    /// Its cases too, not the suite alone.
    let isRecursive = true

    /// Runs a case.
    @concurrent func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        let executor = ThreadExecutor(threads: 2)
        defer { executor.end() }
        try await withTaskExecutorPreference(executor) { try await function() }
    }
}

extension Trait where Self == OwnThreads {
    /// Runs the tests of a suite on threads of their own.
    static var onOwnThreads: OwnThreads { OwnThreads() }
}

/// A few threads that run the jobs they are given, in order.
private final class ThreadExecutor: TaskExecutor {
    private let queue = JobQueue()

    init(threads: Int) {
        for _ in 0..<threads {
            Thread.detachNewThread { [queue, executor = unsafe asUnownedTaskExecutor()] in
                while let job = queue.next() { unsafe job.runSynchronously(on: executor) }
            }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) { queue.add(UnownedJob(job)) }

    /// The threads end when nothing is left to do.
    func end() { queue.end() }
}

/// Jobs that wait, and the threads that wait for jobs.
///
/// Unchecked: everything is guarded by the condition.
private final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [UnownedJob] = []
    private var isEnding = false

    func add(_ job: UnownedJob) {
        condition.lock()
        jobs.append(job)
        condition.signal()
        condition.unlock()
    }

    /// The next job; nil at the end.
    func next() -> UnownedJob? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty && !isEnding { condition.wait() }
        return jobs.isEmpty ? nil : jobs.removeFirst()
    }

    func end() {
        condition.lock()
        isEnding = true
        condition.broadcast()
        condition.unlock()
    }
}
