import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// What happens to a process: a full disk, Ctrl-C, another import at the same time.
@Suite(.enabled(if: BuiltCommand.path != nil, "the built chibo is not there")) struct InterruptedImportTests {
    private static func start(_ line: String, in unit: OfficeUnit) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line, BuiltCommand.path ?? ""]
        process.currentDirectoryURL = URL(fileURLWithPath: unit.folder.path)
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        let messages = unit.folder.file("messages-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: messages, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: messages)
        process.environment = ["MESSAGES": messages]
        try process.run()
        return process
    }

    private static func messages(of process: Process) throws -> String {
        try String(contentsOfFile: process.environment?["MESSAGES"] ?? "", encoding: .utf8)
    }

    private func crowd(_ unit: OfficeUnit, _ count: Int, from first: Int = 1) throws -> String {
        var text = OfficeUnit.header
        for number in first..<(first + count) {
            let id = "001180" + String(repeating: "0", count: 6 - String(number).count) + String(number)
            text += "Nguyễn Văn \(number),1980,\(id),03/02/2010,Chi bộ Một\n"
        }
        let name = "dong-\(first).csv"
        try unit.folder.write(text, to: name)
        return name
    }

    @Test func `a full disk while importing writes nothing and says so`() throws {
        let unit = try OfficeUnit()
        let name = try crowd(unit, 3000, from: 1000)
        // No file may grow past what the store has now: every write beyond fails as on a full disk.
        let size = try FileManager.default.attributesOfItem(atPath: unit.folder.file("chibo.sqlite"))[.size] as? Int
        let blocks = (try #require(size)) / 1024
        let process = try Self.start("ulimit -f \(blocks); exec $0 import dang-vien \(name) --lang vi", in: unit)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == ExitCode.output.rawValue)
        let messages = try Self.messages(of: process)
        #expect(messages.contains("hết chỗ trên đĩa; không có gì được ghi"), "\(messages)")
        #expect(unit.ask("#members") == ["3"])
    }

    @Test func `Ctrl-C during an import leaves all of it or nothing`() throws {
        let unit = try OfficeUnit()
        let name = try crowd(unit, 3000, from: 1000)
        for delay in [0.05, 0.2, 0.4, 0.8] {
            let process = try Self.start("exec $0 import dang-vien \(name)", in: unit)
            Thread.sleep(forTimeInterval: delay)
            process.interrupt()
            process.waitUntilExit()
            #expect([["3"], ["3003"]].contains(unit.ask("#members")), "after \(delay) s")
        }
        #expect(unit.run("import", "dang-vien", name).code == .success)
        #expect(unit.ask("#members") == ["3003"])
    }

    @Test func `two imports at once both go in, the later one compared with what the first has written`() throws {
        let unit = try OfficeUnit()
        let names = [try crowd(unit, 400, from: 1000), try crowd(unit, 500, from: 5000)]
        let processes = try names.map { try Self.start("exec $0 import dang-vien \($0)", in: unit) }
        processes.forEach { $0.waitUntilExit() }
        for process in processes {
            let messages = try Self.messages(of: process)
            #expect(process.terminationStatus == 0, "\(messages)")
        }
        #expect(unit.ask("#members") == ["903"])
        #expect(unit.run("audit", "verify").code == .success)
    }
}
