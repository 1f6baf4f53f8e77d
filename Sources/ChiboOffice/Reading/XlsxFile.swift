internal import ChiboModel

/// An `.xlsx` workbook, opened for reading.
package final class XlsxFile: SpreadsheetFile {
    package let path: String
    package let sheets: [SheetInfo]
    /// How the workbook counts days.
    package let dates: DateSystem
    private let archive: ZipArchive
    private let sheetParts: [Int: String]
    private let stylesPart: String?
    private let stringsPart: String?
    private var loaded: XlsxContext?

    package init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(OfficeError) {
        let archive = try ZipArchive(path: path, limits: limits)
        let workbookPart = try XlsxFile.workbookPart(in: archive)
        let workbook = XlsxWorkbookHandler()
        try XlsxFile.read(workbookPart, in: archive, into: workbook)
        let links = try XlsxFile.relationships(of: workbookPart, in: archive)
        var sheets: [SheetInfo] = []
        var parts: [Int: String] = [:]
        for (index, sheet) in workbook.sheets.enumerated() {
            // Chart sheets and dialogs have a tab, and no cells.
            guard let link = links.byID[sheet.relationship], link.type == "worksheet" else { continue }
            sheets.append(SheetInfo(number: index + 1, name: sheet.name, isHidden: sheet.isHidden))
            parts[index + 1] = PartName.resolve(link.target, from: workbookPart)
        }
        self.path = path
        self.archive = archive
        self.sheets = sheets
        sheetParts = parts
        dates = workbook.dates
        stylesPart = links.target(ofType: "styles").map { PartName.resolve($0, from: workbookPart) }
        stringsPart = links.target(ofType: "sharedStrings").map { PartName.resolve($0, from: workbookPart) }
    }

    package func rows(of sheet: SheetInfo) throws(OfficeError) -> any SheetRows {
        guard let name = sheetParts[sheet.number] else {
            throw OfficeError.request(
                Bilingual(vi: "tệp không có trang \(sheet.number)", en: "the file has no sheet \(sheet.number)"),
                Bilingual(
                    vi: "Các trang: \(sheets.map(\.name).joined(separator: ", "))",
                    en: "Its sheets: \(sheets.map(\.name).joined(separator: ", "))"), file: path)
        }
        let handler = XlsxSheetHandler(try context())
        return XlsxRows(try XMLReader(try part(name), in: archive, handler: handler), handler)
    }

    /// Styles and shared texts, read with the first sheet.
    private func context() throws(OfficeError) -> XlsxContext {
        if let loaded { return loaded }
        let styles = XlsxStylesHandler()
        if let stylesPart, archive.part(stylesPart) != nil { try XlsxFile.read(stylesPart, in: archive, into: styles) }
        let strings = XlsxSharedStringsHandler()
        if let stringsPart, archive.part(stringsPart) != nil {
            try XlsxFile.read(stringsPart, in: archive, into: strings)
        }
        let context = XlsxContext(strings: strings.strings, styles: styles.styles, dates: dates)
        loaded = context
        return context
    }

    private func part(_ name: String) throws(OfficeError) -> ZipArchive.Part {
        try XlsxFile.part(name, in: archive)
    }

    private static func part(_ name: String, in archive: ZipArchive) throws(OfficeError) -> ZipArchive.Part {
        guard let part = archive.part(name) else {
            throw OfficeError.damaged("\(name): ?", file: archive.path, part: name)
        }
        return part
    }

    private static func read(_ name: String, in archive: ZipArchive, into handler: XMLHandler) throws(OfficeError) {
        try XMLReader(try part(name, in: archive), in: archive, handler: handler).readAll()
    }

    private static func relationships(
        of part: String, in archive: ZipArchive
    ) throws(OfficeError) -> XlsxRelationshipsHandler {
        let handler = XlsxRelationshipsHandler()
        let name = PartName.relationships(of: part)
        if archive.part(name) != nil { try read(name, in: archive, into: handler) }
        return handler
    }

    /// Finds the workbook, or says what the archive is instead.
    private static func workbookPart(in archive: ZipArchive) throws(OfficeError) -> String {
        if archive.part("_rels/.rels") != nil {
            let links = try relationships(of: "", in: archive)
            if let target = links.target(ofType: "officeDocument") {
                let name = PartName.resolve(target, from: "")
                if name.hasSuffix(".xml"), !name.hasPrefix("word/") { return name }
            }
        }
        if archive.part("xl/workbook.xml") != nil { return "xl/workbook.xml" }
        throw notAWorkbook(archive)
    }

    private static func notAWorkbook(_ archive: ZipArchive) -> OfficeError {
        let marks = [
            ("xl/workbook.bin", ".xlsb"), ("word/document.xml", "Word (.docx)"), ("content.xml", "OpenDocument (.ods)"),
        ]
        let kind = marks.first { archive.part($0.0) != nil }?.1 ?? "zip"
        return OfficeError(
            .otherFormat, file: archive.path,
            reason: Bilingual(
                vi: "đây là tệp \(kind), không phải bảng tính .xlsx",
                en: "this is a \(kind) file, not an .xlsx workbook"),
            advice: Bilingual(
                vi: "Hãy mở bằng Excel hay LibreOffice rồi lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice and save it as .xlsx"))
    }
}

/// What the cells of a workbook refer to.
struct XlsxContext: Sendable {
    let strings: [String]
    let styles: [XlsxCellStyle]
    let dates: DateSystem
}

/// The rows of a sheet: reads a chunk of the part whenever the rows of the last one are used up.
final class XlsxRows: SheetRows {
    private let reader: XMLReader
    private let handler: XlsxSheetHandler
    private var pending: [SheetRow] = []
    private var position = 0

    init(_ reader: XMLReader, _ handler: XlsxSheetHandler) {
        self.reader = reader
        self.handler = handler
    }

    var merges: [CellRange] { handler.merges }
    var hiddenColumns: Set<Int> { handler.hiddenColumns }

    func next() throws(OfficeError) -> SheetRow? {
        while position == pending.count {
            guard try reader.readChunk() else { return nil }
            pending = handler.takeRows()
            position = 0
        }
        defer { position += 1 }
        return pending[position]
    }
}
