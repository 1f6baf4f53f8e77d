import ChiboDocument
import ChiboModel
import Foundation

/// Reports as a unit's layouts would make them; all people and units are invented.
enum SampleReports {
    static func ratio(_ numerator: Int, _ denominator: Int) -> Cell {
        Quotient(numerator, denominator).map { .percent($0) } ?? .empty
    }

    /// The head of a party document.
    static func head(number: String, date: String) -> Block {
        .columns(
            Columns([
                .init([
                    .paragraph("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI", style: .upperOrgan),
                    .paragraph("ĐẢNG ỦY TRƯỜNG ĐẠI HỌC MẪU", style: .organ),
                    .paragraph("*", style: .organ),
                    .paragraph(RichText("Số \(number)"), style: .number),
                ]),
                .init([
                    .paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", style: .party),
                    .space(8),
                    .paragraph(RichText("Hà Nội, \(date)"), style: .placeDate),
                ]),
            ]))
    }

    /// Recipients at the left, the signature at the right.
    static var foot: Block {
        .columns(
            Columns([
                .init([
                    .paragraph("Nơi nhận:", style: .recipientsHead),
                    .paragraph("- Ban Tổ chức Thành ủy (để báo cáo),", style: .recipients),
                    .paragraph("- Các đồng chí Ủy viên Ban Chấp hành,", style: .recipients),
                    .paragraph("- Lưu Văn phòng Đảng ủy.", style: .recipients),
                ]),
                .init([
                    .paragraph("T/M BAN THƯỜNG VỤ", style: .authority),
                    .paragraph("BÍ THƯ", style: .position),
                    .paragraph("Nguyễn Văn Mẫu", style: .signer),
                ]),
            ]))
    }

    /// RP-02: how the year's plan was carried out.
    static var planResults: Document {
        var table = TableSpec(
            id: "chi-tieu", caption: "Kết quả thực hiện các chỉ tiêu năm 2023",
            columns: [
                TableColumn("no", "TT", .integer, width: .millimetres(10), align: .center),
                TableColumn("target", "Chỉ tiêu", width: .fraction(1)),
                TableColumn("planned", "Kế hoạch", .integer, under: ["Số liệu"]),
                TableColumn("reached", "Kết quả", .integer, under: ["Số liệu"]),
                TableColumn("share", "Tỷ lệ", .percent, under: ["Số liệu"]),
                TableColumn("verdict", "Đánh giá", .code, align: .center),
            ],
            rows: [
                row(1, "Chi bộ sinh hoạt chuyên đề ít nhất 4 buổi trong năm", 40, 39, false),
                row(2, "Kết nạp đảng viên mới", 100, 97, false),
                row(
                    3, "Đảng viên hoàn thành tốt nhiệm vụ trở lên trong số 1.206 đảng viên được xếp loại", 1206, 1086,
                    true),
            ], numbersColumns: true,
            note: "Ghi chú: tỷ lệ tính trên số đã xếp loại; kỳ báo cáo 01/01/2023 – 31/12/2023.")
        table.conditions = [
            TableCondition("verdict", .equals(.code("met", label: "Đạt")), CellStyle([.bold], signal: .good)),
            TableCondition("verdict", .equals(.code("not_met", label: "Chưa đạt")), CellStyle([.bold], signal: .bad)),
        ]
        let chart = ChartSpec(
            .column, title: "Kết nạp đảng viên theo quý", categoryTitle: "Quý",
            categories: ["Quý I", "Quý II", "Quý III", "Quý IV"],
            series: [
                .init("Năm 2022", [.integer(18), .integer(27), .integer(20), .integer(25)]),
                .init("Năm 2023", [.integer(21), .integer(30), .integer(19), .integer(27)]),
            ], valueTitle: "đảng viên", targets: [.init("Bình quân cần đạt", .integer(25))])
        return Document(
            meta: DocumentMeta(
                title: "Báo cáo kết quả thực hiện kế hoạch năm 2023", author: "Đảng ủy Trường Đại học Mẫu",
                created: CalendarDate(year: 2023, month: 12, day: 29)),
            sections: [
                Section([
                    head(number: "127-BC/ĐU", date: "ngày 29 tháng 12 năm 2023"),
                    .paragraph("BÁO CÁO", style: .title),
                    .paragraph("kết quả thực hiện Kế hoạch số 3-KH/ĐU năm 2023", style: .subject),
                    .paragraph(
                        RichText("Thực hiện Kế hoạch số 3-KH/ĐU ngày 29/12/2022, ")
                            + RichText([
                                .text("Ban Thường vụ Đảng ủy", TextMarks([.bold])),
                                .text(" báo cáo kết quả", TextMarks()),
                                .footnote([.paragraph("Số liệu lấy từ sổ của các chi bộ đến ngày 25/12/2023.")]),
                                .text(" như sau:", TextMarks()),
                            ])),
                    .heading(1, "TÌNH HÌNH", number: .automatic),
                    .paragraph(
                        "Đảng bộ có 40 chi bộ trực thuộc với 1.350 đảng viên. Trong năm, cấp ủy các cấp đã quán triệt nghị quyết, phân công cấp ủy viên phụ trách và kiểm tra việc thực hiện ở cơ sở."
                    ),
                    .heading(1, "KẾT QUẢ", number: .automatic),
                    .heading(2, "Các chỉ tiêu", number: .automatic),
                    .table(table),
                    .chart(chart),
                    .heading(2, "Nhiệm vụ trọng tâm", number: .automatic),
                    .list(.dash, ["Rà soát, sàng lọc đảng viên ở 40 chi bộ.", "Mở hai lớp nhận thức về Đảng."]),
                    .heading(1, "HẠN CHẾ", number: .automatic),
                    .paragraph(
                        "Còn 01 chi bộ chưa đủ số buổi sinh hoạt chuyên đề; thiếu 03 đảng viên mới so với chỉ tiêu."),
                    .heading(1, "PHƯƠNG HƯỚNG", number: .automatic),
                    .paragraph("Giao chỉ tiêu năm 2024 sát với nguồn của từng chi bộ."),
                    foot,
                ])
            ])
    }

    private static func row(_ number: Int, _ name: String, _ planned: Int, _ reached: Int, _ met: Bool) -> TableRow {
        let verdict: Cell = met ? .code("met", label: "Đạt") : .code("not_met", label: "Chưa đạt")
        return TableRow(values: [
            .integer(number), .text(name), .integer(planned), .integer(reached), ratio(reached, planned), verdict,
        ])
    }

    /// RP-08: thematic meetings of the branches by quarter, in groups.
    static var meetings: Document {
        let groups = ["Khối khoa, viện", "Khối phòng, ban", "Khối sinh viên"]
        let rows = (0..<12).map { index -> TableRow in
            let quarters = (0..<4).map { (index + $0) % 5 == 4 ? 0 : 1 }
            let sum = quarters.reduce(0, +)
            return TableRow(
                values: [.integer(index + 1), .text(groups[index / 4]), .text("Chi bộ \(branches[index])")]
                    + quarters.map { .integer($0) } + [.integer(sum), sum < 4 ? .integer(4 - sum) : .empty])
        }
        var table = TableSpec(
            id: "sinh-hoat", caption: "Sinh hoạt chuyên đề theo quý năm 2023",
            columns: [
                TableColumn("no", "TT", .integer, align: .center),
                TableColumn("group", "Khối", isHidden: true),
                TableColumn("branch", "Chi bộ"),
                TableColumn("q1", "Quý I", .integer, under: ["Số buổi"], total: .sum),
                TableColumn("q2", "Quý II", .integer, under: ["Số buổi"], total: .sum),
                TableColumn("q3", "Quý III", .integer, under: ["Số buổi"], total: .sum),
                TableColumn("q4", "Quý IV", .integer, under: ["Số buổi"], total: .sum),
                TableColumn("sum", "Tổng", .integer, under: ["Số buổi"], total: .sum),
                TableColumn("missing", "Thiếu", .integer, total: .sum),
            ], rows: rows, groupBy: [TableGroup("group")])
        table.conditions = [TableCondition("missing", .greater(0), CellStyle([.bold], signal: .bad))]
        let chart = ChartSpec(
            .bar, title: "Số buổi sinh hoạt chuyên đề", categoryTitle: "Chi bộ",
            categories: branches.map { "Chi bộ \($0)" },
            series: [.init("Số buổi", rows.map { $0.cells[7].value })], targets: [.init("Cần đạt", .integer(4))])
        let donut = ChartSpec(
            .donut, title: "Đảng viên theo đối tượng", categoryTitle: "Đối tượng",
            categories: ["Giảng viên", "Chuyên viên", "Sinh viên"],
            series: [.init("Số đảng viên", [.integer(702), .integer(318), .integer(330)])])
        let line = ChartSpec(
            .line, title: "Tỷ lệ đảng viên trong sinh viên", categoryTitle: "Năm",
            categories: ["2019", "2020", "2021", "2022", "2023"],
            series: [.init("Tỷ lệ", [ratio(9, 1000), ratio(11, 1000), .empty, ratio(14, 1000), ratio(17, 1000)])])
        let stacked = ChartSpec(
            .stacked, title: "Xếp loại đảng viên", categoryTitle: "Khối",
            categories: ["Khối khoa, viện", "Khối phòng, ban", "Khối sinh viên"],
            series: [
                .init("Hoàn thành xuất sắc", [.integer(120), .integer(50), .integer(31)]),
                .init("Hoàn thành tốt", [.integer(480), .integer(205), .integer(200)]),
                .init("Hoàn thành", [.integer(60), .integer(30), .integer(30)]),
            ])
        return Document(
            meta: DocumentMeta(
                title: "Theo dõi sinh hoạt chuyên đề", created: CalendarDate(year: 2023, month: 12, day: 31)),
            sections: [
                Section(
                    page: PageSetup(isLandscape: true),
                    [
                        head(number: "12-BC/ĐU", date: "ngày 31 tháng 12 năm 2023"),
                        .paragraph("BÁO CÁO", style: .title),
                        .paragraph("theo dõi sinh hoạt chuyên đề năm 2023", style: .subject),
                        .table(table), .chart(chart), .chart(donut), .chart(line), .chart(stacked), foot,
                    ])
            ])
    }

    static let branches = [
        "Kế toán", "Kinh tế học", "Luật", "Marketing", "Tổ chức", "Đào tạo", "Tài chính",
        "Công tác chính trị và Quản lý sinh viên",
        "Sinh viên 1", "Sinh viên 2", "Sinh viên 3", "Ký túc xá",
    ]

    /// Writes a part of a report where a person can look at it, if `CHIBO_LOOK` names a folder.
    static func keep(_ bytes: [UInt8], as name: String) {
        guard let folder = ProcessInfo.processInfo.environment["CHIBO_LOOK"] else { return }
        try? Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
    }
}
