import Chibo
import ChiboModel

/// `chibo demo-data`
extension Job {
    func makeDemoData() throws -> ExitCode {
        let files = try DemoData.write(
            unit: sampleName, members: options.members ?? 1350, seed: options.seed ?? 1,
            into: path(options.output ?? "demo-data"))
        if console.settings.json {
            let list = files.map { file in
                JSON.object([
                    "mapping": .string(file.id), "file": .string(file.path), "rows": .int(Int64(file.rows)),
                ])
            }
            try console.print(.object(["files": .array(list), "exit": 0]))
        } else {
            for file in files { try console.print(Styled(file.path)) }
        }
        return .success
    }

    /// The unit's name; of a folder, as `CHIBO_UNIT` may name one, its last part.
    private var sampleName: String { (options.unit ?? "neu").split(separator: "/").last.map { String($0) } ?? "neu" }
}
