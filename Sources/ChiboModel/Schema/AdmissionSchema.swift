/// Those who are to become members, and how they do (domain.md §2.4).
extension Schema {
    static let candidate = RecordSchema(
        .candidate, "nguồn kết nạp", plural: "candidates", idPrefix: "C", start: .field("nominated_on"),
        identity: [["national_id"], ["full_name", "birth", "branch"]],
        fields: [
            .init("full_name", "họ và tên", .text, .basic, isGuarded: true, synonyms: ["họ tên"]),
            .init("birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh"]),
            .init("sex", "giới tính", .code(.sex), .basic),
            .init("national_id", "số CCCD", .text, .basic, isGuarded: true, synonyms: ["CCCD"]),
            .init("ethnicity", "dân tộc", .text, .sensitive),
            .init("group", "nhóm đối tượng", .code(.candidateGroup), .sensitive, synonyms: ["đối tượng", "nhóm"]),
            .init("year_of_study", "năm thứ", .integer, .basic, empty: .none, changesInTime: true),
            .init("branch", "chi bộ", .reference(.unit), .sensitive, changesInTime: true),
            .init(
                "nominated_by", "tổ chức giới thiệu", .code(.nominator), .sensitive, synonyms: ["đoàn thể giới thiệu"]),
            .init("nominated_on", "ngày giới thiệu", .date, .sensitive),
            .init(
                "person_in_charge", "người phụ trách", .reference(.member), .sensitive, empty: .none,
                changesInTime: true, inverse: "charges", synonyms: ["đảng viên phụ trách"]),
            .init("stage", "giai đoạn", .code(.admissionStage), .sensitive, changesInTime: true, synonyms: ["bước"]),
        ])

    static let stage = RecordSchema(
        .stage, "bước kết nạp", plural: "stages", idPrefix: "G", start: .field("on"),
        identity: [["candidate", "stage"]],
        fields: [
            .init("candidate", "quần chúng", .reference(.candidate), .sensitive),
            .init("stage", "giai đoạn", .code(.admissionStage), .sensitive),
            .init("on", "ngày", .date, .sensitive), .init("note", "ghi chú", .text, .sensitive, empty: .none),
            .init("document", "văn bản", .text, .sensitive, empty: .none, synonyms: ["số văn bản"]),
            .init("votes.yes", "số phiếu tán thành", .integer, .sensitive, empty: .none, measure: "phiếu"),
            .init("votes.total", "số đảng viên chính thức", .integer, .sensitive, empty: .none, measure: "người"),
        ])

    static let admission = RecordSchema(
        .admission, "kết nạp", plural: "admissions", idPrefix: "N", start: .field("admitted_on"),
        identity: [["member"], ["full_name", "birth", "admitted_on"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("full_name", "họ và tên", .text, .basic, isGuarded: true, synonyms: ["họ tên"]),
            .init("birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh"]),
            .init("sex", "giới tính", .code(.sex), .basic),
            .init("ethnicity", "dân tộc", .text, .sensitive),
            .init("group", "nhóm đối tượng", .code(.candidateGroup), .sensitive, synonyms: ["đối tượng"]),
            .init("branch", "chi bộ", .reference(.unit), .sensitive),
            .init("decision_no", "số quyết định", .text, .sensitive, empty: .none),
            .init("decision_on", "ngày quyết định", .date, .sensitive, synonyms: ["quyết định"]),
            .init("decision_received_on", "ngày nhận quyết định", .date, .sensitive),
            .init("admitted_on", "ngày kết nạp", .date, .sensitive, synonyms: ["lễ kết nạp", "kết nạp"]),
            .init("readmission", "kết nạp lại", .boolean, .sensitive, empty: .none),
        ])
}
