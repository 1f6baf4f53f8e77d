import ChiboModel

/// Puts what the checker found into words.
struct FindingWording {
    let source: String
    let file: String
    let vocabulary: ScriptVocabulary

    func place(of token: LuaToken) -> Diagnostic.Place {
        let bytes = Array(source.utf8)
        let start = min(token.start, bytes.count)
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let before = String(decoding: bytes[lineStart..<start], as: UTF8.self)
        return Diagnostic.Place(
            file: file, line: token.line, column: before.count + 1,
            length: token.text.prefix { $0 != "\n" }.count)
    }

    func diagnostic(_ finding: ScopeFinding) -> Diagnostic {
        switch finding.what {
        case .unknownGlobal(let visible, let elsewhere): unknownGlobal(finding.token, visible, elsewhere)
        case .assignedGlobal: assignedGlobal(finding.token)
        case .unknownModule: unknownModule(finding.token)
        case .unknownField(let kind): unknownField(finding.token, kind)
        case .unknownMethod: unknownMethod(finding.token)
        case .foreign(let way): foreign(finding.token, way)
        }
    }

    private func make(
        _ code: String, _ token: LuaToken, _ message: Bilingual, cause: Bilingual? = nil,
        suggestion: Bilingual? = nil, near: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            code, .script, message, place: place(of: token), excerpt: .init(of: source, line: token.line),
            cause: cause, suggestion: suggestion,
            arguments: ["name": token.stringValue ?? token.text].merging(near.map { ["near": $0] } ?? [:]) { $1 })
    }

    private func unknownGlobal(_ token: LuaToken, _ visible: Set<String>, _ elsewhere: Int?) -> Diagnostic {
        let name = token.text
        let message = Bilingual(vi: "không có tên `\(name)`", en: "there is no name `\(name)`")
        if vocabulary.modules.contains(name) {
            let line = "local \(name) = require \"\(name)\""
            return make("CB-N001", token, message, suggestion: Bilingual(both: line), near: name)
        }
        if let elsewhere {
            let cause = Bilingual(
                vi: "`local \(name)` ở dòng \(elsewhere) chỉ thấy được trong khối của nó",
                en: "`local \(name)` of line \(elsewhere) is visible only inside its block")
            return make("CB-N001", token, message, cause: cause)
        }
        let names = visible.union(vocabulary.globals).sorted()
        let near = TelexKeys.intended(name, among: names) ?? NearestName.suggestions(for: name, among: names).first
        return make("CB-N001", token, message, suggestion: near.map { Bilingual(both: $0) }, near: near)
    }

    private func assignedGlobal(_ token: LuaToken) -> Diagnostic {
        let name = token.text
        if vocabulary.globals.contains(name) {
            return make(
                "CB-N004", token,
                Bilingual(
                    vi: "`\(name)` là của Chibo, không gán lại được", en: "`\(name)` is the host's and stays as it is"),
                suggestion: Bilingual(
                    vi: "đặt tên khác, với local", en: "take another name, with local"))
        }
        return make(
            "CB-N004", token,
            Bilingual(vi: "`\(name)` được gán mà chưa có local", en: "`\(name)` is assigned without a local"),
            suggestion: Bilingual(both: "local \(name)"))
    }

    private func unknownModule(_ token: LuaToken) -> Diagnostic {
        let name = token.stringValue ?? token.text
        let near = NearestName.suggestions(for: name, among: vocabulary.modules.sorted()).first
        return make(
            "CB-N006", token, Bilingual(vi: "không có mô-đun “\(name)”", en: "there is no module \"\(name)\""),
            suggestion: near.map { Bilingual(both: "require \"\($0)\"") }, near: near)
    }

    private func unknownField(_ token: LuaToken, _ kind: String) -> Diagnostic {
        let record = vocabulary.records[kind]
        let name = token.text
        let near =
            record?.aliases[VietnameseText.identifier(name)]
            ?? NearestName.suggestions(for: name, among: (record?.names ?? []).sorted()).first
        return make(
            "CB-N002", token,
            Bilingual(vi: "`\(kind)` không có trường `\(name)`", en: "`\(kind)` has no field `\(name)`"),
            suggestion: near.map { Bilingual(both: $0) }, near: near)
    }

    private func unknownMethod(_ token: LuaToken) -> Diagnostic {
        let name = token.text
        let near = NearestName.suggestions(for: name, among: vocabulary.collectionMethods.sorted()).first
        return make(
            "CB-N003", token, Bilingual(vi: "tập hợp không có `\(name)`", en: "a collection has no `\(name)`"),
            suggestion: near.map { Bilingual(both: $0) }, near: near)
    }
}

/// Ways of other languages.
extension FindingWording {
    private func foreign(_ token: LuaToken, _ way: ForeignWay) -> Diagnostic {
        let (typed, lua): (String, String) =
            switch way {
            case .notEqual: ("!=", "~=")
            case .and: ("&&", "and")
            case .or: ("||", "or")
            case .not: ("!", "not")
            case .equalsInCondition: ("=", "==")
            case .compoundAssignment(let operation, let name):
                (token.text + "…", "\(name) = \(name) \(operation) …")
            case .null(let word): (word, "nil")
            case .boolean(let word): (token.text, word)
            }
        return make(
            "CB-S002", token,
            Bilingual(vi: "Lua không viết `\(typed)`", en: "Lua does not write `\(typed)`"),
            suggestion: Bilingual(both: lua), near: lua)
    }

    /// What can be said for certain about the place where the source stopped being Lua.
    func hints(_ stop: LuaParser.Stop, _ elseIfs: [LuaToken]) -> [(Int, Diagnostic)] {
        let token = stop.token
        if token.kind == .end, stop.expected == "end", let place = elseIfs.last {
            let diagnostic = make(
                "CB-S002", place,
                Bilingual(
                    vi: "`else if` mở thêm một khối cần `end` riêng",
                    en: "`else if` opens a block that needs its own `end`"),
                suggestion: Bilingual(both: "elseif"), near: "elseif")
            return [(place.start, diagnostic)]
        }
        guard let meant = Confusables.meant(by: token) else { return [] }
        let diagnostic = make(
            "CB-S002", token,
            Bilingual(vi: "Lua không đọc được `\(token.text)`", en: "Lua cannot read `\(token.text)`"),
            cause: meant.cause, suggestion: Bilingual(both: meant.text), near: meant.text)
        return [(token.start, diagnostic)]
    }
}
