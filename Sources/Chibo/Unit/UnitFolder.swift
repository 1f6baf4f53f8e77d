package import ChiboModel
import ChiboScripting
import Glibc

/// A unit's folder on disk, read with care: nothing outside it, nothing that is no text, nothing without end.
package struct UnitFolder: ScriptSources {
    /// The folder, without a slash at its end.
    package let path: String

    /// The largest script that is read, in bytes.
    private static let limit = 1 << 20

    /// A folder by its path.
    package init(_ path: String) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    package func source(at relative: String) throws(Diagnostic) -> String? {
        guard UnitFolder.staysInside(relative) else { throw outside(relative) }
        let file: Int32
        switch FolderWalk.open(relative, in: path, folder: false) {
        case .opened(let descriptor): file = descriptor
        case .absent: return nil
        case .link(let step): throw link(step, relative)
        case .failed(let number): throw unreadable(relative, unsafe String(cString: strerror(number)))
        }
        defer { close(file) }
        let bytes = try read(file, relative)
        // Compiled Lua can crash an interpreter; none here takes it, and its author should hear why.
        if bytes.starts(with: [0x1B, 0x4C, 0x75, 0x61]) { throw compiled(relative) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(
                "CB-F022", .script,
                Bilingual(vi: "tệp không phải UTF-8", en: "the file is not UTF-8"),
                place: Diagnostic.Place(file: relative, line: UnitFolder.lineOfFault(bytes)),
                suggestion: Bilingual(
                    vi: "lưu lại tệp với mã UTF-8 trong trình soạn thảo", en: "save the file as UTF-8 in the editor"))
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    package func paths(in folder: String) throws(Diagnostic) -> [String] {
        guard UnitFolder.staysInside(folder) else { throw outside(folder) }
        let descriptor: Int32
        switch FolderWalk.open(folder, in: path, folder: true) {
        case .opened(let opened): descriptor = opened
        case .link(let step): throw link(step, folder)
        case .absent, .failed: return []
        }
        guard let handle = unsafe fdopendir(descriptor) else {
            close(descriptor)
            return []
        }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.hasSuffix(".lua"), !name.hasPrefix(".") { names.append(name) }
        }
        return names.map { "\(folder)/\($0)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func staysInside(_ relative: String) -> Bool {
        !relative.isEmpty && !relative.utf8.contains(0)
            && relative.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    private func read(_ file: Int32, _ relative: String) throws(Diagnostic) -> [UInt8] {
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw unreadable(relative, "not a regular file")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(relative, unsafe String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > UnitFolder.limit {
                throw Diagnostic(
                    "CB-F023", .script, Bilingual(vi: "tệp lớn hơn 1 MB", en: "the file is larger than 1 MB"),
                    place: Diagnostic.Place(file: relative))
            }
        }
    }

    private static func lineOfFault(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }

    private func compiled(_ relative: String) -> Diagnostic {
        Diagnostic(
            "CB-F027", .script,
            Bilingual(vi: "\(relative) là Lua đã biên dịch", en: "\(relative) is compiled Lua"),
            place: Diagnostic.Place(file: relative),
            cause: Bilingual(vi: "script chỉ nhận dạng văn bản", en: "scripts are taken as text only"),
            suggestion: Bilingual(vi: "dùng tệp .lua gốc", en: "use the .lua file that it was made of"))
    }

    private func outside(_ relative: String) -> Diagnostic {
        Diagnostic(
            "CB-P004", .denied,
            Bilingual(
                vi: "\(relative) nằm ngoài thư mục của đơn vị", en: "\(relative) lies outside the unit's folder"))
    }

    /// No place: the line that asked for the file is worth more than the file, which the message names.
    private func link(_ step: String, _ relative: String) -> Diagnostic {
        Diagnostic(
            "CB-P005", .denied,
            Bilingual(
                vi: "không đọc \(relative): \(step) là một liên kết (symlink)",
                en: "\(relative) is not read: \(step) is a link"),
            cause: Bilingual(
                vi: "liên kết có thể dẫn ra ngoài thư mục của đơn vị, nơi script không được đọc",
                en: "a link may lead out of the unit's folder, where no script may read"),
            suggestion: Bilingual(
                vi: "chép tệp vào thư mục của đơn vị thay vì liên kết", en: "copy the file into the unit's folder"),
            arguments: ["path": relative, "link": step])
    }

    private func unreadable(_ relative: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            "CB-F024", .input, Bilingual(vi: "không đọc được \(relative)", en: "\(relative) cannot be read"),
            place: Diagnostic.Place(file: relative), original: reason)
    }
}
