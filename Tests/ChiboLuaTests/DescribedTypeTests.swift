import ChiboLua
import Testing

@Suite struct DescribedTypeTests {
    let state = LuaState()
    let branch = Branch("A1", name: "History")

    init() {
        branch.members = [Person(name: "An", birth: 2001), Person(name: "Bình", birth: 1999)]
        state.globals["branch"] = state.object(branch)
        state.globals["person"] = state.object(Person(name: "Chi", birth: 2004))
        state.expose(Branch.self)
        state.expose(Person.self)
        state.expose(Rating.self)
    }

    @discardableResult private func run(_ source: String) throws -> [LuaValue] {
        try ChiboLuaTests.run(source, in: state)
    }
    private func message(_ source: String) -> String? { failure(of: source, in: state)?.message }

    // MARK: Members

    @Test func `properties are read, and assigned where they are writable`() throws {
        #expect(try run("branch.name = branch.code .. '!' return branch.name, branch.parent") == ["A1!", nil])
        #expect(branch.name == "A1!")
        #expect(message("branch.code = 'x'") == "cannot assign 'code' of Branch: it is read-only")
        #expect(message("branch.rate = 1") == "cannot assign 'rate' of Branch: it is read-only")
        #expect(message("branch.name = 5") == "`name` of Branch must be a string, got 5")
        #expect(message("branch.parent = person") == "`parent` of Branch must be a Branch or nil, got a Person")
    }

    @Test func `methods take and answer typed values`() throws {
        #expect(try run("branch:rate(2025, 'good') return branch:rating(2025), branch:rating(1)") == ["good", nil])
        #expect(branch.ratings == [2025: .good])
        #expect(try run("return branch:rate(2024, Rating.poor)").isEmpty)
        #expect(try run("return branch.rate == branch.rate") == [true])
    }

    @Test func `functions of the type make values`() throws {
        let made = try run("local b = Branch.new('B2') b.parent = branch return b, b.parent == branch, b.parent.name")
        #expect(made.dropFirst() == [true, "History"])
        #expect(made[0].instance(Branch.self)?.parent === branch)
        #expect(try run("return Person.new('D', 2000).birth") == [2000])
        #expect(message("Branch.new = nil") == "cannot assign 'new' of 'Branch': it is read-only")
    }

    @Test func `a name that is not known is told with the nearest`() {
        #expect(message("return branch.nmae") == "Branch has no member 'nmae'; did you mean 'name'?")
        #expect(message("branch.zzzzzz = 1") == "Branch has no member 'zzzzzz'")
        #expect(message("return branch[true]") == "Branch has no member '[true]'")
        #expect(message("return Branch.nwe()") == "Branch has no member 'nwe'; did you mean 'new'?")
        #expect(message("return Rating.godo") == "Rating has no member 'godo'; did you mean 'good'?")
        #expect(message("return branch.length") == "Branch has no member 'length'")
        #expect(message("return Rating[1]") == "Rating has no member '[1]'")
        let long = String(repeating: "n", count: 100)
        #expect(message("return branch.\(long)") == "Branch has no member '\(long)'")
    }

    @Test func `types share the members of a protocol, and long names are members as well`() throws {
        state.globals["dog"] = state.object(Dog(name: "Mực"))
        #expect(try run("return dog.name, dog:greet('An'), dog.\(longName)") == ["Mực", "Mực greets An", 1])
        #expect(message("dog:greet(1)") == "argument 1 of `dog:greet` must be a string, got 1")
    }

    // MARK: Arguments

    @Test func `an argument that does not fit is told by parameter, expectation and value`() {
        #expect(message("branch:rating('abc')") == "argument 1 of `branch:rating` must be a year, got 'abc'")
        #expect(message("branch:rating()") == "argument 1 of `branch:rating` must be a year, got no value")
        #expect(message("branch:rating(1.5)") == "argument 1 of `branch:rating` must be a year, got 1.5")
        #expect(
            message("branch:rate(2025, 'godo')")
                == "argument 2 of `branch:rate` must be one of 'excellent', 'good', 'fair', 'poor', got 'godo'; "
                + "did you mean 'good'?")
        #expect(message("Branch.new({})") == "argument 1 of `Branch.new` must be a string, got a table")
        #expect(message("person('x')") == "argument 1 of `Person.call` must be an integer, got 'x'")
        #expect(failure(of: "\nbranch:rating('abc')", in: state)?.position?.line == 2)
    }

    @Test func `a method without its receiver is told to be called with a colon`() {
        let advice = "write value:rating(…) with a colon"
        #expect(message("branch.rating(2025)") == "`rating` is a method of Branch and was called on 2025: " + advice)
        #expect(
            message("branch.rating(person, 1)")
                == "`rating` is a method of Branch and was called on a Person: " + advice)
        #expect(message("branch.rating()") == "`rating` is a method of Branch and was called on no value: " + advice)
    }

    @Test func `the host composes what is said of a misuse`() throws {
        state.onMisuse { misuse in
            guard case .argument(let argument) = misuse else { return misuse }
            return LuaScriptError("tham số \(argument.position) của \(argument.call): \(argument.parameter)")
        }
        #expect(message("branch:rating('x')") == "tham số 1 của branch:rating: year")
        let error = try #require(failure(of: "return branch.nmae", in: state))
        #expect(error.cause as? LuaMisuse == .unknown(type: "Branch", member: "nmae", nearest: "name"))
    }

    @Test func `a plain function with named parameters says them too`() throws {
        state.globals["add"] = .function(state.function("add", ["left", "right"]) { (a: Int, b: Int) in a + b })
        #expect(try run("return add(1, 2)") == [3])
        #expect(message("add(1, {})") == "argument 2 of `add` must be an integer, got a table")
    }

    @Test func `a type is named in messages before a value of it went to Lua`() {
        let state = LuaState()
        state.globals["f"] = .function(state.function("f") { (dog: Dog) in dog.name })
        let problem = failure(of: "f(1)", in: state)?.message
        #expect(problem == "bad argument #1 to 'f' (Dog expected, got number)")
    }

    @Test func `what assigning a property of an instance sets off may use the instance`() throws {
        let state = LuaState()
        state.globals["bell"] = state.object(Bell())
        let source = "function ring() rung = bell.loudness end bell.on_change = ring bell.loudness = 3 return rung"
        #expect(try ChiboLuaTests.run(source, in: state) == [3])
        state.close()
    }

    // MARK: Collections

    @Test func `lists and tables are copied in and out`() throws {
        #expect(try run("return branch:sum{1, 2, 3}, branch:sum{}") == [6, 0])
        let table = try run("return branch:table{ a = {1.5}, b = {} }")[0].table
        #expect(table?["a"].table?.list == [1.5])
        #expect(table?["b"].table?.isEmpty == true)
        #expect(try run("branch.members = { person, branch.members[1] } return #branch.members") == [2])
        #expect(branch.members.map(\.name) == ["Chi", "An"])
    }

    @Test func `an error in a collection says where`() {
        #expect(
            message("branch:sum{1, 'x'}")
                == "argument 1 of `branch:sum` must be a list (each element an integer), got 'x' at [2]")
        #expect(
            message("branch:table{ a = {1, {}} }")
                == "argument 1 of `branch:table` must be a table (each key a string, each value a list (each element a "
                + "number)), got a table at ['a'][2]")
        #expect(
            message("branch.members = { person, branch }")
                == "`members` of Branch must be a list (each element a Person), got a Branch")
    }

    @Test func `a small table that would be large as a copy is refused`() throws {
        let source =
            "local s, t = ('x'):rep(1 << 20), {} for i = 1, 100 do t[s:sub(1, i)] = {} end "
            + "local l = {} for i = 1, 1000 do l[i] = s end return branch:names(l)"
        #expect(message(source.replacing("names", with: "sum")) != nil)
        state.globals["texts"] = .function(state.function("texts") { (texts: [String]) in texts.count })
        #expect(
            message("local s, l = ('x'):rep(1 << 20), {} for i = 1, 1000 do l[i] = s end return texts(l)")
                == "the table holds more than fits into memory when it is copied")
        #expect(try run("return texts{'a', 'b'}") == [2])
    }

    @Test func `a list-like value has a length, elements and ipairs`() throws {
        #expect(
            try run("return #branch, branch[1].name, branch[3], branch[0], branch[1.5]") == [2, "An", nil, nil, nil])
        #expect(try run("local s = '' for i, p in ipairs(branch) do s = s .. i .. p.name end return s") == ["1An2Bình"])
    }

    // MARK: Identity and copies

    @Test func `a class instance is the same value each time it goes to Lua`() throws {
        state.globals["again"] = state.object(branch)
        #expect(
            try run("local t = { [branch] = 1 } return branch == again, t[again], rawequal(branch, again)") == [
                true, 1, true,
            ])
        #expect(state.object(branch) == state.globals["branch"])
        #expect(try run("return branch == Branch.new('A1')") == [false])
        #expect(state.object(branch).instance(Branch.self) === branch)
    }

    @Test func `a structure is copied on its way`() throws {
        let person = Person(name: "An", birth: 2001)
        state.globals["p"] = state.object(person)
        #expect(try run("local q = p p:rename('Bê') p.name = p.name .. '!' return q.name, p.adult") == ["Bê!", true])
        #expect(person.name == "An")
        #expect(state.globals["p"].instance(Person.self)?.name == "Bê!")
        #expect(try run("branch.members[1].name = 'lost' return branch.members[1].name") == ["An"])
    }

    @Test func `operators are Swift's`() throws {
        state.globals["old"] = state.object(Person(name: "An", birth: 1950))
        state.globals["same"] = state.object(Person(name: "An", birth: 1950))
        let equal = try run("return old == same, old == person, old == branch, old ~= same")
        #expect(equal == [true, false, false, false])
        #expect(try run("return old < person, old <= same, old > person, old >= same") == [true, true, false, true])
        #expect(
            try run("return person(2026), tostring(branch), 'the ' .. branch") == [22, "branch A1", "the branch A1"])
        #expect(try run("return tostring(person), ('%s'):format(branch)") == ["Person", "branch A1"])
        #expect(try run("local t = branch.members table.sort(t) return t[1].name") == ["Bình"])
        #expect(message("return old < 5") == "argument 2 of `Person.less` must be a Person, got 5")
        #expect(message("return branch < branch") == "attempt to compare two Branch values")
        #expect(message("return branch()")?.hasPrefix("attempt to call a Branch value") == true)
        #expect(message("return #person")?.hasPrefix("attempt to get length of a Person value") == true)
    }

    // MARK: Safety

    @Test func `scripts cannot reach what ends a value`() throws {
        #expect(try run("return getmetatable(branch), getmetatable(person)") == [false, false])
        #expect(message("getmetatable(branch).__gc(branch)") != nil)
        #expect(message("setmetatable(branch, {})") != nil)
        #expect(message("rawset(branch, 'name', 1)") != nil)
        #expect(message("return branch.__gc") == "Branch has no member '__gc'")
    }

    @Test func `a value of another state is another value, and a closed state has none`() throws {
        let other = LuaState()
        let value = other.object(branch)
        #expect(value.instance(Branch.self) === branch)
        other.globals["branch"] = value
        #expect(try ChiboLuaTests.run("branch.name = 'Law' return branch.code", in: other) == ["A1"])
        #expect(try run("return branch.name") == ["Law"])
        other.close()
        #expect(value.instance(Branch.self) == nil)
        #expect(other.object(branch).isNil)
    }

    @Test func `instances are let go when Lua is done with them`() {
        let census = Census()
        let state = LuaState()
        for _ in 0..<100 { _ = state.object(Branch("x", census)) }
        state.globals["kept"] = state.object(Branch("y", census))
        state.collectGarbage()
        state.collectGarbage()
        #expect(census.living == 1)
        state.close()
        #expect(census.living == 0)
    }
}

private protocol Named {
    var name: String { get }
}

extension LuaType where Instance: Named {
    fileprivate mutating func named() {
        property("name") { $0.name }
        method("greet", ["whom"]) { (named: Instance, whom: String) in "\(named.name) greets \(whom)" }
    }
}

/// Longer than what Lua keeps once.
private let longName = String(repeating: "n", count: 60)

private struct Dog: Named, LuaDescribed {
    let name: String

    static let luaType = LuaType<Dog>("Dog") { type in
        type.named()
        type.property(longName) { _ in 1 }
    }
}

private final class Bell: LuaDescribed {
    var onChange: LuaFunction?
    var loudness = 0 {
        didSet { _ = try? onChange?.call() }
    }

    static let luaType = LuaType<Bell>("Bell") { type in
        type.writableProperty("on_change", \.onChange)
        type.writableProperty("loudness", get: { $0.loudness }, set: { $0.loudness = $1 })
    }
}
