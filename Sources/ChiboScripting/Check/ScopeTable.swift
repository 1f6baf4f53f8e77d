/// What the value of a name or of an expression is known to be.
enum KnownValue: Equatable {
    case unknown
    /// One record of a kind.
    case record(String)
    /// A collection of records of a kind.
    case collection(String)
    /// A record of the kind that a definition names in one of its fields, such as `subject = "branch"`.
    case subject(of: TableContext, key: String)

    static func == (left: KnownValue, right: KnownValue) -> Bool {
        switch (left, right) {
        case (.unknown, .unknown): true
        case (.record(let a), .record(let b)), (.collection(let a), .collection(let b)): a == b
        case (.subject(let a, let k), .subject(let b, let l)): a === b && k == l
        default: false
        }
    }
}

/// A local name.
final class Binding {
    let name: String
    let line: Int
    var value: KnownValue
    /// A name that is assigned to later holds something else from then on.
    var isReassigned = false

    init(_ name: String, line: Int, value: KnownValue = .unknown) {
        (self.name, self.line, self.value) = (name, line, value)
    }
}

/// A table that is being written, as far as its texts tell what it defines.
final class TableContext {
    /// The function that the table is given to: `criteria.define`.
    let callee: String?
    let parent: TableContext?
    /// The fields whose values are plain texts.
    var texts: [String: String] = [:]

    init(callee: String?, parent: TableContext?) { (self.callee, self.parent) = (callee, parent) }

    /// This table or the nearest one around it that is given to a function.
    func nearest(_ callee: String) -> TableContext? {
        self.callee == callee ? self : parent?.nearest(callee)
    }
}

/// The local names visible at a place, innermost last.
struct ScopeTable {
    private var bindings: [Binding] = []
    private var scopes: [Int] = []
    /// Every local name of the file so far, with the last line that declared it.
    private(set) var declared: [String: Int] = [:]

    mutating func open() { scopes.append(bindings.count) }

    mutating func close() { bindings.removeSubrange((scopes.popLast() ?? 0)...) }

    mutating func declare(_ binding: Binding) {
        bindings.append(binding)
        declared[binding.name] = binding.line
    }

    func lookUp(_ name: String) -> Binding? { bindings.last { $0.name == name } }

    /// The names visible now.
    var names: Set<String> { Set(bindings.map(\.name)) }
}
