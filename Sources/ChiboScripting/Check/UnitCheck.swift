import ChiboLua
package import ChiboModel
import ChiboStdlib

/// Looks over the scripts of a unit: the compiler decides about syntax, the scope checker about names.
///
/// Nothing of the unit is run, and no records are read.
package struct UnitCheck {
    private let runtime: ScriptRuntime
    private let sources: any ScriptSources
    private let vocabulary: ScriptVocabulary

    /// A check of the scripts of some sources.
    package init(_ sources: any ScriptSources) throws(Diagnostic) {
        self.sources = sources
        runtime = try ScriptRuntime(sources: sources)
        vocabulary = try runtime.vocabulary()
    }

    /// The folders of a unit that hold scripts, in the order of the check.
    package static let folders = Definition.Kind.allCases.compactMap(\.folder) + ["lib", "rules", "tests"]

    /// All scripts of the unit.
    package func paths() throws(Diagnostic) -> [String] {
        var paths = try sources.source(at: "unit.lua") == nil ? [] : ["unit.lua"]
        for folder in UnitCheck.folders { paths += try sources.paths(in: folder) }
        return paths
    }

    /// What is wrong with one script, from its top to its bottom.
    package func check(_ path: String) throws(Diagnostic) -> [Diagnostic] {
        guard let source = try sources.source(at: path) else {
            throw Diagnostic(
                "CB-F001", .input, Bilingual(vi: "không có tệp \(path)", en: "there is no file \(path)"),
                place: Diagnostic.Place(file: path))
        }
        var vocabulary = vocabulary
        if path.hasPrefix("tests/") { vocabulary.globals.formUnion(GlobalNames.inTests) }
        let report = ScopeChecker(vocabulary).report(source, file: path)
        guard var problem = runtime.syntaxProblem(source, path) else { return report.diagnostics }
        // The compiler knows the line; the checker, where it stopped on the same line, knows the column as well.
        if let stop = report.stop, stop.line == problem.place?.line { problem.place = stop }
        let isExplained = report.diagnostics.contains { $0.code == "CB-S002" && $0.place?.line == problem.place?.line }
        return report.diagnostics + (isExplained ? [] : [problem])
    }
}

extension ScriptRuntime {
    /// What the compiler says against a source; nothing is run.
    func syntaxProblem(_ source: String, _ path: String) -> Diagnostic? {
        moduleSources[path] = source
        do {
            _ = try state.load(source, name: path)
            return nil
        } catch { return diagnostic(for: error) }
    }

    /// All that a script may name: what the prelude sets up, the records' fields, the modules.
    func vocabulary() throws(Diagnostic) -> ScriptVocabulary {
        let own = try sources.paths(in: "lib").map { "lib." + String($0.dropFirst(4).dropLast(4)) }
        let modules = Stdlib.modules.filter { $0 != "prelude" && $0 != "test" } + own
        var roots: [String: String] = ["branches": "branch"]
        for kind in ChiboModel.RecordKind.allCases { roots[kind.plural] = kind.code }
        return ScriptVocabulary(
            globals: Set(GlobalNames.known + state.globals.pairs.compactMap(\.key.text)), modules: Set(modules),
            records: try recordVocabulary(), roots: roots,
            collectionMethods: Set(prelude.rows.pairs.compactMap(\.key.text)))
    }

    private func recordVocabulary() throws(Diagnostic) -> [String: ScriptVocabulary.Record] {
        // What a record has is known only of a mounted snapshot; an empty one will do.
        let builder = SnapshotBuilder(asOf: CalendarDate(dayNumber: 0), version: DataVersion(0))
        let snapshot = builder.build()
        let generation = try mount(snapshot, visibility: Visibility())
        defer { unmount(snapshot) }
        let codes = worlds[generation]?.fieldCodes ?? [:]
        var records: [String: ScriptVocabulary.Record] = [:]
        for kind in ChiboModel.RecordKind.allCases {
            let names = Set(codes[LuaKind(kind)] ?? [])
            let record = ScriptVocabulary.Record(
                Schema[kind], kindName: { $0 == .unit ? "branch" : $0.code }, more: names)
            records[kind.code] = record
            if kind == .unit { records["branch"] = record }
        }
        return records
    }
}
