import ChiboLua
import ChiboModel

/// A layout with its data.
struct ReportDefinition {
    /// Whom a report goes to, and for what.
    struct Recipient {
        let name: String
        let purpose: String
    }

    let type: String
    let purpose: String
    let fields: [String]
    let onePer: LuaFunction?
    let render: LuaFunction
    let recipients: [Recipient]
    let archive: String
    let signature: LuaFunction?

    static let keys =
        DefinitionHead.keys + [
            "type", "purpose", "fields", "one_per", "render", "recipients", "signature",
        ]

    init(_ reader: TableReader) throws(Diagnostic) {
        try reader.allow(ReportDefinition.keys)
        type = try reader.optionalText("type") ?? "report"
        purpose = try reader.optionalText("purpose") ?? ""
        fields = try reader.texts("fields")
        if !fields.isEmpty, purpose.isEmpty {
            throw reader.problem(
                "CB-P003", vi: "báo cáo có `fields` phải nêu `purpose`: thông tin được dùng để làm gì",
                en: "a report with `fields` has to say its `purpose`: what the data are for")
        }
        onePer = try reader.optionalFunction("one_per")
        render = try reader.function("render")
        signature = try reader.optionalFunction("signature")
        let list = try reader.optionalTable("recipients")
        archive = try list?.optionalText("archive") ?? ""
        var recipients: [Recipient] = []
        for (index, entry) in (list?.table.list ?? []).enumerated() {
            guard let pair = entry.table, let name = pair[1].text else {
                throw reader.problem(
                    "CB-C011", vi: "`recipients[\(index + 1)]` có dạng { \"Đảng ủy Khối\", \"report\" }",
                    en: "`recipients[\(index + 1)]` is written { \"Đảng ủy Khối\", \"report\" }")
            }
            recipients.append(Recipient(name: name, purpose: ReportDefinition.purposeLabel(pair[2].text ?? "")))
        }
        self.recipients = recipients
    }

    /// The purpose as a document writes it behind a recipient.
    private static func purposeLabel(_ code: String) -> String {
        switch code {
        case "report": "để báo cáo"
        case "direct": "để chỉ đạo"
        case "implement": "để thực hiện"
        case "inform": "để biết"
        case "none", "": ""
        default: code
        }
    }
}
