/// Who looks after which unit, what was inspected, and what others say (domain.md §2.4).
extension Schema {
    static let supervision = RecordSchema(
        .supervision, "phân công cấp ủy viên", plural: "supervisions", idPrefix: "PC", start: .field("from"),
        identity: [["member", "unit", "from"]],
        fields: [
            .init("unit", "đơn vị phụ trách", .reference(.unit), .restricted, synonyms: ["chi bộ", "đơn vị"]),
            .init("member", "cấp ủy viên", .reference(.member), .restricted, synonyms: ["đảng viên", "ủy viên"]),
            .init("from", "từ ngày", .date, .restricted),
            .init("to", "đến ngày", .date, .restricted, empty: .none),
        ])

    static let visit = RecordSchema(
        .visit, "buổi dự sinh hoạt của cấp ủy viên", plural: "visits", idPrefix: "DS", start: .field("on"),
        identity: [["supervision", "on"]],
        fields: [
            .init("supervision", "phân công", .reference(.supervision), .restricted),
            .init("on", "ngày dự", .date, .restricted, synonyms: ["ngày"]),
            .init("meeting", "buổi sinh hoạt", .reference(.meeting), .restricted, empty: .none),
        ])

    static let inspection = RecordSchema(
        .inspection, "kiểm tra, giám sát", plural: "inspections", idPrefix: "KG", start: .field("from"),
        identity: [["unit", "kind", "from"]],
        fields: [
            .init("kind", "loại kiểm tra", .code(.inspectionKind), .restricted, synonyms: ["hình thức"]),
            .init("unit", "đơn vị được kiểm tra", .reference(.unit), .restricted, synonyms: ["chi bộ", "đơn vị"]),
            .init("plan", "kế hoạch", .text, .restricted, empty: .none),
            .init("from", "từ ngày", .date, .restricted, synonyms: ["ngày"]),
            .init("to", "đến ngày", .date, .restricted, empty: .none),
            .init("conclusion", "văn bản kết luận", .text, .restricted, empty: .none, synonyms: ["kết luận"]),
        ])

    static let feedback = RecordSchema(
        .feedback, "ý kiến đoàn thể", plural: "feedback", idPrefix: "YK", start: .field("on"),
        identity: [["organisation", "unit", "on"], ["organisation", "on"]],
        fields: [
            .init("organisation", "đoàn thể", .code(.nominator), .restricted, synonyms: ["tổ chức góp ý"]),
            .init("unit", "đơn vị", .reference(.unit), .restricted, empty: .none, synonyms: ["chi bộ"]),
            .init("on", "ngày", .date, .restricted, synonyms: ["ngày góp ý"]),
            .init("text", "nội dung", .text, .restricted, synonyms: ["ý kiến"]),
        ])

    static let issue = RecordSchema(
        .issue, "vướng mắc", plural: "issues", idPrefix: "VM", start: .field("on"), identity: [["unit", "on", "text"]],
        fields: [
            .init("unit", "đơn vị", .reference(.unit), .restricted, synonyms: ["chi bộ"]),
            .init("on", "ngày", .date, .restricted), .init("plan", "kế hoạch", .text, .restricted, empty: .none),
            .init("text", "nội dung", .text, .restricted, synonyms: ["khó khăn, vướng mắc"]),
            .init("resolved_on", "ngày giải quyết", .date, .restricted, empty: .none),
        ])

    static let registration = RecordSchema(
        .registration, "đăng ký mô hình", plural: "registrations", idPrefix: "DK", start: .startOfYear("year"),
        identity: [["unit", "model", "year"]],
        fields: [
            .init("unit", "tổ chức", .reference(.unit), synonyms: ["chi bộ"]),
            .init("model", "mô hình", .code(.modelKind), synonyms: ["danh hiệu"]),
            .init("year", "năm", .integer), .init("self_score", "tự chấm điểm", .text, empty: .none, measure: "điểm"),
            .init("selected", "được chọn", .boolean, empty: .none, synonyms: ["chọn thí điểm"]),
            .init("recognised.year", "năm công nhận", .integer, empty: .none),
            .init("recognised.document", "quyết định công nhận", .text, empty: .none),
        ])

    static let registrationResult = RecordSchema(
        .registrationResult, "kết quả tiêu chí đăng ký", plural: "registration_results", idPrefix: "DT",
        start: .field("on"), identity: [["registration", "criterion"]],
        fields: [
            .init("registration", "đăng ký", .reference(.registration), inverse: "results"),
            .init("criterion", "tiêu chí", .text), .init("met", "đạt", .boolean),
            .init("evidence", "minh chứng", .text, empty: .none), .init("on", "ngày đánh giá", .date, empty: .none),
        ])
}
