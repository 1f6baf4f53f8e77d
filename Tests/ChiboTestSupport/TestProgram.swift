import Foundation

/// A program of the package that tests run.
public enum TestProgram {
    /// Its path: beside the tests, where the build has put it.
    public static func path(_ name: String) throws -> String {
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        let places = [beside + "/" + name, RepositoryFolder.path + "/.build/debug/" + name]
        guard let found = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw Missing(name: name)
        }
        return found
    }

    /// The program was not built.
    public struct Missing: Error, CustomStringConvertible {
        let name: String
        /// What is missing, and how to get it.
        public var description: String { "\(name) was not built: swift build --build-tests" }
    }
}
