import CLua
import CLuaBridge

/// A type as one state knows it; the interpreter owns it.
@safe final class InstalledType {
    let name: String
    let members: [LuaMember]
    let isIdentified: Bool
    let weight: @Sendable (UnsafeRawPointer) -> Int
    /// Unowned and unchecked, for speed: the interpreter, which the context outlives, owns this object.
    unowned(unsafe) let context: HostContext
    let destroy: (UnsafeMutableRawPointer) -> Void

    init<Instance: SendableMetatype & ~Copyable>(_ type: LuaType<Instance>, _ context: HostContext) {
        name = type.name
        members = type.members
        isIdentified = type.isIdentified
        unsafe weight = unsafe type.weight
        unsafe self.context = context
        unsafe destroy = { address in
            unsafe address.assumingMemoryBound(to: Instance.self).deinitialize(count: 1)
        }
    }

    static func of(_ type: OpaquePointer) -> InstalledType {
        unsafe Unmanaged<InstalledType>.fromOpaque(clb_type_object(type)).takeUnretainedValue()
    }

    /// What is wrong with a member that a script asked for.
    func misuse(_ key: String, isAssignment: Bool) -> LuaMisuse {
        let own = members.filter { !$0.role.isStatic && !$0.role.isOperation }.map(\.name)
        if isAssignment, own.contains(key) { return .readOnly(type: name, member: key) }
        return .unknown(type: name, member: key, nearest: nearestName(key, own))
    }
}

func destroyInstance(_ type: UnsafeMutableRawPointer?, _ instance: UnsafeMutableRawPointer?) {
    guard let type = unsafe type, let instance = unsafe instance else { return }
    unsafe Unmanaged<InstalledType>.fromOpaque(type).takeUnretainedValue().destroy(instance)
}

func composeMemberError(
    _ type: UnsafeMutableRawPointer?, _ L: OpaquePointer?, _ wanted: Int32, _ key: UnsafePointer<CChar>?,
    _ length: Int
) -> Int32 {
    guard let type = unsafe type, let L = unsafe L else { return clb_raise.outcome }
    let installed = unsafe Unmanaged<InstalledType>.fromOpaque(type).takeUnretainedValue()
    let name = unsafe String(decoding: UnsafeRawBufferPointer(start: key, count: length), as: UTF8.self)
    let misuse = installed.misuse(name, isAssignment: wanted == clb_member_assigned.outcome)
    return unsafe pushError(misuse, L, name, installed.context)
}

// MARK: Installing

extension LuaState {
    /// The type in this state; the first time, its members are made.
    func installed<Instance: LuaOwned & ~Copyable>(
        _ type: Instance.Type, _ core: OpaquePointer, _ L: OpaquePointer
    ) -> OpaquePointer {
        let key = unsafe TypeKey(type).pointer
        if let known = unsafe clb_find_type(core, key) { return unsafe known }
        return unsafe install(Instance.luaType, key, core, L)
    }

    /// The name of a type by its key.
    func typeName(_ key: TypeKey) -> LuaTypeName {
        guard let core = unsafe core, let type = unsafe clb_find_type(core, key.pointer) else { return .any }
        return LuaTypeName(named: unsafe InstalledType.of(type).name)
    }

    private func install<Instance: SendableMetatype & ~Copyable>(
        _ description: LuaType<Instance>, _ key: UnsafeRawPointer?, _ core: OpaquePointer, _ L: OpaquePointer
    ) -> OpaquePointer {
        let object = unsafe Unmanaged.passRetained(InstalledType(description, context)).toOpaque()
        var host = unsafe clb_type_host(
            object: object, identified: description.isIdentified, destroy: destroyInstance,
            member: composeMemberError)
        let type = unsafe clb_make_type(core, L, key, description.name, Int32(description.members.count), &host)
        guard let type = unsafe type else { preconditionFailure("a type was not made") }
        for member in description.members { unsafe add(member, of: description.name, type, L) }
        if let element = description.element {
            let site = CallSite(type: description.name, name: "[]", role: .property, signature: LuaSignature())
            unsafe clb_set_element(type, owned(element.get, "[]", site))
        }
        return unsafe type
    }

    private func add(_ member: LuaMember, of name: String, _ type: OpaquePointer, _ L: OpaquePointer) {
        let site = CallSite(type: name, member: member)
        switch member.role {
        case .property(let get, let set):
            let (get, set) = unsafe (owned(get, member.name, site), set.map { unsafe owned($0, member.name, site) })
            unsafe withName(member.name) { name, length in unsafe clb_add_property(L, type, name, length, get, set) }
        case .method(let body):
            unsafe clb_push_function(L, owned(body, member.name, site))
            unsafe withName(member.name) { name, length in unsafe clb_add_method(L, type, name, length) }
        case .operation(let event, let body):
            unsafe clb_push_function(L, owned(body, member.name, site))
            unsafe clb_set_event(L, type, event)
        case .function: break  // of the type, not of its values: made where the type is exposed
        }
    }

    /// A host function that C owns.
    func owned(_ body: @escaping LuaMember.Body, _ name: String, _ site: CallSite) -> UnsafeMutableRawPointer {
        unsafe Unmanaged.passRetained(HostFunction(name: name, context: context, body: body, site: site)).toOpaque()
    }
}

private func withName(_ name: String, _ body: (UnsafePointer<CChar>?, Int) -> Void) {
    var name = name
    name.withUTF8 { text in
        unsafe text.withMemoryRebound(to: CChar.self) { text in unsafe body(text.baseAddress, text.count) }
    }
}
