import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// Single records by hand, and the look at all of them.
@Suite struct RecordCommandTests {
    private let unit: RosterUnit

    init() throws {
        unit = try RosterUnit()
        try unit.sheet(
            """
            ["Họ và tên", "Ngày sinh", "Số CCCD", "Số thẻ", "Ngày vào Đảng", "Ngày chính thức", "Chi bộ"],
            ["Nguyễn Thị Hòa", "19/05/1990", "001190000011", "11111111", "03/02/2015", "03/02/2016", "CB1"],
            ["Trần Văn Bình", "1985", "001085000012", "22222222", "03/02/2012", "03/02/2013", "CB2"],
            """)
        try unit.expectSuccess(unit.run("import", "ds", "ds.xlsx"))
    }

    private func value(_ field: String, asOf day: String? = nil) throws -> String? {
        let arguments = ["member", "show", "M-000001", "--json"] + (day.map { ["--as-of", $0] } ?? [])
        let output = unit.run(arguments).output
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return object?[field] as? String
    }

    @Test func `a record is shown with labels, and who it is only to accounts that the unit names`() throws {
        let shown = unit.run("member", "show", "M-000001")
        #expect(shown.code == .success)
        #expect(shown.output.contains("ngày vào Đảng") && shown.output.contains("03/02/2015"))
        #expect(!shown.output.contains("Hòa") && !shown.output.contains("001190000011"))
        #expect(shown.messages.contains("people.reveal"))
        #expect(unit.run("member", "show", "M-000009").messages.contains("CB-D031"))
        #expect(unit.run("branch", "show", "U-000001").output.contains("Chi bộ Khoa Toán"))
        #expect(unit.run("record", "unit", "show", "U-000001").output == unit.run("branch", "show", "U-000001").output)
    }

    @Test func `what changes in time needs its day, and is so from that day on`() throws {
        let undated = unit.run("member", "set", "M-000001", "branch=Chi bộ Sinh viên 1")
        #expect(undated.code == .usage && undated.messages.contains("CB-U024"))
        let moved = unit.run("member", "set", "M-000001", "chi bộ=CB2", "--effective", "2023-09-01")
        #expect(moved.code == .success, "\(moved.messages)")
        #expect(moved.output.contains("Chi bộ Khoa Toán → Chi bộ Sinh viên 1, từ 01/09/2023"))
        #expect(try value("branch", asOf: "2023-08-31") == "U-000001")
        #expect(try value("branch", asOf: "2023-09-01") == "U-000002")
        #expect(
            unit.run("member", "set", "M-000001", "branch=CB2", "--correct").output.contains("không có gì thay đổi"))
    }

    @Test func `a correction was always so, an empty value takes away, and the log says who and why`() throws {
        let set = unit.run(
            "member", "set", "M-000001", "official_on=04/02/2016", "job_title=Trưởng phòng", "--correct", "--reason",
            "theo quyết định")
        #expect(set.code == .success, "\(set.messages)")
        #expect(try value("official_on") == "2016-02-04" && value("job_title") == "Trưởng phòng")
        #expect(unit.run("member", "set", "M-000001", "job_title=", "--correct").code == .success)
        #expect(try value("job_title") == nil)
        let log = unit.run("audit", "show", "M-000001").output
        #expect(log.contains("edit member M-000001") && log.contains("theo quyết định"))
        #expect(unit.run("audit", "verify").code == .success)
        #expect(unit.run("import", "--undo", "3").code != .success)
        #expect(unit.run("import", "--undo", "4").code == .success)
        #expect(try value("job_title") == "Trưởng phòng")
    }

    @Test func `a dry run writes nothing, and a wrong word says what is meant`() throws {
        let dry = unit.run("member", "set", "M-000001", "official_on=04/02/2016", "-n")
        #expect(dry.code == .success && dry.output.contains("chạy thử"))
        #expect(try value("official_on") == "2016-02-03")
        for (words, code, near) in [
            (["oficial_on=2016"], "CB-U023", "official_on"), (["official_on"], "CB-U022", "="),
            (["official_on=hôm qua"], "CB-I040", "official_on"), (["branch=CB9"], "CB-I040", "branch"),
            (["sex=nam", "sex=nữ"], "CB-U022", "sex"), ([], "CB-U022", "party_role"),
        ] {
            let outcome = unit.run(["member", "set", "M-000001"] + words)
            #expect(outcome.code != .success && outcome.messages.contains(code), "\(words): \(outcome.messages)")
            #expect(outcome.messages.contains(near), "\(words): \(outcome.messages)")
        }
        #expect(unit.run("member", "shw", "M-000001").messages.contains("show"))
        #expect(unit.run("member").code == .usage)
        #expect(unit.run("member", "show").messages.contains("CB-U026"))
        #expect(unit.run("record", "membr", "show", "M-000001").messages.contains("member"))
    }

    @Test func `a new record gets the next id, and one that is known does not come twice`() throws {
        let words = [
            "member", "add", "full_name=Lê Thị Mai", "birth=1999", "national_id=001199000013", "branch=CB1",
            "admitted_on=19/05/2021",
        ]
        let added = unit.run(words)
        #expect(added.code == .success && added.output.contains("M-000003"), "\(added.messages)")
        let again = unit.run(words)
        #expect(again.code != .success && again.messages.contains("CB-D032") && again.messages.contains("M-000003"))
        #expect(unit.run("member", "add", "sex=nữ").messages.contains("CB-I040"))
        #expect(unit.run("record", "plan", "add", "code=p", "title=Kế hoạch năm").output.contains("H-000001"))
    }

    @Test func `data check counts what is missing and finds what cannot be, by branch and without names`() throws {
        #expect(unit.run("data", "check").code == .success)
        try unit.expectSuccess(unit.run("member", "set", "M-000001", "official_on=03/03/2015", "--correct"))
        try unit.expectSuccess(
            unit.run("member", "set", "M-000002", "birth=2000", "national_id=001190000011", "--correct"))
        let found = unit.run("data", "check")
        #expect(found.code == .negative)
        #expect(found.output.contains("chính thức khi chưa đủ 12 tháng dự bị: M-000001"))
        #expect(found.output.contains("kết nạp khi chưa đủ 18 tuổi: M-000002"))
        #expect(found.output.contains("trùng số CCCD") && !found.output.contains("Hòa"))
        let object = try JSONSerialization.jsonObject(with: Data(unit.run("data", "check", "--json").output.utf8))
        let branches = (object as? [String: Any])?["branches"] as? [[String: Any]]
        #expect(branches?.count == 2 && branches?.first?["members"] as? Int == 1)
        #expect((branches?.first?["missing"] as? [String: Int])?["ethnicity"] == 1)
    }
}
