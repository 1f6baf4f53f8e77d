package import ChiboLua
package import ChiboModel
import ChiboStdlib

/// One Lua state with a unit's scripts in it: loads definitions, mounts snapshots, runs functions.
///
/// Not `Sendable`: one executor at a time. Several runtimes over the same snapshot work side by side without locks.
package final class ScriptRuntime {
    let state: LuaState
    let sources: any ScriptSources
    let board: LuaSampleBoard?
    let periods = PeriodValues()
    let log: (String) -> Void

    /// The worlds that are mounted, by the generation of their records.
    var worlds: [LuaGeneration: SnapshotWorld] = [:]
    private var mounts: [MountKey: LuaGeneration] = [:]
    /// The mounts in the order of their last use, the latest last.
    private var mountsByUse: [MountKey] = []
    private static let idleMounts = 8

    /// Definitions by path, once loaded.
    var definitions: [String: Definition] = [:]
    /// The unit, once `unit.lua` is loaded.
    package internal(set) var unit: UnitDefinition?

    /// The loading that is going on, innermost last: what `define` calls answer to.
    var loading: [DefinitionLoading] = []
    /// The run that is going on, innermost last: what `date.today()` and `at()` answer from.
    var running: [RunContext] = []
    /// What has been required, by module name.
    var modules: [String: LuaValue] = [:]
    /// What each module requires itself, by its name.
    var requirements: [String: [String]] = [:]
    /// The modules that are being loaded, innermost last.
    var requiring: [String] = []
    /// The globals of the unit's own modules: one set for all, since no module can write into it.
    private(set) lazy var library = makeEnvironment()
    var moduleSources: [String: String] = [:]
    /// The numbers of the rule packs, once loaded.
    var loadedRules: [RuleEntry]?
    /// The days off and the days worked, once loaded.
    var loadedHolidays: HolidayTable?
    /// What scripts see of them on each day that was asked about.
    var rulesByDay: [CalendarDate: LuaTable] = [:]
    /// Whether records stay in use between runs, as a session's variables do.
    var keepsMounts = false
    /// Missing values that are no fields, noted since the last check.
    var notedMissing: [String] = []

    /// The metatables of the prelude, by which the host knows its values again.
    private(set) var prelude: Prelude
    private(set) var methods: [RecordKind: [String: LuaFunction]] = [:]
    let testing = TestState()

    /// The prelude's tables.
    struct Prelude {
        let globals: LuaTable
        let rows: LuaTable
        let answer: LuaTable
        let share: LuaTable
        let groups: LuaTable
        let host: LuaTable
        let refuseWrite: LuaFunction
    }

    private struct MountKey: Hashable {
        let snapshot: ObjectIdentifier
        let visibility: Visibility
    }

    /// A state with the standard library, and nothing of the unit loaded yet.
    ///
    /// - Parameters:
    ///   - sources: Where the unit's scripts are.
    ///   - policy: The limits of memory, time, depth and output.
    ///   - board: Where samples of its runs are kept for another process; nil: nowhere.
    ///   - log: Gets each line of `print` and `log`.
    /// - Throws: What keeps the standard library from being loaded.
    package init(
        sources: any ScriptSources, policy: LuaPolicy = .unattended, board: LuaSampleBoard? = nil,
        log: @escaping (String) -> Void = { _ in }
    ) throws(Diagnostic) {
        let state = LuaState(policy, board: board, print: log)
        self.board = board
        (self.state, self.sources, self.log) = (state, NormalizedSources(sources), log)
        prelude = Prelude(
            globals: state.makeTable(), rows: state.makeTable(), answer: state.makeTable(), share: state.makeTable(),
            groups: state.makeTable(), host: state.makeTable(), refuseWrite: state.makeFunction("") { _ in })
        DateValues.define(in: state, workingDays: workingDays)
        periods.define(in: state)
        defineRecordKinds()
        let host = makeHost()
        try loadPrelude(host)
        do { methods = try RecordMethods.make(for: self) } catch { throw diagnostic(for: error) }
    }

    private func defineRecordKinds() {
        for schema in Schema.all {
            let text = state.makeFunction("\(schema.kind.code).text") { [unowned self] call in
                call.push(self.label(of: try call.packed(1)))
            }
            state.define(
                ChiboLua.RecordKind(
                    LuaKind(schema.kind), name: schema.kind == .unit ? "branch" : schema.kind.code, text: text))
        }
        for structure in StructureField.all {
            state.define(ChiboLua.RecordKind(structure.kind, name: structure.label))
        }
        state.onFieldProblem { [unowned self] problem in
            let fields = worlds.values.first?.fieldCodes[problem.kindID] ?? []
            if problem.isCollection { return self.collectionProblem(problem) }
            return FieldProblems.diagnostic(for: problem, fields: fields)
        }
    }

    private func collectionProblem(_ problem: FieldProblem) -> Diagnostic {
        let methods = prelude.rows.pairs.compactMap(\.key.text)
        let nearest = NearestName.suggestions(for: problem.key, among: methods).first
        return Diagnostic(
            "CB-N003", .script,
            Bilingual(
                vi: "tập hợp \(problem.kind) không có `\(problem.key)`",
                en: "a collection of \(problem.kind) has no `\(problem.key)`"),
            suggestion: nearest.map { Bilingual(vi: "có phải `:\($0)`?", en: "did you mean `:\($0)`?") }
                ?? Bilingual(
                    vi: "các phép của tập hợp: \(methods.joined(separator: ", "))",
                    en: "collections have: \(methods.joined(separator: ", "))"),
            arguments: ["field": problem.key])
    }

    /// What people call a record: a unit's name, the id of anything else.
    func label(of record: PackedValue) -> String {
        guard let kind = record.kind.record, let world = worlds[record.generation] else { return "record" }
        return RecordLabels.label(of: world.snapshot.id(of: record.row, in: kind), kind, in: world.snapshot)
    }

    private func loadPrelude(_ host: LuaTable) throws(Diagnostic) {
        let refuseWrite = state.makeFunction("globals") { call in
            throw GlobalNames.assignment(call.value(2).text ?? "?")
        }
        guard let source = Stdlib.source(of: "prelude") else {
            preconditionFailure("the prelude is part of the program")
        }
        do {
            let chunk = try state.load(source, name: "chibo/prelude.lua", isLibrary: true)
            guard let result = try chunk.call(.table(host)).first?.table,
                let globals = result["globals"].table, let rows = result["rows"].table,
                let answer = result["answer"].table, let share = result["share"].table,
                let groups = result["groups"].table, let call = result["call"].function
            else { preconditionFailure("the prelude answers its tables") }
            prelude = Prelude(
                globals: globals, rows: rows, answer: answer, share: share, groups: groups, host: host,
                refuseWrite: refuseWrite)
            globals["text"] = try require("text")
            install(globals)
            state.setRowsMethods(rows)
            state.setRowsCall(call)
        } catch { throw diagnostic(for: error) }
    }

    /// Which tones come first in this unit's lists.
    var toneOrder: ToneOrder { unit?.toneOrder ?? .cldr }

    private func install(_ globals: LuaTable) {
        for (key, value) in globals.pairs {
            if let name = key.text { state.globals[name] = value }
        }
        state.globals["require"] = .function(
            state.makeFunction("require") { [unowned self] call in call.push(try self.require(try call.string(1))) })
        let names = state.globals.pairs.compactMap(\.key.text)
        let unknown = state.makeFunction("globals") { call in
            throw GlobalNames.undefined(call.value(2).text ?? "?", known: names)
        }
        state.globals.metatable = state.makeTable([
            "__index": .function(unknown), "__newindex": .function(unknown), "__metatable": .boolean(false),
        ])
    }

    /// How many bytes a run may print.
    package var outputLimit: Int { state.policy.output }

    /// A fresh set of globals for one script; at a prompt, names may be assigned.
    func makeEnvironment(writable: Bool = false) -> ScriptEnvironment {
        let environment = ScriptEnvironment(state, refuseWrite: writable ? nil : prelude.refuseWrite)
        if let unit { environment.keep("unit", .table(makeUnitValue(unit))) }
        return environment
    }
}

extension ScriptRuntime {
    /// The generation under which a snapshot's records are known, for a script that may see so much of it.
    func mount(_ snapshot: Snapshot, visibility: Visibility) throws(Diagnostic) -> LuaGeneration {
        let key = MountKey(snapshot: ObjectIdentifier(snapshot), visibility: visibility)
        mountsByUse.removeAll { $0 == key }
        mountsByUse.append(key)
        if let generation = mounts[key] { return generation }
        let world = SnapshotWorld(snapshot, visibility: visibility, methods: methods, tones: toneOrder)
        do {
            let generation = try state.mount(world.makeWorld())
            mounts[key] = generation
            worlds[generation] = world
            return generation
        } catch { throw diagnostic(for: error) }
    }

    /// Ends all mounts of a snapshot; its records can no longer be used.
    func unmount(_ snapshot: Snapshot) {
        for key in mounts.keys where key.snapshot == ObjectIdentifier(snapshot) { unmount(key) }
    }

    private func unmount(_ key: MountKey) {
        mountsByUse.removeAll { $0 == key }
        guard let generation = mounts.removeValue(forKey: key) else { return }
        state.unmount(generation)
        worlds[generation] = nil
    }

    /// Lets go of snapshots that no run has used lately; called when no run goes on, so that nobody misses them.
    func dropIdleMounts() {
        guard running.isEmpty, !keepsMounts else { return }
        for key in mountsByUse.dropLast(ScriptRuntime.idleMounts) { unmount(key) }
    }

    /// A value of a field as scripts see it.
    func value(_ value: FieldValue, generation: LuaGeneration, kind: RecordKind?) -> LuaValue {
        switch value {
        case .missing: return .nil
        case .text(let text), .code(let text): return .text(text)
        case .integer(let number): return .integer(number)
        case .boolean(let flag): return .boolean(flag)
        case .date(let date): return .packed(PackedValue(date))
        case .partialDate(let date): return .packed(PackedValue(date))
        case .reference(let id):
            guard let kind, let row = worlds[generation]?.snapshot.row(of: id, in: kind) else { return .nil }
            return .packed(PackedValue(kind: LuaKind(kind), generation: generation, row: row))
        }
    }
}
