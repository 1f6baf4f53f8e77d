import Foundation
import Testing

/// Compares a text with the file that keeps it; `CHIBO_RECORD=1` writes the file anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["CHIBO_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == kept, "\(name).txt differs; CHIBO_RECORD=1 records it", sourceLocation: sourceLocation)
}
