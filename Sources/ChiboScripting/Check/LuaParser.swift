/// Reads Lua 5.4 by recursive descent and tells a resolver of each name on the way; no tree is built.
///
/// Precedence does not matter to names, so that an expression is a flat row of operands. It stops at the first thing
/// that is not Lua, except for ways of other languages that have one clear meaning: those are reported and read on.
struct LuaParser {
    /// Thrown where the source stops being Lua.
    struct Stop: Error {
        let token: LuaToken
        /// What was expected, as Lua would say it.
        let expected: String
    }

    var lexer: LuaLexer
    var token: LuaToken
    var lookAhead: LuaToken?
    /// The last token that was read.
    var last: LuaToken
    var resolver: ScopeResolver
    private var depth = 0
    /// Each `else if` on one line: innocent, unless an `end` is missing at the end.
    private(set) var elseIfs: [LuaToken] = []
    /// The table being written, if any.
    var table: TableContext?

    /// Lua's own limit on nested blocks, functions and brackets.
    private static let depthLimit = 200

    init(_ source: String, resolver: ScopeResolver) {
        self.resolver = resolver
        lexer = LuaLexer(source)
        token = lexer.next()
        last = token
    }

    /// Reads the whole source; returns where it stopped being Lua.
    mutating func parse() -> Stop? {
        do throws(Stop) {
            resolver.scopes.open()
            try block()
            if token.kind != .end { throw Stop(token: token, expected: "<eof>") }
            resolver.scopes.close()
            return nil
        } catch {
            return error
        }
    }

    mutating func advance() {
        last = token
        token = lookAhead ?? lexer.next()
        lookAhead = nil
    }

    mutating func peek() -> LuaToken {
        if let lookAhead { return lookAhead }
        let next = lexer.next()
        lookAhead = next
        return next
    }

    mutating func accept(_ spelling: String) -> Bool {
        guard token.is(spelling) else { return false }
        advance()
        return true
    }

    mutating func expect(_ spelling: String) throws(Stop) {
        if !accept(spelling) { throw Stop(token: token, expected: spelling) }
    }

    mutating func name() throws(Stop) -> LuaToken {
        guard token.kind == .name else { throw Stop(token: token, expected: "<name>") }
        advance()
        return last
    }

    mutating func enter() throws(Stop) {
        depth += 1
        if depth > Self.depthLimit { throw Stop(token: token, expected: "") }
    }

    mutating func leave() { depth -= 1 }
}

/// Statements.
extension LuaParser {
    private var blockEnds: Bool {
        token.kind == .end || ["else", "elseif", "end", "until"].contains { token.is($0) }
    }

    mutating func block() throws(Stop) {
        try enter()
        while !blockEnds {
            if token.is("return") {
                try returnStatement()
                break
            }
            try statement()
        }
        leave()
    }

    /// A block with local names of its own.
    private mutating func scopedBlock() throws(Stop) {
        resolver.scopes.open()
        try block()
        resolver.scopes.close()
    }

    private mutating func returnStatement() throws(Stop) {
        advance()
        if !blockEnds, !token.is(";") { try expressionList() }
        _ = accept(";")
    }

    private mutating func statement() throws(Stop) {
        switch token.kind == .keyword || token.kind == .symbol ? token.text : "" {
        case ";", "break": advance()
        case "if": try ifStatement()
        case "while": try whileStatement()
        case "do":
            advance()
            try scopedBlock()
            try expect("end")
        case "for": try forStatement()
        case "repeat": try repeatStatement()
        case "function": try functionStatement()
        case "local": try localStatement()
        case "::":
            advance()
            _ = try name()
            try expect("::")
        case "goto":
            advance()
            _ = try name()
        default: try expressionStatement()
        }
    }

    private mutating func ifStatement() throws(Stop) {
        repeat {
            advance()
            try condition()
            try expect("then")
            try scopedBlock()
        } while token.is("elseif")
        if token.is("else") {
            advance()
            if token.is("if"), token.line == last.line { elseIfs.append(last) }
            try scopedBlock()
        }
        try expect("end")
    }

    /// A condition; `=` in it is read as `==`, which is all it can mean.
    private mutating func condition() throws(Stop) {
        try expression()
        while token.is("=") {
            resolver.foreign(token, .equalsInCondition)
            advance()
            try expression()
        }
    }

    private mutating func whileStatement() throws(Stop) {
        advance()
        try condition()
        try expect("do")
        try scopedBlock()
        try expect("end")
    }

    private mutating func repeatStatement() throws(Stop) {
        advance()
        // The condition sees the names of the block.
        resolver.scopes.open()
        try block()
        try expect("until")
        try condition()
        resolver.scopes.close()
    }

    private mutating func forStatement() throws(Stop) {
        advance()
        var names = [try name()]
        var element = KnownValue.unknown
        if accept("=") {
            try expressionList()
        } else {
            while accept(",") { names.append(try name()) }
            try expect("in")
            element = try iterated()
        }
        try expect("do")
        resolver.scopes.open()
        for (index, name) in names.enumerated() {
            resolver.declare(name, index == 0 ? element : .unknown)
        }
        try block()
        resolver.scopes.close()
        try expect("end")
    }

    /// What a generic `for` goes through: over a collection, the first name is a record.
    private mutating func iterated() throws(Stop) -> KnownValue {
        let first = try expression()
        while accept(",") { try expression() }
        if case .collection(let kind) = first { return .record(kind) }
        return .unknown
    }

    private mutating func functionStatement() throws(Stop) {
        advance()
        let base = try name()
        var isMethod = false
        if token.is(".") || token.is(":") {
            resolver.read(base)
            while accept(".") { _ = try name() }
            if accept(":") {
                _ = try name()
                isMethod = true
            }
        } else {
            resolver.assign(base)
        }
        try functionBody(isMethod: isMethod)
    }

    private mutating func localStatement() throws(Stop) {
        advance()
        if accept("function") {
            resolver.declare(try name())
            return try functionBody()
        }
        var names: [LuaToken] = []
        repeat {
            names.append(try name())
            if accept("<") {
                _ = try name()
                try expect(">")
            }
        } while accept(",")
        var value = KnownValue.unknown
        if accept("=") {
            value = try expression()
            while accept(",") { try expression() }
        }
        for (index, name) in names.enumerated() { resolver.declare(name, index == 0 ? value : .unknown) }
    }

    private mutating func expressionStatement() throws(Stop) {
        var targets = [try suffixed()]
        if token.is("=") || token.is(",") {
            while accept(",") { targets.append(try suffixed()) }
            try expect("=")
            for target in targets {
                guard target.isAssignable else { throw Stop(token: last, expected: "") }
                if let name = target.plainName { resolver.assign(name) }
            }
            return try expressionList()
        }
        if try compoundAssignment(targets[0]) { return }
        // What is neither an assignment nor a call is no statement.
        guard targets[0].isCall else {
            // Alone on its line, a name is a statement that went wrong: blame the name, not what comes after it.
            throw Stop(token: targets[0].plainName ?? token, expected: "=")
        }
    }

    private static let compound: Set<String> = ["+", "-", "*", "/", "//", "%", "^", "..", "&", "|"]

    /// `x += 1` and `x++` of other languages.
    private mutating func compoundAssignment(_ target: Suffixed) throws(Stop) -> Bool {
        guard token.kind == .symbol, Self.compound.contains(token.text), target.isAssignable else { return false }
        let (operation, next) = (token, peek())
        guard next.start == operation.end else { return false }
        let isStep = next.text == operation.text && ["+", "-"].contains(next.text)
        guard next.is("=") || isStep else { return false }
        if let name = target.plainName { resolver.read(name) }
        resolver.foreign(operation, .compoundAssignment(operation.text, target.plainName?.text ?? "x"))
        advance()
        advance()
        if !isStep { try expression() }
        return true
    }
}
