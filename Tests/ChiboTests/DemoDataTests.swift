import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// The sample data, read by openpyxl, which is not ours.
struct DemoDataTests {
    /// Counts what the plan's targets count, in the sheets of a folder.
    static let program = """
        import sys, collections, datetime, functools, openpyxl, re
        folder = sys.argv[1]

        @functools.cache
        def table(name):
            sheet = openpyxl.load_workbook(f'{folder}/{name}.xlsx').active
            rows = [[c.value for c in row] for row in sheet.iter_rows()]
            head = next(i for i, row in enumerate(rows) if row[0] == 'STT')
            body = [row for row in rows[head + 1:] if isinstance(row[0], int)]
            names = []
            for column in range(len(rows[head])):
                top, low = rows[head][column], rows[head + 1][column]
                if top is None and column: top = names[column - 1][0]
                grouped = any(r.min_row == head + 1 == r.max_row and r.min_col <= column + 1 <= r.max_col
                              for r in sheet.merged_cells.ranges) or (low and not str(low).startswith('(') and not isinstance(rows[head + 1][0], int))
                names.append((top, low if grouped else None))
            keys = [a + (' / ' + b if b else '') for a, b in names]
            return [dict(zip(keys, row)) for row in body]

        def day(value):
            if isinstance(value, datetime.datetime): return value.date()
            d, m, y = map(int, re.split('[/-]', value))
            return datetime.date(y, m, d)

        def say(key, value): print(key, value, sep='|')

        units, members = table('don-vi'), table('dang-vien')
        branches = {u['Tên tổ chức đảng'] for u in units if u['Loại hình chi bộ']}
        say('branches', len(branches))
        say('members', len(members))
        say('places', len({m['Chi bộ'] for m in members} - branches))
        say('card texts', all(m['Thẻ đảng viên / Số thẻ'] is None or (isinstance(m['Thẻ đảng viên / Số thẻ'], str)
            and len(m['Thẻ đảng viên / Số thẻ']) == 8) for m in members))
        say('leading zeros', any((m['Thẻ đảng viên / Số thẻ'] or '').startswith('0') for m in members))
        say('distinct', len({m['Số CCCD'] for m in members}) == len({m['Số lý lịch'] for m in members}) == len(members))
        kinds = {'real': 0, 'padded': 0, 'dashed': 0, 'year': 0}
        for m in members:
            b = m['Ngày sinh']
            kinds['real' if isinstance(b, datetime.datetime) else 'year' if isinstance(b, int)
                  else 'padded' if '/' in b else 'dashed'] += 1
        say('date forms', all(n > 0 for n in kinds.values()))
        adult = all((day(m['Ngày tháng năm / Kết nạp']) - (datetime.date(m['Ngày sinh'], 1, 1)
            if isinstance(m['Ngày sinh'], int) else day(m['Ngày sinh']))).days >= 18 * 365 for m in members)
        say('adults', adult)
        say('on the roll', all(day(m['Ngày tháng năm / Kết nạp']) <= datetime.date(2023, 12, 31) for m in members))
        say('decided first', all(day(m['Ngày tháng năm / QĐ kết nạp']) <= day(m['Ngày tháng năm / Kết nạp']) for m in members))
        say('probation', all((m['Ngày tháng năm / Chính thức'] is None) == (m['Loại đảng viên'] == 'Dự bị') for m in members))
        say('secretaries', sum(m['Chức vụ đảng'] == 'Bí thư' for m in members))

        admissions = [a for a in table('ket-nap') if day(a['Lễ kết nạp']).year == 2023]
        say('admissions', len(admissions))
        say('admissions on the roster', sum(day(m['Ngày tháng năm / Kết nạp']).year == 2023 for m in members))

        def share(rows):
            rated = [r for r in rows if r['Năm'] == 2023 and r['Xếp loại / Quyết định'] != 'Không xếp loại']
            good = [r for r in rated if r['Xếp loại / Quyết định'] in
                    ('Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ')]
            return len(rated), len(good)

        ratings = table('xep-loai-dang-vien')
        rated, good = share(ratings)
        say('rated', rated)
        say('good', good)
        say('all are listed', len({r['Số CCCD'] for r in ratings if r['Năm'] == 2023}) == len(members))
        rated, good = share(table('xep-loai-to-chuc'))
        say('organisations', rated)
        say('organisations good', good)

        thematic = collections.defaultdict(set)
        for m in table('sinh-hoat'):
            assert m['Số đảng viên / Có mặt'] <= m['Số đảng viên / Phải dự'], m
            assert m['Chi bộ'] in branches and day(m['Ngày họp']).year == 2023, m
            if m['Loại sinh hoạt'] == 'Sinh hoạt chuyên đề': thematic[m['Chi bộ']].add((day(m['Ngày họp']), m['Nội dung']))
        say('thematic', sum(len(thematic[b]) >= 4 for b in branches))

        admin = table('don-vi-hanh-chinh')
        own = collections.Counter(a['Chi bộ'] for a in admin if a['Chi bộ'])
        say('merged', sum(n > 1 for n in own.values()))
        plain = [a for a in admin if not a['Đơn vị đặc thù']]
        say('units', len(plain))
        say('covered', sum(a['Chi bộ'] is not None and own[a['Chi bộ']] == 1 for a in plain))
        say('themes', len({d['Chi bộ'] for d in table('ke-hoach-chu-de') if d['Năm'] == 2023}))
        screened = table('ra-soat')
        say('screened', len(screened))
        say('screened in time', sum(day(s['Ngày hoàn thành']) <= datetime.date(2023, 3, 31) for s in screened))
        say('studied', sum(a['Kết quả'] == 'Thực hiện tốt' for a in table('danh-gia-dang-vien')))
        study = [a for a in table('danh-gia-chi-bo') if a['Nội dung đánh giá'] == 'Học tập và làm theo Bác']
        say('branches studied', sum(a['Kết quả'] == 'Thực hiện tốt' for a in study))
        people = {m['Số CCCD'] for m in members}
        for name in ['chuyen-sinh-hoat', 'phan-cong', 'danh-gia-dang-vien', 'xep-loai-dang-vien', 'ket-nap']:
            assert all(r['Số CCCD'] in people for r in table(name)), name
        candidates = table('nguon-ket-nap')
        assert not {c['Số CCCD'] for c in candidates} & people
        assert {s['Số CCCD'] for s in table('buoc-ket-nap')} == {c['Số CCCD'] for c in candidates}
        say('candidates', len(candidates))
        say('transfers', len(table('chuyen-sinh-hoat')) > 0)
        """

    private func counts(members: Int, seed: UInt64) throws -> [String: String] {
        let folder = try TemporaryFolder()
        _ = try DemoData.write(unit: "neu", members: members, seed: seed, into: folder.file("a/b"))
        let result = try Oracle.python(DemoDataTests.program, [folder.file("a/b")])
        try #require(result.status == 0, "\(result.errors)")
        let pairs = result.output.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    }

    @Test(arguments: [1, 77]) func `the sample has the situation of S0, whatever the seed`(seed: UInt64) throws {
        let counts = try counts(members: 1350, seed: seed)
        let expected = [
            "branches": "40", "members": "1350", "places": "0", "card texts": "True", "leading zeros": "True",
            "distinct": "True", "date forms": "True", "adults": "True", "on the roll": "True", "decided first": "True",
            "probation": "True", "secretaries": "40", "admissions": "97", "admissions on the roster": "97",
            "rated": "1206", "good": "1086", "all are listed": "True", "organisations": "44",
            "organisations good": "41", "thematic": "39", "merged": "2", "units": "37", "covered": "32",
            "themes": "40", "screened": "6", "screened in time": "5", "studied": "1338", "branches studied": "40",
            "candidates": "262", "transfers": "True",
        ]
        for (key, value) in expected { #expect(counts[key] == value, "\(key)") }
    }

    @Test(arguments: [40, 200, 2700]) func `a sample of another size keeps the proportions`(members: Int) throws {
        let counts = try counts(members: members, seed: 5)
        func number(_ key: String) throws -> Int { try #require(counts[key].flatMap { Int($0) }, "\(key)") }
        #expect(try number("members") == members)
        #expect(try number("places") == 0)
        #expect(counts["distinct"] == "True")
        #expect(counts["adults"] == "True")
        #expect(try number("branches") == max(4, (members * 40 + 675) / 1350))
        #expect(try number("thematic") < number("branches"))
        #expect(try number("admissions") == max(1, (members * 97 + 675) / 1350))
        #expect(try number("rated") == (members * 1206 + 675) / 1350)
        #expect(try number("good") == number("rated") * 181 / 201)
    }

    @Test func `the same seed gives the same bytes, another one gives others`() throws {
        let folder = try TemporaryFolder()
        let runs = try [("a", 1), ("b", 1), ("c", 2)].map { name, seed in
            try DemoData.write(unit: "neu", members: 60, seed: UInt64(seed), into: folder.file(name))
        }
        for (first, second) in zip(runs[0], runs[1]) {
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: first.path))
                    == Data(contentsOf: URL(fileURLWithPath: second.path)))
        }
        let people = try [runs[0], runs[2]].map { files in
            try Data(contentsOf: URL(fileURLWithPath: try #require(files.first { $0.id == "dang-vien" }).path))
        }
        #expect(people[0] != people[1])
    }

    @Test func `a sheet looks like an office's: organs, title, two rows of headings, a total, signatures`() throws {
        let folder = try TemporaryFolder()
        let files = try DemoData.write(unit: "neu", members: 60, seed: 1, into: folder.path)
        let program = """
            import sys, openpyxl
            sheet = openpyxl.load_workbook(sys.argv[1]).active
            merged = {str(r) for r in sheet.merged_cells.ranges}
            print(sheet['A2'].value, sheet['A4'].value, sheet['I7'].value, sheet['I8'].value, sheet['J8'].value, sep='|')
            print('I7:J7' in merged, 'B7:B8' in merged, sheet['A9'].value, sheet['A10'].value)
            print(sheet.cell(row=70, column=1).value, sheet.cell(row=73, column=1).value, sep='|')
            """
        let members = try #require(files.first { $0.id == "dang-vien" })
        let lines = try Oracle.python(program, [members.path]).output.split(separator: "\n")
        #expect(
            lines == [
                "ĐẢNG ỦY TRƯỜNG ĐẠI HỌC KINH TẾ QUỐC DÂN|DANH SÁCH ĐẢNG VIÊN|Thẻ đảng viên|Số thẻ|Ngày cấp",
                "True True (1) 1", "Tổng cộng: 60 đảng viên|NGƯỜI LẬP BIỂU",
            ])
        #expect(members.rows == 60)
        #expect(members.headings.contains("Ngày tháng năm / Kết nạp"))
    }

    @Test func `every coded word is one that the schema knows`() throws {
        let folder = try TemporaryFolder()
        _ = try DemoData.write(unit: "neu", members: 400, seed: 3, into: folder.path)
        let columns: [(file: String, column: Int, kind: RecordKind, field: String)] = [
            ("don-vi", 4, .unit, "kind"), ("don-vi", 5, .unit, "type"), ("dang-vien", 3, .member, "sex"),
            ("dang-vien", 11, .member, "category"), ("dang-vien", 13, .member, "political_theory"),
            ("dang-vien", 17, .member, "grade"), ("dang-vien", 18, .member, "party_role"),
            ("dang-vien", 19, .member, "activity"), ("xep-loai-dang-vien", 6, .rating, "self_level"),
            ("xep-loai-dang-vien", 7, .rating, "proposed_level"), ("xep-loai-dang-vien", 8, .rating, "level"),
            ("xep-loai-to-chuc", 6, .rating, "level"), ("sinh-hoat", 4, .meeting, "kind"),
            ("sinh-hoat", 6, .meeting, "mode"), ("nguon-ket-nap", 6, .candidate, "group"),
            ("nguon-ket-nap", 9, .candidate, "nominated_by"), ("nguon-ket-nap", 11, .candidate, "stage"),
            ("buoc-ket-nap", 5, .stage, "stage"), ("ket-nap", 6, .admission, "group"),
            ("chuyen-sinh-hoat", 5, .transfer, "kind"), ("chuyen-sinh-hoat", 6, .transfer, "reason"),
            ("chuyen-sinh-hoat", 11, .transfer, "destination.basis"), ("chuyen-sinh-hoat", 16, .transfer, "state"),
            ("ke-hoach-chu-de", 4, .document, "type"), ("ke-hoach-chu-de", 9, .document, "purpose"),
            ("ra-soat", 2, .campaign, "kind"), ("danh-gia-chi-bo", 4, .assessment, "topic"),
            ("danh-gia-chi-bo", 5, .assessment, "result"), ("danh-gia-dang-vien", 7, .assessment, "result"),
            ("tien-do", 5, .progress, "state"),
        ]
        let program = """
            import sys, openpyxl
            for place in sys.argv[2:]:
                name, column = place.split(':')
                sheet = openpyxl.load_workbook(f'{sys.argv[1]}/{name}.xlsx', read_only=True).active
                rows = sheet.iter_rows(values_only=True)
                print('|'.join(sorted({r[int(column) - 1] for r in rows if isinstance(r[0], int) and r[int(column) - 1]})))
            """
        let places = columns.map { "\($0.file):\($0.column)" }
        let lines = try Oracle.python(program, [folder.path] + places).output.split(separator: "\n")
        try #require(lines.count == columns.count)
        for (line, place) in zip(lines, columns) {
            guard case .code(let list)? = Schema[place.kind].field(place.field)?.type else {
                Issue.record("no code field \(place)")
                continue
            }
            for word in line.split(separator: "|") { #expect(list.code(for: String(word)) != nil, "\(place) \(word)") }
        }
    }

    @Test func `what cannot be made is said in both languages`() throws {
        let folder = try TemporaryFolder()
        let unknown = #expect(throws: Diagnostic.self) {
            try DemoData.write(unit: "xyz", members: 100, seed: 1, into: folder.path)
        }
        #expect(unknown?.code == "CB-U030")
        let tiny = #expect(throws: Diagnostic.self) {
            try DemoData.write(unit: "neu", members: 3, seed: 1, into: folder.path)
        }
        #expect(tiny?.message.vi.contains("40-200000") == true)
        let file = try folder.write("x", to: "file")
        let blocked = #expect(throws: Diagnostic.self) {
            try DemoData.write(unit: "neu", members: 100, seed: 1, into: file + "/inside")
        }
        #expect(blocked?.code == "CB-U032")
    }
}
