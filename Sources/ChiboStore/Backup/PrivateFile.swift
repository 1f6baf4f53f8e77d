import Glibc

/// Files of a store that are made whole or not at all, for their owner alone.
enum PrivateFile {
    /// Makes an empty file where there is none.
    static func create(_ path: String) throws(StoreError) {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(errno, file: path) }
        close(file)
    }

    /// Removes a file; that it is not there is fine.
    static func remove(_ path: String) { unsafe unlink(path) }

    /// Removes a database file and what SQLite keeps beside it.
    static func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { remove(path + suffix) }
    }

    /// Gives a finished file its name, with all of it on the disk before and its name after.
    static func install(_ partial: String, as path: String) throws(StoreError) {
        try synchronise(partial)
        guard unsafe rename(partial, path) == 0 else { throw .file(errno, file: path) }
        try synchronise(folder(of: path))
    }

    private static func synchronise(_ path: String) throws(StoreError) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(errno, file: path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .file(errno, file: path) }
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// Whether two names lead to one file.
    static func isSame(_ left: String, _ right: String) -> Bool {
        var (one, two) = (stat(), stat())
        guard unsafe stat(left, &one) == 0, unsafe stat(right, &two) == 0 else { return false }
        return one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    /// The first bytes of a file; fewer where it has not as many.
    static func beginning(of path: String, count: Int) throws(StoreError) -> [UInt8] {
        let file = try FileBytes(reading: path)
        return try file.read(count)
    }

    /// Copies a file to a new one.
    static func copy(_ source: String, to path: String) throws(StoreError) {
        let input = try FileBytes(reading: source)
        let output = try FileBytes(making: path)
        while case let bytes = try input.read(1 << 16), !bytes.isEmpty { try output.write(bytes) }
    }
}

/// An open file that is read or written from its beginning to its end.
final class FileBytes {
    private let file: Int32
    private let path: String

    /// Opens a file for reading.
    init(reading path: String) throws(StoreError) {
        self.path = path
        file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(errno, file: path) }
    }

    /// Makes a file for writing, for its owner alone.
    init(making path: String) throws(StoreError) {
        self.path = path
        file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(errno, file: path) }
    }

    deinit { if file >= 0 { close(file) } }

    /// The next bytes, as many as were asked for unless the file ends before.
    func read(_ count: Int) throws(StoreError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: done), count - done)
            }
            if got == 0 { break }
            if got > 0 { done += got } else if errno != EINTR { throw .file(errno, file: path) }
        }
        return Array(bytes.prefix(done))
    }

    func write(_ bytes: [UInt8]) throws(StoreError) {
        var done = 0
        while done < bytes.count {
            let put = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if put > 0 { done += put } else if errno != EINTR { throw .file(errno, file: path) }
        }
    }
}
