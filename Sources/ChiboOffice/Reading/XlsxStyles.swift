/// What a cell's style says that matters to a reader.
struct XlsxCellStyle: Sendable {
    var format: NumberFormat = .number
    var font: String?
}

/// Reads `styles.xml`: cell formats with their number format and font.
final class XlsxStylesHandler: XMLHandler {
    /// The styles by the number that cells carry.
    private(set) var styles: [XlsxCellStyle] = []
    private var formats: [Int: NumberFormat] = [:]
    private var fonts: [String?] = []
    private var isInFonts = false
    private var isInCellFormats = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(OfficeError) {
        switch name {
        case "numFmt": addFormat(attributes)
        case "fonts": isInFonts = true
        case "font" where isInFonts: fonts.append(nil)
        case "name" where isInFonts && !fonts.isEmpty: fonts[fonts.count - 1] = attributes["val"]
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats: addStyle(attributes)
        default: break
        }
    }

    override func end(_ name: XMLName) {
        if name == "fonts" { isInFonts = false }
        if name == "cellXfs" { isInCellFormats = false }
    }

    private func addFormat(_ attributes: XMLAttributes) {
        guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
        formats[id] = NumberFormat(code: code)
    }

    private func addStyle(_ attributes: XMLAttributes) {
        let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        let font = attributes["fontId"].flatMap { Int($0) } ?? 0
        styles.append(
            XlsxCellStyle(
                format: formats[format] ?? NumberFormat(builtIn: format),
                font: fonts.indices.contains(font) ? fonts[font] : nil))
    }
}
