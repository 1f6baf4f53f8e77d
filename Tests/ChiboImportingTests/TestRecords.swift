import ChiboImporting
import ChiboModel
import ChiboTestSupport
import Testing

/// Records in memory, kept as a store keeps them.
struct TestRecords {
    private var versions: [RecordKind: [RecordID: [RecordVersion]]] = [:]
    private(set) var version = DataVersion(0)

    /// Carries a change set out.
    mutating func commit(_ changes: ChangeSet) {
        version = DataVersion(version.number + 1)
        for assertion in changes.assertions {
            let old = versions[assertion.kind]?[assertion.id] ?? []
            let timeline = Timeline(asserting: assertion, over: old, at: version)
            let kept = old.enumerated().filter { !timeline.superseded.contains($0.offset) }.map(\.element)
            versions[assertion.kind, default: [:]][assertion.id] = kept + timeline.inserted
        }
    }

    /// The versions of a record that are believed.
    func versions(of id: RecordID, _ kind: RecordKind) -> [RecordVersion] { versions[kind]?[id] ?? [] }

    /// The records on a day.
    func snapshot(_ day: String = "2024-06-30") -> Snapshot {
        let date = CalendarDate(iso: day) ?? CalendarDate(dayNumber: 0)
        var builder = SnapshotBuilder(asOf: date, version: version)
        for kind in RecordKind.allCases {
            for (id, all) in (versions[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
                guard let now = all.first(where: { $0.holds(on: date) }) else { continue }
                builder.append(kind, id: id, values: now.values, recorded: now.recorded, sourceRow: now.sourceRow)
            }
        }
        return builder.build()
    }

    /// Reads a file over these records.
    func read(
        _ path: String, _ mapping: ImportMapping, _ effective: EffectiveChoice = .ask, acceptsValid: Bool = false
    ) throws -> ImportReport {
        let request = ImportRequest(
            mapping: mapping, snapshot: snapshot(), effective: effective, acceptsValid: acceptsValid, author: "vpdu")
        return try RosterImporter(request) { versions(of: $0, mapping.kind) }.read(path)
    }

    /// Reads a file and carries out what it changes.
    @discardableResult
    mutating func take(
        _ path: String, _ mapping: ImportMapping, _ effective: EffectiveChoice = .ask, acceptsValid: Bool = false
    ) throws -> ImportReport {
        let report = try read(path, mapping, effective, acceptsValid: acceptsValid)
        try #require(report.changes != nil, "\(report.problems.map(\.reason.en))")
        if let changes = report.changes, !changes.assertions.isEmpty { commit(changes) }
        return report
    }

    /// A field of a record, as a machine reads it.
    func value(_ kind: RecordKind, _ id: String, _ field: String, on day: String = "2024-06-30") -> String? {
        let snapshot = snapshot(day)
        guard let row = snapshot.row(of: RecordID(id), in: kind) else { return nil }
        return snapshot.value(kind, row: row, field).plain
    }
}

/// Mappings and files that many tests use.
enum Rosters {
    static let units = ImportMapping(
        id: "to-chuc", kind: .unit,
        columns: [
            .init(heading: "Tên tổ chức", field: "name"), .init(heading: "Ký hiệu", field: "short_code"),
            .init(heading: "Cấp", field: "kind"),
            .init(heading: "Trực thuộc", field: "parent", conversion: .byName, optional: true),
            .init(heading: "Loại hình", field: "type", optional: true),
        ])

    static let members = ImportMapping(
        id: "dang-vien", kind: .member, key: ["national_id", "card_no"], complete: true,
        columns: [
            .init(heading: "Họ và tên", field: "full_name", required: true),
            .init(heading: "Ngày sinh", field: "birth"), .init(heading: "Số CCCD", field: "national_id"),
            .init(heading: "Số thẻ", field: "card_no", conversion: .digits),
            .init(
                heading: "Ngày tháng năm / Kết nạp", field: "admitted_on", conversion: .date(order: .dmy)),
            .init(heading: "Ngày tháng năm / Chính thức", field: "official_on"),
            .init(heading: "Chi bộ", field: "branch", conversion: .byName),
            .init(heading: "Thành phần", field: "category"), .init(heading: "Đoàn viên", field: "union_member"),
        ])

    /// The units that members belong to, and the records after importing them.
    static func withUnits(_ folder: TemporaryFolder) throws -> TestRecords {
        let path = try folder.write(
            """
            Tên tổ chức;Ký hiệu;Cấp;Trực thuộc;Loại hình
            Chi bộ Khoa Toán;CB1;Chi bộ;Đảng bộ Trường;Khoa
            Chi bộ Sinh viên 1;CB2;chi bộ;ĐB;sinh viên
            Đảng bộ Trường;ĐB;Đảng bộ cơ sở;;

            """, to: "units.csv")
        var records = TestRecords()
        try records.take(path, units)
        return records
    }

    /// A roster as an office makes it: titles, merged headings, numbered columns, total and signatures.
    static func office(_ folder: TemporaryFolder, name: String = "roster.xlsx", rows: String = officeRows) throws
        -> String
    {
        let path = folder.file(name)
        let result = try Oracle.python(
            """
            import sys, openpyxl, datetime
            D = datetime.date
            w = openpyxl.Workbook(); s = w.active; s.title = "Đảng viên"
            s["A1"] = "ĐẢNG BỘ TRƯỜNG"; s.merge_cells("A1:C1"); s["A3"] = "DANH SÁCH ĐẢNG VIÊN"; s.merge_cells("A3:K3")
            heads = ["STT", "HỌ VÀ  TÊN", "Ngày\\nsinh", "Số CCCD", "Số thẻ", "Ngày tháng năm", None, "Chi bộ", "Thành phần", "Đoàn viên", "Ghi chú"]
            for i, h in enumerate(heads, 1):
                s.cell(5, i, h)
                if i not in (6, 7): s.merge_cells(start_row=5, end_row=6, start_column=i, end_column=i)
            s.merge_cells("F5:G5"); s["F6"] = "Kết nạp"; s["G6"] = "Chính thức"
            for i in range(11): s.cell(7, i + 1, "(%d)" % (i + 1))
            rows = \(rows)
            for r, row in enumerate(rows, 8):
                for c, v in enumerate(row, 1):
                    cell = s.cell(r, c, v)
                    if isinstance(v, D): cell.number_format = "dd/mm/yyyy"
                    if c == 5 and isinstance(v, int): cell.number_format = "0000000000"
            n = 8 + len(rows)
            s.cell(n, 2, "Tổng cộng: %d đảng viên" % len(rows))
            s.cell(n + 2, 8, "Hà Nội, ngày 30 tháng 6 năm 2024"); s.cell(n + 3, 2, "NGƯỜI LẬP"); s.cell(n + 3, 8, "T/M ĐẢNG ỦY")
            s.cell(n + 4, 2, "(Ký, ghi rõ họ tên)"); s.cell(n + 8, 2, "Nguyễn Thị Lập")
            w.save(sys.argv[1])
            """, [path])
        try #require(result.status == 0, "\(result.errors)")
        return path
    }

    static let officeRows = """
        [
        [1, "Nguyễn Thị Hòa", D(1980, 5, 19), "001180000001", 71234567, "03/02/2010", D(2011, 2, 3), "Chi bộ Khoa Toán", "Giảng viên", "", "x"],
        [2, " Trần  Văn\\u00a0Bình ", "1975", "001075000002", "0071 234 568", "19-05-2003", "2004-05-19", "CB1", "GV", None, None],
        [3, "Đặng Thu Hà", "tháng 3/2002", "001302000003", None, "01.09.2023", None, "Sinh viên 1", "sinh viên", "x", None],
        ["I", None, None, None, None, None, None, None, None, None, None],
        [4, "Lê Đức Ân", "00/00/1956", "001056000004", "0071234570", 30000, 30365, "chi bộ sinh viên 1", "Nghỉ hưu", "không", None],
        ]
        """
}
