import ChiboLua
import Testing

final class Course {
    let code: String
    var title: String
    var grades: [Grade] = []

    init(code: String, title: String) {
        self.code = code
        self.title = title
    }

    func add(_ grade: Grade) { grades.append(grade) }
    func share(of grade: Grade) -> Double? {
        grades.isEmpty ? nil : Double(grades.count { $0 == grade }) / Double(grades.count)
    }
}

extension Course: LuaDescribed {
    static let luaType = LuaType<Course>("Course", "A course of a faculty.") { type in
        type.property("code", \.code, "The code, unique in the faculty.")
        type.writableProperty("title", \.title)
        type.property("size", "How many grades were given.") { $0.grades.count }
        type.method("add", ["grade"], "Gives a grade.", calling: Course.add)
        type.method("share", ["grade"], "The share of a grade; nil when none was given.", calling: Course.share)
        type.method("each", ["visit"], "Calls a function with each grade.") { (course: Course, visit: LuaFunction) in
            for grade in course.grades { try visit.call(.text(grade.rawValue)) }
        }
        type.initializer(["code", "title"]) { (code: String, title: String?) in
            Course(code: code, title: title ?? code)
        }
        type.text { course in "course \(course.code)" }
        type.elements(count: \.grades.count) { course, index in course.grades[index] }
    }
}

enum Grade: String, LuaEnum {
    case excellent, good, fair, poor

    static var luaSummary: String { "A grade of a course." }
}

struct Money: Comparable {
    var amount: Int

    static func < (left: Money, right: Money) -> Bool { left.amount < right.amount }
}

extension Money: LuaDescribed {
    static let luaType = LuaType<Money>("Money", "An amount in đồng.") { type in
        type.property("amount") { $0.amount }
        type.mutatingMethod("add", ["amount"]) { (money: inout Money, amount: Int) in money.amount += amount }
        type.initializer(["amount"]) { (amount: Int) in Money(amount: amount) }
        type.equatable()
        type.comparable()
    }
}

struct Seal: ~Copyable {
    let number: Int

    consuming func press() -> String { "sealed with \(number)" }
}

extension Seal: LuaOwned {
    static let luaType = LuaType<Seal>("Seal", "A seal that is used once.") { type in
        type.borrowingProperty("number") { $0.number }
        type.consumingMethod("press") { (seal: consuming Seal) in seal.press() }
    }
}

extension LuaParameter {
    static let week = LuaParameter("week", is: "a week of the term", "From 1 to 15.")
}

/// The code of the article *Describing types*.
struct DescribingTypesExamples {
    private func message(_ source: String, _ state: LuaState) -> String? { failure(of: source, in: state)?.message }

    @Test func `a class`() throws {
        let state = LuaState()
        let course = Course(code: "MATH1", title: "Calculus")

        state.expose(Course.self)
        state.expose(Grade.self)
        state.globals["course"] = state.object(course)
        let script = """
            course:add("good") course:add(Grade.poor)
            course.title = course.title .. " I"
            return #course, course[1], course:share("good")
            """
        let results = try state.load(script, name: "grades.lua").call()

        #expect(results == [2, "good", 0.5])
        #expect(course.title == "Calculus I" && course.grades == [.good, .poor])
        #expect(try run("return Course.new('X').title", in: state) == ["X"])
        #expect(try run("local n = 0 course:each(function() n = n + 1 end) return n", in: state) == [2])
        #expect(state.globals["course"].instance(Course.self) === course)
        #expect(
            message("course:add('god')", state)
                == "argument 1 of `course:add` must be one of 'excellent', 'good', 'fair', 'poor', got 'god'; "
                + "did you mean 'good'?")
        #expect(message("return course.titel", state) == "Course has no member 'titel'; did you mean 'title'?")
        #expect(message("course.code = 'x'", state) == "cannot assign 'code' of Course: it is read-only")
    }

    @Test func `messages in another language`() throws {
        let state = LuaState()
        state.expose(Course.self)

        state.onMisuse { misuse in
            switch misuse {
            case .argument(let wrong):
                LuaScriptError(
                    "tham số \(wrong.position) của \(wrong.call) phải là \(wrong.expected), không phải \(wrong.got)")
            default: LuaScriptError(misuse.description)
            }
        }

        #expect(
            message("Course.new(1)", state) == "tham số 1 của Course.new phải là a string, không phải 1")
    }

    @Test func `values and loans`() throws {
        let state = LuaState()
        state.expose(Money.self)

        var fee = Money(amount: 500)
        let raise = try state.load("local fee = ... fee:add(100)", name: "raise.lua")
        try raise.call(state.object(fee))  // a copy: fee.amount is 500 still
        try state.withLent(&fee) { lent throws(LuaError) in _ = try raise.call(lent) }  // in place: 600

        #expect(fee.amount == 600)
        #expect(try run("local a, b = Money.new(1), Money.new(2) return a < b, a == b", in: state) == [true, false])
    }

    @Test func `a value that is used up`() throws {
        let state = LuaState()

        state.globals["seal"] = state.object(Seal(number: 7))
        let sealed = try state.load("return seal:press()", name: "seal.lua").call()

        #expect(sealed == ["sealed with 7"])
        #expect(message("seal:press()", state) == "this Seal is no longer valid: a method has consumed it")
    }

    @Test func `a plain function with names`() throws {
        let state = LuaState()

        let plan = state.function("plan", ["course", .week]) { (course: Course, week: Int) in
            "\(course.code) in week \(week)"
        }
        state.globals["plan"] = .function(plan)

        state.globals["course"] = state.object(Course(code: "A", title: ""))
        #expect(try run("return plan(course, 3)", in: state) == ["A in week 3"])
        #expect(
            message("plan(course, 'x')", state) == "argument 2 of `plan` must be a week of the term, got 'x'")
    }

    @Test func `the reference`() throws {
        let reference = LuaReference([Course.luaType.outline, Money.luaType.outline, Grade.luaOutline])
        let page = reference.markdown
        let annotations = reference.annotations

        #expect(page.contains("### `course:share(grade)` → `number?`"))
        #expect(annotations.contains("---@param grade Grade\n---@return number?\nfunction Course:share(grade) end"))
        #expect(try EditorOracle.diagnostics(annotations, "return Course.new('A'):share('good')\n") == [])
    }
}
