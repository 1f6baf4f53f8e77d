/// Plans, what they ask for, and the documents around them (domain.md §2.3).
extension Schema {
    static let plan = RecordSchema(
        .plan, "kế hoạch", plural: "plan_records", idPrefix: "H", start: .field("from"), identity: [["code"]],
        fields: [
            .init("code", "mã kế hoạch", .text), .init("title", "tên kế hoạch", .text, empty: .none),
            .init("document", "văn bản", .reference(.document), empty: .none),
            .init("unit", "đơn vị", .reference(.unit), empty: .none),
            .init("from", "từ ngày", .date), .init("to", "đến ngày", .date, empty: .none),
        ])

    static let planLink = RecordSchema(
        .planLink, "văn bản liên quan của kế hoạch", plural: "plan_links", idPrefix: "LQ", start: .field("on"),
        identity: [["plan", "citation"]],
        fields: [
            .init("plan", "kế hoạch", .reference(.plan), inverse: "links"),
            .init("relation", "quan hệ", .code(.planRelation)),
            .init("citation", "văn bản dẫn chiếu", .text, synonyms: ["văn bản"]),
            .init("other", "kế hoạch kia", .reference(.plan), empty: .none, inverse: "linked_from"),
            .init("on", "ngày", .date, empty: .none),
        ])

    static let target = RecordSchema(
        .target, "chỉ tiêu", plural: "targets", idPrefix: "CT", start: .field("set_on"),
        identity: [["plan", "code"]],
        fields: [
            .init("plan", "kế hoạch", .reference(.plan)), .init("code", "mã chỉ tiêu", .text),
            .init("label", "chỉ tiêu", .text, synonyms: ["tên chỉ tiêu"]),
            .init("metric", "cách tính", .text, empty: .none),
            .init("op", "phép so sánh", .code(.targetOperator)),
            .init("value", "mức", .text, changesInTime: true, synonyms: ["giá trị"]),
            .init("upper", "mức trên", .text, empty: .none, changesInTime: true),
            .init("unit", "đơn vị tính", .code(.targetUnit)), .init("cadence", "chu kỳ", .code(.cadence)),
            .init("by", "đến ngày", .date, empty: .none), .init("scope", "phạm vi", .text, empty: .none),
            .init("denominator", "mẫu số", .text, empty: .none), .init("set_on", "ngày giao", .date, empty: .none),
        ])

    static let targetRevision = RecordSchema(
        .targetRevision, "điều chỉnh chỉ tiêu", plural: "target_revisions", idPrefix: "DC", start: .field("on"),
        identity: [["target", "on"]],
        fields: [
            .init("target", "chỉ tiêu", .reference(.target), inverse: "revisions"), .init("on", "ngày", .date),
            .init("old", "mức cũ", .text), .init("new", "mức mới", .text), .init("reason", "lý do", .text),
        ])

    static let task = RecordSchema(
        .task, "nhiệm vụ", plural: "tasks", idPrefix: "NV", start: .field("set_on"), identity: [["plan", "code"]],
        fields: [
            .init("plan", "kế hoạch", .reference(.plan)), .init("code", "mã nhiệm vụ", .text),
            .init("text", "nội dung", .text, synonyms: ["nhiệm vụ"]),
            .init("lead", "chủ trì", .text, empty: .none, changesInTime: true),
            .init("coordinators", "phối hợp", .text, empty: .none, changesInTime: true),
            .init("responsible_roles", "chịu trách nhiệm", .text, empty: .none),
            .init("timing.kind", "loại thời hạn", .code(.timingKind)),
            .init("timing.date", "thời hạn", .date, empty: .none, synonyms: ["hạn"]),
            .init("timing.event", "sau sự kiện", .reference(.event), empty: .none),
            .init("timing.offset_days", "số ngày sau sự kiện", .integer, empty: .none, measure: "ngày"),
            .init("timing.months", "mỗi mấy tháng", .integer, empty: .none, measure: "tháng"),
            .init("timing.times", "số lần trong năm", .integer, empty: .none, measure: "lần"),
            .init("scope", "phạm vi", .text, empty: .none), .init("condition", "điều kiện", .text, empty: .none),
            .init("set_on", "ngày giao", .date, empty: .none),
        ])

    static let submission = RecordSchema(
        .submission, "văn bản nộp", plural: "submissions", idPrefix: "NP", start: .field("received_on"),
        identity: [["task", "unit"], ["plan", "name", "unit"]],
        fields: [
            .init("plan", "kế hoạch", .text, empty: .none), .init("name", "tên văn bản nộp", .text, empty: .none),
            .init("unit", "đơn vị nộp", .reference(.unit), synonyms: ["đơn vị", "chi bộ"]),
            .init("task", "nhiệm vụ", .reference(.task), empty: .none),
            .init("expected_kind", "loại văn bản", .code(.documentType), empty: .none),
            .init("due", "hạn nộp", .date, empty: .none, synonyms: ["hạn"]),
            .init("channel", "nơi nhận", .text, empty: .none),
            .init("received_on", "ngày nhận", .date, empty: .none, synonyms: ["ngày nộp"]),
            .init("document", "văn bản", .reference(.document), empty: .none),
        ])

    static let progress = RecordSchema(
        .progress, "tiến độ nhiệm vụ", plural: "progress", idPrefix: "P", start: .field("recorded_on"),
        identity: [["plan", "task"]],
        fields: [
            .init("plan", "kế hoạch", .text), .init("task", "nhiệm vụ", .text),
            .init("state", "trạng thái", .code(.taskState), changesInTime: true),
            .init("percent", "tiến độ (%)", .integer, changesInTime: true, measure: "%"),
            .init("done_on", "ngày hoàn thành", .date, empty: .none),
            .init("recorded_on", "ngày ghi nhận", .date), .init("note", "ghi chú", .text, empty: .none),
        ])

    static let event = RecordSchema(
        .event, "sự kiện", plural: "events", idPrefix: "V", start: .field("occurred_on"), identity: [["name"]],
        fields: [
            .init("name", "mã sự kiện", .text), .init("text", "nội dung", .text, empty: .none),
            .init("occurred_on", "ngày xảy ra", .date, empty: .none),
            .init("document", "văn bản", .text, empty: .none),
        ])

    static let campaign = RecordSchema(
        .campaign, "kết quả đợt rà soát", plural: "campaigns", idPrefix: "K", start: .field("done_on"),
        identity: [["kind", "unit", "name"]],
        fields: [
            .init("kind", "loại đợt", .code(.campaignKind)),
            .init("name", "tên đợt", .text, synonyms: ["đợt"]),
            .init("unit", "chi bộ", .reference(.unit)),
            .init("from", "từ ngày", .date, empty: .none), .init("to", "đến ngày", .date, empty: .none),
            .init("done_on", "ngày hoàn thành", .date, empty: .none, synonyms: ["hoàn thành"]),
            .init("result", "kết quả", .text, empty: .none),
            .init("reviewed_count", "số đã rà soát", .integer, measure: "người", synonyms: ["số rà soát"]),
            .init("flagged_count", "số cần xem xét", .integer, .restricted, empty: .none, measure: "người"),
        ])

    static let document = RecordSchema(
        .document, "văn bản", plural: "documents", idPrefix: "D", start: .field("date"),
        identity: [["type", "number", "organ", "date"], ["unit", "purpose", "year"]],
        fields: [
            .init("type", "loại văn bản", .code(.documentType)),
            .init("number", "số", .integer, empty: .none, synonyms: ["số văn bản"]),
            .init("organ", "cơ quan ban hành", .text, empty: .none, synonyms: ["nơi ban hành"]),
            .init("organ_name", "tên cơ quan ban hành", .text, empty: .none),
            .init("parent_organ_name", "cơ quan cấp trên", .text, empty: .none),
            .init("place", "địa danh", .text, empty: .none),
            .init("date", "ngày ban hành", .date, synonyms: ["ngày văn bản", "ngày"]),
            .init("title", "trích yếu", .text, empty: .none, synonyms: ["nội dung"]),
            .init("unit", "đơn vị", .reference(.unit), empty: .none, synonyms: ["chi bộ"]),
            .init("purpose", "mục đích", .code(.documentPurpose), empty: .none),
            .init("year", "năm", .integer, empty: .none),
            .init("signature.authority", "quyền ký", .text, empty: .none),
            .init("signature.position", "chức vụ người ký", .text, empty: .none),
            .init("signature.name", "người ký", .text, .basic, empty: .none, isGuarded: true),
            .init("draft", "dự thảo", .boolean, empty: .none), .init("urgency", "độ khẩn", .text, empty: .none),
            .init("secrecy", "độ mật", .text, empty: .none), .init("attachments", "phụ lục", .text, empty: .none),
        ])

    static let recipient = RecordSchema(
        .recipient, "nơi nhận", plural: "recipients", idPrefix: "NN", start: .field("on"),
        identity: [["document", "name"]],
        fields: [
            .init("document", "văn bản", .reference(.document)), .init("name", "tên nơi nhận", .text),
            .init("kind", "loại nơi nhận", .code(.recipientKind)),
            .init("purpose", "để", .code(.recipientPurpose), empty: .none, synonyms: ["mục đích"]),
            .init("on", "ngày gửi", .date, empty: .none),
        ])
}
