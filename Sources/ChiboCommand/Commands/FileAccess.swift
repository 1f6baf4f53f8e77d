import Glibc

/// An error number of the system as a value.
package struct SystemError: Error, Equatable {
    package let number: Int32
}

/// Small text files and folders, through the system's own calls.
package enum FileAccess {
    /// What kind of thing stands at a path.
    package enum Kind { case file, folder }

    package static func kind(_ path: String) -> Kind? {
        var info = stat()
        guard unsafe stat(path, &info) == 0 else { return nil }
        return info.st_mode & S_IFMT == S_IFDIR ? .folder : .file
    }

    /// The bytes of a file; 0 where there is none.
    package static func size(_ path: String) -> Int {
        var info = stat()
        return unsafe stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    /// The text of a file; bytes that are not UTF-8 become U+FFFD.
    package static func read(_ path: String) -> Result<String, SystemError> {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure(SystemError(number: errno)) }
        defer { close(file) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
            if count == 0 { return .success(String(decoding: bytes, as: UTF8.self)) }
            if count > 0 {
                bytes += buffer.prefix(count)
            } else if errno != EINTR {
                return .failure(SystemError(number: errno))
            }
        }
    }

    /// Writes a file whole or not at all: to a new file beside it, which then takes its place.
    ///
    /// Results are readable by their owner only. An `exclusive` file is written in place and only where there is none: a
    /// template, which anyone may read.
    package static func write(_ text: String, to path: String, exclusive: Bool = false) throws(SystemError) {
        let partial = exclusive ? path : path + ".\(getpid()).part"
        if !exclusive { unsafe unlink(partial) }
        let file = unsafe open(
            partial, O_WRONLY | O_CREAT | O_CLOEXEC | O_EXCL | O_NOFOLLOW, exclusive ? 0o644 : 0o600)
        guard file >= 0 else { throw SystemError(number: errno) }
        var failure: Int32 = 0
        var rest = Array(text.utf8)[...]
        while failure == 0, !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
        }
        if close(file) != 0, failure == 0 { failure = errno }
        if failure == 0, !exclusive, unsafe rename(partial, path) != 0 { failure = errno }
        guard failure == 0 else {
            unsafe unlink(partial)
            throw SystemError(number: failure)
        }
    }

    /// Removes a file; that it is not there is fine.
    package static func remove(_ path: String) { unsafe unlink(path) }

    /// Makes the folders above a file.
    package static func makeFolders(of path: String, mode: UInt32 = 0o755) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        makeFolder(String(path[..<slash]), mode: mode)
    }

    /// Makes a folder and those above it; that it exists is fine.
    package static func makeFolder(_ path: String, mode: UInt32 = 0o755) {
        if kind(path) != nil { return }
        makeFolders(of: path, mode: mode)
        unsafe mkdir(path, mode)
    }

    /// The names in a folder, in the order of their bytes.
    package static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The folder that the process stands in.
    package static var currentFolder: String {
        guard let buffer = unsafe getcwd(nil, 0) else { return "." }
        defer { unsafe free(buffer) }
        return unsafe String(cString: buffer)
    }
}
