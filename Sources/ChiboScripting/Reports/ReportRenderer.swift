package import ChiboDocument
import ChiboLua
package import ChiboModel

/// One document that a report made.
package struct LaidOutReport: Sendable {
    /// What it is for, where the report makes one document for each: the destination, the branch.
    package let key: String?
    /// The document, for any writer.
    package let document: Document
}

extension ScriptRuntime {
    /// Lays out a report: one document, or one for each group of `one_per`.
    package func render(
        _ definition: Definition, _ context: RunContext
    ) throws(Diagnostic) -> [LaidOutReport] {
        guard case .report(let report) = definition.content else { throw wrongKind(definition, .report) }
        let visibility = unit?.visibility(of: definition.path, declared: report.fields) ?? Visibility()
        return try run(definition, context, visibility: visibility) { _ in
            let renderer = ReportRenderer(runtime: self, definition: definition, report: report, context: context)
            return try renderer.documents()
        }
    }
}

/// One rendering of a report.
private struct ReportRenderer {
    let runtime: ScriptRuntime
    let definition: Definition
    let report: ReportDefinition
    let context: RunContext

    func documents() throws -> [LaidOutReport] {
        guard let onePer = report.onePer else { return [try document(key: nil, arguments: [])] }
        guard let groups = try onePer.call().first?.table, groups.metatable == runtime.prelude.groups,
            let keys = groups["keys"].table?.list, let values = groups["values"].table?.list
        else {
            throw Diagnostic(
                "CB-R006", .script,
                Bilingual(
                    vi: "one_per phải trả về kết quả của group_by", en: "one_per has to return what group_by gives"),
                place: onePer.definedAt.map { Diagnostic.Place(file: $0.source, line: $0.line) })
        }
        return try zip(keys, values).map { key, rows in
            try document(key: try runtime.text(of: key), arguments: [rows, key])
        }
    }

    private func document(key: String?, arguments: [LuaValue]) throws -> LaidOutReport {
        let builder = DocumentBuilder(runtime)
        try report.render.call([.table(builder.makeValue())] + arguments)
        let frame = PartyFrame(
            unit: runtime.unit, title: definition.title, subject: key, report: report, context: context,
            signature: try signature())
        let document = Document(
            meta: DocumentMeta(
                title: key.map { "\(definition.title) – \($0)" } ?? definition.title, author: runtime.unit?.name ?? "",
                created: context.today),
            sections: [ChiboDocument.Section(frame.head + builder.blocks + frame.foot)])
        return LaidOutReport(key: key, document: document)
    }

    private func signature() throws -> PartyFrame.Signature? {
        guard let function = report.signature else { return nil }
        guard let table = try function.call().first?.table else { return nil }
        return PartyFrame.Signature(
            authority: table["authority"].text ?? "", position: table["position"].text ?? "",
            name: table["name"].text ?? "")
    }
}

/// What stands around every party document: the two heads, the title, the recipients and the signature (domain.md §4).
private struct PartyFrame {
    struct Signature {
        let authority: String
        let position: String
        let name: String
    }

    let unit: UnitDefinition?
    let title: String
    let subject: String?
    let report: ReportDefinition
    let context: RunContext
    let signature: Signature?

    var head: [Block] {
        guard let unit else { return [.paragraph(RichText(title), style: .title)] }
        let left: [Block] = [
            .paragraph(RichText(unit.upperOrgan), style: .upperOrgan),
            .paragraph(RichText(unit.name.uppercased()), style: .organ),
            .paragraph("*", style: .number),
            .paragraph(RichText("Số ……-\(typeCode)/\(unit.organ)"), style: .number),
        ]
        let right: [Block] = [
            .paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", style: .party),
            .paragraph(RichText(placeAndDate(unit)), style: .placeDate),
        ]
        var blocks: [Block] = [
            .columns(Columns([Columns.Box(left), Columns.Box(right)])),
            .paragraph(RichText(title.uppercased()), style: .title),
        ]
        let subjects = [subject, context.period.vietnamese].compactMap(\.self)
        blocks.append(.paragraph(RichText(subjects.joined(separator: ", ")), style: .subject))
        return blocks
    }

    /// Days below ten and the first two months have a leading zero, the other months have none (domain.md §4).
    private func placeAndDate(_ unit: UnitDefinition) -> String {
        let (year, month, day) = context.today.components
        let dayText = day < 10 ? "0\(day)" : "\(day)"
        let monthText = month < 3 ? "0\(month)" : "\(month)"
        return (unit.place.isEmpty ? "" : unit.place + ", ") + "ngày \(dayText) tháng \(monthText) năm \(year)"
    }

    private var typeCode: String {
        switch report.type {
        case "report": "BC"
        case "letter": "CV"
        case "notice": "TB"
        case "plan": "KH"
        case "proposal": "TTr"
        case "minutes": "BB"
        default: "BC"
        }
    }

    var foot: [Block] {
        if report.recipients.isEmpty, signature == nil, report.archive.isEmpty { return [] }
        var left: [Block] = [.paragraph("Nơi nhận:", style: .recipientsHead)]
        for recipient in report.recipients {
            let purpose = recipient.purpose.isEmpty ? "" : " (\(recipient.purpose))"
            left.append(.paragraph(RichText("- \(recipient.name)\(purpose),"), style: .recipients))
        }
        if !report.archive.isEmpty { left.append(.paragraph(RichText("- Lưu \(report.archive)."), style: .recipients)) }
        var right: [Block] = []
        if let signature {
            right = [
                .paragraph(RichText(signature.authority), style: .authority),
                .paragraph(RichText(signature.position), style: .position), .space(20),
                .paragraph(RichText(signature.name), style: .signer),
            ]
        }
        return [.space(6), .columns(Columns([Columns.Box(left), Columns.Box(right)]))]
    }
}
