/// What the command line asks for.
struct Options {
    /// Measure this one here, and print its line: how the program calls itself.
    var child: String?
    /// Make the sample spreadsheets in this folder: how the program calls itself.
    var sampleOffice: String?
    /// Make the store of so many members: how the program calls itself.
    var largeStore: Int?
    /// Only names that contain this text.
    var filter = ""
    /// Print JSON, not a table.
    var json = false
    /// Only print the names.
    var list = false
    /// Timed rounds of each.
    var rounds = 7

    static let usage = "usage: ChiboBenchmarks [--filter TEXT] [--rounds N] [--json] [--list]"

    /// Reads the arguments after the program's name.
    init(_ arguments: [String]) throws(BenchmarkFailure) {
        var rest = arguments[...]
        while let flag = rest.popFirst() {
            switch flag {
            case "--json": json = true
            case "--list": list = true
            case "--child": child = rest.popFirst()
            case "--sample-office": sampleOffice = rest.popFirst()
            case "--large-store": largeStore = rest.popFirst().flatMap { Int($0) }
            case "--filter":
                guard let text = rest.popFirst() else { throw BenchmarkFailure(Self.usage) }
                filter = text
            case "--rounds":
                guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
                    throw BenchmarkFailure(Self.usage)
                }
                rounds = number
            default: throw BenchmarkFailure(Self.usage)
            }
        }
    }
}
