/// Members, and the records of those who are to become members.
extension Schema {
    static let member = RecordSchema(
        .member, "đảng viên", plural: "members", idPrefix: "M", start: .field("admitted_on"),
        identity: [["national_id"], ["card_no"], ["full_name", "birth", "admitted_on"]],
        fields: [
            .init(
                "full_name", "họ và tên", .text, .basic, synonyms: ["họ tên", "họ và tên đang dùng", "họ đệm và tên"]),
            .init("birth_name", "họ tên khai sinh", .text, .basic, empty: .none),
            .init("sex", "giới tính", .code(.sex), .basic, synonyms: ["nam/nữ"]),
            .init(
                "birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh", "ngày tháng năm sinh", "sinh ngày"]),
            .init(
                "national_id", "số CCCD", .text, .basic,
                synonyms: ["CCCD", "CMND", "số định danh", "số ĐDCN", "CMND/CCCD"]),
            .init("record_no", "số lý lịch", .text, .basic, synonyms: ["số lý lịch đảng viên", "số LL"]),
            .init("card_no", "số thẻ đảng viên", .text, .sensitive, synonyms: ["số thẻ", "số TĐV", "số thẻ đảng"]),
            .init("card_issued", "ngày cấp thẻ", .date, .sensitive),
            .init("hometown", "quê quán", .text, .basic), .init("current_address", "nơi ở hiện nay", .text, .basic),
            .init("ethnicity", "dân tộc", .text, .sensitive),
            .init("religion", "tôn giáo", .text, .sensitive, empty: .none),
            .init("qualification", "trình độ chuyên môn", .text, .basic, synonyms: ["chuyên môn", "trình độ"]),
            .init("political_theory", "lý luận chính trị", .code(.politicalTheory), .basic, synonyms: ["LLCT"]),
            .init("job_title", "chức vụ chính quyền", .text, .basic, empty: .none),
            .init("category", "thành phần", .code(.category), .basic, changesInTime: true, synonyms: ["đối tượng"]),
            .init("student_no", "mã sinh viên", .text, .basic, empty: .none, synonyms: ["mã SV", "MSSV"]),
            .init("graduated_on", "ngày tốt nghiệp", .date, .basic, empty: .none, synonyms: ["tốt nghiệp"]),
            .init("union_member", "đoàn viên", .boolean, .basic, changesInTime: true, synonyms: ["đoàn viên TNCS"]),
            .init(
                "grade", "loại đảng viên", .code(.grade), .sensitive, changesInTime: true,
                synonyms: ["CT/DB", "đảng viên"]),
            .init("admission_decision_on", "ngày QĐ kết nạp", .date, .sensitive, synonyms: ["ngày quyết định kết nạp"]),
            .init(
                "admitted_on", "ngày vào Đảng", .date, .sensitive,
                synonyms: ["ngày kết nạp", "kết nạp", "ngày KN", "ngày vào Đảng / Dự bị"]),
            .init(
                "official_on", "ngày công nhận chính thức", .date, .sensitive, empty: .none,
                synonyms: ["chính thức", "ngày chính thức", "ngày CT"]),
            .init(
                "activity", "tình trạng sinh hoạt", .code(.activity), .sensitive, changesInTime: true,
                synonyms: ["tình trạng"]),
            .init("left_on", "ngày ra khỏi danh sách", .date, .sensitive, empty: .none),
            .init("left_reason", "lý do ra khỏi danh sách", .code(.leavingReason), .restricted, empty: .none),
            .init(
                "party_role", "chức vụ đảng", .code(.partyRole), .sensitive, changesInTime: true, synonyms: ["chức vụ"]),
            .init(
                "branch", "chi bộ", .reference(.unit), .sensitive, changesInTime: true,
                synonyms: ["đơn vị", "chi bộ sinh hoạt"]),
            .init(
                "residence_introduced_on", "ngày giới thiệu nơi cư trú", .date, .sensitive, synonyms: ["giới thiệu 213"]
            ),
        ],
        derived: [DerivedDefinition(code: "age", label: "tuổi")])

    static let candidate = RecordSchema(
        .candidate, "nguồn kết nạp", plural: "candidates", idPrefix: "C", start: .field("nominated_on"),
        identity: [["national_id"], ["full_name", "birth", "branch"]],
        fields: [
            .init("full_name", "họ và tên", .text, .basic, synonyms: ["họ tên"]),
            .init("birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh"]),
            .init("sex", "giới tính", .code(.sex), .basic),
            .init("national_id", "số CCCD", .text, .basic, synonyms: ["CCCD"]),
            .init("group", "nhóm đối tượng", .code(.candidateGroup), .sensitive, synonyms: ["đối tượng", "nhóm"]),
            .init("year_of_study", "năm thứ", .integer, .basic, empty: .none),
            .init("branch", "chi bộ", .reference(.unit), .sensitive, changesInTime: true),
            .init(
                "nominated_by", "tổ chức giới thiệu", .code(.nominator), .sensitive, synonyms: ["đoàn thể giới thiệu"]),
            .init("nominated_on", "ngày giới thiệu", .date, .sensitive),
            .init("stage", "giai đoạn", .code(.admissionStage), .sensitive, changesInTime: true, synonyms: ["bước"]),
        ])

    static let stage = RecordSchema(
        .stage, "bước kết nạp", plural: "stages", idPrefix: "G", start: .field("on"),
        identity: [["candidate", "stage"]],
        fields: [
            .init("candidate", "quần chúng", .reference(.candidate), .sensitive),
            .init("stage", "giai đoạn", .code(.admissionStage), .sensitive),
            .init("on", "ngày", .date, .sensitive), .init("note", "ghi chú", .text, .sensitive, empty: .none),
        ])

    static let admission = RecordSchema(
        .admission, "kết nạp", plural: "admissions", idPrefix: "N", start: .field("admitted_on"),
        identity: [["member"], ["full_name", "birth", "admitted_on"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("full_name", "họ và tên", .text, .basic, synonyms: ["họ tên"]),
            .init("birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh"]),
            .init("sex", "giới tính", .code(.sex), .basic),
            .init("group", "nhóm đối tượng", .code(.candidateGroup), .sensitive, synonyms: ["đối tượng"]),
            .init("branch", "chi bộ", .reference(.unit), .sensitive),
            .init("decision_no", "số quyết định", .text, .sensitive, empty: .none),
            .init("decision_on", "ngày quyết định", .date, .sensitive, synonyms: ["quyết định"]),
            .init("admitted_on", "ngày kết nạp", .date, .sensitive, synonyms: ["lễ kết nạp", "kết nạp"]),
            .init("readmission", "kết nạp lại", .boolean, .sensitive, empty: .none),
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
}
