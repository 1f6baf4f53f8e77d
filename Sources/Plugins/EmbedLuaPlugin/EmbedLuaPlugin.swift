import Foundation
import PackagePlugin

/// Turns the Lua files of a target into Swift, one command a file, so that an edit costs one file's work.
@main
struct EmbedLuaPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let tool = try context.tool(named: "EmbedLua").url
        let root = target.directoryURL.standardizedFileURL
        let scripts = target.sourceFiles(withSuffix: "lua").map { LuaFile($0.url, below: root) }
            .sorted { $0.module < $1.module }
        let folder = context.pluginWorkDirectoryURL
        return scripts.map { command(embedding: $0, with: tool, in: folder) }
            + [tableCommand(of: scripts, with: tool, in: folder)]
    }

    private func command(embedding file: LuaFile, with tool: URL, in folder: URL) -> Command {
        let output = folder.appending(path: file.module + ".lua.swift")
        return .buildCommand(
            displayName: "Embedding \(file.path)", executable: tool,
            arguments: ["file", file.module, file.url.path, output.path],
            inputFiles: [file.url], outputFiles: [output])
    }

    /// The list of modules depends on the names alone: as arguments they rerun the command when a file comes or goes.
    private func tableCommand(of files: [LuaFile], with tool: URL, in folder: URL) -> Command {
        let output = folder.appending(path: "Stdlib+Table.swift")
        return .buildCommand(
            displayName: "Listing the modules of the Lua standard library", executable: tool,
            arguments: ["table", output.path] + files.flatMap { [$0.module, $0.path] },
            inputFiles: [], outputFiles: [output])
    }
}

/// A Lua file of the target and what `require` calls it.
private struct LuaFile {
    let url: URL
    let module: String
    let path: String

    init(_ url: URL, below root: URL) {
        let steps = url.standardizedFileURL.pathComponents.dropFirst(root.pathComponents.count)
        self.url = url
        path = ([root.lastPathComponent] + steps).joined(separator: "/")
        module = String(steps.joined(separator: ".").dropLast(".lua".count))
    }
}
