internal import ChiboModel
internal import ChiboOffice

/// The sheets about organisations and people.
extension DemoWorld {
    var unitsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "don-vi", title: "DANH SÁCH TỔ CHỨC ĐẢNG TRỰC THUỘC", subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Ký hiệu", 10, centred: true), .init("Tên tổ chức đảng", 52),
                .init("Cấp tổ chức", 20), .init("Loại hình chi bộ", 20), .init("Trực thuộc", 46),
                .init("Thành lập", 14, in: "Ngày tháng năm", centred: true),
                .init("Giải thể", 14, in: "Ngày tháng năm", centred: true),
                .init("Từ ngày", 14, in: "Nhiệm kỳ", centred: true),
                .init("Đến ngày", 14, in: "Nhiệm kỳ", centred: true),
                .init("Ngày sinh hoạt định kỳ", 14, centred: true),
            ], counted: "tổ chức đảng")
        for unit in organisation.committees + organisation.branches {
            let years = unit.type == nil ? (2020, 2025) : (2022, 2025)
            sheet.rows.append([
                .text(unit.code), .text(unit.name), .text(unit.kind), .text(orBlank: unit.type?.rawValue),
                .text(orBlank: unit.parent), .date(unit.established, unit.dates), .blank,
                .date(CalendarDate(year: years.0, month: 6, day: 1), unit.dates),
                .date(CalendarDate(year: years.1, month: 5, day: 31), unit.dates),
                unit.meetingDay.map { .integer($0) } ?? .blank,
            ])
        }
        return sheet
    }

    var adminUnitsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "don-vi-hanh-chinh", title: "DANH SÁCH ĐƠN VỊ HÀNH CHÍNH TRỰC THUỘC TRƯỜNG",
            subtitle: "(Tính đến ngày 31/12/2023; đánh dấu x ở đơn vị đặc thù)",
            columns: [
                .init("STT", 6), .init("Mã đơn vị", 12, centred: true), .init("Tên đơn vị", 48),
                .init("Đơn vị đặc thù", 12, centred: true), .init("Chi bộ", 48),
                .init("Ngày thành lập", 16, centred: true),
            ], counted: "đơn vị")
        for unit in organisation.adminUnits {
            sheet.rows.append([
                .text(unit.code), .text(unit.name), .mark(unit.isSpecial), .text(orBlank: unit.branch),
                .date(unit.established, .padded),
            ])
        }
        return sheet
    }

    var membersSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "dang-vien", title: "DANH SÁCH ĐẢNG VIÊN", subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Giới tính", 8, centred: true),
                .init("Ngày sinh", 13, centred: true), .init("Dân tộc", 9, centred: true), .init("Quê quán", 22),
                .init("Số CCCD", 15, centred: true), .init("Số lý lịch", 12, centred: true),
                .init("Số thẻ", 11, in: "Thẻ đảng viên", centred: true),
                .init("Ngày cấp", 12, in: "Thẻ đảng viên", centred: true), .init("Thành phần", 20),
                .init("Trình độ chuyên môn", 16), .init("Lý luận chính trị", 12, centred: true),
                .init("QĐ kết nạp", 13, in: "Ngày tháng năm", centred: true),
                .init("Kết nạp", 13, in: "Ngày tháng năm", centred: true),
                .init("Chính thức", 13, in: "Ngày tháng năm", centred: true),
                .init("Loại đảng viên", 12, centred: true), .init("Chức vụ đảng", 13),
                .init("Tình trạng sinh hoạt", 18),
                .init("Mã sinh viên", 12, centred: true), .init("Ngày tốt nghiệp", 13, centred: true),
                .init("Đoàn viên", 8, centred: true), .init("Giới thiệu nơi cư trú", 14, centred: true),
                .init("Chi bộ", 42),
            ], counted: "đảng viên", numbersColumns: true)
        sheet.rows = roster.map { row($0) }
        return sheet
    }

    private func row(_ member: DemoMember) -> [OutputValue] {
        let unit = branch(of: member)
        let dates = unit.dates
        return [
            .text(member.person.name), .text(member.person.sex), birth(member.person, dates),
            .text(member.person.ethnicity), .text(member.person.hometown), .text(member.person.nationalID),
            .text(member.recordNo), .text(orBlank: member.cardNo), .date(member.cardIssued, dates),
            .text(member.category.rawValue), .text(member.qualification), .text(orBlank: member.theory),
            .date(member.decisionOn, dates), .date(member.admittedOn, dates), .date(member.officialOn, dates),
            .text(member.isOfficial ? "Chính thức" : "Dự bị"), .text(orBlank: member.role.rawValue),
            .text(member.activity.rawValue), .text(orBlank: member.studentNo), .date(member.graduatedOn, dates),
            .mark(member.person.birth.year >= 1993), .date(member.residenceOn, dates), .text(unit.name),
        ]
    }

    /// A birth as its branch writes dates; where the year is all that is known, a bare number.
    func birth(_ person: DemoPerson, _ dates: DemoDates) -> OutputValue {
        person.knowsYearOnly ? .integer(person.birth.year) : .date(person.birth, dates)
    }

    var candidatesSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "nguon-ket-nap", title: "DANH SÁCH QUẦN CHÚNG NGUỒN KẾT NẠP ĐẢNG",
            subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Ngày sinh", 13, centred: true),
                .init("Giới tính", 8, centred: true), .init("Số CCCD", 15, centred: true), .init("Nhóm đối tượng", 18),
                .init("Năm thứ", 8, centred: true), .init("Chi bộ", 42),
                .init("Tổ chức", 18, in: "Giới thiệu"), .init("Ngày", 13, in: "Giới thiệu", centred: true),
                .init("Giai đoạn", 26),
            ], counted: "quần chúng")
        for candidate in candidates {
            let unit = organisation.branches[candidate.branch]
            sheet.rows.append([
                .text(candidate.person.name), .date(candidate.person.birth, unit.dates), .text(candidate.person.sex),
                .text(candidate.person.nationalID), .text(candidate.group),
                candidate.yearOfStudy.map { .integer($0) } ?? .blank, .text(unit.name), .text(candidate.nominatedBy),
                .date(candidate.steps.first?.on, unit.dates), .text(orBlank: candidate.steps.last?.name),
            ])
        }
        return sheet
    }

    var stepsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "buoc-ket-nap", title: "THEO DÕI CÁC BƯỚC KẾT NẠP", subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Số CCCD", 15, centred: true), .init("Chi bộ", 42),
                .init("Giai đoạn", 28), .init("Ngày", 13, centred: true), .init("Ghi chú", 20),
            ], counted: "bước")
        for candidate in candidates {
            let unit = organisation.branches[candidate.branch]
            for step in candidate.steps {
                sheet.rows.append([
                    .text(candidate.person.name), .text(candidate.person.nationalID), .text(unit.name),
                    .text(step.name), .date(step.on, unit.dates), .blank,
                ])
            }
        }
        return sheet
    }

    var admissionsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "ket-nap", title: "DANH SÁCH ĐẢNG VIÊN KẾT NẠP CÁC NĂM 2021 - 2023",
            subtitle: "(Theo Nghị quyết số 207-NQ/ĐU ngày 05/8/2021)",
            columns: [
                .init("STT", 6), .init("Họ và tên", 26), .init("Số CCCD", 15, centred: true),
                .init("Ngày sinh", 13, centred: true), .init("Giới tính", 8, centred: true),
                .init("Nhóm đối tượng", 18), .init("Chi bộ", 42),
                .init("Số", 14, in: "Quyết định kết nạp", centred: true),
                .init("Ngày", 13, in: "Quyết định kết nạp", centred: true), .init("Lễ kết nạp", 13, centred: true),
                .init("Kết nạp lại", 8, centred: true),
            ], counted: "đảng viên", numbersColumns: true)
        let recent = roster.filter { $0.admittedOn.year >= 2021 }.sorted {
            ($0.admittedOn, $0.recordNo) < ($1.admittedOn, $1.recordNo)
        }
        for member in recent {
            let unit = branch(of: member)
            let group =
                member.category.isStudent ? "Sinh viên" : member.category == .lecturer ? "Giảng viên trẻ" : "Khác"
            sheet.rows.append([
                .text(member.person.name), .text(member.person.nationalID), birth(member.person, unit.dates),
                .text(member.person.sex), .text(group), .text(unit.name), .text(member.decisionNo),
                .date(member.decisionOn, unit.dates), .date(member.admittedOn, unit.dates), .blank,
            ])
        }
        return sheet
    }
}
