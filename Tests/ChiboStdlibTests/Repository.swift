import Foundation

/// Where the tests find the files they compare with.
enum Repository {
    /// The top folder of the checkout.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The build tool, which stands beside the test bundle that runs now.
    static func tool(_ name: String) throws -> String {
        let running = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: running).deletingLastPathComponent().appending(path: name).path
    }

    /// The Lua files of the standard library, by the name that `require` gives them.
    static func modules() throws -> [String: URL] {
        let folder = root.appending(path: "Stdlib")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".lua") }
        return Dictionary(uniqueKeysWithValues: paths.map { (moduleName(of: $0), folder.appending(path: $0)) })
    }

    private static func moduleName(of path: String) -> String {
        path.dropLast(".lua".count).split(separator: "/").joined(separator: ".")
    }
}
