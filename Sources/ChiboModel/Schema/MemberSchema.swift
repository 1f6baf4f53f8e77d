/// Members and what belongs to the person alone (domain.md §2.1).
extension Schema {
    static let member = RecordSchema(
        .member, "đảng viên", plural: "members", idPrefix: "M", start: .field("admitted_on"),
        identity: [["national_id"], ["card_no"], ["full_name", "birth", "admitted_on"]],
        fields: person + education + work + partyLife + private_,
        derived: [DerivedDefinition(code: "age", label: "tuổi")])

    private static let person: [FieldDefinition] = [
        .init(
            "full_name", "họ và tên", .text, .basic, isGuarded: true,
            synonyms: ["họ tên", "họ và tên đang dùng", "họ đệm và tên"]),
        .init("name.family", "họ", .text, .basic, empty: .none, isGuarded: true),
        .init("name.middle", "tên đệm", .text, .basic, empty: .none, isGuarded: true, synonyms: ["đệm"]),
        .init("name.given", "tên", .text, .basic, empty: .none, isGuarded: true),
        .init("birth_name", "họ tên khai sinh", .text, .basic, empty: .none, isGuarded: true),
        .init("aliases", "tên gọi khác", .text, .basic, empty: .none, isGuarded: true, synonyms: ["bí danh"]),
        .init("sex", "giới tính", .code(.sex), .basic, synonyms: ["nam/nữ"]),
        .init("birth", "ngày sinh", .partialDate, .basic, synonyms: ["năm sinh", "ngày tháng năm sinh", "sinh ngày"]),
        .init(
            "national_id", "số CCCD", .text, .basic, isGuarded: true,
            synonyms: ["CCCD", "CMND", "số định danh", "số ĐDCN", "CMND/CCCD"]),
        .init("record_no", "số lý lịch", .text, .basic, isGuarded: true, synonyms: ["số lý lịch đảng viên", "số LL"]),
        .init(
            "card_no", "số thẻ đảng viên", .text, .sensitive, isGuarded: true,
            synonyms: ["số thẻ", "số TĐV", "số thẻ đảng"]),
        .init("card_issued", "ngày cấp thẻ", .date, .sensitive),
        .init("birthplace.text", "nơi sinh", .text, .basic, isGuarded: true),
        .init("birthplace.ward", "nơi sinh: xã", .text, .basic, isGuarded: true),
        .init("birthplace.province", "nơi sinh: tỉnh", .text, .basic),
        .init("hometown.text", "quê quán", .text, .basic, isGuarded: true),
        .init("hometown.ward", "quê quán: xã", .text, .basic, isGuarded: true),
        .init("hometown.province", "quê quán: tỉnh", .text, .basic),
        .init(
            "permanent_address.text", "nơi thường trú", .text, .basic, changesInTime: true, isGuarded: true,
            synonyms: ["thường trú"]),
        .init("permanent_address.ward", "nơi thường trú: xã", .text, .basic, changesInTime: true, isGuarded: true),
        .init("permanent_address.province", "nơi thường trú: tỉnh", .text, .basic, changesInTime: true),
        .init(
            "current_address.text", "nơi ở hiện nay", .text, .basic, changesInTime: true, isGuarded: true,
            synonyms: ["nơi ở"]),
        .init("current_address.ward", "nơi ở hiện nay: xã", .text, .basic, changesInTime: true, isGuarded: true),
        .init("current_address.province", "nơi ở hiện nay: tỉnh", .text, .basic, changesInTime: true),
        .init("ethnicity", "dân tộc", .text, .sensitive),
        .init("religion", "tôn giáo", .text, .sensitive, empty: .none),
    ]

    private static let education: [FieldDefinition] = [
        .init("general_education", "trình độ phổ thông", .text, .basic, synonyms: ["văn hóa", "giáo dục phổ thông"]),
        .init("qualification", "trình độ chuyên môn", .text, .basic, synonyms: ["chuyên môn", "trình độ"]),
        .init("degree", "học vị", .text, .basic, empty: .none, changesInTime: true),
        .init("academic_rank", "học hàm", .text, .basic, empty: .none, changesInTime: true),
        .init(
            "political_theory", "lý luận chính trị", .code(.politicalTheory), .basic, changesInTime: true,
            synonyms: ["LLCT"]),
        .init("foreign_language", "ngoại ngữ", .text, .basic, empty: .none),
        .init("it_level", "tin học", .text, .basic, empty: .none),
    ]

    private static let work: [FieldDefinition] = [
        .init("occupation", "nghề nghiệp", .text, .basic, changesInTime: true),
        .init(
            "employer_unit", "đơn vị công tác", .text, .basic, empty: .none, changesInTime: true,
            synonyms: ["nơi công tác"]),
        .init("job_title", "chức vụ chính quyền", .text, .basic, empty: .none, changesInTime: true),
        .init("recruited_on", "ngày tuyển dụng", .date, .basic, empty: .none),
        .init("category", "thành phần", .code(.category), .basic, changesInTime: true, synonyms: ["đối tượng"]),
        .init(
            "student.student_no", "mã sinh viên", .text, .basic, empty: .none, isGuarded: true,
            synonyms: ["mã SV", "MSSV"]),
        .init("student.class", "lớp", .text, .basic, empty: .none, changesInTime: true),
        .init("student.cohort", "khóa", .text, .basic, empty: .none, synonyms: ["khóa học"]),
        .init(
            "student.year_of_study", "năm thứ", .integer, .basic, empty: .none, changesInTime: true,
            synonyms: ["sinh viên năm thứ"]),
        .init("student.graduated_on", "ngày tốt nghiệp", .date, .basic, empty: .none, synonyms: ["tốt nghiệp"]),
        .init("student.employed", "đã có việc làm", .boolean, .basic, empty: .none, changesInTime: true),
        .init("union_member", "đoàn viên", .boolean, .basic, changesInTime: true, synonyms: ["đoàn viên TNCS"]),
        .init("union_joined", "ngày vào Đoàn", .date, .basic),
        .init("union_left", "ngày ra Đoàn", .date, .basic, empty: .none),
    ]

    private static let partyLife: [FieldDefinition] = [
        .init(
            "grade", "loại đảng viên", .code(.grade), .sensitive, changesInTime: true, synonyms: ["CT/DB", "đảng viên"]),
        .init("admission_decision_on", "ngày QĐ kết nạp", .date, .sensitive, synonyms: ["ngày quyết định kết nạp"]),
        .init("admission_decision_no", "số QĐ kết nạp", .text, .sensitive, synonyms: ["số quyết định kết nạp"]),
        .init("admission_decision_organ", "cơ quan QĐ kết nạp", .text, .sensitive),
        .init(
            "admitted_on", "ngày vào Đảng", .date, .sensitive,
            synonyms: ["ngày kết nạp", "kết nạp", "ngày KN", "ngày vào Đảng / Dự bị"]),
        .init(
            "official_on", "ngày công nhận chính thức", .date, .sensitive, empty: .none,
            synonyms: ["chính thức", "ngày chính thức", "ngày CT"]),
        .init("second_admission.decision_on", "ngày QĐ kết nạp lại", .date, .sensitive, empty: .none),
        .init("second_admission.admitted_on", "ngày kết nạp lại", .date, .sensitive, empty: .none),
        .init("second_admission.official_on", "ngày chính thức lần hai", .date, .sensitive, empty: .none),
        .init("restored_on", "ngày khôi phục đảng tịch", .date, .sensitive, empty: .none),
        .init(
            "activity", "tình trạng sinh hoạt", .code(.activity), .sensitive, changesInTime: true,
            synonyms: ["tình trạng"]),
        .init("left.on", "ngày ra khỏi danh sách", .date, .sensitive, empty: .none),
        .init("left.reason", "lý do ra khỏi danh sách", .code(.leavingReason), .restricted, empty: .none),
        .init("left.document", "văn bản ra khỏi danh sách", .text, .restricted, empty: .none),
        .init("party_role", "chức vụ đảng", .code(.partyRole), .sensitive, changesInTime: true, synonyms: ["chức vụ"]),
        .init(
            "branch", "chi bộ", .reference(.unit), .sensitive, changesInTime: true,
            synonyms: ["đơn vị", "chi bộ sinh hoạt"]),
        .init(
            "group", "tổ đảng", .reference(.unit), .sensitive, empty: .none, changesInTime: true,
            inverse: "group_members"),
        .init(
            "dues_basis", "đối tượng đóng đảng phí", .code(.duesBasis), .basic, changesInTime: true,
            synonyms: ["diện đóng đảng phí"]),
        .init(
            "residence_link.introduced_on", "ngày giới thiệu nơi cư trú", .date, .sensitive, changesInTime: true,
            synonyms: ["giới thiệu 213"]),
        .init("residence_link.ward_party", "đảng ủy nơi cư trú", .text, .sensitive, changesInTime: true),
        .init(
            "residence_link.exempt_kind", "diện miễn nơi cư trú", .code(.residenceExemption), .sensitive, empty: .none,
            changesInTime: true),
        .init("file.location", "nơi giữ hồ sơ", .text, .restricted),
        .init("file.sealed", "hồ sơ niêm phong", .boolean, .restricted, empty: .none),
    ]

    /// Kept for the member's file; no rule asks for them.
    private static let private_: [FieldDefinition] = [
        .init("family_class", "thành phần gia đình", .text, .sensitive),
        .init("health", "tình trạng sức khỏe", .text, .sensitive, isGuarded: true),
        .init("war_invalid", "thương binh", .text, .sensitive, empty: .none),
        .init("family", "hoàn cảnh gia đình", .text, .sensitive, isGuarded: true),
        .init("abroad_relations", "quan hệ nước ngoài", .text, .sensitive, empty: .none, isGuarded: true),
        .init("income", "thu nhập", .text, .sensitive, isGuarded: true),
        .init("property", "tài sản", .text, .sensitive, isGuarded: true),
    ]

    static let introducer = RecordSchema(
        .introducer, "người giới thiệu", plural: "introducers", idPrefix: "IG", start: .field("on"),
        identity: [["member", "person"], ["member", "name"], ["candidate", "person"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("candidate", "quần chúng", .reference(.candidate), .sensitive, empty: .none),
            .init(
                "person", "đảng viên giới thiệu", .reference(.member), .sensitive, empty: .none, inverse: "introduced"),
            .init("name", "họ tên người giới thiệu", .text, .basic, empty: .none, isGuarded: true),
            .init("organisation", "tổ chức giới thiệu", .code(.nominator), .sensitive, empty: .none),
            .init("on", "ngày giới thiệu", .date, .sensitive),
        ])

    static let paper = RecordSchema(
        .paper, "giấy tờ trong hồ sơ", plural: "papers", idPrefix: "GT", start: .field("received_on"),
        identity: [["member", "kind", "year"], ["member", "kind"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive),
            .init("kind", "loại giấy tờ", .code(.paperKind), .restricted),
            .init("year", "năm", .integer, .restricted, empty: .none),
            .init("present", "có trong hồ sơ", .boolean, .restricted, synonyms: ["có"]),
            .init("received_on", "ngày nhận", .date, .restricted, empty: .none),
        ])
}
