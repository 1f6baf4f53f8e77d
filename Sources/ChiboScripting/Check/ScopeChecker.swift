package import ChiboModel

/// Looks over one Lua source: names that nothing gives, globals that are written, modules and fields that do not exist.
///
/// It runs nothing. What it reports is certain: where it does not know what a value is, it says nothing.
package struct ScopeChecker {
    private let vocabulary: ScriptVocabulary

    /// A checker for scripts that may name what the vocabulary lists.
    package init(_ vocabulary: ScriptVocabulary) { self.vocabulary = vocabulary }

    /// What a look at a source gave.
    package struct Report: Sendable {
        /// The findings, from the top of the file to its bottom.
        package let diagnostics: [Diagnostic]
        /// Where the source stopped being Lua, for the compiler's message, which has no column.
        package let stop: Diagnostic.Place?
        /// The globals that are read and written, each as often as it stands there.
        package let globalReads: [String]
        package let globalWrites: [String]
    }

    /// The findings of a source.
    package func check(_ source: String, file: String) -> [Diagnostic] { report(source, file: file).diagnostics }

    /// Whether a text is the beginning of Lua that goes on: a block, a bracket or a long string is still open.
    ///
    /// It may be a statement or an expression, as at a prompt.
    package static func isIncomplete(_ text: String) -> Bool {
        let ends = [text, "return " + text].map(end)
        return !ends.contains(.complete) && ends.contains(.open)
    }

    private enum End { case complete, open, wrong }

    private static func end(_ text: String) -> End {
        var parser = LuaParser(text, resolver: ScopeResolver(ScriptVocabulary(globals: [], modules: [])))
        guard let token = parser.parse()?.token else { return .complete }
        let isLong = token.kind == .invalid && token.end == text.utf8.count
        return token.kind == .end || isLong && (token.text.isEmpty || token.text.hasPrefix("[")) ? .open : .wrong
    }

    /// The findings of a source, and what it names.
    package func report(_ source: String, file: String) -> Report {
        var parser = LuaParser(source, resolver: ScopeResolver(vocabulary))
        let stop = parser.parse()
        let wording = FindingWording(source: source, file: file, vocabulary: vocabulary)
        var found = parser.resolver.settled().map { ($0.token.start, wording.diagnostic($0)) }
        if let stop { found += wording.hints(stop, parser.elseIfs) }
        found.sort { $0.0 < $1.0 }
        return Report(
            diagnostics: found.map(\.1), stop: stop.map { wording.place(of: $0.token) },
            globalReads: parser.resolver.globalReads.map(\.text),
            globalWrites: parser.resolver.globalWrites.map(\.text))
    }
}
