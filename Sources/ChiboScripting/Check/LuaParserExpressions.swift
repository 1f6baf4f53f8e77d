/// Expressions.
extension LuaParser {
    /// A name or a bracket with what hangs on it: fields, indexes, calls.
    struct Suffixed {
        /// The name, when nothing hangs on it; whether it is read is not known until an `=` does not follow.
        var plainName: LuaToken?
        var isCall = false
        var isAssignable = false
        var value = KnownValue.unknown
    }

    mutating func expressionList() throws(Stop) {
        try expression()
        while accept(",") { try expression() }
    }

    /// Operands with operators between and before them; the value is known only of a single operand.
    @discardableResult
    mutating func expression() throws(Stop) -> KnownValue {
        try enter()
        var value = KnownValue.unknown
        var operands = 0
        repeat {
            let isChanged = try unaryOperators()
            value = try simpleExpression()
            if isChanged { value = .unknown }
            operands += 1
        } while try binaryOperator()
        leave()
        return operands == 1 ? value : .unknown
    }

    private mutating func unaryOperators() throws(Stop) -> Bool {
        var any = false
        while ["not", "-", "#", "~"].contains(where: { token.is($0) }) || token.isForeign("!") {
            if token.isForeign("!") { resolver.foreign(token, .not) }
            advance()
            any = true
        }
        return any
    }

    private static let binary: Set<String> = [
        "+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or", "&", "|", "~", "<<",
        ">>",
    ]

    private mutating func binaryOperator() throws(Stop) -> Bool {
        if token.isForeign("!=") {
            resolver.foreign(token, .notEqual)
            advance()
            return true
        }
        guard token.kind == .symbol || token.kind == .keyword, Self.binary.contains(token.text) else { return false }
        let next = peek()
        // At the end of a statement, `+=` and `++` are for the statement to read.
        if next.start == token.end, next.is("=") || (["+"].contains(token.text) && next.is("+")) { return false }
        let operation = token
        advance()
        if ["&", "|"].contains(operation.text), token.is(operation.text), token.start == operation.end {
            resolver.foreign(operation, operation.text == "&" ? .and : .or)
            advance()
        }
        return true
    }

    private mutating func simpleExpression() throws(Stop) -> KnownValue {
        switch token.kind {
        case .number, .string: advance()
        case .keyword where ["nil", "true", "false"].contains(token.text): advance()
        case .keyword where token.text == "function":
            advance()
            try functionBody()
        case .symbol where token.text == "...": advance()
        case .symbol where token.text == "{": try tableConstructor(callee: nil)
        default:
            let result = try suffixed()
            if let name = result.plainName { resolver.read(name) }
            return result.value
        }
        return .unknown
    }

    mutating func functionBody(isMethod: Bool = false, first: KnownValue = .unknown) throws(Stop) {
        let outer = table
        table = nil
        resolver.scopes.open()
        if isMethod { resolver.declareSelf(last) }
        try expect("(")
        try parameters(first)
        try block()
        resolver.scopes.close()
        try expect("end")
        table = outer
    }

    private mutating func parameters(_ first: KnownValue) throws(Stop) {
        var index = 0
        while !token.is(")") {
            if accept("...") { break }
            resolver.declare(try name(), index == 0 ? first : .unknown)
            index += 1
            if !accept(",") { break }
            if token.is(")") { throw Stop(token: token, expected: "<name>") }
        }
        try expect(")")
    }

    mutating func suffixed() throws(Stop) -> Suffixed {
        try enter()
        var result = Suffixed()
        var path: String?
        if accept("(") {
            result.value = try expression()
            try expect(")")
        } else {
            let base = try name()
            result = Suffixed(plainName: base, isAssignable: true, value: resolver.value(of: base))
            path = base.text
        }
        while try suffix(&result, &path) {}
        leave()
        return result
    }

    /// One more `.name`, `[index]`, `:method(…)` or call.
    private mutating func suffix(_ result: inout Suffixed, _ path: inout String?) throws(Stop) -> Bool {
        let isCall = token.is("(") || token.is("{") || token.stringValue != nil || token.isEscapedString
        guard isCall || token.is(".") || token.is("[") || token.is(":") else { return false }
        let base = result.plainName
        if let base { resolver.read(base) }
        result.plainName = nil
        (result.isCall, result.isAssignable) = (isCall || token.is(":"), !isCall && !token.is(":"))
        if accept(".") {
            let field = try name()
            path = path.map { $0 + "." + field.text }
            result.value = resolver.field(field, of: result.value, base: base)
        } else if token.is("[") {
            advance()
            try expression()
            try expect("]")
            (result.value, path) = (resolver.element(of: result.value), nil)
        } else if accept(":") {
            let method = try name()
            result.value = try call(method: method, on: result.value, base: base)
            path = nil
        } else {
            result.value = try call(path, on: result.value)
            path = nil
        }
        return true
    }

    /// The arguments of a function that is known by its path, such as `criteria.define`.
    private mutating func call(_ path: String?, on value: KnownValue) throws(Stop) -> KnownValue {
        if path == "require", let module = stringArgument() { resolver.require(module) }
        var filter = KnownValue.unknown
        if case .collection = value { filter = value }
        try arguments(callee: path, filtered: filter, element: .unknown)
        return filter
    }

    private mutating func call(method: LuaToken, on value: KnownValue, base: LuaToken?) throws(Stop) -> KnownValue {
        guard case .collection(let kind) = value else {
            let result = resolver.field(method, of: value, base: base)
            if case .collection = result {
                try arguments(callee: nil, filtered: result, element: .unknown)
                return result
            }
            try arguments(callee: nil, filtered: .unknown, element: .unknown)
            return .unknown
        }
        resolver.collectionMethod(method)
        let words = ["sort_by", "group_by", "tally"]
        if words.contains(method.text), let path = stringArgument() { resolver.fieldPath(path, of: kind) }
        try arguments(
            callee: nil, filtered: method.text == "where" ? value : .unknown, element: .record(kind))
        return ["where", "without", "union", "sort_by", "ever"].contains(method.text) ? value : .unknown
    }

    /// The text of a lone argument: `"x"` or `("x")`, and not the beginning of `("x" .. y)`.
    private mutating func stringArgument() -> LuaToken? {
        if token.stringValue != nil { return token }
        guard token.is("("), peek().stringValue != nil else { return nil }
        var further = lexer
        return further.next().is(")") ? peek() : nil
    }

    /// Arguments; a table among them may be a filter, and the first parameter of a function may be a record.
    private mutating func arguments(
        callee: String?, filtered: KnownValue, element: KnownValue
    ) throws(Stop) {
        if token.stringValue != nil || token.isEscapedString { return advance() }
        if token.is("{") { return try tableConstructor(callee: callee, filtered: filtered) }
        try expect("(")
        while !token.is(")") {
            try argument(callee, filtered, element)
            if !accept(",") { break }
            if token.is(")") { throw Stop(token: token, expected: "<expression>") }
        }
        try expect(")")
    }

    /// One argument: a table or a function is looked at as what it is for, with the operators that may follow it.
    private mutating func argument(
        _ callee: String?, _ filtered: KnownValue, _ element: KnownValue
    ) throws(Stop) {
        if token.is("{") {
            try tableConstructor(callee: callee, filtered: filtered)
        } else if accept("function") {
            try functionBody(first: element)
        } else {
            try expression()
            return
        }
        if try binaryOperator() { try expression() }
    }
}

extension LuaToken {
    /// A string with escapes, whose value is not needed.
    var isEscapedString: Bool { if case .string(nil) = kind { true } else { false } }

    /// A word of another language.
    func isForeign(_ spelling: String) -> Bool { kind == .invalid && text == spelling }
}

/// Tables.
extension LuaParser {
    mutating func tableConstructor(callee: String?, filtered: KnownValue = .unknown) throws(Stop) {
        try enter()
        let context = TableContext(callee: callee, parent: table)
        let outer = table
        table = context
        try expect("{")
        while !token.is("}") {
            try tableField(context, filtered)
            if !accept(","), !accept(";") { break }
        }
        try expect("}")
        table = outer
        leave()
    }

    private mutating func tableField(_ context: TableContext, _ filtered: KnownValue) throws(Stop) {
        if accept("[") {
            try expression()
            try expect("]")
            try expect("=")
            try expression()
        } else if token.kind == .name, peek().is("=") {
            let key = token
            advance()
            advance()
            resolver.filterKey(key, of: filtered)
            try namedValue(key.text, context)
        } else {
            try expression()
        }
    }

    private mutating func namedValue(_ key: String, _ context: TableContext) throws(Stop) {
        if let text = token.stringValue, [",", ";", "}"].contains(peek().text) { context.texts[key] = text }
        guard token.is("function") else {
            try expression()
            return
        }
        // The function's own tables are not this definition's: the context comes back after the body.
        advance()
        try functionBody(first: resolver.parameter(of: key, in: context))
        if try binaryOperator() { try expression() }
    }
}
