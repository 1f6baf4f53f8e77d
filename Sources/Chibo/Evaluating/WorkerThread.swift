import Glibc

/// A thread of the system that runs one closure and ends.
final class WorkerThread {
    private let thread: pthread_t

    /// Room for the C stack of a script that nests as deep as it may: what the first thread of a process has.
    private static let stackSize = 8 << 20

    /// Starts a thread; nil where the system has none to give.
    init?(_ body: @escaping @Sendable () -> Void) {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        unsafe pthread_attr_init(attributes)
        defer {
            unsafe pthread_attr_destroy(attributes)
            unsafe attributes.deallocate()
        }
        unsafe pthread_attr_setstacksize(attributes, WorkerThread.stackSize)
        let box = unsafe Unmanaged.passRetained(Body(body))
        var thread = pthread_t()
        let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
            if let argument = unsafe argument {
                unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
            }
            return nil
        }
        guard unsafe pthread_create(&thread, attributes, main, box.toOpaque()) == 0 else {
            unsafe box.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits for its end; once.
    func join() { pthread_join(thread, nil) }

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
