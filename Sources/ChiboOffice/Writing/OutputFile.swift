internal import Glibc

/// A file that appears whole under its name, or not at all.
///
/// It is written under a temporary name in the same folder, forced to the disk and renamed. Readable by its owner only:
/// documents of this house name people.
struct OutputFile {
    let path: String
    let temporary: String

    /// Makes the empty temporary file, which shows at once whether the folder can be written to.
    init(path: String) throws(OfficeError) {
        self.path = path
        temporary = path + ".\(getpid())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
        let descriptor = unsafe Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        guard descriptor >= 0 else { throw OfficeError.system(errno, file: path, writing: true) }
        close(descriptor)
    }

    /// Forces the content to the disk and gives the file its name.
    func commit() throws(OfficeError) {
        let descriptor = unsafe Glibc.open(temporary, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OfficeError.system(errno, file: path, writing: true) }
        let synced = fsync(descriptor)
        let code = errno
        close(descriptor)
        guard synced == 0 else { throw OfficeError.system(code, file: path, writing: true) }
        guard unsafe rename(temporary, path) == 0 else { throw OfficeError.system(errno, file: path, writing: true) }
        syncFolder()
    }

    /// Removes what was written.
    func discard() { _ = unsafe unlink(temporary) }

    /// Some file systems cannot sync a folder; the file itself is safe by then, so that is no failure.
    private func syncFolder() {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
