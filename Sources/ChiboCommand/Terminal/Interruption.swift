import Glibc
import Synchronization

/// Lets Ctrl-C stop what runs, instead of the whole program.
enum Interruption {
    /// Runs a body; each Ctrl-C while it runs calls `stop`, from another thread.
    static func calling<Value>(_ stop: @escaping @Sendable () -> Void, during body: () -> Value) -> Value {
        var signals = interrupt
        var before = sigset_t()
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        let watch = Watch(stop)
        var thread = pthread_t()
        let box = unsafe Unmanaged.passRetained(watch)
        let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
            if let argument = unsafe argument {
                unsafe Unmanaged<Watch>.fromOpaque(argument).takeRetainedValue().run()
            }
            return nil
        }
        guard unsafe pthread_create(&thread, nil, main, box.toOpaque()) == 0 else {
            unsafe box.release()
            return body()
        }
        defer {
            watch.isOver.store(true, ordering: .releasing)
            pthread_join(thread, nil)
        }
        return body()
    }

    private static var interrupt: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGINT)
        return set
    }

    /// What the other thread does: takes the signals that the first one does not see.
    private final class Watch: Sendable {
        let stop: @Sendable () -> Void
        let isOver = Atomic(false)

        init(_ stop: @escaping @Sendable () -> Void) { self.stop = stop }

        func run() {
            var set = interrupt
            var wait = timespec(tv_sec: 0, tv_nsec: 20_000_000)
            while !isOver.load(ordering: .acquiring) {
                if unsafe sigtimedwait(&set, nil, &wait) == SIGINT { stop() }
            }
        }
    }
}
