/// The Lua modules that every script can `require`, linked into the binary.
///
/// The tables behind it are made from the Lua files beside this file when the package is built; a module is named by its
/// path, `rules/party.lua` is `rules.party`.
package enum Stdlib {
    /// The names of all modules, in the order of their bytes.
    package static var modules: [String] { table.map(\.name) }

    /// The text of a module.
    ///
    /// - Parameter module: the name as `require` gets it.
    /// - Returns: the file's text, byte for byte; nil when there is no such module.
    package static func source(of module: String) -> String? {
        entry(of: module)?.source.description
    }

    /// Where the text of a module stands in the repository, for messages: `Stdlib/rules/party.lua`.
    package static func path(of module: String) -> String? {
        entry(of: module)?.path
    }

    private static func entry(of module: String) -> StdlibEntry? {
        table.first { $0.name == module }
    }
}

/// One embedded file; the generated code makes these.
struct StdlibEntry: Sendable {
    let name: String
    let path: String
    let source: StaticString
}
