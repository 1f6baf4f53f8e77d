internal import Glibc

/// A file of bytes that appears whole or not at all, and that only its owner can read.
package enum PrivateFile {
    /// Writes the file, in the place of one of that name.
    package static func write(_ bytes: [UInt8], to path: String) throws(OfficeError) {
        let file = try OutputFile(path: path)
        let descriptor = unsafe Glibc.open(file.temporary, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OfficeError.system(errno, file: path, writing: true) }
        var rest = bytes[...]
        var failure: Int32 = 0
        while failure == 0, !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
        }
        close(descriptor)
        guard failure == 0 else {
            file.discard()
            throw OfficeError.system(failure, file: path, writing: true)
        }
        try file.commit()
    }
}
