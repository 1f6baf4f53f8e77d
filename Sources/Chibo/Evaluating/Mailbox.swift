import Glibc

/// Hands values from threads to a thread that waits for them, in the order in which they come.
///
/// Unchecked: the values are only touched between locking and unlocking, and the lock and the signal lie at addresses that
/// live as long as the mailbox.
@safe final class Mailbox<Value: Sendable>: @unchecked Sendable {
    private var values: [Value] = []
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        unsafe pthread_mutex_init(lock, nil)
        unsafe pthread_cond_init(arrived, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(arrived)
        unsafe pthread_mutex_destroy(lock)
        unsafe arrived.deallocate()
        unsafe lock.deallocate()
    }

    /// Puts a value behind the others; from any thread.
    func put(_ value: Value) {
        unsafe pthread_mutex_lock(lock)
        values.append(value)
        unsafe pthread_cond_signal(arrived)
        unsafe pthread_mutex_unlock(lock)
    }

    /// Takes the first value; waits until there is one.
    func take() -> Value {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while values.isEmpty { unsafe pthread_cond_wait(arrived, lock) }
        return values.removeFirst()
    }
}
