import CLua
import CLuaBridge

extension LuaState {
    /// Gives scripts the type under its name: a read-only table of its functions, `Branch.new(…)`.
    ///
    /// Values of a type are understood without it: a type is known from the moment that one of them goes to Lua.
    public func expose<Instance: LuaOwned & ~Copyable>(_ type: Instance.Type) {
        let description = Instance.luaType
        let table = makeTable(fields: description.members.count)
        for member in description.members {
            guard case .function(let body) = member.role else { continue }
            table[member.name] = .function(
                makeFunction(member.name, CallSite(type: description.name, member: member), body))
        }
        expose(table, description.name, description.members.filter(\.role.isStatic).map(\.name))
    }

    /// Gives scripts the names of an enumeration: `Rating.good` is `"good"`, a name that it does not have is an error.
    public func expose<Enumeration: LuaEnum>(_ type: Enumeration.Type) {
        let names = Enumeration.allCases.map(\.rawValue)
        let table = makeTable(fields: names.count)
        for name in names { table[name] = .text(name) }
        expose(table, Enumeration.luaTypeName, names)
    }

    private func expose(_ table: LuaTable, _ name: String, _ members: [String]) {
        let unknown = makeFunction("index") { call in
            let key = call.value(2).text ?? "[\(unsafe call.state.phrase(call.L, 2))]"
            throw LuaMisuse.unknown(type: name, member: key, nearest: nearestName(key, members))
        }
        globals[name] = .table(makeReadOnly(table, name: name, unknown: unknown))
    }

    func makeFunction(_ name: String, _ site: CallSite, _ body: @escaping LuaMember.Body) -> LuaFunction {
        guard let (core, L) = unsafe running(6) else { return LuaFunction(state: self, reference: 0) }
        unsafe clb_push_function(L, owned(body, name, site))
        return unsafe LuaFunction(state: self, reference: clb_ref(core, L))
    }

    /// A function whose parameters have names: wrong arguments are told as ``LuaMisuse/argument(_:)``.
    @inlinable
    public func function<each Argument: LuaArgument, Result: LuaReturnable & ~Copyable>(
        _ name: String, _ parameters: [LuaParameter],
        _ body: @escaping @Sendable (repeat each Argument) throws -> Result
    ) -> LuaFunction {
        makeFunction(name, parameters, { packNames(repeat (each Argument).self) }) { call in
            var position = 0
            let result = try body(repeat try (each Argument).next(call, &position))
            result.push(call)
        }
    }

    @usableFromInline
    func makeFunction(
        _ name: String, _ parameters: [LuaParameter], _ types: @escaping @Sendable () -> [LuaTypeName],
        _ body: @escaping LuaMember.Body
    ) -> LuaFunction {
        let signature = LuaSignature(parameters, types, { nil })
        return makeFunction(name, CallSite(type: nil, name: name, role: .function, signature: signature), body)
    }
}
