import ChiboLua
package import ChiboModel
import ChiboScripting

extension ScriptHost.Options {
    /// Keeps samples of all runs in memory that another process sees, so that it can tell where scripts were when this
    /// one ended without a word.
    ///
    /// - Parameter memory: Zeros, as long as the process lives; nothing is kept where it is too small.
    @unsafe package mutating func keepSamples(in memory: UnsafeMutableRawBufferPointer) {
        board = unsafe LuaSampleBoard(memory)
    }
}

extension Diagnostic {
    /// Names the place at which the scripts of another process were last, or most often, found.
    ///
    /// - Parameters:
    ///   - board: What that process left of its samples; it is not trusted.
    ///   - unit: The unit's folder, for the line itself.
    package mutating func showPlace(on board: [UInt8], unit: String) {
        guard let hotspot = LuaSampleBoard.hottest(in: board) else { return }
        show(hotspot)
        guard let place, let line = place.line, let text = try? UnitFolder(unit).source(at: place.file) else { return }
        excerpt = Excerpt(of: text, line: line)
    }
}
