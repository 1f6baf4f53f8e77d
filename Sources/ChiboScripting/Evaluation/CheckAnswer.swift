import ChiboLua
import ChiboModel

/// What a check, a measure or a condition came back with.
struct CheckAnswer {
    let answer: Answer
    let message: String

    /// Reads the answer of a function: `true`, `false`, `unknown "…"`, `not_applicable "…"`, and a message.
    ///
    /// - Returns: nil where it returned something else, which is an error of the script.
    static func read(_ value: LuaValue, message: LuaValue, prelude: ScriptRuntime.Prelude) -> CheckAnswer? {
        switch value {
        case .boolean(let flag): CheckAnswer(answer: flag ? .met : .not_met, message: message.text ?? "")
        case .table(let table): marked(table, prelude: prelude)
        default: nil
        }
    }

    /// The answer that `unknown "…"` or `not_applicable "…"` made.
    static func marked(_ table: LuaTable, prelude: ScriptRuntime.Prelude) -> CheckAnswer? {
        guard table.metatable == prelude.answer, let code = table["answer"].text, let answer = Answer(rawValue: code)
        else {
            return nil
        }
        return CheckAnswer(answer: answer, message: table["reason"].text ?? "")
    }

    /// The answer that an error stands for: `error(unknown "…")`, or a comparison that cannot know.
    static func raised(_ error: any Error, prelude: ScriptRuntime.Prelude) -> CheckAnswer? {
        if let unknown = error as? UnknownAnswer { return CheckAnswer(answer: .unknown, message: unknown.reason) }
        guard let error = error as? LuaError else { return nil }
        if let unknown = error.cause as? UnknownAnswer { return CheckAnswer(answer: .unknown, message: unknown.reason) }
        return error.value?.table.flatMap { marked($0, prelude: prelude) }
    }
}
