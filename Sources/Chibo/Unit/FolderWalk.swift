import Glibc

/// Opening a file step by step from a folder's descriptor, so that no link is followed on the way, not even one that is put
/// there between two looks.
enum FolderWalk {
    /// What the walk came to.
    enum Outcome {
        /// A descriptor, the caller's to close.
        case opened(Int32)
        /// Nothing of that name is there.
        case absent
        /// A step of the path is a link; the path up to it.
        case link(String)
        /// What the system says.
        case failed(Int32)
    }

    /// Opens a path below a folder for reading; the folder itself may be a link, as the person who named it meant that.
    ///
    /// - Parameters:
    ///   - relative: Steps with slashes between, none of them empty, `.` or `..`.
    ///   - root: The folder.
    ///   - folder: Whether the path has to be a folder.
    /// - Returns: What it came to.
    static func open(_ relative: String, in root: String, folder: Bool) -> Outcome {
        var here = unsafe Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard here >= 0 else { return missing(errno) }
        let steps = relative.split(separator: "/")
        for (index, step) in steps.enumerated() {
            let isLast = index == steps.count - 1
            // O_NONBLOCK: nobody may be at the other end of a pipe.
            let flags = isLast ? O_RDONLY | O_NONBLOCK | (folder ? O_DIRECTORY : 0) : O_RDONLY | O_DIRECTORY
            let current = here
            let next = unsafe openat(current, String(step), flags | O_NOFOLLOW | O_CLOEXEC)
            let number = errno
            defer { close(current) }
            if next < 0 {
                // A link in the place of a folder is no folder either: ENOTDIR, not ELOOP.
                return isLink(String(step), in: current)
                    ? .link(steps[...index].joined(separator: "/")) : missing(number)
            }
            if isLast { return .opened(next) }
            here = next
        }
        close(here)
        return .absent
    }

    private static func isLink(_ name: String, in folder: Int32) -> Bool {
        var info = stat()
        return unsafe fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }

    private static func missing(_ number: Int32) -> Outcome {
        number == ENOENT || number == ENOTDIR ? .absent : .failed(number)
    }
}
