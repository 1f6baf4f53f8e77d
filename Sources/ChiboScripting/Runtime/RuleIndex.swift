import ChiboStdlib

/// A function of a rule, as the comment above it in the standard library says it.
package struct RuleFunction: Hashable, Sendable {
    /// How a script calls it: `member:probation_end(options)`, `metrics.admissions(options)`.
    package let call: String
    /// What it answers, in English, from the library's source.
    package let text: String
    /// The rules of the regulations' catalogue that it names: `R-03`.
    package let rules: [String]
    /// The file in the repository.
    package let path: String
}

/// The functions of the rules, read from the library itself, so that the list cannot differ from what runs.
package enum RuleIndex {
    /// What holds the rules, in the order of the list; what the rules share among themselves is nobody's to call.
    private static func isListed(_ module: String) -> Bool {
        let folders = ["records.", "regulations.", "metrics."]
        return folders.contains(where: module.hasPrefix) && !["regulations.base", "metrics.shared"].contains(module)
            || module == "models"
    }

    /// All functions, module by module in the order of their names, each module's in the order of its text.
    package static let functions: [RuleFunction] = Stdlib.modules.filter(isListed).flatMap { module in
        functions(of: module, Stdlib.source(of: module) ?? "", Stdlib.path(of: module) ?? module)
    }

    private static func functions(of module: String, _ source: String, _ path: String) -> [RuleFunction] {
        var found: [RuleFunction] = []
        var comment: [Substring] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("---@") { continue }
            if line.hasPrefix("--- ") {
                comment.append(line.dropFirst(4))
                continue
            }
            if !comment.isEmpty, let call = call(in: line, of: module) {
                let text = comment.joined(separator: " ")
                found.append(RuleFunction(call: call, text: text, rules: rules(in: text), path: path))
            }
            comment = []
        }
        return found
    }

    /// How a function is called that begins on a line: `function owner.name(arguments)` or `owner.name = other`.
    private static func call(in line: Substring, of module: String) -> String? {
        if let match = line.wholeMatch(of: /function ([a-z_]+)\.([a-z_]+)\(([^)]*)\).*/) {
            return call(String(match.1), String(match.2), String(match.3), of: module)
        }
        if let match = line.wholeMatch(of: /([a-z_]+)\.([a-z_]+) = [a-z_]+/) {
            return call(String(match.1), String(match.2), "", of: module)
        }
        return nil
    }

    /// nil where a file keeps the function to itself.
    private static func call(_ owner: String, _ name: String, _ arguments: String, of module: String) -> String? {
        guard module.hasPrefix("records.") else {
            let holder = module.hasPrefix("metrics.") ? "metrics" : module
            return holder.hasSuffix(owner) ? "\(holder).\(name)(\(arguments))" : nil
        }
        let rest = arguments.split(separator: ",").map { $0.drop { $0 == " " } }.filter { $0 != "self" }
        return "\(owner == "unit" ? "branch" : owner):\(name)(\(rest.joined(separator: ", ")))"
    }

    private static func rules(in text: String) -> [String] { text.matches(of: /R-[0-9][0-9]/).map { String($0.0) } }
}
