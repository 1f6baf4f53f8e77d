import CLua
import CLuaBridge

/// What tells types apart: the address of their metadata.
@safe @usableFromInline struct TypeKey {
    let pointer: UnsafeRawPointer?

    @usableFromInline init<Instance: ~Copyable>(_ type: Instance.Type) {
        unsafe pointer = UnsafeRawPointer(bitPattern: Int(bitPattern: ObjectIdentifier(type)))
    }
}

extension LuaCall {
    /// An instance, or a copy of a value, that is an argument.
    /// - Throws: an error when the argument is another value, or ``LuaMisuse`` when it is no longer valid.
    @inlinable
    public func instance<Instance: LuaDescribed>(
        _ position: Int, _ type: Instance.Type = Instance.self
    ) throws -> Instance {
        do { return try stored(position, type) } catch { throw named(error, position, Instance.luaName) }
    }

    /// An error by the name of a type that the state may not know yet.
    @usableFromInline func named(_ error: any Error, _ position: Int, _ name: LuaTypeName) -> any Error {
        error is BadArgument ? unexpected(position, name) : error
    }

    /// The type is always stated: inferred, it could be an optional of what is meant.
    @inlinable func stored<Instance>(_ position: Int, _ type: Instance.Type) throws -> Instance {
        try unsafe readable(position, TypeKey(type)).assumingMemoryBound(to: Instance.self).pointee
    }

    /// An integer, or a float without a fraction, at a position.
    @usableFromInline func exactInteger(_ position: Int) -> Int? {
        (try? integer(position)).map { Int($0) }
    }

    /// Lends a value that lies in Lua; while it is lent nothing can change it.
    @inlinable
    public func borrowing<Instance: ~Copyable, Result: ~Copyable>(
        _ position: Int, _ type: Instance.Type, _ body: (borrowing Instance) throws -> Result
    ) throws -> Result {
        let access = try begin(position, TypeKey(Instance.self), isChange: false)
        defer { access.end() }
        return try unsafe body(access.address.assumingMemoryBound(to: Instance.self).pointee)
    }

    /// Lends a value that lies in Lua to be changed; nothing else can use it meanwhile.
    @inlinable
    public func changing<Instance: ~Copyable, Result: ~Copyable>(
        _ position: Int, _ type: Instance.Type, _ body: (inout Instance) throws -> Result
    ) throws -> Result {
        let access = try begin(position, TypeKey(Instance.self), isChange: true)
        defer { access.end() }
        return try unsafe body(&access.address.assumingMemoryBound(to: Instance.self).pointee)
    }

    /// Takes a value out of Lua, where it is no longer valid afterwards.
    @inlinable
    public func take<Instance: ~Copyable>(_ position: Int, _ type: Instance.Type) throws -> Instance {
        try unsafe taken(position, TypeKey(Instance.self)).assumingMemoryBound(to: Instance.self).move()
    }

    /// Appends a described value: an instance of a class as the value that it was before.
    public func pushInstance<Instance: LuaOwned & ~Copyable>(_ instance: consuming Instance) {
        state.push(instance, to: self)
    }
}

// MARK: Access to the memory of a value

/// A value in use.
@safe @usableFromInline struct ObjectAccess {
    @usableFromInline let address: UnsafeMutableRawPointer
    private let object: UnsafeMutablePointer<clb_object>
    private let isChange: Bool

    fileprivate init(
        _ address: UnsafeMutableRawPointer, _ object: UnsafeMutablePointer<clb_object>, isChange: Bool
    ) {
        unsafe self.address = address
        unsafe self.object = object
        self.isChange = isChange
        unsafe object.pointee.accesses += isChange ? -1 : 1
    }

    /// The object is an argument of the call in progress, so that it is there still.
    @usableFromInline func end() {
        unsafe object.pointee.accesses -= isChange ? -1 : 1
    }
}

extension LuaCall {
    /// Where a value lies, to be read at once.
    @usableFromInline func readable(_ position: Int, _ key: TypeKey) throws -> UnsafeMutableRawPointer {
        let object = try unsafe object(position, key)
        guard let address = unsafe object.pointee.instance, unsafe object.pointee.accesses >= 0 else {
            throw unsafe misuse(object)
        }
        return unsafe address
    }

    @usableFromInline func begin(_ position: Int, _ key: TypeKey, isChange: Bool) throws -> ObjectAccess {
        let object = try unsafe object(position, key)
        let accesses = unsafe object.pointee.accesses
        guard let address = unsafe object.pointee.instance, isChange ? accesses == 0 : accesses >= 0 else {
            throw unsafe misuse(object)
        }
        return unsafe ObjectAccess(address, object, isChange: isChange)
    }

    @usableFromInline func taken(_ position: Int, _ key: TypeKey) throws -> UnsafeMutableRawPointer {
        let object = try unsafe object(position, key)
        guard unsafe object.pointee.instance != nil, unsafe object.pointee.accesses == 0 else {
            throw unsafe misuse(object)
        }
        if unsafe object.pointee.lent { throw LuaMisuse.ended(type: unsafe typeName(object), .lent) }
        return unsafe clb_end_object(L, object, clb_end_moved.outcome)
    }

    private func object(_ position: Int, _ key: TypeKey) throws -> UnsafeMutablePointer<clb_object> {
        if let object = unsafe clb_to_object(L, index(position), key.pointer) { return unsafe object }
        throw unexpected(position, state.typeName(key))
    }

    private func misuse(_ object: UnsafeMutablePointer<clb_object>) -> LuaMisuse {
        let name = unsafe typeName(object)
        guard unsafe object.pointee.instance == nil else { return .busy(type: name) }
        let isMoved = unsafe Int32(object.pointee.end) == clb_end_moved.outcome
        return .ended(type: name, isMoved ? .consumed : .expired)
    }

    private func typeName(_ object: UnsafeMutablePointer<clb_object>) -> String {
        unsafe InstalledType.of(object.pointee.type).name
    }
}
