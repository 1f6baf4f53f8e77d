import Foundation

/// The repository that the tests are built from.
public enum RepositoryFolder {
    /// Its absolute path.
    public static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}
