import Glibc

/// Who runs the command: the account that the operating system knows, whatever the environment says.
package enum Account {
    /// The account's name, or its number where it has none.
    package static var name: String {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        let result = unsafe getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found)
        guard result == 0, unsafe found != nil, let name = unsafe entry.pw_name else { return "uid-\(getuid())" }
        return unsafe String(cString: name)
    }
}
