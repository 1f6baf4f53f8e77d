import Glibc

extension RenderedReport {
    /// Saves the report and returns the paths of its files.
    ///
    /// All files are written beside their places and flushed before the first is renamed, so that a full disk leaves what was there.
    /// They are readable only by their owner, since reports name people.
    @discardableResult
    public func save(to path: String) throws(ReportError) -> [String] {
        var waiting: [(temporary: String, final: String)] = []
        do throws(ReportError) {
            for part in parts {
                let final = Self.path(path, suffix: part.suffix)
                waiting.append((try TemporaryFile.write(part.bytes, beside: final), final))
            }
            for file in waiting { try TemporaryFile.rename(file.temporary, to: file.final) }
        } catch {
            for file in waiting { unsafe unlink(file.temporary) }
            throw error
        }
        TemporaryFile.flushFolder(of: path)
        return waiting.map(\.final)
    }

    /// "bao-cao.csv" and "-2" make "bao-cao-2.csv".
    static func path(_ path: String, suffix: String) -> String {
        guard !suffix.isEmpty else { return path }
        let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[name...].lastIndex(of: "."), dot != name else { return path + suffix }
        return path[..<dot] + suffix + path[dot...]
    }
}

/// Files on their way to their place.
enum TemporaryFile {
    /// Writes and flushes bytes to a new file in the folder of a path, and returns the new file's path.
    static func write(_ bytes: [UInt8], beside path: String) throws(ReportError) -> String {
        var template = Array((path + ".XXXXXX").utf8CString)
        let file = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe mkstemp($0) } ?? -1
        }
        guard file >= 0 else { throw .file(action: "create", path: path, code: errno) }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var failure = fill(file, with: bytes)
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(temporary)
            throw .file(action: "write", path: path, code: failure)
        }
        return temporary
    }

    /// Writes all bytes and returns 0, or the system's number of the error.
    private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32 {
        unsafe bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = unsafe Glibc.write(file, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count < 0 ? errno : ENOSPC }
                done += count
            }
            return 0
        }
    }

    /// The bytes of a file.
    static func read(_ path: String) throws(ReportError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(action: "read", path: path, code: errno) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = Array(repeating: UInt8(0), count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .file(action: "read", path: path, code: errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Puts a finished file in its place, over an older one.
    static func rename(_ temporary: String, to path: String) throws(ReportError) {
        guard unsafe Glibc.rename(temporary, path) == 0 else { throw .file(action: "replace", path: path, code: errno) }
    }

    /// Makes the new names last; a file system that cannot is no reason to fail.
    static func flushFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// A folder for files that only this rendering needs, readable by nobody else.
struct TemporaryFolder {
    let path: String

    /// Makes the folder where the environment's `TMPDIR` says, else in `/tmp`.
    init() throws(ReportError) {
        let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array((place + "/chibo-XXXXXX").utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
        }
        guard made else { throw .file(action: "create", path: place, code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes the folder and the workbook in it.
    func remove() {
        unsafe unlink(path + "/report.xlsx")
        unsafe rmdir(path)
    }
}
