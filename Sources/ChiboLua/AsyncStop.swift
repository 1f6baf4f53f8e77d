import CLuaBridge
import Synchronization

/// Ends one call that may wait, from any thread: the script in its loop, or the work it waits for.
final class AsyncStop: Sendable {
    private struct Target {
        /// The address of the call's task in the bridge; 0 once the call is over.
        var task: UInt
        /// The work that the script waits for.
        var work: Task<Void, Never>?
        var reason: LuaStopReason?
    }

    private let target: Mutex<Target>
    private let link: CoreLink

    init(_ task: OpaquePointer, _ link: CoreLink) {
        target = Mutex(Target(task: UInt(bitPattern: task)))
        self.link = link
        link.join(self)
    }

    /// The call's task in the bridge; nil once the call is over, and for a call of another state.
    ///
    /// Only where the state may be used: nowhere else does a call end.
    func task(in link: CoreLink) -> OpaquePointer? {
        link === self.link ? unsafe OpaquePointer(bitPattern: target.withLock { $0.task }) : nil
    }

    /// Why the call is to stop.
    var reason: LuaStopReason? { target.withLock { $0.reason } }

    /// The first reason stays.
    func request(_ reason: LuaStopReason) {
        let work = target.withLock { target -> Task<Void, Never>? in
            guard target.task != 0, target.reason == nil else { return nil }
            target.reason = reason
            let task = target.task
            unsafe link.withCore { _ in unsafe clb_task_stop(OpaquePointer(bitPattern: task), reason.code) }
            return target.work
        }
        work?.cancel()
    }

    /// The call waits for this work; nil: it goes on.
    func wait(for work: Task<Void, Never>?) {
        let isStopped = target.withLock { target in
            target.work = work
            return target.reason != nil
        }
        if isStopped { work?.cancel() }
    }

    /// The call is over; its task may go.
    func end() {
        target.withLock { $0.task = 0 }
        link.quit(self)
    }
}

extension LuaStopReason {
    /// The number the bridge has for it.
    fileprivate var code: Int32 {
        switch self {
        case .deadline: clb_stop_deadline.outcome
        case .cancelled: clb_stop_cancelled.outcome
        case .output: clb_stop_output.outcome
        case .depth: clb_stop_depth.outcome
        case .instructions: clb_stop_instructions.outcome
        }
    }
}
