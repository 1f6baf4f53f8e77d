import ChiboLua

/// How a branch was judged.
enum Rating: String, LuaEnum {
    case excellent, good, fair, poor

    static var luaSummary: String { "How a branch was judged in a year." }
    var luaSummary: String { self == .excellent ? "At most one branch in five." : "" }
}

/// A class: instances keep their identity.
final class Branch {
    let code: String
    var name: String
    var parent: Branch?
    var members: [Person] = []
    var ratings: [Int: Rating] = [:]
    private let counted: Counted?

    init(_ code: String, name: String = "", _ census: Census? = nil) {
        self.code = code
        self.name = name
        counted = census.map(Counted.init)
    }

    func rating(in year: Int) -> Rating? { ratings[year] }
    func rate(_ year: Int, as rating: Rating) { ratings[year] = rating }
}

extension LuaParameter {
    static let year = LuaParameter("year", is: "a year", "A calendar year.")
}

extension Branch: LuaDescribed {
    static let luaType = LuaType<Branch>("Branch", "A branch of the organisation.") { type in
        type.property("code", \.code, "The code, unique in the unit.")
        type.writableProperty("name", \.name)
        type.writableProperty("parent", \.parent, "The branch above.")
        type.writableProperty("members", \.members)
        type.method("rating", [.year], "How the branch was judged in a year; nil: it was not.", calling: Branch.rating)
        type.method("rate", [.year, "rating"], "Judges the branch.", calling: Branch.rate)
        type.method("count_if", ["test"]) { (branch: Branch, test: LuaFunction) in
            try branch.members.filter { try test.call(LuaValue(integer: $0.birth)).first?.isTruthy == true }.count
        }
        type.method("sum", ["numbers"]) { (_, numbers: [Int]) in numbers.reduce(0, &+) }
        type.method("table", ["pairs"]) { (_, pairs: [String: [Double]]) in pairs }
        type.initializer(["code", "name"], "Makes a branch.") { (code: String, name: String?) in
            Branch(code, name: name ?? "")
        }
        type.text { branch in "branch \(branch.code)" }
        type.elements(count: \.members.count) { branch, index in branch.members[index] }
    }
}

extension LuaValue {
    init(integer: Int) { self = .integer(Int64(integer)) }
}

/// A structure: copied on its way.
struct Person: Comparable {
    var name: String
    var birth: Int

    mutating func rename(_ name: String) { self.name = name }
    static func < (left: Person, right: Person) -> Bool { left.birth < right.birth }
}

extension Person: LuaDescribed {
    static let luaType = LuaType<Person>("Person") { type in
        type.writableProperty("name", \.name)
        type.property("birth", \.birth)
        type.property("adult") { 2026 - $0.birth >= 18 }
        type.mutatingMethod("rename", ["name"]) { (person: inout Person, name: String) in person.rename(name) }
        type.mutatingMethod("with", ["body"]) { (person: inout Person, body: LuaFunction) in
            try body.call()
            person.birth += 1
        }
        type.callable(["year"]) { (person: Person, year: Int) in year - person.birth }
        type.initializer(["name", "birth"]) { (name: String, birth: Int) in Person(name: name, birth: birth) }
        type.equatable()
        type.comparable()
    }
}

/// A value that cannot be copied.
struct Ballot: ~Copyable {
    var votes = 0
    let counted: Counted

    consuming func close() -> Int { votes }
}

extension Ballot: LuaOwned {
    static let luaType = LuaType<Ballot>("Ballot", "A box of votes.") { type in
        type.borrowingProperty("votes", "So far.") { $0.votes }
        type.borrowingMethod("more_than", ["votes"]) { (ballot: borrowing Ballot, votes: Int) in ballot.votes > votes }
        type.borrowingMethod("with", ["body"]) { (ballot: borrowing Ballot, body: LuaFunction) in
            _ = try body.call()
            _ = ballot.votes
        }
        type.mutatingMethod("vote", ["votes"]) { (ballot: inout Ballot, votes: Int?) in ballot.votes += votes ?? 1 }
        type.consumingMethod("close", [], "Counts the votes and ends.") { (ballot: consuming Ballot) in ballot.close() }
        type.weighs { _ in 1000 }
    }
}
