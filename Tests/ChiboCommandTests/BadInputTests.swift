import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// Bad input gives a clear error in both languages and the right exit code, and loses nothing.
@Suite struct BadInputTests {
    @Test func `a missing column is named with the headings that are there`() throws {
        let unit = try OfficeUnit()
        let text = (OfficeUnit.header + OfficeUnit.rows).replacing("Chi bộ\n", with: "Tổ Đảng\n")
        try unit.folder.write(text, to: "thieu.csv")
        unit.refuses(
            "thieu.csv", code: .data, saying: ["CB-I003", "“Chi bộ”", "heading row 1 has", "“Tổ Đảng”"],
            ["thiếu cột “Chi bộ”"])
    }

    @Test func `a text where a date belongs is told with its cell`() throws {
        let unit = try OfficeUnit()
        let text = OfficeUnit.rows.replacing("03/02/2010", with: "năm ngoái").replacing("1975", with: "31/02/1975")
        try unit.folder.write(OfficeUnit.header + text, to: "chu.csv")
        unit.refuses(
            "chu.csv", code: .data,
            saying: ["CB-I010", "D2 “Ngày vào Đảng”: this is no date: \"năm ngoái\"", "B3", "31/02/1975"],
            ["không đọc được ngày", "lịch không có ngày này"])
    }

    @Test func `a truncated workbook is damaged, an empty one empty`() throws {
        let unit = try OfficeUnit()
        try unit.workbook("tot.xlsx")
        let whole = try Data(contentsOf: URL(fileURLWithPath: unit.folder.file("tot.xlsx")))
        try unit.write(whole.prefix(whole.count / 2), to: "cut.xlsx")
        unit.refuses("cut.xlsx", code: .data, saying: ["CB-F005", "damaged or cut off"], ["bị hỏng hoặc bị cắt cụt"])
        try unit.write([], to: "trong.xlsx")
        unit.refuses("trong.xlsx", code: .data, saying: ["CB-F005", "empty"], ["tệp trống"])
    }

    @Test func `a zip bomb is refused before it is unpacked`() throws {
        let unit = try OfficeUnit()
        try unit.workbook("tot.xlsx")
        try unit.python(
            """
            source = zipfile.ZipFile(sys.argv[1]); bomb = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
            for name in source.namelist():
                if not name.startswith("xl/worksheets/"): bomb.writestr(name, source.read(name)); continue
                with bomb.open(name, "w", force_zip64=True) as part:
                    part.write(b"<worksheet><sheetData>")
                    for _ in range(1500): part.write(b" " * 1000000)
            bomb.close()
            """, "tot.xlsx", "bom.xlsx")
        unit.refuses("bom.xlsx", code: .data, saying: ["CB-F006", "refused to protect the machine"], ["để bảo vệ máy"])
    }

    @Test func `a csv that is not UTF-8 is refused with the line and the way out`() throws {
        let unit = try OfficeUnit()
        try unit.write(Array("Họ và tên,Chi bộ\n".utf8) + [0xC7, 0xF4, 0xFF, 0x2C, 0x41, 0x0A], to: "cu.csv")
        unit.refuses("cu.csv", code: .data, saying: ["CB-F008", "cu.csv:2", "CSV UTF-8"], ["tệp không phải UTF-8"])
    }

    @Test func `a script with a syntax error is shown with its line, and the records stay`() throws {
        let unit = try OfficeUnit()
        let path = "criteria/sinh-hoat-chuyen-de.lua"
        let text = try String(contentsOfFile: unit.folder.file(path), encoding: .utf8)
        try unit.folder.write(text.replacing("      end,\n", with: ""), to: path)
        let outcome = unit.run("evaluate", "--lang", "en")
        #expect(outcome.code == .data)
        #expect(outcome.messages.contains("CB-S001") && outcome.messages.contains(path + ":"), "\(outcome.messages)")
        #expect(unit.run("evaluate", "--lang", "vi").messages.contains("sai cú pháp Lua"))
        try unit.folder.write(text, to: path)
        #expect(unit.ask("#members") == ["3"])
    }

    @Test func `a Vietnamese field name is answered with the field`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write(
            """
            local criteria = require "criteria"
            return criteria.define {
              id = "sai", subject = "member", every = "year",
              rules = { criteria.rule { id = "r", check = function(member) return member.chi_bo ~= nil end } },
            }
            """, to: "criteria/sai.lua")
        for arguments in [["check", "criteria/sai.lua"], ["evaluate", "sai"]] {
            let outcome = unit.run(arguments)
            #expect(outcome.code == .negative)
            #expect(outcome.messages.contains("criteria/sai.lua:4"), "\(outcome.messages)")
            #expect(outcome.messages.contains("`member` has no field `chi_bo`"))
            #expect(outcome.messages.contains("branch"))
            #expect(unit.run(arguments + ["--lang", "vi"]).messages.contains("không có trường `chi_bo`"))
        }
        #expect(unit.run("evaluate", "sai").output.contains("R: `member` has no field") == false)
        #expect(
            unit.run("evaluate", "sai").output.contains("`member` has no field `chi_bo`"), "in the reader's language")
    }

    @Test func `a rule that fails makes the answer no, also where another rule has decided`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write(
            """
            local criteria = require "criteria"
            return criteria.define {
              id = "sai", subject = "branch", every = "year",
              rules = {
                criteria.rule { id = "a", check = function() return false end },
                criteria.rule { id = "b", check = function() return members:where { grade = "probationry" }:count() > 0 end },
              },
            }
            """, to: "criteria/sai.lua")
        let outcome = unit.run("evaluate", "sai")
        #expect(outcome.code == .negative)
        #expect(outcome.output.contains("not met 2"))
        #expect(outcome.messages.contains("'probationry' is no code of grade; did you mean 'probationary'?"))
        #expect(!outcome.messages.contains("không phải mã"), "one language at a time")
        #expect(outcome.messages.contains("2 records have a rule that could not be asked"))
    }

    @Test func `the prompt keeps to the author's line and says what can be read there`() throws {
        let unit = try OfficeUnit()
        let outcome = unit.run("repl", input: "members:where { grade = \"xyz\" }\nmembers[1].full_name\n")
        #expect(outcome.messages.contains("repl:1  'xyz' is no code of grade; its codes: "), "\(outcome.messages)")
        #expect(!outcome.messages.contains("chibo/"), "no place in the host's own library")
        #expect(outcome.messages.contains("use the record's `.id` here"))
    }

    @Test func `a store that is not a database is left as it is`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write("số liệu của tôi", to: "kho.sqlite")
        for language in ["vi", "en"] {
            let outcome = unit.run("import", "chi-bo", "chi-bo.csv", "--store", "kho.sqlite", "--lang", language)
            #expect(outcome.code == .unavailable)
            #expect(outcome.messages.contains("CB-D011") && outcome.messages.contains("kho.sqlite"))
            #expect(outcome.messages.contains(language == "vi" ? "không phải là kho dữ liệu" : "not a database"))
        }
        #expect(try String(contentsOfFile: unit.folder.file("kho.sqlite"), encoding: .utf8) == "số liệu của tôi")
    }

    @Test func `a folder that cannot be written is named`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write("", to: "tep")
        let store = unit.run("import", "chi-bo", "chi-bo.csv", "--store", "tep/kho.sqlite")
        #expect([.output, .unavailable].contains(store.code))
        #expect(store.messages.contains("tep/kho.sqlite"))
        let samples = unit.run("demo-data", "--members", "40", "--out", "tep/mau")
        #expect(samples.code == .output)
        #expect(samples.messages.contains("tep/mau"), "\(samples.messages)")
        let made = chibo("init", unit.folder.file("tep") + "/don-vi", "--lang", "vi")
        #expect(made.code == .output)
        #expect(made.messages.contains("đó không phải thư mục"), "\(made.messages)")
    }

    @Test func `an empty unit, and one that is not there, are told apart from a broken one`() throws {
        let folder = try TemporaryFolder()
        #expect(chibo("evaluate", "-C", folder.path).messages.contains("CB-H003"))
        #expect(chibo("evaluate", "--unit", folder.file("none"), "--lang", "vi").code == .configuration)
        for text in ["", "return 5", "return unit.define { id = \"x\", nam = \"y\" }", "return unit.define { id = "] {
            try folder.write(text, to: "unit.lua")
            let outcome = chibo("evaluate", "-C", folder.path)
            #expect(outcome.code == .configuration, "\(text): \(outcome.messages)")
            #expect(outcome.messages.contains("unit.lua"))
        }
        try folder.write("return {}", to: "unit.lua")
        #expect(chibo("evaluate", "-C", folder.path).messages.contains("return unit.define { … }"))
    }

    @Test func `a roster with headings only is no roster`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write(OfficeUnit.header, to: "dau.csv")
        unit.refuses("dau.csv", code: .data, saying: ["CB-I008", "has no rows"], ["không có dòng dữ liệu nào"])
    }

    @Test func `the same file twice changes nothing`() throws {
        let unit = try OfficeUnit()
        let again = unit.run("import", "dang-vien", "dang-vien.csv")
        #expect(again.code == .success)
        #expect(again.output.contains("nothing changed"))
    }

    @Test func `a member in another branch is asked about, moves on a day, or was always there`() throws {
        let unit = try OfficeUnit()
        let moved = OfficeUnit.rows.replacing("03/02/2010,Chi bộ Một", with: "03/02/2010,Chi bộ Hai")
        try unit.folder.write(OfficeUnit.header + moved, to: "chuyen.csv")
        unit.refuses(
            "chuyen.csv", code: .data, saying: ["“Chi bộ Một” to “Chi bộ Hai”", "--effective DATE", "--correct"],
            ["từ “Chi bộ Một” sang “Chi bộ Hai”"])
        #expect(unit.run("import", "dang-vien", "chuyen.csv").output.contains("say from which day"))
        let question = "members[1].branch.name"
        #expect(unit.run("import", "dang-vien", "chuyen.csv", "--effective", "2024-01-01").code == .success)
        #expect(unit.ask(question, on: "2023-12-31") == ["Chi bộ Một"])
        #expect(unit.ask(question, on: "2024-01-01") == ["Chi bộ Hai"])
        #expect(unit.run("import", "dang-vien", "dang-vien.csv", "--correct").code == .success)
        #expect(unit.ask(question, on: "2024-01-01") == ["Chi bộ Một"])
    }

    @Test func `a member missing from a complete roster is told and stays`() throws {
        let unit = try OfficeUnit()
        let two = OfficeUnit.rows.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
        try unit.folder.write(OfficeUnit.header + two, to: "hai.csv")
        let outcome = unit.run("import", "dang-vien", "hai.csv")
        #expect(outcome.code == .success)
        #expect(outcome.output.contains("missing from the roster 1"))
        #expect(outcome.output.contains("nobody is removed): M-000003"))
        #expect(unit.ask("#members") == ["3"])
    }

    @Test func `rejected rows are kept before the good ones are taken, never over a file, and come back`() throws {
        let unit = try OfficeUnit()
        let more = "Lê An,1982,001182000004,01/01/2020,Chi bộ Một\nVũ Duy,hồi xưa,001183000005,01/01/2020,Chi bộ Hai\n"
        try unit.folder.write(OfficeUnit.header + OfficeUnit.rows + more, to: "moi.csv")
        try unit.folder.write("", to: "tep")
        let lost = unit.run("import", "dang-vien", "moi.csv", "--accept-valid", "--out", "tep/x.xlsx")
        #expect(lost.code == .output)
        #expect(lost.messages.contains("the good ones were not taken either"))
        #expect(unit.ask("#members") == ["3"])

        let taken = unit.run("import", "dang-vien", "moi.csv", "--accept-valid")
        #expect(taken.code == .success)
        #expect(unit.ask("#members") == ["4"])
        try unit.python(
            """
            book = openpyxl.load_workbook(sys.argv[1]); sheet = book.active
            assert sheet.max_row == 2 and sheet["F1"].value == "Reason" and "no date" in sheet["F2"].value, sheet["F2"].value
            sheet["B2"] = 1983
            book.save(sys.argv[1])
            """, "moi-rejected.xlsx")
        #expect(unit.run("import", "dang-vien", "moi.csv", "--accept-valid").output.contains("moi-rejected-2.xlsx"))
        let back = unit.run("import", "dang-vien", "moi-rejected.xlsx")
        #expect(back.code == .success, "\(back.messages)")
        #expect(!back.output.contains("missing"))
        #expect(unit.ask("#members") == ["5"])
    }

    @Test(arguments: [
        (["danh-gia"], "CB-U001"), (["evaluate", "--ky", "2023"], "CB-U002"),
        (["import", "dang-vein", "dang-vien.csv"], "CB-C022"), (["evaluate", "--period", "2023-Q5"], "CB-U005"),
        (["evaluate", "--set", "mn=3"], "CB-U010"), (["evaluate", "--set", "min=ba"], "CB-U011"),
        (["run", "unit.lua"], "CB-U015"), (["run", "tests/sinh_hoat_chuyen_de_test.lua"], "CB-U015"),
        (["report"], "CB-U012"), (["schedule", "history", "quy"], "CB-U016"),
    ])
    func `an unknown word is told in both languages with what to try`(_ arguments: [String], _ code: String) throws {
        let unit = try OfficeUnit()
        for (language, way) in [("vi", "  thử      "), ("en", "  try      ")] {
            let outcome = unit.run(arguments + ["--lang", language])
            #expect(outcome.code == .usage)
            #expect(outcome.messages.contains("[\(code)]"), "\(outcome.messages)")
            #expect(outcome.messages.contains(way), "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test func `a report that shows names without purpose and fields is refused and says what to grant`() throws {
        let unit = try OfficeUnit()
        func report(_ head: String) throws -> Outcome {
            try unit.folder.write(
                """
                local report = require "report"
                return report.define {
                  id = "ten", every = "year", \(head)
                  render = function(doc) doc:table { columns = { "full_name" }, rows = members } end,
                }
                """, to: "reports/ten.lua")
            return unit.run("report", "ten", "--period", "2024")
        }
        let refused = try report("")
        #expect(refused.code == .denied)
        #expect(refused.output.isEmpty)
        #expect(refused.messages.contains("CB-P001") && refused.messages.contains("reports/ten.lua:4"))
        #expect(refused.messages.contains("grants = { [\"reports/ten\"]"), "\(refused.messages)")
        #expect(try report("fields = { \"full_name\" },").messages.contains("CB-P003"))
        let declared = "purpose = \"kiểm tra\", fields = { \"full_name\" },"
        #expect(try report(declared).code == .denied, "declared, and not granted")
        let path = unit.folder.file("unit.lua")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let grant = "grants = { [\"reports/ten\"] = { fields = { \"full_name\" } } }"
        try unit.folder.write(text.replacing("grants = {}", with: grant), to: "unit.lua")
        let shown = try report(declared)
        #expect(shown.code == .success, "\(shown.messages)")
        #expect(shown.output.contains("Đặng Thu Hà"))
    }
}
