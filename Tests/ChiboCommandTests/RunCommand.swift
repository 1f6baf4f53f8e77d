import ChiboCommand

/// What a run of the command left behind.
struct Outcome {
    let code: ExitCode
    let output: String
    let messages: String
}

/// Runs the command in this process on a terminal of strings.
func chibo(
    _ arguments: String..., input: String = "", environment: [String: String] = [:], isTerminal: Bool = false,
    prepare: (StringTerminal) -> Void = { _ in }
) -> Outcome {
    let terminal = StringTerminal(input: input, isTerminal: isTerminal)
    prepare(terminal)
    let code = Command(terminal: terminal, environment: environment).run(arguments)
    return Outcome(code: code, output: terminal.output, messages: terminal.messages)
}
