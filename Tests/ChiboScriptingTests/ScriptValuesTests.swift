import ChiboModel
import ChiboScripting
import Testing

/// What scripts see: records, collections, dates, shares, and what they are told when they are wrong.
@Suite struct ScriptValuesTests {
    @Test(arguments: [
        ("#members", "5"), ("#branches", "2"), ("members[1].grade", "official"),
        ("members:find 'M-4'.branch.name", "Chi bộ Sinh viên 1"),
        ("members:where { grade = 'probationary' }:count()", "2"), ("#members:where { branch = branches[2] }", "2"),
        ("#members:where(function(m) return m.branch.type == 'student' end)", "2"),
        ("#branches[1].meetings { kind = 'thematic', within = period }", "3"), ("#branches[1]:meetings()", "4"),
        ("#branches[1].meetings:where { kind = { 'thematic', 'regular' } }", "4"),
        ("branches[1].meetings:sum 'present_count'", "72"), ("members:find 'M-1':rating(2023).level", "good"),
        ("members:find 'M-1':rating(2022)", "nil"), ("transfers[1].destination.upper_unit", "Quận ủy Ba Đình"),
        ("#transfers:where { issued_on = period }", "1"), ("#members:where { birth = none }", "1"),
        ("members[1].branch == branches[1]", "true"), ("({ [members[1]] = 'khóa' })[branches[1].members[1]]", "khóa"),
        ("branches[1].member_count", "3"), ("branches[1].official_count", "2"),
        ("members:group_by 'branch'[branches[2]]:count()", "2"), ("members:tally 'grade'.official", "3"),
        ("#members:union(members)", "5"), ("#members:without(branches[1].members)", "2"),
        ("members:every { activity = 'active' }", "true"), ("members:any { activity = 'left' }", "false"),
        ("#at(date '2020-01-01').members", "5"), ("as_of", "31/12/2023"), ("period", "năm 2023"),
        ("period:previous().year", "2022"), ("#period:split 'quarter'", "4"),
    ])
    func `records and collections answer`(input: String, output: String) throws {
        #expect(try Samples.show(input) == output)
    }

    @Test(arguments: [
        ("date '2024-02-29' + date.months(12)", "28/02/2025"), ("date '2023-08-31' + date.months(6)", "29/02/2024"),
        ("date '2024-03-01' - date '2024-02-28'", "2"), ("date '2024-03-01' - date.days(1)", "29/02/2024"),
        ("date '2023-01-01' < date '2023-01-02'", "true"), ("date '30/04/2023' == date '2023-04-30'", "true"),
        ("date '2023'", "2023"), ("date '2023-05':latest()", "31/05/2023"), ("date '1980' < date '1990-01-01'", "true"),
        ("date '1980' < date '1980-06-01'", "unknown: không đủ ngày để so sánh 1980 với 01/06/1980"),
        ("date.today()", "31/12/2023"),
    ])
    func `dates are exact, and say when they cannot know`(input: String, output: String) throws {
        #expect(try Samples.show(input) == output)
    }

    @Test(arguments: [
        ("share(181, 201) > percent(90)", "true"), ("share(45, 50) > percent(90)", "false"),
        ("share(45, 50) >= percent(90)", "true"), ("share(39, 40)", "97,5 %"),
        ("share(39, 40) == percent '97.5'", "true"),
        ("percent(97.5)", "97,5 %"), ("share(0, 0) > percent(90)", "unknown: không có gì để tính tỷ lệ (0/0)"),
        ("share(branches:where { type = 'student' }, branches)", "50 %"), ("share(1, 3) < share(1, 2)", "true"),
    ])
    func `shares are exact`(input: String, output: String) throws {
        #expect(try Samples.show(input) == output)
    }

    @Test(arguments: [
        ("members[1].chi_bo", "branch"), ("members[1].brnch", "branch"),
        ("members:where { grade = 'offical' }", "official"),
        ("members:where { chi_bo = branches[1] }", "branch"), ("membres", "members"), ("chi_bo", "chi_bo"),
        ("require 'critera'", "criteria"), ("members:cuont()", "count"), ("text.uper 'a'", "upper"),
    ])
    func `a wrong name proposes the right one`(input: String, nearest: String) throws {
        guard case .failure(let diagnostic) = try Samples.session().evaluate(input) else {
            Issue.record("\(input) should fail")
            return
        }
        let told = [diagnostic.message.vi, diagnostic.suggestion?.vi, diagnostic.original].compactMap(\.self).joined(
            separator: " ")
        #expect(told.contains(nearest), "\(told)")
    }

    @Test(arguments: [
        ("date.months(2^40 | 0)", "khoảng thời gian quá dài"), ("date.years(math.maxinteger)", "khoảng thời gian"),
        ("date.days(3999999) + date.days(3999999)", "khoảng thời gian quá dài"),
        ("date '9999-12-31' + date.days(1)", "ngày nằm ngoài"),
        ("date '0001-01-01' - date.months(1)", "ngày nằm ngoài"),
        ("share(math.maxinteger, 1) > percent(90)", "cần một số đếm"), ("share(-1, 1)", "cần một số đếm"),
        ("(function() local p = percent(90); p.units = math.mininteger; return tostring(p) end)()", "percentage"),
        ("(function() local p = percent(90); p.denominator = -1; return tostring(p) end)()", "percentage"),
        (
            "(function() local p = period; for i = 1, 20 do p = p:previous() end; return #members:where { birth = p:split 'month'[6] } end)()",
            "unknown: chỉ biết một phần của ngày 2003"
        ),
        ("branches[1].members:ever()", "tập hợp gốc"), ("#members:ever()", "5"), ("#branches:ever()", "2"),
        ("#members:where { branch = at(date '2020-01-01').branches[2] }", "2"),
        ("share(10^15 | 0, 3) < share(10^15 | 0, 2)", "true"), ("percent '0.1' < percent '0.10'", "false"),
        ("#branches[1].meetings()", "4"),
        (
            "(function() local n = 0; for b, rows in pairs(members:group_by 'branch') do n = n + #rows end return n end)()",
            "5"
        ),
    ])
    func `hostile and unusual values are answered, not crashed on`(input: String, part: String) throws {
        #expect(try Samples.show(input).contains(part))
    }

    @Test func `a table with holes has no length of billions`() throws {
        let table = "(function() local t = {}; for i = 0, 61 do t[1 << i] = i end; return "
        #expect(try Samples.show(table + "#t > 1 end)()") == "true")
        #expect(try Samples.show(table + "members:where { grade = t } end)()").contains("grade"))
    }

    @Test func `a name is shown to nobody who has no grant`() throws {
        #expect(try Samples.show("members[1].full_name").hasPrefix("CB-P001"))
        #expect(try Samples.show("members:map 'full_name'").hasPrefix("CB-P001"))
        #expect(try Samples.show("members:group_by 'full_name'").hasPrefix("CB-P001"))
        #expect(try Samples.show("members:where { full_name = 'Vũ Duy' }").hasPrefix("CB-P001"))
        #expect(try !Samples.show("members[1]").contains("Hòa"))
    }

    @Test func `records are read-only and globals are frozen in scripts`() throws {
        #expect(try Samples.show("members[1].grade = 'official'").hasPrefix("CB-P002"))
        #expect(try Samples.show("string.rep = nil").hasPrefix("CB-"))
        #expect(try Samples.show("getmetatable('').__index = nil").hasPrefix("CB-"))
    }

    @Test func `a session keeps names, asks for more lines, and survives errors`() throws {
        let session = try Samples.session()
        #expect(Samples.show("n = #members", in: session).isEmpty)
        #expect(Samples.show("n + 1", in: session) == "6")
        #expect(Samples.show("for m in members do", in: session) == "…")
        #expect(Samples.show("error 'hỏng'", in: session).contains("hỏng"))
        #expect(Samples.show("n", in: session) == "5")
        #expect(Samples.show("members", in: session).hasPrefix("5 member\n  M-1"))
        #expect(session.completions(of: "members:whe") == ["members:where"])
        #expect(session.completions(of: "members[1].gra").contains("members[1].grade"))
    }

    @Test func `nested loops over one collection see every pair`() throws {
        let count = """
            (function() local n = 0 for a in members do for b in members do n = n + 1 end end return n end)()
            """
        #expect(try Samples.show(count) == "25")
    }

    @Test func `texts compare as Vietnamese does`() throws {
        #expect(try Samples.show("text.equal('Hoà', 'hòa')") == "true")
        #expect(try Samples.show("text.upper 'đảng ủy'") == "ĐẢNG ỦY")
        #expect(try Samples.show("text.length 'Nguyễn'") == "6")
        #expect(try Samples.show("text.label('rating.level', 'good')") == "hoàn thành tốt nhiệm vụ")
    }
}
