/// The closed lists of the records that members, units and plans own (domain.md §2.3, §2.4).
extension CodeList {
    static let authority = CodeList(
        "authority",
        [
            ("decide_admission", "quyết định kết nạp", ["kết nạp đảng viên"]),
            ("decide_expulsion", "quyết định khai trừ", ["khai trừ đảng viên"]),
        ])

    static let duesBasis = CodeList(
        "dues basis",
        [
            ("insured", "đóng bảo hiểm xã hội", ["hưởng lương", "đóng BHXH"]), ("pension", "hưởng lương hưu", ["hưu"]),
            ("student", "sinh viên", ["học sinh, sinh viên", "SV"]), ("other", "khác", []),
            ("abroad", "ở nước ngoài", []), ("exempt", "được miễn", ["miễn"]),
        ])

    static let residenceExemption = CodeList(
        "residence exemption",
        [
            ("introduced_exempt_attend", "đã giới thiệu, miễn tham gia", []),
            ("exempt_introduce", "miễn giới thiệu", []),
        ])

    static let paperKind = CodeList(
        "paper kind",
        [
            ("application", "đơn xin vào Đảng", ["đơn"]), ("curriculum", "lý lịch của người xin vào Đảng", ["lý lịch"]),
            ("member_form", "phiếu đảng viên", ["phiếu"]), ("admission_decision", "quyết định kết nạp", []),
            ("official_decision", "quyết định công nhận chính thức", []),
            ("awareness_certificate", "chứng nhận lớp nhận thức về Đảng", []),
            ("new_member_certificate", "chứng nhận lớp đảng viên mới", []),
            ("yearly_review", "bản kiểm điểm hằng năm", ["kiểm điểm"]), ("other", "giấy tờ khác", []),
        ])

    static let disciplineForm = CodeList(
        "discipline form",
        [
            ("reprimand", "khiển trách", []), ("warning", "cảnh cáo", []), ("dismissal", "cách chức", []),
            ("expulsion", "khai trừ", []),
        ])

    static let screeningOutcome = CodeList(
        "screening outcome",
        [
            ("keep", "giữ", ["đủ tư cách"]), ("monitor", "theo dõi", []), ("struck_off", "xóa tên", []),
            ("resigned", "xin ra", []), ("disciplined", "kỷ luật", []),
        ])

    static let presence = CodeList(
        "presence",
        [
            ("present", "có mặt", ["x", "dự"]), ("excused", "vắng có lý do", ["có phép", "P"]),
            ("absent", "vắng không lý do", ["vắng", "không phép", "KP"]),
        ])

    static let classKind = CodeList(
        "class kind",
        [
            ("awareness", "nhận thức về Đảng", ["bồi dưỡng nhận thức về Đảng", "đối tượng kết nạp Đảng"]),
            ("new_member", "đảng viên mới", ["bồi dưỡng đảng viên mới"]),
            ("committee_skills", "nghiệp vụ cấp ủy", ["bồi dưỡng cấp ủy"]),
            ("theory", "lý luận chính trị", []), ("update", "cập nhật kiến thức", []),
        ])

    static let inspectionKind = CodeList(
        "inspection kind",
        [
            ("self", "tự kiểm tra", []), ("regular", "thường xuyên", ["kiểm tra thường xuyên"]),
            ("thematic", "chuyên đề", ["kiểm tra chuyên đề", "giám sát chuyên đề"]),
            ("on_sign", "khi có dấu hiệu vi phạm", ["dấu hiệu vi phạm"]),
        ])

    static let modelKind = CodeList(
        "model",
        [("four_good", "bốn tốt", ["chi bộ bốn tốt", "4 tốt"]), ("five_good", "năm tốt", ["kiểu mẫu", "5 tốt"])])

    static let planRelation = CodeList(
        "plan relation", [("parent", "cấp trên", ["căn cứ"]), ("related", "liên quan", [])])

    static let targetOperator = CodeList(
        "target operator",
        [
            ("gt", "trên", []), ("ge", "từ … trở lên", ["ít nhất", "không dưới"]), ("le", "không quá", ["tối đa"]),
            ("lt", "dưới", []), ("eq", "bằng", []), ("between", "trong khoảng", []), ("all", "tất cả", ["100%"]),
        ])

    static let targetUnit = CodeList(
        "target unit",
        [("percent", "phần trăm", ["%"]), ("count", "số lượng", []), ("per_year", "mỗi năm", ["/năm"])])

    static let cadence = CodeList(
        "cadence",
        [
            ("yearly", "hằng năm", ["hàng năm"]), ("term", "nhiệm kỳ", []), ("by_date", "đến thời điểm", []),
            ("ongoing", "thường xuyên", []),
        ])

    static let timingKind = CodeList(
        "timing",
        [
            ("ongoing", "thường xuyên", []), ("yearly", "hằng năm", ["hàng năm"]), ("month", "trong tháng", []),
            ("quarter", "trong quý", []), ("year", "trong năm", []), ("before", "trước ngày", []),
            ("by", "chậm nhất ngày", ["đến ngày"]), ("event", "sau khi", []), ("every", "định kỳ", []),
            ("times_per_year", "số lần trong năm", []), ("adhoc", "khi cần", []),
        ])

    static let recipientKind = CodeList(
        "recipient kind",
        [
            ("unit", "đơn vị", []), ("person", "cá nhân", []), ("group", "nhóm", []), ("web", "trang tin", []),
            ("archive", "lưu", []),
        ])

    static let recipientPurpose = CodeList(
        "recipient purpose",
        [
            ("report", "để báo cáo", ["b/c", "để b/c"]), ("direct", "để chỉ đạo", []),
            ("implement", "để thực hiện", ["t/h", "để t/h"]), ("inform", "để biết", []), ("none", "không ghi", []),
        ])
}
