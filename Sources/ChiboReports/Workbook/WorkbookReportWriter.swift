import ChiboDocument
import ChiboModel
import ChiboOffice

/// Writes a document as a workbook: tables of real values and formulas, native charts, words in merged rows.
struct WorkbookReportWriter: ReportWriter {
    var walk: DocumentWalk

    mutating func write(_ document: Document) throws(ReportError) -> [ReportPart] {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path + "/report.xlsx"
        do throws(WorkbookFailure) {
            let workbook = try WorkbookFailure.office { () throws(OfficeError) in
                try WorkbookWriter(path: path, properties: Self.properties(document.meta))
            }
            try write(document, to: workbook)
            try WorkbookFailure.office { () throws(OfficeError) in try workbook.close() }
        } catch {
            throw error.reportError
        }
        return [ReportPart(suffix: "", bytes: try TemporaryFile.read(path))]
    }

    private mutating func write(_ document: Document, to workbook: WorkbookWriter) throws(WorkbookFailure) {
        var charts: [PlacedChart] = []
        for plan in SheetPlan.sheets(of: document, frontMatter: walk.frontMatter(document.meta)) {
            walk.warnPageBands(plan.section)
            let sheet = try WorkbookFailure.office { () throws(OfficeError) in try workbook.addSheet(plan.name) }
            var composer = try SheetComposer(plan, sheet: sheet, walk: walk)
            try composer.write()
            walk = composer.walk
            charts += composer.charts
        }
        try ChartData.write(charts, to: workbook)
    }

    private static func properties(_ meta: DocumentMeta) -> WorkbookProperties {
        var properties = WorkbookProperties()
        // The file's properties hold 255 letters.
        properties.title = String(CleanText.line(meta.title).prefix(200))
        properties.author = String(CleanText.line(meta.author).prefix(200))
        if let day = meta.created { properties.created = Int64(day.dayNumber) * 86_400 }
        return properties
    }
}

/// What may go wrong on the way to a workbook, before it becomes the report's error.
enum WorkbookFailure: Error {
    case report(ReportError)
    case office(OfficeError)

    /// Runs what throws an error of the office room.
    static func office<Result>(_ body: () throws(OfficeError) -> Result) throws(WorkbookFailure) -> Result {
        do throws(OfficeError) { return try body() } catch { throw .office(error) }
    }

    /// Runs what throws an error of this room.
    static func report<Result>(_ body: () throws(ReportError) -> Result) throws(WorkbookFailure) -> Result {
        do throws(ReportError) { return try body() } catch { throw .report(error) }
    }

    var reportError: ReportError {
        switch self {
        case .report(let error): error
        case .office(let error): .workbook(error.message)
        }
    }
}

/// What goes on one sheet.
struct SheetPlan {
    var name: String
    var section: Section
    var blocks: [Block]

    /// The sheets of a document: one for what each section says outside of `sheet` blocks, one for each of these.
    static func sheets(of document: Document, frontMatter: [Block]) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        for (index, section) in document.sections.enumerated() {
            var sheets: [SheetPlan] = []
            let own = (index == 0 ? frontMatter : []) + outside(section.blocks, section, &sheets)
            let title = document.meta.title.isEmpty ? "Báo cáo" : document.meta.title
            if !own.isEmpty { plans.append(SheetPlan(name: title, section: section, blocks: own)) }
            plans += sheets
        }
        return plans.isEmpty ? [SheetPlan(name: "Báo cáo", section: Section([]), blocks: [])] : plans
    }

    /// The blocks that lie in no sheet of their own.
    private static func outside(_ blocks: [Block], _ section: Section, _ sheets: inout [SheetPlan]) -> [Block] {
        var own: [Block] = []
        for block in blocks {
            switch block {
            case .sheet(let name, let inner):
                var nested: [SheetPlan] = []
                let rest = outside(inner, section, &nested)
                sheets += [SheetPlan(name: name, section: section, blocks: rest)] + nested
            case .keep(let inner): own += outside(inner, section, &sheets)
            case .only(let formats, let inner):
                if formats.contains(.xlsx) { own += outside(inner, section, &sheets) }
            case .group(let group):
                if let title = group.title { own.append(.paragraph(RichText(title, [.bold]))) }
                own += outside(group.blocks, section, &sheets)
            default: own.append(block)
            }
        }
        return own
    }
}
