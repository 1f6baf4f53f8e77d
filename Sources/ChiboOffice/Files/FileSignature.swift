internal import Glibc
internal import ChiboModel

/// What a file is, told by its first bytes.
enum FileSignature {
    case zip, text, oldOffice, markup, otherBinary

    /// Looks at the start of a file.
    init(path: String) throws(OfficeError) {
        let bytes = try InputFile.start(of: path, count: 512)
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else if FileSignature.isMarkup(bytes) {
            self = .markup
        } else {
            // PDF, PNG, JPEG, gzip.
            let marks: [[UInt8]] = [
                [0x25, 0x50, 0x44, 0x46], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x1F, 0x8B],
            ]
            self = marks.contains { bytes.starts(with: $0) } ? .otherBinary : .text
        }
    }

    /// Web pages and XML saved under a spreadsheet's name, as some systems' "export to Excel" does.
    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        let trimmed = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return ["<html", "<!doctype", "<?xml", "<table", "<meta"].contains { trimmed.hasPrefix($0) }
    }

    static func oldOfficeError(_ path: String) -> OfficeError {
        OfficeError(
            .otherFormat, file: path,
            reason: Bilingual(
                vi: "đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu",
                en: "this is an old Excel file (.xls) or one protected by a password"),
            advice: Bilingual(
                vi: "Hãy mở bằng Excel hay LibreOffice, bỏ mật khẩu và lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice, remove the password and save it as .xlsx"))
    }

    static func markupError(_ path: String) -> OfficeError {
        OfficeError(
            .otherFormat, file: path,
            reason: Bilingual(
                vi: "đây là trang web hoặc XML mang tên tệp bảng tính",
                en: "this is a web page or XML under a spreadsheet's name"),
            advice: Bilingual(
                vi: "Hãy mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice and save it as .xlsx"))
    }

    static func otherBinaryError(_ path: String) -> OfficeError {
        OfficeError(
            .otherFormat, file: path,
            reason: Bilingual(
                vi: "đây không phải tệp .xlsx hay .csv", en: "this is neither an .xlsx nor a .csv file"),
            advice: Bilingual(vi: "Hãy chọn đúng tệp danh sách", en: "Choose the roster file"))
    }
}

/// Whole files and their beginnings, read through the operating system.
enum InputFile {
    /// The first bytes of a regular file.
    static func start(of path: String, count: Int) throws(OfficeError) -> [UInt8] {
        try read(path, upTo: count).bytes
    }

    /// The whole file, refused above a size.
    static func whole(_ path: String, limit: Int) throws(OfficeError) -> [UInt8] {
        let (bytes, isWhole) = try read(path, upTo: limit)
        guard isWhole else {
            throw OfficeError.tooLarge(
                Bilingual(vi: "tệp lớn hơn \(limit >> 20) MB", en: "the file is larger than \(limit >> 20) MB"),
                file: path, part: nil)
        }
        return bytes
    }

    private static func read(_ path: String, upTo limit: Int) throws(OfficeError) -> (bytes: [UInt8], isWhole: Bool) {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw OfficeError.system(errno, file: path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw OfficeError.system(errno, file: path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw OfficeError.system(EISDIR, file: path) }
        // A pipe or a device has no size and may never end.
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileSignature.otherBinaryError(path) }
        let wanted = min(limit, max(Int(status.st_size), 1 << 16))
        var bytes = [UInt8](repeating: 0, count: wanted)
        var filled = 0
        while filled < wanted {
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + filled }, wanted - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw OfficeError.system(errno, file: path) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(wanted - filled)
        return (bytes, filled < limit && filled >= Int(status.st_size))
    }
}
