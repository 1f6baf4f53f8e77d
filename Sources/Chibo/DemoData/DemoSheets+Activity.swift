internal import ChiboModel
internal import ChiboOffice

/// The sheets about what organisations and members do.
extension DemoWorld {
    var unitRatingsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "xep-loai-to-chuc", title: "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI TỔ CHỨC ĐẢNG",
            subtitle: "(Các năm 2021, 2022, 2023)",
            columns: [
                .init("STT", 6), .init("Năm", 8, centred: true), .init("Tổ chức đảng", 48),
                .init("Tự nhận", 30, in: "Xếp loại"), .init("Đề nghị", 30, in: "Xếp loại"),
                .init("Quyết định", 30, in: "Xếp loại"), .init("Ghi chú", 24),
            ], counted: "lượt đánh giá")
        let units = ratedUnits
        for rating in ratings.units {
            sheet.rows.append([.integer(rating.year), .text(units[rating.subject].name)] + levels(rating))
        }
        return sheet
    }

    var memberRatingsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "xep-loai-dang-vien", title: "KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN",
            subtitle: "(Các năm 2021, 2022, 2023)",
            columns: [
                .init("STT", 6), .init("Năm", 8, centred: true), .init("Họ và tên", 26),
                .init("Số CCCD", 15, centred: true), .init("Chi bộ", 42), .init("Tự nhận", 30, in: "Xếp loại"),
                .init("Đề nghị", 30, in: "Xếp loại"), .init("Quyết định", 30, in: "Xếp loại"), .init("Ghi chú", 34),
            ], counted: "lượt đánh giá")
        sheet.rows.reserveCapacity(ratings.members.count)
        for rating in ratings.members {
            let member = roster[rating.subject]
            sheet.rows.append(
                [
                    .integer(rating.year), .text(member.person.name), .text(member.person.nationalID),
                    .text(branch(of: member).name),
                ] + levels(rating))
        }
        return sheet
    }

    private func levels(_ rating: DemoRating) -> [OutputValue] {
        [
            .text(orBlank: rating.own?.rawValue), .text(orBlank: rating.proposed?.rawValue),
            .text(rating.final.rawValue), .text(orBlank: rating.note),
        ]
    }

    var meetingsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "sinh-hoat", title: "THEO DÕI SINH HOẠT CHI BỘ NĂM 2023", subtitle: "(Từ 01/01/2023 đến 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Chi bộ", 42), .init("Ngày họp", 13, centred: true), .init("Loại sinh hoạt", 22),
                .init("Nội dung", 62), .init("Hình thức", 12, centred: true),
                .init("Phải dự", 9, in: "Số đảng viên", centred: true),
                .init("Có mặt", 9, in: "Số đảng viên", centred: true), .init("Có biên bản", 9, centred: true),
            ], counted: "buổi sinh hoạt")
        let sorted = meetings.sorted { ($0.branch, $0.date, $0.kind) < ($1.branch, $1.date, $1.kind) }
        for meeting in sorted {
            let unit = organisation.branches[meeting.branch]
            sheet.rows.append([
                .text(unit.name), .date(meeting.date, unit.dates), .text(meeting.kind), .text(meeting.topic),
                .text(meeting.isOnline ? "Trực tuyến" : "Trực tiếp"), .integer(meeting.required),
                .integer(meeting.present), .mark(meeting.hasMinutes),
            ])
        }
        return sheet
    }

    var transfersSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "chuyen-sinh-hoat", title: "THEO DÕI CHUYỂN SINH HOẠT ĐẢNG", subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Số CCCD", 15, centred: true), .init("Chi bộ", 42),
                .init("Hình thức chuyển", 22), .init("Lý do", 18), .init("Ngày có hiệu lực", 13, centred: true),
                .init("Ngày cấp giấy", 13, centred: true), .init("Tổ chức đảng", 36, in: "Nơi chuyển đến"),
                .init("Cấp ủy cấp trên", 36, in: "Nơi chuyển đến"), .init("Căn cứ", 14, in: "Nơi chuyển đến"),
                .init("Số", 12, in: "Thông báo", centred: true), .init("Ngày", 13, in: "Thông báo", centred: true),
                .init("Ngày nộp giấy", 13, centred: true), .init("Ngày nhận hồ sơ", 13, centred: true),
                .init("Tình trạng", 16),
            ], counted: "lượt")
        for transfer in transfers {
            let member = roster[transfer.member]
            let dates = branch(of: member).dates
            sheet.rows.append([
                .text(member.person.name), .text(member.person.nationalID), .text(branch(of: member).name),
                .text(transfer.kind), .text(transfer.reason), .date(transfer.effectiveOn, dates),
                .date(transfer.issuedOn, dates), .text(transfer.destination), .text(transfer.upper),
                .text(transfer.basis), .text(orBlank: transfer.noticeNo), .date(transfer.noticeOn, dates),
                .date(transfer.presentedOn, dates), .date(transfer.fileOn, dates), .text(transfer.state),
            ])
        }
        return sheet
    }

    var assignmentsSheet: OfficeSheet {
        var random = DemoRandom(seed: seed, stream: "assignments")
        var sheet = OfficeSheet(
            name: "phan-cong", title: "PHÂN CÔNG CÔNG TÁC CHO ĐẢNG VIÊN NĂM 2023", subtitle: "(Năm 2023)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Số CCCD", 15, centred: true), .init("Chi bộ", 42),
                .init("Nội dung phân công", 56), .init("Từ ngày", 13, in: "Thời gian", centred: true),
                .init("Đến ngày", 13, in: "Thời gian", centred: true), .init("Kết quả", 18),
            ], counted: "lượt phân công")
        for member in roster where member.activity == .active && random.chance(45) {
            let unit = branch(of: member)
            let from = random.date(Period(year: 2023).first, Period(year: 2023).first.adding(days: 200))
            let isOver = random.chance(60)
            sheet.rows.append([
                .text(member.person.name), .text(member.person.nationalID), .text(unit.name),
                .text(random.pick(DemoWorld.duties(member.category))), .date(from, unit.dates),
                .date(isOver ? from.adding(days: 120) : nil, unit.dates), .text(orBlank: isOver ? "Hoàn thành" : nil),
            ])
        }
        return sheet
    }

    private static func duties(_ category: DemoCategory) -> [String] {
        category.isStudent
            ? [
                "Giúp đỡ quần chúng phấn đấu vào Đảng", "Phụ trách câu lạc bộ học thuật",
                "Tham gia Ban Chấp hành Đoàn khoa",
            ]
            : [
                "Giúp đỡ đảng viên dự bị", "Phụ trách công tác tuyên giáo của chi bộ",
                "Theo dõi công tác Đoàn Thanh niên",
                "Phụ trách hồ sơ phát triển đảng", "Tham gia tổ chuyển đổi số của đơn vị",
            ]
    }
}
