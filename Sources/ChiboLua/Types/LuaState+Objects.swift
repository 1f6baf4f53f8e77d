import CLua
import CLuaBridge

extension LuaState {
    /// A Swift value as a Lua value: class instances as the value they were before, others copied or moved.
    ///
    /// Nil when the state is closed.
    public func object<Instance: LuaOwned & ~Copyable>(_ instance: consuming Instance) -> LuaValue {
        guard let (core, L) = unsafe running(8) else { return .nil }
        unsafe push(instance, core, L)
        defer { unsafe lua_settop(L, -2) }
        return unsafe value(L, -1)
    }

    /// Appends an instance to the results of a call.
    func push<Instance: LuaOwned & ~Copyable>(_ instance: consuming Instance, to call: borrowing LuaCall) {
        guard let core = unsafe core, unsafe clb_reserve(call.L, 8) else { return }
        unsafe push(instance, core, call.L)
    }

    /// Pushes an instance; [0, +1].
    private func push<Instance: LuaOwned & ~Copyable>(
        _ instance: consuming Instance, _ core: OpaquePointer, _ L: OpaquePointer
    ) {
        let type = unsafe installed(Instance.self, core, L)
        let installed = unsafe InstalledType.of(type)
        let (identity, weight) = unsafe withUnsafePointer(to: instance) { pointer in
            let address = unsafe UnsafeRawPointer(pointer)
            let identity = unsafe installed.isIdentified ? address.load(as: UnsafeRawPointer.self) : nil
            return unsafe (identity, max(0, installed.weight(address)))
        }
        if let identity = unsafe identity, unsafe clb_push_known(L, type, identity) { return }
        let (size, alignment) = (MemoryLayout<Instance>.size, MemoryLayout<Instance>.alignment)
        let object = unsafe clb_push_object(L, type, size, alignment, weight)
        unsafe object?.pointee.instance.assumingMemoryBound(to: Instance.self).initialize(to: instance)
        if let identity = unsafe identity { unsafe clb_remember(L, identity) }
    }

    /// Lends a value to scripts for the duration of the body, in place: they read it, change it, cannot keep it.
    ///
    /// Afterwards the Lua value says that it is no longer valid, wherever a script has put it. A class instance is
    /// lent as a value of its own: equal (`==`) to the one that the instance has otherwise, another key of tables.
    /// - Parameters:
    ///   - value: what is lent; changes that methods make are made here.
    ///   - body: gets the Lua value, to be passed on; nil when the state is closed.
    /// - Returns: what the body answers.
    /// - Throws: what the body throws; the loan is over then too.
    public func withLent<Instance: LuaOwned & ~Copyable, Result: ~Copyable, Failure>(
        _ value: inout Instance, _ body: (LuaValue) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe withUnsafeMutablePointer(to: &value) { pointer throws(Failure) in
            let (lent, object) = unsafe lend(Instance.self, UnsafeMutableRawPointer(pointer))
            defer { unsafe expire(lent, object) }
            return try body(lent)
        }
    }

    private func lend<Instance: LuaOwned & ~Copyable>(
        _ type: Instance.Type, _ address: UnsafeMutableRawPointer
    ) -> (LuaValue, UnsafeMutablePointer<clb_object>?) {
        guard let (core, L) = unsafe running(8) else { return (.nil, nil) }
        let object = unsafe clb_push_lent(L, installed(type, core, L), address)
        defer { unsafe lua_settop(L, -2) }
        return unsafe (value(L, -1), object)
    }

    /// Ends a loan; needs no room on the stack, so that nothing can keep it from ending.
    private func expire(_ lent: LuaValue, _ object: UnsafeMutablePointer<clb_object>?) {
        // The handle keeps the object in place as long as the state is open.
        guard let core = unsafe core, let L = unsafe clb_current(core), let object = unsafe object else { return }
        withExtendedLifetime(lent) { _ = unsafe clb_end_object(L, object, clb_end_expired.outcome) }
    }
}

extension LuaObject {
    /// Runs the body with the object, when it is one of the type (nil: of any type) and its state is open.
    fileprivate func onObject<R>(
        _ key: TypeKey?, _ body: (OpaquePointer, UnsafeMutablePointer<clb_object>) -> R
    ) -> R? {
        unsafe onStack { L in
            unsafe clb_to_object(L, -1, key?.pointer).map { object in unsafe body(L, object) }
        } ?? nil
    }
}

extension LuaValue {
    /// The instance, or a copy of the value, that a Lua value holds; nil when it holds another or none any more.
    public func instance<Instance: LuaDescribed>(_ type: Instance.Type = Instance.self) -> Instance? {
        guard case .other(let object) = self else { return nil }
        return unsafe object.onObject(TypeKey(type)) { _, object in
            guard let address = unsafe object.pointee.instance, unsafe object.pointee.accesses >= 0 else { return nil }
            return unsafe address.assumingMemoryBound(to: Instance.self).pointee
        } ?? nil
    }

    /// Moves a value out of Lua, where it is no longer valid afterwards; nil when it cannot be moved.
    public func take<Instance: LuaOwned & ~Copyable>(_ type: Instance.Type = Instance.self) -> Instance? {
        guard case .other(let object) = self else { return nil }
        // The memory stays where it is as long as the handle does.
        let address = unsafe object.onObject(TypeKey(type)) { L, object -> UnsafeMutableRawPointer? in
            guard unsafe object.pointee.instance != nil, unsafe object.pointee.accesses == 0,
                unsafe !object.pointee.lent
            else { return nil }
            return unsafe clb_end_object(L, object, clb_end_moved.outcome)
        }
        guard let address = unsafe address ?? nil else { return nil }
        return withExtendedLifetime(object) { unsafe address.assumingMemoryBound(to: Instance.self).move() }
    }
}
