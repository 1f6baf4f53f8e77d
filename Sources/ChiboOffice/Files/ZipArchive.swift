internal import CZip
internal import Glibc
internal import ChiboModel

/// A zip archive opened for reading; its parts are found by name and unpacked in chunks.
///
/// Nothing is unpacked before the sizes that the archive declares were checked, and no part may unpack to more than it
/// declared.
@safe package final class ZipArchive {
    /// One part of the archive.
    package struct Part: Sendable {
        /// The part's name with forward slashes, such as `xl/workbook.xml`.
        package let name: String
        /// Its size unpacked, in bytes, as declared.
        package let size: UInt64
        /// Its size in the archive, in bytes, as declared.
        package let packedSize: UInt64
        fileprivate let index: UInt64
    }

    /// The path as given.
    package let path: String
    /// All parts in the archive's order.
    package let parts: [Part]
    private let byName: [String: Int]
    private let handle: OpaquePointer

    /// Opens the archive and checks what it declares.
    package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(OfficeError) {
        var code: Int32 = 0
        errno = 0
        guard let handle = unsafe zip_open(path, ZIP_RDONLY, &code) else {
            if code == ZIP_ER_OPEN || code == ZIP_ER_NOENT || code == ZIP_ER_READ {
                throw OfficeError.system(errno == 0 ? ENOENT : errno, file: path)
            }
            throw OfficeError.damaged(ZipArchive.text(of: code), file: path)
        }
        let parts: [Part]
        do throws(OfficeError) {
            parts = try unsafe ZipArchive.list(handle, path: path, limits: limits)
        } catch {
            unsafe zip_discard(handle)
            throw error
        }
        unsafe self.handle = handle
        self.path = path
        self.parts = parts
        let names = parts.indices.map { (parts[$0].name.lowercased(), $0) }
        byName = Dictionary(names, uniquingKeysWith: { old, _ in old })
    }

    deinit { unsafe zip_discard(handle) }

    /// The part of that name; letter case does not matter, as in Excel.
    package func part(_ name: String) -> Part? { byName[name.lowercased()].map { parts[$0] } }

    /// Opens a part for reading from its start.
    package func open(_ part: Part) throws(OfficeError) -> ZipPartReader {
        guard let file = unsafe zip_fopen_index(handle, part.index, 0) else {
            throw OfficeError.damaged(unsafe ZipArchive.text(of: zip_get_error(handle)), file: path, part: part.name)
        }
        return unsafe ZipPartReader(file: file, archive: self, part: part)
    }

    private static func list(
        _ handle: OpaquePointer, path: String, limits: ArchiveLimits
    ) throws(OfficeError) -> [Part] {
        let count = unsafe zip_get_num_entries(handle, 0)
        guard count <= limits.parts else {
            throw OfficeError.tooLarge(
                Bilingual(vi: "tệp nén có \(count) phần", en: "the archive has \(count) parts"), file: path,
                part: nil)
        }
        var parts: [Part] = []
        for index in 0..<UInt64(max(0, count)) { parts.append(try unsafe part(handle, index, path: path)) }
        try limits.check(parts, path: path)
        return parts
    }

    private static func part(_ handle: OpaquePointer, _ index: UInt64, path: String) throws(OfficeError) -> Part {
        var stat = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle, index, 0, &stat) == 0, let name = unsafe stat.name else {
            throw OfficeError.damaged(unsafe text(of: zip_get_error(handle)), file: path)
        }
        // The name dies with the archive: copied at once.
        let text = unsafe String(cString: name)
        let part = unsafe Part(name: text, size: stat.size, packedSize: stat.comp_size, index: index)
        if unsafe stat.encryption_method != UInt16(ZIP_EM_NONE) {
            throw OfficeError(
                .encrypted, file: path, part: text,
                reason: Bilingual(vi: "tệp nén đặt mật khẩu", en: "the archive is protected by a password"),
                advice: Bilingual(vi: "Hãy bỏ mật khẩu rồi lưu lại", en: "Remove the password and save it again"))
        }
        return part
    }

    private static func text(of code: Int32) -> String {
        var error = unsafe zip_error_t()
        unsafe zip_error_init_with_code(&error, code)
        defer { unsafe zip_error_fini(&error) }
        return unsafe String(cString: zip_error_strerror(&error))
    }

    fileprivate static func text(of error: UnsafeMutablePointer<zip_error_t>) -> String {
        unsafe String(cString: zip_error_strerror(error))
    }
}

extension ArchiveLimits {
    /// Refuses what the archive declares before a byte of it is unpacked.
    fileprivate func check(_ parts: [ZipArchive.Part], path: String) throws(OfficeError) {
        var total: UInt64 = 0
        for part in parts {
            let (sum, overflow) = total.addingReportingOverflow(part.size)
            total = overflow ? .max : sum
            let packed = max(part.packedSize, 1)
            if part.size > partBytes || (part.size > ratioFromBytes && part.size / packed > ratio) {
                throw OfficeError.tooLarge(
                    Bilingual(
                        vi: "phần này nén \(packed) byte nhưng bung ra \(part.size) byte",
                        en: "this part has \(packed) bytes packed and \(part.size) bytes unpacked"),
                    file: path, part: part.name)
            }
        }
        guard total <= totalBytes else {
            throw OfficeError.tooLarge(
                Bilingual(vi: "tệp bung ra \(total) byte", en: "the file unpacks to \(total) bytes"), file: path,
                part: nil)
        }
    }
}

/// One part of an archive, being unpacked.
@safe package final class ZipPartReader {
    private let file: OpaquePointer
    private let archive: ZipArchive
    private let part: ZipArchive.Part
    private var unpacked: UInt64 = 0

    fileprivate init(file: OpaquePointer, archive: ZipArchive, part: ZipArchive.Part) {
        unsafe self.file = file
        self.archive = archive
        self.part = part
    }

    deinit { unsafe zip_fclose(file) }

    /// Unpacks the next bytes into a buffer and returns how many; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(OfficeError) -> Int {
        guard let start = buffer.baseAddress else { return 0 }
        let count = unsafe zip_fread(file, start, UInt64(buffer.count))
        guard count >= 0 else {
            let detail = unsafe ZipArchive.text(of: zip_file_get_error(file))
            throw OfficeError.damaged(detail, file: archive.path, part: part.name)
        }
        unpacked += UInt64(count)
        guard unpacked <= part.size else {
            throw OfficeError.tooLarge(
                Bilingual(
                    vi: "phần này bung ra nhiều hơn \(part.size) byte đã khai báo",
                    en: "this part unpacks to more than the \(part.size) bytes it declares"),
                file: archive.path, part: part.name)
        }
        return Int(count)
    }
}
