import CLua
import CLuaBridge

/// What a host function is to the author of a script: told when an argument is wrong.
struct CallSite {
    enum Role {
        case method, function, property, operation
    }

    /// The type whose member it is; nil for a plain function.
    let type: String?
    let name: String
    let role: Role
    let signature: LuaSignature

    init(type: String?, name: String, role: Role, signature: LuaSignature) {
        self.type = type
        self.name = name
        self.role = role
        self.signature = signature
    }

    init(type: String, member: LuaMember) {
        let role: Role =
            switch member.role {
            case .property: .property
            case .method: .method
            case .function: .function
            case .operation: .operation
            }
        let signature = member.signature
        self.init(
            type: type, name: member.name, role: role,
            signature: role == .property
                ? LuaSignature([], { [signature.result() ?? .any] }, { nil }) : signature)
    }

    /// What was done wrong, by the error of a reader; the arguments are still on the stack.
    func misuse(_ error: BadArgument, _ L: OpaquePointer, _ state: LuaState?) -> LuaMisuse {
        let got = unsafe error.got ?? state?.phrase(L, Int32(clamping: error.position)) ?? "another value"
        switch role {
        case .method where error.position == 1:
            return .receiver(type: type ?? name, method: name, got: got)
        case .property:
            let expected = error.isMismatch ? signature.phrase(0) : error.problem
            return .value(type: type ?? "value", property: name, expected: expected, got: got)
        default: return .argument(argument(error, got))
        }
    }

    private func argument(_ error: BadArgument, _ got: String) -> LuaArgumentMisuse {
        let index = role == .method ? error.position - 2 : error.position - 1
        let isCall = role == .operation && !signature.types().isEmpty
        let place = isCall ? index - 1 : index
        let phrase = role == .operation && !isCall ? error.expected : signature.phrase(place)
        return LuaArgumentMisuse(
            type: type, function: name, isMethod: role == .method, position: place + 1,
            parameter: signature.name(place), expected: phrase, got: got, path: error.path,
            detail: error.isMismatch ? nil : error.problem, nearest: error.nearest)
    }
}

extension LuaState {
    /// A value as a message shows it: `'abc'`, `12`, `nil`, `a table`.
    func phrase(_ L: OpaquePointer, _ index: Int32) -> String {
        if index > (unsafe lua_gettop(L)) { return "no value" }
        switch unsafe value(L, index) {
        case .nil: return "nil"
        case .boolean(let boolean): return "\(boolean)"
        case .integer(let integer): return "\(integer)"
        case .number(let number): return "\(number)"
        case .string(let string):
            let text = string.text
            return "'" + text.prefix(40) + (text.count > 40 ? "…'" : "'")
        default:
            unsafe clb_push_type_name(L, index)
            defer { unsafe lua_settop(L, -2) }
            let name = unsafe string(L, -1).text
            return "\(article(name)) \(name)"
        }
    }
}
