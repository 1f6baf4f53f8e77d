import Foundation

/// The command as a program of its own.
enum BuiltCommand {
    /// Where the build put it: beside the tests; nil where it was not built.
    static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return [beside + "/chibo", root + "/.build/debug/chibo"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()
}
