internal import ChiboModel
internal import ChiboOffice

/// The sheets about the plan: themes of the year, screening, assessments, progress.
extension DemoWorld {
    /// The theme plan of each branch for 2022 and 2023; in 2022 the last branch had none.
    var themePlansSheet: OfficeSheet {
        var random = DemoRandom(seed: seed, stream: "themes")
        var sheet = OfficeSheet(
            name: "ke-hoach-chu-de", title: "KẾ HOẠCH HỌC TẬP VÀ LÀM THEO BÁC THEO CHỦ ĐỀ HẰNG NĂM",
            subtitle: "(Các năm 2022, 2023)",
            columns: [
                .init("STT", 6), .init("Năm", 8, centred: true), .init("Chi bộ", 42),
                .init("Loại", 14, in: "Văn bản"), .init("Số", 8, in: "Văn bản", centred: true),
                .init("Cơ quan ban hành", 16, in: "Văn bản", centred: true),
                .init("Ngày ban hành", 14, in: "Văn bản", centred: true), .init("Trích yếu", 62),
                .init("Mục đích", 24),
            ], counted: "văn bản")
        for year in 2022...2023 {
            for branch in year == 2022 ? Array(organisation.branches.dropLast()) : organisation.branches {
                let date = random.date(
                    Period(year: year).first.adding(days: 20), Period(year: year).first.adding(days: 85))
                sheet.rows.append([
                    .integer(year), .text(branch.name), .text("Kế hoạch"), .integer(random.number(1...9)),
                    .text(branch.code), .date(date, branch.dates),
                    .text("Thực hiện chủ đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm \(year)"),
                    .text("Kế hoạch theo chủ đề"),
                ])
            }
        }
        return sheet
    }

    /// The screening of the students' branches, due by 31/03/2023: the last branch came a week late.
    var screeningSheet: OfficeSheet {
        var random = DemoRandom(seed: seed, stream: "screening")
        var sheet = OfficeSheet(
            name: "ra-soat", title: "KẾT QUẢ RÀ SOÁT, SÀNG LỌC ĐẢNG VIÊN TẠI CÁC CHI BỘ SINH VIÊN",
            subtitle: "(Quý I năm 2023)",
            columns: [
                .init("STT", 6), .init("Loại đợt", 20), .init("Tên đợt", 34), .init("Chi bộ", 42),
                .init("Ngày hoàn thành", 16, centred: true), .init("Đã rà soát", 12, in: "Số đảng viên", centred: true),
                .init("Cần xem xét", 12, in: "Số đảng viên", centred: true),
            ], counted: "chi bộ")
        let students = organisation.branches.indices.filter { organisation.branches[$0].type == .student }
        for index in students {
            let branch = organisation.branches[index]
            let late = index == students.last && students.count > 1
            let done = late ? 96 : random.number(45...88)
            let count = roster.count { $0.branch == index && $0.admittedOn.year < 2023 }
            sheet.rows.append([
                .text("Rà soát, sàng lọc"), .text("Rà soát quý I/2023"), .text(branch.name),
                .date(Period(year: 2023).first.adding(days: done), branch.dates), .integer(count),
                .integer(random.number(0...2)),
            ])
        }
        return sheet
    }

    /// How branches were judged for 2023, by topic: all study well, one failed in discipline.
    var branchAssessmentsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "danh-gia-chi-bo", title: "ĐÁNH GIÁ CHI BỘ THEO NỘI DUNG NĂM 2023", subtitle: "(Năm 2023)",
            columns: [
                .init("STT", 6), .init("Năm", 8, centred: true), .init("Chi bộ", 42), .init("Nội dung đánh giá", 34),
                .init("Kết quả", 18), .init("Ghi chú", 20),
            ], counted: "lượt đánh giá")
        let offset = ratedUnits.count - organisation.branches.count
        let weak = Set(ratings.units.filter { $0.year == 2023 && !$0.final.isGood }.map { $0.subject - offset })
        for (index, branch) in organisation.branches.enumerated() {
            for (topic, isPositive) in [
                ("Học tập và làm theo Bác", true), ("Đoàn kết, kỷ luật", index != weak.max()),
                ("Nhiệm vụ chính trị", !weak.contains(index)),
            ] {
                sheet.rows.append([
                    .integer(2023), .text(branch.name), .text(topic), .text(isPositive ? "Thực hiện tốt" : "Chưa tốt"),
                    .blank,
                ])
            }
        }
        return sheet
    }

    /// How members were judged for 2023: a third of those rated lowest failed, the others of them were not judged at all.
    var memberAssessmentsSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "danh-gia-dang-vien", title: "ĐÁNH GIÁ VIỆC HỌC TẬP VÀ LÀM THEO BÁC CỦA ĐẢNG VIÊN NĂM 2023",
            subtitle: "(Năm 2023)",
            columns: [
                .init("STT", 6), .init("Năm", 8, centred: true), .init("Họ và tên", 26),
                .init("Số CCCD", 15, centred: true), .init("Chi bộ", 42), .init("Nội dung đánh giá", 28),
                .init("Kết quả", 18),
            ], counted: "đảng viên")
        let failed = failed
        let negative = Set(failed.prefix(failed.count / 3))
        let unjudged = Set(failed.dropFirst(failed.count / 3))
        for (index, member) in roster.enumerated() where !unjudged.contains(index) {
            sheet.rows.append([
                .integer(2023), .text(member.person.name), .text(member.person.nationalID),
                .text(branch(of: member).name), .text("Học tập và làm theo Bác"),
                .text(negative.contains(index) ? "Chưa tốt" : "Thực hiện tốt"),
            ])
        }
        return sheet
    }

    /// How far the plan's four tasks are.
    var progressSheet: OfficeSheet {
        var sheet = OfficeSheet(
            name: "tien-do", title: "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ THEO KẾ HOẠCH SỐ 3-KH/ĐU",
            subtitle: "(Tính đến ngày 31/12/2023)",
            columns: [
                .init("STT", 6), .init("Kế hoạch", 14, centred: true), .init("Mã", 22, in: "Nhiệm vụ"),
                .init("Nội dung", 58, in: "Nhiệm vụ"), .init("Trạng thái", 18), .init("Tiến độ (%)", 10, centred: true),
                .init("Ngày hoàn thành", 14, centred: true), .init("Ngày ghi nhận", 14, centred: true),
                .init("Ghi chú", 40),
            ], counted: "nhiệm vụ")
        typealias Row = (code: String, text: String, state: String, percent: Int, done: String, note: String)
        let rows: [Row] = [
            ("student_restructure", "Tái cấu trúc chi bộ sinh viên", "Hoàn thành", 100, "27/04/2023", ""),
            (
                "screen_students", "Rà soát, sàng lọc đảng viên tại các chi bộ sinh viên", "Hoàn thành", 100,
                "07/04/2023",
                "Một chi bộ hoàn thành sau quý I"
            ),
            ("overall_project", "Nghiên cứu Đề án tổng thể", "Đang thực hiện", 80, "", "Đã có dự thảo lần 2"),
            (
                "university_model", "Nghiên cứu mô hình tổ chức đảng khi chuyển thành đại học", "Chờ sự kiện", 0, "",
                "Chờ triển khai Đề án Tái cấu trúc"
            ),
        ]
        for row in rows {
            sheet.rows.append([
                .text("neu-21nq"), .text(row.code), .text(row.text), .text(row.state), .integer(row.percent),
                .text(orBlank: row.done), .text("31/12/2023"), .text(orBlank: row.note),
            ])
        }
        return sheet
    }
}
