import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// `audit`, `forget` and `import --undo`, as an office uses them.
@Suite struct `What the store tells of its past` {
    /// Values of the three people of the unit, which nobody may see who was not granted it.
    private let personal = ["Nguyễn Thị Hòa", "Trần Văn Bình", "001180000001", "1980-05-19", "2010-02-03"]

    private let account = Account.name

    /// The unit with a correction and a move: versions 1 to 4.
    private func office(people: String = "") throws -> OfficeUnit {
        let unit = try OfficeUnit()
        let rows = OfficeUnit.rows.replacingOccurrences(of: "Trần Văn Bình,1975", with: "Trần Văn Bình,1976")
        try unit.folder.write(OfficeUnit.header + rows, to: "dinh-chinh.csv")
        #expect(unit.run("import", "dang-vien", "dinh-chinh.csv", "--reason", "theo hồ sơ").code == .success)
        let moved = rows.replacingOccurrences(of: "03/02/2010,Chi bộ Một", with: "03/02/2010,Chi bộ Hai")
        try unit.folder.write(OfficeUnit.header + moved, to: "chuyen.csv")
        #expect(unit.run("import", "dang-vien", "chuyen.csv", "--effective", "2023-09-01").code == .success)
        if !people.isEmpty { try allow(people, in: unit) }
        return unit
    }

    private func allow(_ people: String, in unit: OfficeUnit) throws {
        try unit.folder.write(
            "return unit.define { id = \"thu\", name = \"Đảng ủy thử\", people = { \(people) } }", to: "unit.lua")
    }

    private func head(_ unit: OfficeUnit) throws -> String {
        let text = unit.run("audit", "verify", "--json").output
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?["head"] as? String)
    }

    @Test func `verify prints the hash to keep, and knows it again`() throws {
        let unit = try office()
        let head = try head(unit)
        let vietnamese = unit.run("audit", "verify", "--lang", "vi")
        #expect(vietnamese.code == .success)
        #expect(vietnamese.output.contains("nguyên vẹn: 4 mục") && vietnamese.output.contains("  4  \(head)\n"))
        let again = unit.run("audit", "verify", "--expect", head, "--lang", "en")
        #expect(again.code == .success && again.output.contains("that of entry 4"))
        let wrong = unit.run("audit", "verify", "--expect", String(repeating: "0", count: 64), "--lang", "en")
        #expect(wrong.code == .negative && wrong.output.contains("no entry has the hash"))
        #expect(unit.run("audit", "verify", "--expect", "abc").code == .usage)
    }

    @Test func `a row that was changed by other means is named, in both languages, without its values`() throws {
        let unit = try office()
        try unit.python(
            """
            import sqlite3
            db = sqlite3.connect(sys.argv[1])
            db.execute("UPDATE member SET full_name = 'Nguyễn Thị Hoa' WHERE id = 'M-000001'"); db.commit()
            """, "chibo.sqlite")
        let vietnamese = unit.run("audit", "verify", "--lang", "vi")
        #expect(vietnamese.code == .negative)
        #expect(vietnamese.output.contains("đứt ở mục 2: một dòng của member M-000001 đã bị sửa"))
        let english = unit.run("audit", "verify", "--lang", "en")
        #expect(english.output.contains("breaks at entry 2: a row of member M-000001 was changed"))
        let json = unit.run("audit", "verify", "--json").output
        #expect(json.contains("\"reason\": \"row_changed\"") && !json.contains("Hoa"))
    }

    @Test(arguments: ["vi", "en"])
    func `show says who changed what, from which row, and masks people`(language: String) throws {
        let unit = try office()
        let all = unit.run("audit", "show", "--lang", language)
        #expect(all.code == .success)
        for value in personal { #expect(!all.output.contains(value)) }
        for word in [
            account, "import dang-vien", "dinh-chinh.csv", "theo hồ sơ", "M-000002", "Chi bộ Một", "••• → •••",
        ] {
            #expect(all.output.contains(word), "\(word)")
        }
        let one = unit.run("audit", "show", "M-000002", "--since", "3", "--lang", language).output
        #expect(one.contains("dinh-chinh.csv") && !one.contains("M-000001") && !one.contains("chuyen.csv"))
        #expect(one.contains(language == "vi" ? "ngày sinh" : "birth"))
        #expect(unit.run("audit", "show", "--kind", "unit").output.contains("Chi bộ Hai"))
        #expect(!unit.run("audit", "show", "--kind", "unit").output.contains("M-000001"))
        #expect(unit.run("audit", "show", "M-404").code == .usage)
        #expect(unit.run("audit", "show", "--kind", "membr").messages.contains("member?"))
    }

    @Test func `masked values are shown to the accounts that the unit names, when they ask`() throws {
        let unit = try office()
        let refused = unit.run("audit", "show", "--reveal", "--lang", "en")
        #expect(refused.code == .denied && refused.messages.contains("CB-P010") && refused.output.isEmpty)
        try allow("reveal = { \"\(account)\" }", in: unit)
        #expect(!unit.run("audit", "show").output.contains(personal[0]))
        let shown = unit.run("audit", "show", "--reveal", "--lang", "en").output
        for value in personal { #expect(shown.contains(value), "\(value)") }
        #expect(shown.contains("1975 → 1976"))
    }

    @Test func `the log goes to a file of its owner, masked, and a spreadsheet takes nothing in it for a formula`()
        throws
    {
        let unit = try office()
        try unit.folder.write("Tên chi bộ\n=1+1\n", to: "la.csv")
        #expect(unit.run("import", "chi-bo", "la.csv").code == .success)
        for file in ["nhat-ky.csv", "nhat-ky.json"] {
            #expect(unit.run("audit", "export", "--out", unit.folder.file(file)).code == .success)
            let text = try String(contentsOfFile: unit.folder.file(file), encoding: .utf8)
            for value in personal { #expect(!text.contains(value)) }
            let attributes = try FileManager.default.attributesOfItem(atPath: unit.folder.file(file))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try unit.python(
            """
            import csv, json
            rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
            entries = json.load(open(sys.argv[2]))["entries"]
            assert [e["version"] for e in entries] == [1, 2, 3, 4, 5] and {r["version"] for r in rows} == set("12345")
            assert sum(len(r["fields"]) for e in entries for r in e["records"]) == len(rows)
            move = [r for r in rows if r["version"] == "4"]
            assert [(r["id"], r["field"], r["old"], r["new"]) for r in move] == [("M-000001", "branch", "•••", "•••")], move
            assert [r["new"] for r in rows if r["version"] == "5" and r["field"] == "name"] == ["'=1+1"]
            """, "nhat-ky.csv", "nhat-ky.json")
        #expect(unit.run("audit", "export").code == .usage)
        #expect(unit.run("audit", "export", "--out", "x.txt").code == .usage)
    }

    @Test func `an import is taken back, and what stands in the way is named without values`() throws {
        let unit = try office()
        let refused = unit.run("import", "--undo", "2", "--lang", "en")
        #expect(refused.code == .data)
        #expect(refused.messages.contains("CB-D006") && refused.messages.contains("member M-000002: birth (version 3)"))
        #expect(refused.messages.contains("--undo 4, --undo 3"))
        for value in personal { #expect(!refused.messages.contains(value)) }
        let dry = unit.run("import", "--undo", "4", "--dry-run", "--lang", "vi")
        #expect(dry.code == .success && dry.output.contains("đảng viên 1") && dry.output.contains("chưa ghi gì"))
        #expect(
            unit.run("import", "--undo", "4", "--reason", "nhầm ngày", "--lang", "en").output.contains("data version 5")
        )
        #expect(unit.run("audit", "show", "--since", "5").output.contains("nhầm ngày"))
        for version in ["3", "2", "1"] { #expect(unit.run("import", "--undo", version).code == .success) }
        #expect(unit.ask("#members", "#branches") == ["0", "0"])
        #expect(unit.run("import", "--undo", "1", "--lang", "en").output.contains("nothing is left"))
        #expect(unit.run("import", "--undo", "99").code == .usage)
        #expect(unit.run("import", "--undo", "1", "dang-vien").code == .usage)
        #expect(unit.run("audit", "verify").code == .success)
    }

    @Test func `forgetting leaves the id, who and why, and no byte of the person`() throws {
        let unit = try office()
        let dry = unit.run("forget", "M-000001", "--dry-run", "--lang", "en")
        #expect(dry.code == .success && dry.output.contains("would erase member 1"))
        #expect(unit.run("forget", "M-000001").code == .usage, "without a reason")
        #expect(unit.run("forget", "U-000001", "--reason", "x").code == .usage, "a unit is no person")
        let done = unit.run("forget", "M-000001", "--reason", "đơn số 12", "--lang", "vi")
        #expect(done.code == .success && done.output.contains("phiên bản dữ liệu 5"))
        for suffix in ["", "-wal", "-shm"] {
            guard let bytes = FileManager.default.contents(atPath: unit.folder.file("chibo.sqlite" + suffix)) else {
                continue
            }
            for value in ["Nguyễn Thị Hòa", "001180000001", "1980-05-19", "2010-02-03"] {
                #expect(bytes.range(of: Data(value.utf8)) == nil, "\(value) in \(suffix)")
            }
        }
        #expect(unit.run("audit", "verify", "--lang", "en").output.contains("3 rows erased"))
        let shown = unit.run("audit", "show", "M-000001", "--lang", "en").output
        #expect(shown.contains("forget member M-000001") && shown.contains("đơn số 12") && shown.contains(account))
        #expect(unit.ask("#members") == ["2"])
        let again = unit.run("forget", "M-000001", "--reason", "đơn số 12", "--lang", "en")
        #expect(again.code == .success && again.output.contains("erased before"))
        #expect(unit.run("import", "--undo", "5").code == .data)
    }

    @Test func `whoever sits there types the id again before anything goes`() throws {
        let unit = try office()
        func forget(_ answer: String) -> Outcome {
            chibo(
                "forget", "M-000001", "--reason", "đơn", "-C", unit.folder.path, input: answer + "\n", isTerminal: true)
        }
        #expect(forget("M-000002").code == .interrupted)
        #expect(unit.ask("#members") == ["3"])
        #expect(forget("M-000001").code == .success)
        #expect(unit.ask("#members") == ["2"])
    }

    @Test func `another record of the same person, and a text with the name, are pointed out`() throws {
        let unit = try office()
        try unit.folder.write(
            """
            return require("import").define {
              id = "nguon", into = "candidate",
              columns = { { "Họ và tên", "full_name" }, { "Số CCCD", "national_id" } },
            }
            """, to: "imports/nguon.lua")
        try unit.folder.write(
            """
            return require("import").define {
              id = "su-kien", into = "event", columns = { { "Mã", "name" }, { "Nội dung", "text" } },
            }
            """, to: "imports/su-kien.lua")
        try unit.folder.write("Họ và tên,Số CCCD\nNguyễn Thị Hòa,001180000001\n", to: "nguon.csv")
        try unit.folder.write("Mã,Nội dung\nsk-1,Lễ kết nạp Nguyễn Thị Hòa\n", to: "su-kien.csv")
        for name in ["nguon", "su-kien"] {
            let outcome = unit.run("import", name, name + ".csv")
            #expect(outcome.code == .success, "\(outcome.messages)")
        }
        let output = unit.run("forget", "M-000001", "--dry-run", "--lang", "en").output
        #expect(output.contains("candidate C-000001 seems to be the same person"))
        #expect(output.contains("event V-000001 still has the name in \"text\""))
        #expect(!output.contains("Hòa"))
    }

    @Test func `the account of the operating system decides, whatever the environment says`() throws {
        let names = ["import", "forget", "restore"].map { "\($0) = { \"nguoi-khac\" }" }.joined(separator: ", ")
        let unit = try office(people: names)
        #expect(unit.run("backup", unit.folder.file("x.bak")).code == .success)
        let lines = [
            ["import", "dang-vien", "dang-vien.csv"], ["import", "--undo", "4"],
            ["forget", "M-000001", "--reason", "x"], ["restore", unit.folder.file("x.bak"), "--replace"],
        ]
        for line in lines {
            let terminal = StringTerminal()
            let command = Command(terminal: terminal, environment: ["USER": "nguoi-khac"])
            #expect(command.run(["-C", unit.folder.path, "--lang", "vi"] + line) == .denied)
            #expect(terminal.messages.contains("“\(account)” không được phép"), "\(terminal.messages)")
        }
        #expect(unit.run("audit", "verify", "--lang", "en").output.contains("4 entries"))
        #expect(unit.run("import", "dang-vien", "chuyen.csv", "--dry-run").code == .success, "looking is free")
        try allow("forgett = {}", in: unit)
        #expect(unit.run("audit", "verify", "--lang", "en").messages.contains("forget"))
    }
}

@Suite struct `Backups by command` {
    @Test func `a backup comes back, and a typed passphrase is never shown`() throws {
        let unit = try OfficeUnit()
        let file = unit.folder.file("luu.bak")
        func typed(_ arguments: [String], _ keys: [String]) -> Outcome {
            let terminal = StringTerminal(keys: keys, isTerminal: true)
            let code = Command(terminal: terminal, environment: [:]).run(["-C", unit.folder.path] + arguments)
            return Outcome(code: code, output: terminal.output, messages: terminal.messages)
        }
        #expect(typed(["backup", file, "--encrypt"], ["mật khẩu 1", "\r", "mật khẩu 2\r"]).code == .usage)
        #expect(typed(["backup", file, "--encrypt"], ["ngắn\r"]).code == .usage)
        #expect(!FileManager.default.fileExists(atPath: file))
        let made = typed(["backup", file, "--encrypt"], ["mật khẩu 1x\u{7F}", "\r", "mật khẩu 1\r"])
        #expect(made.code == .success, "\(made.messages)")
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: unit.folder.file("chibo.sqlite" + suffix))
        }
        #expect(unit.run("restore", file).code == .usage, "nobody to ask")
        #expect(typed(["restore", file], ["sai mật khẩu\r"]).code == .data)
        #expect(typed(["restore", file], ["\u{3}"]).code == .usage)
        #expect(!FileManager.default.fileExists(atPath: unit.folder.file("chibo.sqlite")))
        let back = typed(["restore", file], ["mật khẩu 1\r"])
        #expect(back.code == .success, "\(back.messages)")
        for text in [made.output, made.messages, back.output, back.messages] { #expect(!text.contains("mật khẩu 1")) }
        #expect(unit.ask("#members") == ["3"])
        #expect(unit.run("audit", "show", "--since", "3").output.contains("restore"))
    }

    @Test func `a passphrase comes from a file too, and a store with more than the backup is kept`() throws {
        let unit = try OfficeUnit()
        try unit.folder.write("một mật khẩu dài\ndòng khác\n", to: "mk.txt")
        let file = unit.folder.file("luu.bak")
        #expect(unit.run("backup", file, "--encrypt", "--passphrase-file", "mk.txt").code == .success)
        try unit.folder.write("Tên chi bộ\nChi bộ Ba\n", to: "ba.csv")
        #expect(unit.run("import", "chi-bo", "ba.csv").code == .success)
        let refused = unit.run("restore", file, "--passphrase-file", "mk.txt", "--lang", "vi")
        #expect(refused.code == .data && refused.messages.contains("--replace"))
        let done = unit.run("restore", file, "--passphrase-file", "mk.txt", "--replace", "--lang", "vi")
        #expect(done.code == .success && done.output.contains("chibo.sqlite.replaced-1"))
        #expect(unit.ask("#branches") == ["2"])
        #expect(unit.run("restore", "unit.lua").code == .data)
        #expect(unit.run("restore", "khong-co.bak").code == .input)
        #expect(unit.run("backup", unit.folder.file("nowhere/x.bak")).code == .output)
        #expect(unit.run("backup", unit.folder.file("x.bak"), "--store", "khong-co.sqlite").code == .unavailable)
    }
}
