package import ChiboModel

/// One verb of the command, declared once.
package struct Verb: Sendable {
    /// What a verb can be; running it is a switch that the compiler knows to be complete.
    package enum Name: String, CaseIterable, Sendable {
        case `init`, `import`, export, evaluate, allocate, plan, report, run, test, check, rules, repl, schedule, doctor
        case member, branch, record, data, audit, forget, backup, restore
        case demoData = "demo-data"
        case help, version
    }

    /// A word after the verb.
    package struct Operand: Sendable {
        let label: Bilingual
        let required: Bool
        let repeats: Bool
        /// The words that it may be; empty for any.
        let choices: [String]
        let summary: Bilingual

        init(
            _ label: Bilingual, _ summary: Bilingual, required: Bool = false, repeats: Bool = false,
            choices: [String] = []
        ) {
            (self.label, self.summary) = (label, summary)
            (self.required, self.repeats, self.choices) = (required, repeats, choices)
        }

        /// As it stands in the line of usage.
        func spelling(_ language: Language) -> String {
            let word = choices.isEmpty ? label[language] : choices.joined(separator: "|")
            return (required ? word : "[\(word)]") + (repeats ? "…" : "")
        }
    }

    /// A command line that works, and what it does.
    package struct Example: Sendable {
        package let line: String
        let meaning: Bilingual

        init(_ line: String, _ meaning: Bilingual) { (self.line, self.meaning) = (line, meaning) }
    }

    package let name: Name
    /// One line, for the list of verbs.
    package let summary: Bilingual
    /// What there is to say beyond the line.
    package let details: Bilingual
    package let operands: [Operand]
    package let flags: [Flag]
    package let examples: [Example]
    /// Other words that people try, for did-you-mean.
    let otherWords: [String]
    /// Whether its scripts run in a process of their own, as those of `schedule run-due` do.
    ///
    /// Everything that runs a unit's functions over its records does. `test` has made-up records and a person who waits
    /// for it; `repl` is a conversation with one state, and its person presses Ctrl-C; `import`, `check` and the other
    /// words of `schedule` load definitions and call none of their functions.
    let runsApart: Bool

    init(
        _ name: Name, _ summary: Bilingual, details: Bilingual = Bilingual(both: ""), operands: [Operand] = [],
        flags: [Flag] = [], examples: [Example], otherWords: [String] = [], runsApart: Bool = false
    ) {
        (self.name, self.summary, self.details) = (name, summary, details)
        (self.operands, self.flags) = (operands, flags)
        (self.examples, self.otherWords, self.runsApart) = (examples, otherWords, runsApart)
    }

    /// The verb's own flags and the global ones; a flag of its own replaces a global one of the same name.
    package var allFlags: [Flag] {
        flags + Flag.global.filter { global in !flags.contains { $0.name == global.name } }
    }

    /// The line of usage.
    package func usage(_ language: Language) -> String {
        let words = operands.map { $0.spelling(language) }
        let flags = flags.isEmpty ? [] : [language == .vi ? "[cờ…]" : "[flags…]"]
        return (["chibo", name.rawValue] + words + flags).joined(separator: " ")
    }
}
