import ChiboLua
package import ChiboModel
import ChiboStdlib

/// A file while it is being loaded.
struct DefinitionLoading {
    let path: String
    let environment: ScriptEnvironment
    /// The table that `define` was called with, and what it says.
    var defined: (table: LuaTable, definition: (String) -> Definition)?
    /// The modules that it required.
    var required: [String] = []
}

extension ScriptRuntime {
    /// Loads `unit.lua`; the unit is known to everything that is loaded after it.
    @discardableResult
    package func loadUnit() throws(Diagnostic) -> UnitDefinition {
        if let unit { return unit }
        let definition: Definition
        do { definition = try load("unit.lua") } catch {
            var diagnostic = error
            if diagnostic.kind == .script { diagnostic.kind = .configuration }
            throw diagnostic
        }
        guard case .unit(let unit) = definition.content else {
            throw Diagnostic(
                "CB-C020", .configuration,
                Bilingual(vi: "unit.lua phải trả về unit.define { … }", en: "unit.lua has to return unit.define { … }"),
                place: Diagnostic.Place(file: "unit.lua"))
        }
        self.unit = unit
        library.keep("unit", .table(makeUnitValue(unit)))
        definitions["unit.lua"] = nil
        return unit
    }

    /// Loads the file at a path, once.
    package func load(_ path: String) throws(Diagnostic) -> Definition {
        if let definition = definitions[path] { return definition }
        guard let source = try sources.source(at: path) else {
            throw Diagnostic(
                "CB-F001", .input, Bilingual(vi: "không có tệp \(path)", en: "there is no file \(path)"),
                place: Diagnostic.Place(file: path))
        }
        let definition = try load(source, path: path)
        definitions[path] = definition
        return definition
    }

    private func load(_ source: String, path: String) throws(Diagnostic) -> Definition {
        let environment = makeEnvironment()
        if path == "unit.lua" { environment.keep("unit", .table(makeUnitModule())) }
        loading.append(DefinitionLoading(path: path, environment: environment))
        defer { loading.removeLast() }
        moduleSources[path] = source
        let results: [LuaValue]
        do {
            let chunk = try state.load(source, name: path, environment: environment.globals)
            results = try state.withRun { () throws(LuaError) in
                state.noteBeginning(of: path)
                return try chunk.call()
            }
        } catch { throw placed(diagnostic(for: error), in: path, source) }
        guard let finished = loading.last, let defined = finished.defined, results.first?.table == defined.table else {
            let example = Definition.Kind(path: path).map { "\($0.rawValue).define" } ?? "criteria.define"
            throw Diagnostic(
                "CB-C021", path == "unit.lua" ? .configuration : .script,
                Bilingual(
                    vi: "tệp phải trả về định nghĩa của nó, ví dụ `return \(example) { … }`",
                    en: "the file has to return its definition, such as `return \(example) { … }`"),
                place: Diagnostic.Place(file: path))
        }
        return defined.definition(hash(of: path, requiring: finished.required))
    }

    /// Puts an error of a definition into the author's file.
    ///
    /// `return criteria.define { … }` is a tail call: Lua has forgotten the author's line by the time the table is read, so
    /// that the line is the one where the entry's name stands, else where the definition begins.
    private func placed(_ diagnostic: Diagnostic, in path: String, _ source: String) -> Diagnostic {
        guard let place = diagnostic.place, place.file.hasPrefix("chibo/"), diagnostic.arguments["definition"] != nil
        else {
            return diagnostic
        }
        var placed = diagnostic
        let line = DefinitionText.line(of: diagnostic.arguments["entry"], in: source)
        placed.place = Diagnostic.Place(file: path, line: line)
        placed.excerpt = line.flatMap { Diagnostic.Excerpt(of: source, line: $0) }
        return placed
    }

    /// SHA-256 over the file, all that it required, be it through another module, and the unit's own rules, which any
    /// function may read: a receipt tells whether anything was edited.
    private func hash(of path: String, requiring modules: [String]) -> String {
        var hash = SHA256()
        var all: Set<String> = []
        var open = modules
        while let name = open.popLast() {
            if all.insert(name).inserted { open += requirements[name] ?? [] }
        }
        for name in [path] + all.sorted() { update(&hash, name, moduleSources[name] ?? "") }
        for path in (try? sources.paths(in: "rules")) ?? [] {
            update(&hash, path, (try? sources.source(at: path)) ?? "")
        }
        return hash.hexDigest
    }

    private func update(_ hash: inout SHA256, _ name: String, _ text: String) {
        for part in [name, "\0", text, "\0"] { hash.update(part) }
    }

    /// All definitions of a kind, in the order of their files.
    package func definitions(of kind: Definition.Kind) throws(Diagnostic) -> [Definition] {
        guard let folder = kind.folder else { return [] }
        var found: [Definition] = []
        for path in try sources.paths(in: folder) { found.append(try load(path)) }
        return found
    }

    /// The definitions of a kind that can be loaded, and what is wrong with the first that cannot.
    private func loadable(_ kind: Definition.Kind) throws(Diagnostic) -> (found: [Definition], failure: Diagnostic?) {
        var (found, failure): ([Definition], Diagnostic?) = ([], nil)
        for path in try sources.paths(in: kind.folder ?? "") {
            do throws(Diagnostic) { found.append(try load(path)) } catch { failure = failure ?? error }
        }
        return (found, failure)
    }

    /// The definition of a name: its id, or its file's name; a broken file keeps no one from using another.
    package func definition(_ kind: Definition.Kind, named name: String) throws(Diagnostic) -> Definition {
        let (all, failure) = try loadable(kind)
        let folder = kind.folder ?? ""
        if let match = all.first(where: { $0.id == name || $0.path == "\(folder)/\(name).lua" || $0.path == name }) {
            return match
        }
        if let failure { throw failure }
        let nearest = NearestName.suggestions(for: name, among: all.map(\.id)).first
        throw Diagnostic(
            "CB-C022", .usage,
            Bilingual(vi: "không có \(kind.label.vi) \"\(name)\"", en: "there is no \(kind.label.en) \"\(name)\""),
            suggestion: nearest.map { Bilingual(vi: "có phải \"\($0)\"?", en: "did you mean \"\($0)\"?") }
                ?? (all.isEmpty
                    ? Bilingual(vi: "tạo một tệp trong \(folder)/", en: "make a file in \(folder)/")
                    : Bilingual(
                        vi: "hiện có: \(all.map(\.id).joined(separator: ", "))",
                        en: "there are: \(all.map(\.id).joined(separator: ", "))")),
            arguments: ["name": name])
    }
}

extension ScriptRuntime {
    /// `require "criteria"` or `require "lib.name"`: the standard library, then the unit's own `lib`.
    func require(_ name: String) throws -> LuaValue {
        if let module = requiring.last {
            requirements[module, default: []].append(name)
        } else if let index = loading.indices.last {
            loading[index].required.append(name)
        }
        if let module = modules[name] { return module }
        if requiring.contains(name) {
            throw LuaScriptError(
                vi: "thư viện \"\(name)\" gọi lại chính nó", en: "the library \"\(name)\" requires itself")
        }
        requiring.append(name)
        defer { requiring.removeLast() }
        if name != "prelude", name != "test", let source = Stdlib.source(of: name) {
            let chunk = try state.load(source, name: "chibo/\(name).lua", isLibrary: true)
            return remember(name, try chunk.call(.table(prelude.host)).first ?? .boolean(true))
        }
        let path = ScriptRuntime.path(ofModule: name)
        // Only dots lead down, one way for each module: no slash of the author's comes into the path.
        guard name.hasPrefix("lib."), !name.contains(where: { $0 == "/" || $0 == "\0" }), !path.contains("//"),
            let source = try sources.source(at: path)
        else { throw missingModule(name) }
        moduleSources[name] = source
        let chunk = try state.load(source, name: path, environment: library.globals)
        return remember(name, try chunk.call().first ?? .boolean(true))
    }

    /// Where a module of the unit stands: `lib.name` is `lib/name.lua`.
    static func path(ofModule name: String) -> String {
        name.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "/") + ".lua"
    }

    private func remember(_ name: String, _ module: LuaValue) -> LuaValue {
        let shared = module.table.map { LuaValue.table(state.makeReadOnly($0, name: name)) } ?? module
        modules[name] = shared
        return shared
    }

    private func missingModule(_ name: String) -> Diagnostic {
        let own =
            (try? sources.paths(in: "lib"))?.map { String($0.dropLast(4)).split(separator: "/").joined(separator: ".") }
            ?? []
        let known = Stdlib.modules.filter { $0 != "prelude" && $0 != "test" } + own
        let nearest = NearestName.suggestions(for: name, among: known).first
        return Diagnostic(
            "CB-N006", .script, Bilingual(vi: "không có thư viện \"\(name)\"", en: "there is no library \"\(name)\""),
            suggestion: nearest.map {
                Bilingual(vi: "có phải require \"\($0)\"?", en: "did you mean require \"\($0)\"?")
            }
                ?? Bilingual(
                    vi: "hiện có: \(known.joined(separator: ", "))", en: "there are: \(known.joined(separator: ", "))"),
            arguments: ["name": name])
    }
}

extension ScriptRuntime {
    /// What `criteria.define` and its like come down to: reads the table now, so that the error stands at its line.
    func define(_ kind: String, _ table: LuaTable) throws {
        guard let index = loading.indices.last else {
            throw LuaScriptError(
                vi: "define chỉ dùng ở đầu tệp định nghĩa", en: "define is for the top of a definition's file")
        }
        let (path, environment) = (loading[index].path, loading[index].environment)
        let reader = TableReader(table: table, name: "\(kind).define")
        let id = try reader.text("id")
        let (kind, content) = try content(kind, reader)
        let head = kind == .import || kind == .unit ? nil : try DefinitionHead(reader)
        let title = try reader.optionalText("title") ?? reader.optionalText("name") ?? id
        loading[index].defined = (
            table,
            { hash in
                Definition(
                    kind: kind, id: id, title: title, path: path, hash: hash, every: head?.every,
                    needs: head?.needs ?? [], parameters: head?.parameters ?? [:], content: content,
                    environment: environment)
            }
        )
    }

    private func content(_ kind: String, _ reader: TableReader) throws(Diagnostic) -> (
        Definition.Kind, Definition.Content
    ) {
        switch kind {
        case "unit": (.unit, .unit(try UnitDefinition(reader)))
        case "import": (.import, .mapping(try MappingReader.mapping(reader)))
        case "criteria": (.criteria, .criteria(try CriteriaDefinition(reader)))
        case "quota": (.quota, .quota(try QuotaDefinition(reader)))
        case "plan": (.plan, .plan(try PlanDefinition(reader)))
        case "report": (.report, .report(try ReportDefinition(reader)))
        default: (.schedule, .schedule(try ScheduleScript(reader, timeZone: unit?.timeZone ?? "Asia/Ho_Chi_Minh")))
        }
    }

    private func makeUnitModule() -> LuaTable {
        let define = state.makeFunction("unit.define") { [unowned self] call in
            try self.define("unit", try call.table(1))
            call.pushArgument(1)
        }
        return state.makeReadOnly(state.makeTable(["define": .function(define)]), name: "unit")
    }

    /// `unit` as scripts see it: what `unit.lua` says, and who holds an office.
    func makeUnitValue(_ unit: UnitDefinition) -> LuaTable {
        let holder = state.makeFunction("holder") { call in
            let role = try call.string(2)
            guard let date = try call.packed(3).date else { throw call.badArgument(3, "date expected") }
            call.push(unit.holder(of: role, on: date).map { LuaValue.text($0.name) } ?? .nil)
        }
        let table = state.makeTable([
            "id": .text(unit.id), "name": .text(unit.name), "organ": .text(unit.organ),
            "upper_organ": .text(unit.upperOrgan),
            "place": .text(unit.place), "time_zone": .text(unit.timeZone), "holder": .function(holder),
        ])
        return state.makeReadOnly(table, name: "unit")
    }
}
