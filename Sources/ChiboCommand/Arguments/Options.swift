package import ChiboModel

/// What was typed, understood: values of their types, defaults from the environment filled in.
package struct Options: Sendable {
    package let verb: Verb?
    package let operands: [String]
    package let language: Language
    package let directory: String?
    package let unit: String?
    package let store: String?
    package let period: Period?
    package let asOf: CalendarDate?
    package let effective: CalendarDate?
    /// The parameters set, by name; the last one of a name wins.
    package let parameters: [String: String]
    package let formats: [String]
    package let answers: [Answer]
    package let output: String?
    /// Where suggestions of an import are written, and where marked ones are read.
    package let suggestions: String?
    package let decisions: String?
    package let members: Int?
    package let seed: UInt64?
    /// How long scripts may run; nil where nothing was said.
    package let deadline: Duration?
    /// How many bytes scripts may use; nil where nothing was said.
    package let memory: Int?
    /// How many states judge side by side; nil where nothing was said.
    package let cores: Int?
    private let given: Set<String>
    private let values: [String: String]
    private let colour: String
    private let environment: [String: String]

    /// The meaning of a command line in an environment.
    package init(_ raw: RawArguments, environment: [String: String]) {
        func last(_ flag: Flag) -> String? { raw.flags[flag.name]?.last }
        func words(_ flag: Flag) -> [String] {
            (raw.flags[flag.name] ?? []).flatMap { $0.split(separator: ",").map(String.init) }
        }
        (verb, operands, self.environment) = (raw.verb, raw.operands, environment)
        language = last(.lang).flatMap(Language.init) ?? Self.language(of: environment)
        directory = last(.directory)
        unit = last(.unit) ?? environment["CHIBO_UNIT"].flatMap { $0.isEmpty ? nil : $0 }
        store = last(.store) ?? environment["CHIBO_STORE"].flatMap { $0.isEmpty ? nil : $0 }
        period = last(.period).flatMap { Period($0) }
        asOf = last(.asOf).flatMap(Flag.ValueKind.date)
        effective = last(.effective).flatMap(Flag.ValueKind.date)
        parameters = Self.assignments(raw.flags["set"] ?? [])
        formats = words(.format)
        answers = words(.verdicts).compactMap(Answer.init)
        output = last(.output)
        suggestions = last(.suggestions)
        decisions = last(.decisions)
        members = last(.members).flatMap { Int($0) }
        seed = last(.seed).flatMap { UInt64($0) }
        deadline = last(.deadline).flatMap(Quantity.duration)
        memory = last(.memory).flatMap(Quantity.bytes)
        cores = last(.cores).flatMap { Int($0) }
        given = Set(raw.flags.keys)
        values = raw.flags.compactMapValues(\.last)
        colour = last(.color) ?? "auto"
    }

    /// The value of a flag, the last one where it was given several times; nil where it was not given.
    package func value(_ flag: Flag) -> String? { values[flag.name] }

    /// Whether a flag without value was given.
    package func has(_ flag: Flag) -> Bool { given.contains(flag.name) }

    /// How to speak, on a terminal.
    package func settings(on terminal: any Terminal) -> Console.Settings {
        var settings = Console.Settings()
        settings.language = language
        settings.outputColour = usesColour(on: terminal, .output)
        settings.messageColour = usesColour(on: terminal, .messages)
        settings.json = has(.json)
        settings.quiet = has(.quiet)
        settings.verbose = has(.verbose)
        return settings
    }

    private func usesColour(on terminal: any Terminal, _ stream: OutputStream) -> Bool {
        switch colour {
        case "always": return true
        case "never": return false
        default:
            if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
            return terminal.isTerminal(stream) && environment["TERM"] != "dumb"
        }
    }

    /// The language of an environment: `CHIBO_LANG`, else the locale as gettext finds it.
    package static func language(of environment: [String: String]) -> Language {
        let names = ["CHIBO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale.map { $0.lowercased().hasPrefix("vi") } ?? false ? .vi : .en
    }

    private static func assignments(_ texts: [String]) -> [String: String] {
        texts.reduce(into: [:]) { result, text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            result[VietnameseText.normalized(String(parts[0]))] = VietnameseText.normalized(String(parts[1]))
        }
    }
}
