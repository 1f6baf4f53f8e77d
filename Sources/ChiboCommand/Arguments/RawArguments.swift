package import ChiboModel

/// What was typed, taken apart but not yet understood: verb, flags with their texts, operands.
package struct RawArguments: Sendable {
    package private(set) var verb: Verb?
    package private(set) var operands: [String] = []
    /// The values of each flag in the order typed; a flag without value has an empty text.
    package private(set) var flags: [String: [String]] = [:]

    /// Takes a command line apart (without the program's name).
    ///
    /// Flags may stand anywhere; `--` ends them; `-vq` is `-v -q`; `-Cdir`, `-C dir`, `--unit=dir` and `--unit dir`
    /// all work.
    package init(_ arguments: [String]) throws(Diagnostic) {
        // The verb is found first, because it decides which flags there are.
        verb = try Self.verb(in: arguments)
        let known = verb?.allFlags ?? Flag.global
        var verbSeen = false
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            } else if word.hasPrefix("--") {
                try take(long: word, known, &rest)
            } else if word.hasPrefix("-"), word != "-" {
                try take(short: word, known, &rest)
            } else if !verbSeen, verb != nil {
                verbSeen = true
            } else {
                operands.append(word)
            }
        }
        try checkOperands()
    }

    /// The first word that is no flag and no flag's value.
    private static func verb(in arguments: [String]) throws(Diagnostic) -> Verb? {
        let flags = Flag.global + Verb.all.flatMap(\.flags)
        var rest = arguments[...]
        while let word = rest.popFirst(), word != "--" {
            if word.hasPrefix("-"), word != "-" {
                if try takesNextWord(word, flags) { _ = rest.popFirst() }
            } else if let verb = Verb.named(word) {
                return verb
            } else {
                throw Failures.unknownVerb(word)
            }
        }
        return nil
    }

    private static func takesNextWord(_ word: String, _ flags: [Flag]) throws(Diagnostic) -> Bool {
        if word.hasPrefix("--") {
            let name = String(word.dropFirst(2).prefix { $0 != "=" })
            guard let flag = flags.first(where: { $0.name == name }) else {
                throw Failures.unknownFlag("--" + name, nil)
            }
            return flag.takesValue && !word.contains("=")
        }
        for (index, letter) in word.enumerated().dropFirst() {
            guard let flag = flags.first(where: { $0.letter == letter }) else {
                throw Failures.unknownFlag("-\(letter)", nil)
            }
            if flag.takesValue { return index == word.count - 1 }
        }
        return false
    }

    private mutating func take(
        long word: String, _ known: [Flag], _ rest: inout ArraySlice<String>
    ) throws(Diagnostic) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let flag = known.first(where: { $0.name == name }) else { throw Failures.unknownFlag("--" + name, verb) }
        let attached = parts.count > 1 ? String(parts[1]) : nil
        guard case .some(_, let kind) = flag.value else {
            if attached != nil { throw Failures.valueNotExpected("--" + name) }
            return flags[name, default: []].append("")
        }
        guard let value = attached ?? rest.popFirst() else { throw Failures.valueMissing("--" + name, flag) }
        try add(flag, kind, value)
    }

    private mutating func take(
        short word: String, _ known: [Flag], _ rest: inout ArraySlice<String>
    ) throws(Diagnostic) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let flag = known.first(where: { $0.letter == letter }) else {
                throw Failures.unknownFlag("-\(letter)", verb)
            }
            guard case .some(_, let kind) = flag.value else {
                flags[flag.name, default: []].append("")
                continue
            }
            guard let value = letters.isEmpty ? rest.popFirst() : String(letters) else {
                throw Failures.valueMissing("-\(letter)", flag)
            }
            return try add(flag, kind, value)
        }
    }

    private mutating func add(_ flag: Flag, _ kind: Flag.ValueKind, _ value: String) throws(Diagnostic) {
        guard kind.accepts(value) else { throw Failures.badValue(value, flag, kind) }
        flags[flag.name, default: []].append(value)
    }

    private func checkOperands() throws(Diagnostic) {
        guard let verb, flags["help"] == nil, flags["version"] == nil else { return }
        // What it works on is the flag's to say.
        if verb.flags.contains(where: { $0.replacesOperands && flags[$0.name] != nil }) {
            if let word = operands.first { throw Failures.tooMuch(word, verb) }
            return
        }
        for (index, operand) in verb.operands.enumerated() {
            guard index < operands.count else {
                if operand.required { throw Failures.operandMissing(operand, verb) }
                return
            }
            if !operand.choices.isEmpty, !operand.choices.contains(operands[index]) {
                throw Failures.badOperand(operands[index], operand, verb)
            }
            if operand.repeats { return }
        }
        if operands.count > verb.operands.count { throw Failures.tooMuch(operands[verb.operands.count], verb) }
    }
}

extension Flag.ValueKind {
    /// Whether a text can be such a value.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .text: true
        case .file, .folder: !text.isEmpty
        case .date: Self.date(text) != nil
        case .period: Period(text) != nil
        case .assignment: text.firstIndex(of: "=").map { $0 != text.startIndex } ?? false
        case .count: Int(text).map { $0 >= 0 } ?? false
        case .number(let bounds): Int(text).map(bounds.contains) ?? false
        case .duration: Quantity.duration(text) != nil
        case .size: Quantity.bytes(text) != nil
        case .choice(let words): words.contains(text)
        case .choices(let words):
            text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { words.contains(String($0)) }
        }
    }

    /// A date in either form that people here write: `2023-12-31`, `31/12/2023`.
    static func date(_ text: String) -> CalendarDate? {
        if let date = CalendarDate(iso: text) { return date }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        return year >= 1000 ? CalendarDate(year: year, month: month, day: day) : nil
    }
}
