/// What happens to a member, and what is said of one (domain.md §2.4).
extension Schema {
    static let rating = RecordSchema(
        .rating, "xếp loại năm", plural: "ratings", idPrefix: "R", start: .endOfYear("year"),
        identity: [
            ["member", "year", "quarter"], ["unit", "year", "quarter"], ["member", "year"], ["unit", "year"],
        ],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("unit", "tổ chức", .reference(.unit), empty: .none, synonyms: ["tổ chức đảng", "chi bộ"]),
            .init("year", "năm", .integer, synonyms: ["năm xếp loại"]),
            .init("quarter", "quý", .integer, empty: .none),
            .init("self_level", "tự xếp loại", .code(.ratingLevel), .sensitive, synonyms: ["tự nhận", "tự đánh giá"]),
            .init("proposed_level", "đề nghị", .code(.ratingLevel), .sensitive, synonyms: ["đề nghị xếp loại"]),
            .init(
                "level", "mức xếp loại", .code(.ratingLevel), .sensitive,
                synonyms: ["xếp loại", "kết quả", "quyết định"]),
            .init("score", "điểm", .text, .sensitive, empty: .none, measure: "điểm", synonyms: ["tổng điểm"]),
            .init("not_rated_reason", "lý do không xếp loại", .text, .sensitive, empty: .none, synonyms: ["ghi chú"]),
        ])

    static let transfer = RecordSchema(
        .transfer, "chuyển sinh hoạt", plural: "transfers", idPrefix: "T", start: .field("issued_on"),
        identity: [["member", "issued_on"], ["member", "cause_effective_on"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive),
            .init("kind", "hình thức chuyển", .code(.transferKind), .sensitive, synonyms: ["loại chuyển"]),
            .init("reason", "lý do", .code(.transferReason), .sensitive, synonyms: ["lý do chuyển"]),
            .init("cause_effective_on", "ngày có hiệu lực", .date, .sensitive, synonyms: ["ngày hiệu lực quyết định"]),
            .init("letter_no", "số giấy giới thiệu", .text, .sensitive, empty: .none, synonyms: ["số giấy"]),
            .init("issued_on", "ngày cấp giấy", .date, .sensitive, empty: .none, synonyms: ["ngày giấy giới thiệu"]),
            .init("to", "đến ngày", .date, .sensitive, empty: .none, synonyms: ["thời hạn tạm thời"]),
            .init("destination.unit", "nơi chuyển đến", .text, .sensitive, synonyms: ["tổ chức đảng nơi đến"]),
            .init(
                "destination.upper_unit", "đảng bộ cấp trên nơi đến", .text, .sensitive,
                synonyms: ["cấp ủy cấp trên nơi đến"]),
            .init("destination.basis", "căn cứ", .code(.transferBasis), .sensitive),
            .init("notice.no", "số thông báo", .text, .sensitive, empty: .none),
            .init("notice.on", "ngày thông báo", .date, .sensitive, empty: .none),
            .init("presented_on", "ngày nộp giấy", .date, .sensitive, empty: .none),
            .init("file_received_on", "ngày nhận hồ sơ", .date, .sensitive, empty: .none),
            .init("state", "tình trạng", .code(.transferState), .sensitive, changesInTime: true),
        ])

    static let assignment = RecordSchema(
        .assignment, "phân công công tác", plural: "assignments", idPrefix: "W", start: .field("from"),
        identity: [["member", "task", "from"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive),
            .init("task", "nhiệm vụ", .text, .sensitive, synonyms: ["nội dung phân công", "công việc"]),
            .init("from", "từ ngày", .date, .sensitive), .init("to", "đến ngày", .date, .sensitive, empty: .none),
            .init("result", "kết quả", .text, .sensitive, empty: .none),
        ])

    static let commitment = RecordSchema(
        .commitment, "cam kết tu dưỡng", plural: "commitments", idPrefix: "CK", start: .field("signed_on"),
        identity: [["member", "year"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive),
            .init("year", "năm", .integer, .sensitive),
            .init("signed_on", "ngày ký", .date, .sensitive, synonyms: ["ngày cam kết"]),
            .init("items", "nội dung cam kết", .text, .sensitive, empty: .none),
            .init("year_end_result", "kết quả cuối năm", .code(.assessmentResult), .sensitive),
        ])

    static let reward = RecordSchema(
        .reward, "khen thưởng", plural: "rewards", idPrefix: "KT", start: .field("date"),
        identity: [["member", "form", "date"], ["unit", "form", "date"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("unit", "tổ chức", .reference(.unit), empty: .none, synonyms: ["chi bộ"]),
            .init("form", "hình thức khen thưởng", .text, .sensitive, synonyms: ["hình thức", "danh hiệu"]),
            .init("date", "ngày quyết định", .date, .sensitive, synonyms: ["ngày"]),
            .init("document", "số quyết định", .text, .sensitive, synonyms: ["văn bản"]),
        ])

    static let discipline = RecordSchema(
        .discipline, "kỷ luật", plural: "disciplines", idPrefix: "KL", start: .field("date"),
        identity: [["member", "form", "date"], ["unit", "form", "date"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .restricted, empty: .none),
            .init("unit", "tổ chức", .reference(.unit), .restricted, empty: .none, synonyms: ["chi bộ"]),
            .init("form", "hình thức kỷ luật", .code(.disciplineForm), .restricted, synonyms: ["hình thức"]),
            .init("date", "ngày quyết định", .date, .restricted, synonyms: ["ngày"]),
            .init("document", "số quyết định", .text, .restricted, synonyms: ["văn bản"]),
            .init("expires_on", "ngày hết hiệu lực", .date, .restricted, empty: .none, synonyms: ["hết hạn"]),
            .init("legal", "vi phạm pháp luật", .boolean, .restricted, empty: .none),
        ])

    static let dues = RecordSchema(
        .dues, "đảng phí", plural: "dues", idPrefix: "DP", start: .field("month"), identity: [["member", "month"]],
        loading: .declared,
        fields: [
            .init("member", "đảng viên", .reference(.member), .basic),
            .init("month", "tháng", .partialDate, .basic, synonyms: ["tháng đóng"]),
            .init("basis_amount", "thu nhập tính đảng phí", .integer, .basic, measure: "đồng"),
            .init("due", "phải đóng", .integer, .basic, measure: "đồng", synonyms: ["phải thu"]),
            .init("paid", "đã đóng", .integer, .basic, measure: "đồng", synonyms: ["đã thu", "đã nộp"]),
            .init("paid_on", "ngày đóng", .date, .basic, empty: .none, synonyms: ["ngày nộp"]),
            .init("exempt", "được miễn", .boolean, .basic, empty: .none),
            .init("reduction.percent", "giảm", .integer, .basic, empty: .none, measure: "%"),
            .init("reduction.to", "giảm đến ngày", .date, .basic, empty: .none),
            .init("channel", "hình thức đóng", .text, .basic, empty: .none),
        ])

    static let screeningCase = RecordSchema(
        .screeningCase, "hồ sơ rà soát", plural: "screening_cases", idPrefix: "RS", start: .field("opened_on"),
        identity: [["member", "opened_on"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .restricted),
            .init("campaign", "tên đợt", .text, .restricted, empty: .none, synonyms: ["đợt rà soát"]),
            .init("opened_on", "ngày lập", .date, .restricted),
            .init("category.not_completed", "A: không hoàn thành nhiệm vụ", .boolean, .restricted, empty: .none),
            .init("category.transfer_overdue", "B: quá hạn chuyển sinh hoạt", .boolean, .restricted, empty: .none),
            .init("category.file_missing", "C: không nộp hồ sơ", .boolean, .restricted, empty: .none),
            .init("category.violation", "D: vi phạm kỷ luật, pháp luật", .boolean, .restricted, empty: .none),
            .init("category.not_exemplary", "E: thiếu gương mẫu", .boolean, .restricted, empty: .none),
            .init("evidence", "căn cứ", .text, .restricted, empty: .none, synonyms: ["minh chứng"]),
            .init("outcome", "kết luận", .code(.screeningOutcome), .restricted, empty: .none, changesInTime: true),
        ])

    static let caseStep = RecordSchema(
        .caseStep, "bước xử lý hồ sơ rà soát", plural: "case_steps", idPrefix: "BX", start: .field("on"),
        identity: [["case", "body", "on"]],
        fields: [
            .init("case", "hồ sơ", .reference(.screeningCase), .restricted, inverse: "steps"),
            .init("body", "cơ quan", .text, .restricted, synonyms: ["cơ quan xử lý"]),
            .init("on", "ngày", .date, .restricted), .init("document", "văn bản", .text, .restricted, empty: .none),
            .init("note", "nội dung", .text, .restricted, empty: .none),
        ])

    static let residenceNote = RecordSchema(
        .residenceNote, "nhận xét nơi cư trú", plural: "residence_notes", idPrefix: "NX", start: .field("received_on"),
        identity: [["member", "year"], ["candidate", "year"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .restricted, empty: .none),
            .init("candidate", "quần chúng", .reference(.candidate), .restricted, empty: .none),
            .init("year", "năm", .integer, .restricted),
            .init("received_on", "ngày nhận", .date, .restricted, empty: .none),
            .init("ward", "nơi cư trú", .text, .restricted, empty: .none, synonyms: ["phường, xã"]),
            .init("rating", "nhận xét", .code(.assessmentResult), .restricted, synonyms: ["kết quả nhận xét"]),
            .init("text", "nội dung nhận xét", .text, .restricted, empty: .none, isGuarded: true),
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
}
