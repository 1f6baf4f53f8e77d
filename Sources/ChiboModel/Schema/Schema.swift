/// The one table of what the host knows: from it come storage, Lua fields, import synonyms, documentation and types.
public enum Schema {
    /// The schema of a kind.
    public static subscript(kind: RecordKind) -> RecordSchema { all[Int(kind.rawValue)] }

    /// All kinds, in the order of ``RecordKind``.
    public static let all: [RecordSchema] = [
        unit, adminUnit, member, rating, meeting, transfer, candidate, stage, admission, assignment, document,
        assessment, campaign, progress, event,
    ]

    static let unit = RecordSchema(
        .unit, "tổ chức đảng", plural: "units", idPrefix: "U", start: .field("established_on"),
        identity: [["short_code"], ["name"]],
        fields: [
            .init("name", "tên tổ chức", .text, synonyms: ["tên chi bộ", "chi bộ", "tên đơn vị", "tổ chức đảng"]),
            .init("short_code", "ký hiệu", .text, empty: .none, synonyms: ["mã", "mã chi bộ", "số hiệu"]),
            .init("kind", "cấp tổ chức", .code(.unitKind), synonyms: ["cấp", "loại tổ chức"]),
            .init("parent", "trực thuộc", .reference(.unit), empty: .none, changesInTime: true, synonyms: ["cấp trên"]),
            .init("type", "loại hình", .code(.branchType), changesInTime: true, synonyms: ["loại hình chi bộ"]),
            .init("established_on", "ngày thành lập", .date, synonyms: ["thành lập"]),
            .init("dissolved_on", "ngày giải thể", .date, empty: .none, synonyms: ["giải thể"]),
            .init("term_from", "nhiệm kỳ từ", .date), .init("term_to", "nhiệm kỳ đến", .date),
            .init("meeting_day", "ngày sinh hoạt định kỳ", .integer, changesInTime: true, synonyms: ["ngày sinh hoạt"]),
        ],
        derived: [
            DerivedDefinition(code: "official_count", label: "số đảng viên chính thức"),
            DerivedDefinition(code: "member_count", label: "đảng số"),
        ])

    static let adminUnit = RecordSchema(
        .adminUnit, "đơn vị hành chính", plural: "admin_units", idPrefix: "A", start: .field("established_on"),
        identity: [["code"], ["name"]],
        fields: [
            .init("name", "tên đơn vị", .text, synonyms: ["đơn vị", "đơn vị hành chính"]),
            .init("code", "mã đơn vị", .text, empty: .none),
            .init("special", "đơn vị đặc thù", .boolean, synonyms: ["đặc thù"]),
            .init("branch", "chi bộ", .reference(.unit), empty: .none, changesInTime: true),
            .init("established_on", "ngày thành lập", .date),
        ])

    static let rating = RecordSchema(
        .rating, "xếp loại năm", plural: "ratings", idPrefix: "R", start: .endOfYear("year"),
        identity: [["member", "year"], ["unit", "year"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("unit", "tổ chức", .reference(.unit), empty: .none, synonyms: ["tổ chức đảng", "chi bộ"]),
            .init("year", "năm", .integer, synonyms: ["năm xếp loại"]),
            .init("self_level", "tự xếp loại", .code(.ratingLevel), .sensitive, synonyms: ["tự nhận", "tự đánh giá"]),
            .init("proposed_level", "đề nghị", .code(.ratingLevel), .sensitive, synonyms: ["đề nghị xếp loại"]),
            .init(
                "level", "mức xếp loại", .code(.ratingLevel), .sensitive,
                synonyms: ["xếp loại", "kết quả", "quyết định"]),
            .init("not_rated_reason", "lý do không xếp loại", .text, .sensitive, empty: .none, synonyms: ["ghi chú"]),
        ])

    static let meeting = RecordSchema(
        .meeting, "buổi sinh hoạt", plural: "meetings", idPrefix: "S", start: .field("date"),
        identity: [["branch", "date", "kind", "topic"], ["branch", "date", "kind"]],
        fields: [
            .init("branch", "chi bộ", .reference(.unit)),
            .init("date", "ngày họp", .date, synonyms: ["ngày", "ngày sinh hoạt"]),
            .init("kind", "loại sinh hoạt", .code(.meetingKind), synonyms: ["loại", "hình thức sinh hoạt"]),
            .init("mode", "hình thức", .code(.meetingMode), empty: .none),
            .init("topic", "nội dung", .text, empty: .none, synonyms: ["chủ đề", "chuyên đề"]),
            .init("required_count", "số phải dự", .integer, synonyms: ["phải dự", "triệu tập"]),
            .init("present_count", "số có mặt", .integer, synonyms: ["có mặt", "dự họp"]),
            .init("minutes", "biên bản", .boolean, synonyms: ["có biên bản"]),
        ])

    static let transfer = RecordSchema(
        .transfer, "chuyển sinh hoạt", plural: "transfers", idPrefix: "T", start: .field("issued_on"),
        identity: [["member", "issued_on"], ["member", "cause_effective_on"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive),
            .init("kind", "hình thức chuyển", .code(.transferKind), .sensitive, synonyms: ["loại chuyển"]),
            .init("reason", "lý do", .code(.transferReason), .sensitive, synonyms: ["lý do chuyển"]),
            .init("cause_effective_on", "ngày có hiệu lực", .date, .sensitive, synonyms: ["ngày hiệu lực quyết định"]),
            .init("issued_on", "ngày cấp giấy", .date, .sensitive, empty: .none, synonyms: ["ngày giấy giới thiệu"]),
            .init("destination.unit", "nơi chuyển đến", .text, .sensitive, synonyms: ["tổ chức đảng nơi đến"]),
            .init(
                "destination.upper_unit", "đảng bộ cấp trên nơi đến", .text, .sensitive,
                synonyms: ["cấp ủy cấp trên nơi đến"]),
            .init("destination.basis", "căn cứ", .code(.transferBasis), .sensitive),
            .init("notice_no", "số thông báo", .text, .sensitive, empty: .none),
            .init("notice_on", "ngày thông báo", .date, .sensitive, empty: .none),
            .init("presented_on", "ngày nộp giấy", .date, .sensitive, empty: .none),
            .init("file_received_on", "ngày nhận hồ sơ", .date, .sensitive, empty: .none),
            .init("state", "tình trạng", .code(.transferState), .sensitive, changesInTime: true),
        ])

    static let document = RecordSchema(
        .document, "văn bản", plural: "documents", idPrefix: "D", start: .field("date"),
        identity: [["type", "number", "organ", "date"], ["unit", "purpose", "year"]],
        fields: [
            .init("type", "loại văn bản", .code(.documentType)),
            .init("number", "số", .integer, empty: .none, synonyms: ["số văn bản"]),
            .init("organ", "cơ quan ban hành", .text, empty: .none, synonyms: ["nơi ban hành"]),
            .init("date", "ngày ban hành", .date, synonyms: ["ngày văn bản", "ngày"]),
            .init("title", "trích yếu", .text, empty: .none, synonyms: ["nội dung"]),
            .init("unit", "đơn vị", .reference(.unit), empty: .none, synonyms: ["chi bộ"]),
            .init("purpose", "mục đích", .code(.documentPurpose), empty: .none),
            .init("year", "năm", .integer, empty: .none),
        ])

    static let assessment = RecordSchema(
        .assessment, "đánh giá", plural: "assessments", idPrefix: "E", start: .endOfYear("year"),
        identity: [["member", "topic", "year"], ["unit", "topic", "year"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("unit", "tổ chức", .reference(.unit), empty: .none, synonyms: ["chi bộ"]),
            .init("topic", "nội dung đánh giá", .code(.assessmentTopic)),
            .init("year", "năm", .integer),
            .init("result", "kết quả", .code(.assessmentResult), .sensitive),
        ])

    static let campaign = RecordSchema(
        .campaign, "kết quả đợt rà soát", plural: "campaigns", idPrefix: "K", start: .field("done_on"),
        identity: [["kind", "unit", "name"]],
        fields: [
            .init("kind", "loại đợt", .code(.campaignKind)),
            .init("name", "tên đợt", .text, synonyms: ["đợt"]),
            .init("unit", "chi bộ", .reference(.unit)),
            .init("done_on", "ngày hoàn thành", .date, empty: .none, synonyms: ["hoàn thành"]),
            .init("reviewed_count", "số đã rà soát", .integer, synonyms: ["số rà soát"]),
            .init("flagged_count", "số cần xem xét", .integer, .restricted, empty: .none),
        ])

    static let progress = RecordSchema(
        .progress, "tiến độ nhiệm vụ", plural: "progress", idPrefix: "P", start: .field("recorded_on"),
        identity: [["plan", "task"]],
        fields: [
            .init("plan", "kế hoạch", .text), .init("task", "nhiệm vụ", .text),
            .init("state", "trạng thái", .code(.taskState), changesInTime: true),
            .init("percent", "tiến độ (%)", .integer, changesInTime: true),
            .init("done_on", "ngày hoàn thành", .date, empty: .none),
            .init("recorded_on", "ngày ghi nhận", .date), .init("note", "ghi chú", .text, empty: .none),
        ])

    static let event = RecordSchema(
        .event, "sự kiện", plural: "events", idPrefix: "V", start: .field("occurred_on"), identity: [["name"]],
        fields: [
            .init("name", "mã sự kiện", .text), .init("text", "nội dung", .text, empty: .none),
            .init("occurred_on", "ngày xảy ra", .date, empty: .none),
        ])
}
