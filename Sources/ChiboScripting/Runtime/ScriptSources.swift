package import ChiboModel

/// Where a unit's scripts come from; the host above reads the folder, so that this room has no files.
///
/// Several states, on threads of their own, may read from one value.
package protocol ScriptSources: Sendable {
    /// The text of a file, by its path relative to the unit's folder; nil where there is none.
    func source(at path: String) throws(Diagnostic) -> String?
    /// The paths of the Lua files of a folder, sorted by bytes.
    func paths(in folder: String) throws(Diagnostic) -> [String]
}

/// Scripts that are at hand as texts: for tests, and for embedders who keep scripts elsewhere.
package struct MemorySources: ScriptSources {
    private let texts: [String: String]

    /// Sources from paths and texts.
    package init(_ texts: [String: String]) { self.texts = texts }

    package func source(at path: String) -> String? { texts[path] }

    package func paths(in folder: String) -> [String] {
        texts.keys.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".lua") }.sorted()
    }
}

/// Scripts in Unicode's composed form: the border at which every text that stands in a script becomes NFC.
///
/// Some editors write "ò" as two characters. Compared byte by byte, as Lua does, such a text equals nothing that is
/// stored.
struct NormalizedSources: ScriptSources {
    /// Where the scripts come from.
    let scripts: any ScriptSources

    init(_ scripts: any ScriptSources) { self.scripts = scripts }

    func source(at path: String) throws(Diagnostic) -> String? {
        try scripts.source(at: path).map(VietnameseText.normalized)
    }

    func paths(in folder: String) throws(Diagnostic) -> [String] { try scripts.paths(in: folder) }
}

/// Scripts as one state has read them, for further states of the same run: a file that is edited meanwhile is not seen by
/// some of them and missed by others.
struct RememberedSources: ScriptSources {
    /// What has been read, by path.
    let texts: [String: String]
    /// Where the rest comes from.
    let others: any ScriptSources

    func source(at path: String) throws(Diagnostic) -> String? {
        if let text = texts[path] { return text }
        return try others.source(at: path)
    }

    func paths(in folder: String) throws(Diagnostic) -> [String] { try others.paths(in: folder) }
}
