internal import CXlsxWriter
internal import Glibc
internal import ChiboModel

/// Writes an `.xlsx` workbook; the file appears under its name when ``close()`` succeeds.
///
/// The same calls give the same bytes.
@safe package final class WorkbookWriter {
    /// The path as given.
    package let path: String
    private let output: OutputFile
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private var names = SheetNames()
    private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = unsafe [:]

    /// The look asked for last: tables ask for the same one many times over.
    private var last: (key: FormatKey, format: UnsafeMutablePointer<lxw_format>)?

    private struct FormatKey: Hashable {
        let format: CellFormat
        let isDate: Bool
    }

    package init(path: String, properties: WorkbookProperties = WorkbookProperties()) throws(OfficeError) {
        self.path = path
        output = try OutputFile(path: path)
        unsafe handle = workbook_new(output.temporary)
        guard unsafe handle != nil else {
            output.discard()
            throw OfficeError.system(ENOMEM, file: path, writing: true)
        }
        try set(properties)
    }

    deinit {
        guard let handle = unsafe handle else { return }
        unsafe lxw_workbook_free(handle)
        output.discard()
    }

    /// Adds a sheet whose name is near the wanted one; ``SheetWriter/name`` tells which it became.
    package func addSheet(_ wanted: String) throws(OfficeError) -> SheetWriter {
        let name = names.next(wanted)
        guard let sheet = unsafe workbook_add_worksheet(try open(), name) else {
            throw refused("workbook_add_worksheet", part: name)
        }
        return unsafe SheetWriter(sheet, name: name, workbook: self)
    }

    /// Writes the file and gives it its name; the writer is of no use afterwards.
    package func close() throws(OfficeError) {
        let workbook = try unsafe open()
        unsafe handle = nil
        errno = 0
        let code = unsafe workbook_close(workbook)
        let systemCode = errno
        do throws(OfficeError) {
            if code != LXW_NO_ERROR {
                throw OfficeError.system(systemCode == 0 ? EIO : systemCode, file: path, writing: true)
            }
            try output.commit()
        } catch {
            output.discard()
            throw error
        }
    }

    private func open() throws(OfficeError) -> UnsafeMutablePointer<lxw_workbook> {
        guard let handle = unsafe handle else { throw refused("close", part: nil) }
        return unsafe handle
    }

    private func set(_ properties: WorkbookProperties) throws(OfficeError) {
        let texts = OwnedCStrings()
        var library = unsafe lxw_doc_properties()
        unsafe library.title = texts.add(properties.title)
        unsafe library.subject = texts.add(properties.subject)
        unsafe library.author = texts.add(properties.author)
        unsafe library.company = texts.add(properties.company)
        unsafe library.comments = texts.add(properties.comments)
        unsafe library.created = time_t(properties.created)
        let code = withExtendedLifetime(texts) { unsafe workbook_set_properties(handle, &library) }
        try check(code, part: nil)
    }

    /// The library's format for a look; one is made for each look, not for each cell.
    func format(_ format: CellFormat, isDate: Bool = false) throws(OfficeError) -> UnsafeMutablePointer<lxw_format> {
        let key = FormatKey(format: format, isDate: isDate && format.numberFormat == nil)
        if let last = unsafe last, unsafe last.key == key { return unsafe last.format }
        if let known = unsafe formats[key] {
            unsafe last = (key, known)
            return unsafe known
        }
        return try unsafe make(key)
    }

    private func make(_ key: FormatKey) throws(OfficeError) -> UnsafeMutablePointer<lxw_format> {
        let format = key.format
        // The library cuts longer names silently.
        guard format.font.utf8.count < 128, (format.numberFormat ?? "").utf8.count < 128 else {
            throw refused("font, numberFormat > 127", part: nil)
        }
        guard let made = unsafe workbook_add_format(try open()) else { throw refused("workbook_add_format", part: nil) }
        unsafe format.apply(to: made, dateFormat: key.isDate)
        unsafe formats[key] = made
        return unsafe made
    }

    /// A chart of the workbook, not yet on a sheet.
    func chart(_ type: UInt8) throws(OfficeError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = unsafe workbook_add_chart(try open(), type) else {
            throw refused("workbook_add_chart", part: nil)
        }
        return unsafe chart
    }

    /// Turns the library's answer into an error, so that none is dropped.
    func check(_ code: lxw_error, part: String?) throws(OfficeError) {
        guard code != LXW_NO_ERROR else { return }
        throw refused(unsafe String(cString: lxw_strerror(code)), part: part)
    }

    func refused(_ detail: String, part: String?) -> OfficeError {
        OfficeError.request(
            Bilingual(
                vi: "không ghi được vào bảng tính (\(detail))", en: "the workbook cannot hold this (\(detail))"),
            Bilingual(
                vi: "Hãy rút ngắn nội dung hoặc chia thành nhiều trang",
                en: "Shorten the content or spread it over several sheets"), file: path, part: part)
    }
}

/// C copies of texts, freed together.
@safe final class OwnedCStrings {
    private var pointers: [UnsafeMutablePointer<CChar>] = unsafe []

    deinit { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }

    /// A copy that lives as long as this object; nil for an empty text.
    func add(_ text: String?) -> UnsafeMutablePointer<CChar>? {
        guard let text, !text.isEmpty, let copy = unsafe strdup(text) else { return nil }
        unsafe pointers.append(copy)
        return unsafe copy
    }
}
