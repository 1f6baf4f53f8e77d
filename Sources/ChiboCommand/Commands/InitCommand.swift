import Chibo

/// `chibo init`
extension Job {
    /// Makes the files of a new unit that are not there yet; what exists stays as it is.
    func initialize() throws -> ExitCode {
        let folder = path(options.operands.first ?? ".")
        if FileAccess.kind(folder) == .file { throw Failures.cannotWrite(folder, 17) }
        var made: [String] = []
        for (name, text) in UnitTemplate.files(id: unitID(folder)) {
            let file = folder + "/" + name
            if FileAccess.kind(file) != nil { continue }
            FileAccess.makeFolders(of: file)
            do throws(SystemError) { try FileAccess.write(text, to: file, exclusive: true) } catch {
                throw Failures.cannotWrite(file, error.number)
            }
            made.append(name)
        }
        for name in UnitTemplate.folders { FileAccess.makeFolder(folder + "/" + name) }
        if console.settings.json {
            try console.print(
                .object(["folder": .string(folder), "files": .array(made.map { .string($0) }), "exit": 0]))
        } else {
            for name in made { try console.print(Styled(folder == "." ? name : folder + "/" + name)) }
            console.note(next(folder))
        }
        return .success
    }

    private func next(_ folder: String) -> Bilingual {
        let enter = folder == "." ? "" : "cd \(folder) && "
        return Bilingual(
            vi: "tiếp theo: sửa unit.lua, rồi `\(enter)chibo check && chibo test`",
            en: "next: edit unit.lua, then `\(enter)chibo check && chibo test`")
    }

    /// A name in code from the folder's name.
    private func unitID(_ folder: String) -> String {
        let full = folder.hasPrefix("/") ? folder : FileAccess.currentFolder + "/" + folder
        let name = full.split(separator: "/").last { $0 != "." && $0 != ".." } ?? "unit"
        let id = VietnameseText.identifier(String(name)).replacing("_", with: "-")
        return id.isEmpty ? "unit" : id
    }
}
