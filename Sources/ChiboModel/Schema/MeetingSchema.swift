/// Meetings, classes, and who came (domain.md §2.4).
extension Schema {
    static let meeting = RecordSchema(
        .meeting, "buổi sinh hoạt", plural: "meetings", idPrefix: "S", start: .field("date"),
        identity: [["branch", "date", "kind", "topic"], ["branch", "date", "kind"]],
        fields: [
            .init("branch", "chi bộ", .reference(.unit)),
            .init("group", "tổ đảng", .reference(.unit), empty: .none, inverse: "group_meetings"),
            .init("date", "ngày họp", .date, synonyms: ["ngày", "ngày sinh hoạt"]),
            .init("kind", "loại sinh hoạt", .code(.meetingKind), synonyms: ["loại", "hình thức sinh hoạt"]),
            .init("mode", "hình thức", .code(.meetingMode), empty: .none),
            .init("topic", "nội dung", .text, empty: .none, synonyms: ["chủ đề", "chuyên đề"]),
            .init("required_count", "số phải dự", .integer, measure: "người", synonyms: ["phải dự", "triệu tập"]),
            .init("present_count", "số có mặt", .integer, measure: "người", synonyms: ["có mặt", "dự họp"]),
            .init("guests", "khách dự", .text, .restricted, empty: .none, synonyms: ["cấp ủy dự"]),
            .init("minutes", "biên bản", .boolean, synonyms: ["có biên bản"]),
            .init("self_score", "tự chấm điểm", .text, empty: .none, measure: "điểm"),
        ])

    static let attendance = RecordSchema(
        .attendance, "điểm danh", plural: "attendances", idPrefix: "DD", start: .field("date"),
        identity: [["meeting", "member"]], loading: .declared,
        fields: [
            .init("meeting", "buổi sinh hoạt", .reference(.meeting), .restricted),
            .init("member", "đảng viên", .reference(.member), .restricted),
            .init("date", "ngày họp", .date, .restricted, synonyms: ["ngày"]),
            .init("presence", "có mặt", .code(.presence), .restricted, synonyms: ["điểm danh"]),
        ])

    static let trainingClass = RecordSchema(
        .trainingClass, "lớp bồi dưỡng", plural: "classes", idPrefix: "L", start: .field("from"),
        identity: [["kind", "from", "unit"], ["kind", "from"]],
        fields: [
            .init("kind", "loại lớp", .code(.classKind), synonyms: ["lớp"]),
            .init("unit", "đơn vị tổ chức", .reference(.unit), empty: .none),
            .init("title", "tên lớp", .text, empty: .none),
            .init("planned_on", "ngày dự kiến", .date, empty: .none),
            .init("from", "từ ngày", .date, synonyms: ["khai giảng"]),
            .init("to", "đến ngày", .date, synonyms: ["bế giảng"]),
            .init("place", "địa điểm", .text, empty: .none),
            .init("test_required", "có kiểm tra cuối khóa", .boolean, empty: .none),
        ])

    static let enrolment = RecordSchema(
        .enrolment, "học viên lớp bồi dưỡng", plural: "enrolments", idPrefix: "HV", start: .field("on"),
        identity: [["class", "member"], ["class", "candidate"]],
        fields: [
            .init("member", "đảng viên", .reference(.member), .sensitive, empty: .none),
            .init("candidate", "quần chúng", .reference(.candidate), .sensitive, empty: .none),
            .init("class", "lớp", .reference(.trainingClass)),
            .init("on", "ngày vào lớp", .date, .basic, empty: .none),
            .init("attended", "dự học", .boolean, .basic, synonyms: ["có học"]),
            .init("score", "điểm kiểm tra", .text, .basic, empty: .none, measure: "điểm", synonyms: ["điểm"]),
            .init("passed", "đạt", .boolean, .basic, synonyms: ["kết quả"]),
            .init("certificate_no", "số chứng nhận", .text, .basic, empty: .none, synonyms: ["số giấy chứng nhận"]),
        ])
}
