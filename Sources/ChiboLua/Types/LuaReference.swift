/// What scripts can use, for those who write them: a page to read, and a file for the editor.
///
/// ```swift
/// let reference = LuaReference([Branch.luaType.outline, Rating.luaOutline])
/// print(reference.markdown)
/// print(reference.annotations)
/// ```
public struct LuaReference: Sendable {
    /// The types, in the order of the page.
    public let types: [LuaOutline]

    /// A reference of types.
    public init(_ types: [LuaOutline]) {
        self.types = types
    }
}

// MARK: For people

extension LuaReference {
    /// A page in Markdown (CommonMark): a section a type.
    public var markdown: String {
        types.map(section).joined(separator: "\n")
    }

    private func section(_ type: LuaOutline) -> String {
        var lines = ["# \(type.name)", ""]
        if !type.summary.isEmpty { lines += [type.summary, ""] }
        lines += list("Names", type.names.map { "- `\"\($0.name)\"`" + clause($0.summary) })
        lines += list("Properties", type.properties.map(item))
        let variable = lowercasedFirst(type.name)
        let call = type.call.map { heading(variable, $0) + [""] } ?? []
        lines += list("Methods", type.methods.flatMap { heading("\(variable):\($0.name)", $0) } + call.dropLast())
        lines += list("Functions", type.functions.flatMap { heading("\(type.name).\($0.name)", $0) })
        if let element = type.element {
            lines += list("Elements", ["`#\(variable)` is their count, `\(variable)[1]` the first: `\(element)`."])
        }
        return lines.joined(separator: "\n")
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        items.isEmpty ? [] : ["## \(title)", ""] + items + (items.last == "" ? [] : [""])
    }

    private func item(_ property: LuaOutline.Property) -> String {
        let access = property.isWritable ? ", may be assigned" : ""
        return "- `\(property.name)`: `\(property.annotation)`\(access)" + clause(property.summary)
    }

    private func heading(_ call: String, _ function: LuaOutline.Function) -> [String] {
        let names = function.parameters.map { $0.name + ($0.isOptional ? "?" : "") }.joined(separator: ", ")
        let result = function.result.map { " → `\($0)`" } ?? ""
        var lines = ["### `\(call)(\(names))`\(result)", ""]
        if !function.summary.isEmpty { lines += [function.summary, ""] }
        let parameters = function.parameters.map { "- `\($0.name)`: `\($0.annotation)`" + clause($0.summary) }
        return parameters.isEmpty ? lines : lines + parameters + [""]
    }

    /// A summary at the end of a list item, in one line.
    private func clause(_ summary: String) -> String {
        summary.isEmpty ? "" : ". " + oneLine(summary)
    }
}

// MARK: For editors

extension LuaReference {
    /// A Lua file of annotations for the language servers LuaLS and EmmyLua; it defines nothing that scripts call.
    public var annotations: String {
        "---@meta\n" + types.map { "\n" + ($0.names.isEmpty ? declaration($0) : alias($0)) }.joined()
    }

    private func alias(_ type: LuaOutline) -> String {
        let names = type.names.map {
            "---| \(quoted($0.name))" + ($0.summary.isEmpty ? "" : " # " + oneLine($0.summary))
        }
        let table = type.names.map { "[\(quoted($0.name))] = \(quoted($0.name))" }.joined(separator: ", ")
        let lines = comment(type.summary) + ["---@alias \(type.name)"] + names
        let global =
            type.isGlobal ? ["", "---@type table<\(type.name), \(type.name)>", "\(type.name) = { \(table) }"] : []
        return (lines + global).joined(separator: "\n") + "\n"
    }

    private func declaration(_ type: LuaOutline) -> String {
        var lines = comment(type.summary) + ["---@class \(type.name)"]
        lines += type.properties.map { property in
            let note = [oneLine(property.summary), property.isWritable ? "" : "(read-only)"].filter { !$0.isEmpty }
            return (["---@field \(property.name) \(property.annotation)"] + note).joined(separator: " ")
        }
        if let element = type.element { lines += ["---@field [integer] \(element)", "---@operator len: integer"] }
        if let call = type.call {
            let types = call.parameters.map(\.annotation).joined(separator: ", ")
            lines.append("---@operator call(\(types)): \(call.result ?? "nil")")
        }
        lines.append((type.isGlobal ? "" : "local ") + "\(type.name) = {}")
        lines += type.methods.flatMap { stub("\(type.name):\($0.name)", $0) }
        lines += type.functions.flatMap { stub("\(type.name).\($0.name)", $0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func stub(_ name: String, _ function: LuaOutline.Function) -> [String] {
        let parameters = function.parameters.map { parameter in
            let (mark, type) =
                parameter.isOptional ? ("?", String(parameter.annotation.dropLast())) : ("", parameter.annotation)
            let summary = parameter.summary.isEmpty ? "" : " " + oneLine(parameter.summary)
            return "---@param \(parameter.name)\(mark) \(type)\(summary)"
        }
        let result = function.result.map { ["---@return \($0)"] } ?? []
        let names = function.parameters.map(\.name).joined(separator: ", ")
        return [""] + comment(function.summary) + parameters + result + ["function \(name)(\(names)) end"]
    }

    /// A text as comments: none of its lines can become code.
    private func comment(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "---\($0)" }
    }
}

/// A text without line breaks.
private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}

/// A name as a Lua literal.
private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
}
