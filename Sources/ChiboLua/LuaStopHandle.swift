import CLuaBridge
import Synchronization

/// Stops the run of a state from any thread.
public struct LuaStopHandle: Sendable {
    let link: CoreLink

    /// Stops what the state runs now (``LuaStopReason/cancelled``); does nothing when nothing runs.
    public func stop() {
        unsafe link.withCore { core in unsafe clb_stop(core) }
    }
}

/// The way to an interpreter for those who may outlive it or stand on another thread.
final class CoreLink: Sendable {
    /// The address of the interpreter, 0 once it is closed.
    private let address: Mutex<UInt>
    /// The address once and for all, and what tells the interpreter from a later one at the same place.
    private let identity: (address: UInt, serial: UInt64)

    init(_ core: OpaquePointer) {
        address = Mutex(UInt(bitPattern: core))
        identity = (UInt(bitPattern: core), unsafe clb_serial(core))
    }

    /// Lets go of a reference, from any thread; without a lock where the interpreter runs.
    func release(_ reference: Int32) {
        let core = unsafe OpaquePointer(bitPattern: identity.address)
        if unsafe clb_release_here(core, identity.serial, reference) { return }
        unsafe withCore { core in unsafe clb_release(core, reference) }
    }

    func cut() {
        address.withLock { $0 = 0 }
    }

    /// Runs the body while the interpreter cannot be closed; not at all when it is.
    func withCore(_ body: (OpaquePointer) -> Void) {
        address.withLock { address in
            if let core = unsafe OpaquePointer(bitPattern: address) { unsafe body(core) }
        }
    }
}
