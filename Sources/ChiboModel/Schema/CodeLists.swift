/// The closed lists of domain.md §2: English code, Vietnamese label, and what offices also write.
extension CodeList {
    static let sex = CodeList("sex", [("male", "nam", []), ("female", "nữ", [])])

    static let grade = CodeList(
        "grade",
        [
            ("probationary", "dự bị", ["đảng viên dự bị", "DB", "ĐVDB"]),
            ("official", "chính thức", ["đảng viên chính thức", "CT", "ĐVCT"]),
        ])

    static let category = CodeList(
        "category",
        [
            ("lecturer", "giảng viên", ["GV"]), ("teacher", "giáo viên", []), ("manager", "cán bộ quản lý", ["CBQL"]),
            ("staff", "chuyên viên", ["viên chức", "nhân viên", "CV"]), ("clinical", "cán bộ y tế", []),
            ("student", "sinh viên", ["SV"]), ("pupil", "học sinh", ["HS"]),
            ("postgrad", "học viên sau đại học", ["học viên SĐH", "học viên cao học", "nghiên cứu sinh"]),
            ("graduate_retained", "SV đã tốt nghiệp còn sinh hoạt", ["sinh viên đã tốt nghiệp"]),
            ("retired", "nghỉ hưu", ["hưu trí"]), ("worker", "người lao động", ["lao động hợp đồng"]),
        ])

    static let activity = CodeList(
        "activity",
        [
            ("active", "đang sinh hoạt", ["sinh hoạt"]), ("exempt", "miễn công tác và sinh hoạt", ["miễn sinh hoạt"]),
            ("suspended", "đình chỉ sinh hoạt", []), ("temp_out", "sinh hoạt tạm thời nơi khác", []),
            ("temp_in", "sinh hoạt tạm thời nơi khác đến", []), ("left", "đã ra khỏi danh sách", ["đã chuyển"]),
        ])

    static let leavingReason = CodeList(
        "leaving reason",
        [
            ("transferred_out", "chuyển đi", []), ("struck_off", "xóa tên", []),
            ("resigned", "xin ra khỏi Đảng", ["xin ra"]),
            ("expelled", "khai trừ", []), ("deceased", "từ trần", []),
        ])

    static let partyRole = CodeList(
        "party role",
        [
            ("secretary", "bí thư", ["BT"]), ("deputy_secretary", "phó bí thư", ["PBT"]),
            ("branch_committee", "chi ủy viên", ["CUV"]), ("committee", "ủy viên BCH", ["đảng ủy viên", "ĐUV"]),
            ("standing", "ủy viên BTV", []), ("group_leader", "tổ trưởng tổ đảng", []),
            ("none", "không", ["đảng viên", "ĐV"]),
        ])

    static let politicalTheory = CodeList(
        "political theory",
        [
            ("primary", "sơ cấp", []), ("intermediate", "trung cấp", []), ("advanced", "cao cấp", []),
            ("bachelor", "cử nhân", []),
        ])

    static let unitKind = CodeList(
        "unit kind",
        [
            ("upper_committee", "đảng ủy cấp trên", []), ("bloc", "đảng bộ khối", []),
            ("grassroots_committee", "đảng bộ cơ sở", ["đảng ủy cơ sở", "đảng bộ trường"]),
            ("section_committee", "đảng bộ bộ phận", ["ĐBBP"]), ("grassroots_branch", "chi bộ cơ sở", []),
            ("branch", "chi bộ trực thuộc", ["chi bộ", "CB"]), ("group", "tổ đảng", []),
        ])

    static let branchType = CodeList(
        "branch type",
        [
            ("faculty", "khoa", []), ("office", "phòng ban", ["phòng", "ban"]),
            ("institute", "viện/trung tâm", ["viện", "trung tâm"]), ("student", "sinh viên", ["SV"]),
            ("pupil", "học sinh", []), ("mixed", "cán bộ và sinh viên", []), ("hospital", "bệnh viện", []),
            ("service_unit", "đơn vị sự nghiệp", []), ("college", "cao đẳng", []), ("agency", "cơ quan", []),
            ("other", "khác", []),
        ])

    static let ratingLevel = CodeList(
        "rating level",
        [
            ("excellent", "hoàn thành xuất sắc nhiệm vụ", ["HTXSNV", "xuất sắc", "HTXS"]),
            ("good", "hoàn thành tốt nhiệm vụ", ["HTTNV", "tốt", "HTT"]),
            ("completed", "hoàn thành nhiệm vụ", ["HTNV", "hoàn thành"]),
            ("not_completed", "không hoàn thành nhiệm vụ", ["KHTNV", "không hoàn thành"]),
            ("not_rated", "không xếp loại", ["chưa xếp loại", "KXL"]),
        ])

    static let meetingKind = CodeList(
        "meeting kind",
        [
            ("regular", "định kỳ", ["sinh hoạt định kỳ", "thường kỳ"]),
            ("thematic", "chuyên đề", ["sinh hoạt chuyên đề", "CĐ"]),
            ("committee", "chi ủy", ["họp chi ủy"]), ("congress", "đại hội", []), ("study", "học nghị quyết", []),
            ("extraordinary", "bất thường", []),
        ])

    static let meetingMode = CodeList(
        "meeting mode", [("in_person", "trực tiếp", []), ("online", "trực tuyến", ["online"])])

    static let transferKind = CodeList(
        "transfer kind",
        [
            ("official_out", "chuyển đi chính thức", ["chuyển đi"]),
            ("official_in", "chuyển đến chính thức", ["chuyển đến"]),
            ("temporary_out", "chuyển đi tạm thời", []), ("temporary_in", "chuyển đến tạm thời", []),
            ("internal", "nội bộ", ["chuyển nội bộ"]), ("abroad", "ra nước ngoài", []),
            ("org_change", "thay đổi tổ chức", []),
        ])

    static let transferReason = CodeList(
        "transfer reason",
        [
            ("retirement", "nghỉ hưu", []), ("job_change", "chuyển công tác", []),
            ("graduation", "tốt nghiệp", ["tốt nghiệp ra trường"]), ("residence", "chuyển nơi cư trú", []),
            ("study", "đi học", []), ("leave_job", "nghỉ việc", ["thôi việc"]), ("org_change", "thay đổi tổ chức", []),
        ])

    static let transferState = CodeList(
        "transfer state",
        [
            ("due", "đến hạn", []), ("issued", "đã cấp giấy", ["đã cấp giấy giới thiệu"]),
            ("notified", "đã thông báo", []),
            ("presented", "đã nộp giấy", []), ("closed", "hoàn tất", ["đã nhận hồ sơ"]), ("cancelled", "hủy", []),
        ])

    static let transferBasis = CodeList(
        "transfer basis", [("residence", "cư trú", ["nơi cư trú"]), ("workplace", "làm việc", ["nơi làm việc"])])

    static let candidateGroup = CodeList(
        "candidate group",
        [
            ("manager", "cán bộ quản lý", []), ("mass_leader", "cán bộ đoàn thể", []),
            ("dept_head", "trưởng, phó bộ môn", ["trưởng bộ môn", "phó bộ môn"]),
            ("young_lecturer", "giảng viên trẻ", []), ("lecturer", "giảng viên", []), ("student", "sinh viên", ["SV"]),
            ("pupil", "học sinh", []), ("other", "khác", []),
        ])

    static let nominator = CodeList(
        "nominator",
        [
            ("youth_union", "Đoàn Thanh niên", ["đoàn TNCS Hồ Chí Minh"]), ("trade_union", "Công đoàn", []),
            ("student_assoc", "Hội Sinh viên", []), ("veterans", "Hội Cựu chiến binh", []),
        ])

    static let admissionStage = CodeList(
        "admission stage",
        [
            ("nominated", "giới thiệu", []), ("listed", "vào danh sách nguồn", []),
            ("class_done", "học lớp nhận thức", ["đã học lớp nhận thức về Đảng"]),
            ("helpers_assigned", "phân công giúp đỡ", []), ("dossier", "hồ sơ lý lịch", []),
            ("verified", "thẩm tra", ["đã thẩm tra lý lịch"]), ("mass_org_opinion", "ý kiến đoàn thể", []),
            ("residence_opinion", "ý kiến nơi cư trú", []), ("branch_voted", "chi bộ biểu quyết", ["chi bộ đã xét"]),
            ("section_reviewed", "đảng ủy bộ phận thẩm định", []), ("committee_voted", "đảng ủy biểu quyết", []),
            ("submitted", "trình cấp trên", []), ("decided", "quyết định kết nạp", []),
            ("ceremony", "lễ kết nạp", ["đã kết nạp"]), ("probation", "dự bị", []),
            ("new_member_class", "học lớp đảng viên mới", []), ("recognition_voted", "biểu quyết công nhận", []),
            ("recognized", "công nhận chính thức", []), ("stopped", "dừng", []),
        ])

    static let documentType = CodeList(
        "document type",
        [
            ("resolution", "nghị quyết", ["NQ"]), ("decision", "quyết định", ["QĐ"]), ("directive", "chỉ thị", ["CT"]),
            ("conclusion", "kết luận", ["KL"]), ("rules", "quy chế", ["QC"]), ("notice", "thông báo", ["TB"]),
            ("report", "báo cáo", ["BC"]), ("plan", "kế hoạch", ["KH"]), ("programme", "chương trình", ["CTr"]),
            ("project", "đề án", ["ĐA"]), ("proposal", "tờ trình", ["TTr"]), ("letter", "công văn", ["CV"]),
            ("guidance", "hướng dẫn", ["HD"]), ("minutes", "biên bản", ["BB"]),
        ])

    static let documentPurpose = CodeList(
        "document purpose",
        [
            ("theme_plan", "kế hoạch theo chủ đề", ["kế hoạch chủ đề năm"]), ("working_rules", "quy chế làm việc", []),
            ("year_programme", "chương trình công tác năm", []), ("roadmap", "lộ trình kiểu mẫu", []),
            ("dissemination", "quán triệt", []), ("other", "khác", []),
        ])

    static let assessmentTopic = CodeList(
        "assessment topic",
        [
            ("study_hcm", "học tập và làm theo Bác", ["học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"]),
            ("discipline", "đoàn kết, kỷ luật", []), ("political_task", "nhiệm vụ chính trị", []),
        ])

    static let assessmentResult = CodeList(
        "assessment result",
        [("positive", "thực hiện tốt", ["tốt", "đạt"]), ("negative", "chưa tốt", ["chưa đạt", "không đạt"])])

    static let campaignKind = CodeList("campaign kind", [("screening", "rà soát, sàng lọc", ["rà soát"])])

    static let taskState = CodeList(
        "task state",
        [
            ("not_started", "chưa bắt đầu", []), ("in_progress", "đang thực hiện", []),
            ("done", "hoàn thành", ["đã xong"]),
            ("waiting_event", "chờ sự kiện", []), ("not_applicable", "không áp dụng", []),
        ])
}
