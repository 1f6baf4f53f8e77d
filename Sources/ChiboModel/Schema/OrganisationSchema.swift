/// The tree of units, what they are called, and what they are made of (domain.md §2.2).
extension Schema {
    static let unit = RecordSchema(
        .unit, "tổ chức đảng", plural: "units", idPrefix: "U", start: .field("established_on"),
        identity: [["short_code"], ["name"]],
        fields: [
            .init("name", "tên tổ chức", .text, synonyms: ["tên chi bộ", "chi bộ", "tên đơn vị", "tổ chức đảng"]),
            .init("short_code", "ký hiệu", .text, empty: .none, synonyms: ["mã", "mã chi bộ", "số hiệu"]),
            .init("kind", "cấp tổ chức", .code(.unitKind), synonyms: ["cấp", "loại tổ chức"]),
            .init(
                "parent", "trực thuộc", .reference(.unit), empty: .none, changesInTime: true, inverse: "children",
                synonyms: ["cấp trên"]),
            .init("type", "loại hình", .code(.branchType), changesInTime: true, synonyms: ["loại hình chi bộ"]),
            .init("established_on", "ngày thành lập", .date, synonyms: ["thành lập"]),
            .init("dissolved_on", "ngày giải thể", .date, empty: .none, synonyms: ["giải thể"]),
            .init("term_from", "nhiệm kỳ từ", .date), .init("term_to", "nhiệm kỳ đến", .date),
            .init("meeting_day", "ngày sinh hoạt định kỳ", .integer, changesInTime: true, synonyms: ["ngày sinh hoạt"]),
            .init(
                "special", "đơn vị đặc thù", .boolean, empty: .none, changesInTime: true,
                synonyms: ["hoàn cảnh đặc thù"]),
            .init(
                "office_staff_count", "cán bộ chuyên trách văn phòng", .integer, changesInTime: true, measure: "người"),
            .init(
                "head_is_secretary", "bí thư là thủ trưởng đơn vị", .boolean, changesInTime: true,
                synonyms: ["bí thư đồng thời là thủ trưởng"]),
        ],
        derived: [
            DerivedDefinition(code: "official_count", label: "số đảng viên chính thức"),
            DerivedDefinition(code: "member_count", label: "đảng số"),
        ])

    static let unitAlias = RecordSchema(
        .unitAlias, "tên gọi khác", plural: "unit_aliases", idPrefix: "UA", start: .field("from"),
        identity: [["name", "unit"]],
        fields: [
            .init("unit", "tổ chức", .reference(.unit), synonyms: ["tổ chức đảng", "chi bộ"]),
            .init("name", "tên gọi", .text, synonyms: ["tên cũ", "tên viết tắt"]),
            .init("from", "dùng từ ngày", .date, empty: .none),
            .init("to", "dùng đến ngày", .date, empty: .none),
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

    static let headcount = RecordSchema(
        .headcount, "tổng số người", plural: "headcounts", idPrefix: "HC", start: .startOfYear("year"),
        identity: [["unit", "category", "year"]],
        fields: [
            .init("unit", "đơn vị", .reference(.unit), synonyms: ["chi bộ", "tổ chức"]),
            .init("category", "thành phần", .code(.category), synonyms: ["đối tượng"]),
            .init("year", "năm", .integer),
            .init("count", "số người", .integer, measure: "người", synonyms: ["tổng số", "số lượng"]),
        ])

    static let delegation = RecordSchema(
        .delegation, "ủy quyền", plural: "delegations", idPrefix: "UQ", start: .field("from"),
        identity: [["unit", "authority", "from"]],
        fields: [
            .init("unit", "tổ chức", .reference(.unit), synonyms: ["đảng ủy cơ sở"]),
            .init("authority", "quyền được giao", .code(.authority), synonyms: ["nội dung ủy quyền"]),
            .init("from", "từ ngày", .date), .init("to", "đến ngày", .date, empty: .none),
            .init("document", "văn bản giao quyền", .reference(.document), empty: .none),
        ])
}
