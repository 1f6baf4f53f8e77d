import Foundation

/// A program that is not ours and whose answer a test compares with ours.
///
/// `Scripts/test.sh` makes the virtual environment of the Python oracles and names it in `CHIBO_ORACLES`.
public enum Oracle {
    /// What a finished program left behind.
    public struct Result: Sendable {
        /// The exit code.
        public let status: Int32
        /// Everything written to standard output.
        public let output: String
        /// Everything written to standard error.
        public let errors: String
    }

    /// The Python interpreter with the oracles' packages.
    public static var python: String {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["CHIBO_ORACLES"] { return folder + "/bin/python3" }
        let local = FileManager.default.currentDirectoryPath + "/.venv/bin/python3"
        return FileManager.default.isExecutableFile(atPath: local) ? local : "/usr/bin/python3"
    }

    /// Runs a Python program given as text, with arguments in `sys.argv[1:]`.
    public static func python(_ program: String, _ arguments: [String] = []) throws -> Result {
        try run(python, ["-c", program] + arguments)
    }

    /// Runs a program to its end.
    public static func run(_ program: String, _ arguments: [String], input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // Files, not pipes: a program that prints a lot must not wait for a reader.
        let folder = try TemporaryFolder()
        for name in ["out", "err"] { _ = FileManager.default.createFile(atPath: folder.file(name), contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: folder.file("out"))
        process.standardError = FileHandle(forWritingAtPath: folder.file("err"))
        if let input {
            process.standardInput = FileHandle(forReadingAtPath: try folder.write(input, to: "in"))
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) -> String {
            String(decoding: FileManager.default.contents(atPath: folder.file(name)) ?? Data(), as: UTF8.self)
        }
        return Result(status: process.terminationStatus, output: text("out"), errors: text("err"))
    }
}
