import CLuaBridge
import Synchronization

/// Stops the run of a state from any thread.
public struct LuaStopHandle: Sendable {
    let link: CoreLink

    /// Stops what the state runs now, and the calls that wait (``LuaStopReason/cancelled``); does nothing when there
    /// is none.
    public func stop() {
        link.stopWaiting()
        unsafe link.withCore { core in unsafe clb_stop(core) }
    }
}

/// The way to an interpreter for those who may outlive it or stand on another thread.
final class CoreLink: Sendable {
    /// The address of the interpreter, 0 once it is closed.
    private let address: Mutex<UInt>
    /// The address once and for all, and what tells the interpreter from a later one at the same place.
    private let identity: (address: UInt, serial: UInt64)

    /// The calls in flight that may wait.
    private let inFlight = Mutex<[ObjectIdentifier: AsyncStop]>([:])

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

    func join(_ stop: AsyncStop) {
        inFlight.withLock { $0[ObjectIdentifier(stop)] = stop }
    }

    func quit(_ stop: AsyncStop) {
        inFlight.withLock { $0[ObjectIdentifier(stop)] = nil }
    }

    /// Ends every call in flight.
    func stopWaiting() {
        for stop in inFlight.withLock({ Array($0.values) }) { stop.request(.cancelled) }
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
