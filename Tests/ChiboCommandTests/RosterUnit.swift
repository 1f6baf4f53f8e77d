import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// A unit with three branches and a mapping of what real rosters have; its sheets are made by openpyxl.
final class RosterUnit {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            return unit.define {
              id = "thu", name = "Đảng ủy Trường thử", people = { import = { "\(Account.name)" } },
            }
            """, to: "unit.lua")
        try folder.write(
            """
            local import = require "import"
            return import.define {
              id = "ds", into = "member", complete = true,
              columns = {
                { "Họ và tên", "full_name", required = true, also = { "Họ tên đồng chí" } },
                { "Ngày sinh", "birth" },
                { "Giới tính", "sex", optional = true },
                { "Số CCCD", "national_id", optional = true },
                { "Số thẻ", "card_no", import.digits, optional = true },
                { "Ngày vào Đảng", "admitted_on", optional = true },
                { "Ngày chính thức", "official_on", optional = true },
                { "Đoàn viên", "union_member", optional = true },
                { "Quê quán", "hometown.text", optional = true },
                { "Chi bộ", "branch", import.by_name, optional = true },
              },
            }
            """, to: "imports/ds.lua")
        try folder.write(
            """
            local import = require "import"
            return import.define {
              id = "dang-phi", into = "dues",
              columns = {
                { "Số thẻ", "member", import.by_name }, { "Tháng", "month" }, { "Phải đóng", "due" }, { "Đã đóng", "paid" },
                { "Giảm (%)", "reduction.percent", optional = true },
              },
            }
            """, to: "imports/dang-phi.lua")
        try folder.write(
            """
            Tên tổ chức,Ký hiệu,Cấp tổ chức
            Chi bộ Khoa Toán,CB1,chi bộ trực thuộc
            Chi bộ Sinh viên 1,CB2,chi bộ trực thuộc
            Chi bộ Phòng Hòa giải,CB3,chi bộ trực thuộc

            """, to: "unit.csv")
        try expectSuccess(run("import", "unit", "unit.csv"))
    }

    func expectSuccess(_ outcome: Outcome) throws {
        try #require(outcome.code == .success, "\(outcome.messages)\(outcome.output)")
    }

    func run(_ arguments: String..., input: String? = nil) -> Outcome {
        run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String? = nil) -> Outcome {
        let terminal = StringTerminal(input: input ?? "", isTerminal: input != nil)
        let command = Command(terminal: terminal, environment: ["CHIBO_LANG": "vi"])
        let code = command.run(["-C", folder.path] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    /// Makes a sheet: rows of Python values from row 1 on, then whatever else openpyxl is to do.
    @discardableResult
    func sheet(_ rows: String, then more: String = "", name: String = "ds.xlsx") throws -> String {
        let result = try Oracle.python(
            """
            import sys, openpyxl, datetime
            from openpyxl.styles import Font
            D = datetime.date
            book = openpyxl.Workbook(); sheet = book.active; sheet.title = "DS"
            for row in [
            \(rows)
            ]: sheet.append(row)
            \(more)
            book.save(sys.argv[1])
            """, [folder.file(name)])
        try #require(result.status == 0, "\(result.errors)")
        return name
    }

    /// What a dry run says, as a program reads it.
    func dry(_ flags: String..., file: String = "ds.xlsx", mapping: String = "ds") throws -> Report {
        let terminal = StringTerminal()
        let code = Command(terminal: terminal, environment: [:])
            .run(["-C", folder.path, "import", mapping, file, "--dry-run", "--json"] + flags)
        let object = try JSONSerialization.jsonObject(with: Data(terminal.output.utf8)) as? [String: Any]
        return Report(code: code, values: try #require(object, "\(terminal.messages)"))
    }

    /// Imports a sheet and gives the members by the columns asked for, as an export shows them.
    func members(_ columns: String..., flags: [String] = [], file: String = "ds.xlsx") throws -> [[String]] {
        let terminal = StringTerminal()
        let code = Command(terminal: terminal, environment: ["CHIBO_LANG": "vi"])
            .run(["-C", folder.path, "import", "ds", file] + flags)
        try #require(code == .success, "\(terminal.messages)\(terminal.output)")
        return try records("member", columns)
    }

    /// The records of a kind by the columns asked for.
    func records(_ kind: String, _ columns: [String]) throws -> [[String]] {
        let file = folder.file("xuat-\(UUID().uuidString).csv")
        try expectSuccess(run("export", kind, "--with-personal", "--out", file))
        let result = try Oracle.python(
            """
            import csv, json, sys
            rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
            print(json.dumps([[row[name] for name in sys.argv[2:]] for row in rows]))
            """, [file] + columns)
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([[String]].self, from: Data(result.output.utf8))
    }
}

/// The JSON of a dry run.
struct Report {
    let code: ExitCode
    let values: [String: Any]

    func count(_ name: String) -> Int { values[name] as? Int ?? -1 }
    private func list(_ name: String) -> [[String: Any]] { values[name] as? [[String: Any]] ?? [] }

    /// The codes of the notes.
    var notes: [String] { list("notes").compactMap { $0["code"] as? String } }
    /// All that the notes say, in Vietnamese.
    func note(_ code: String) -> String {
        let notes = list("notes").filter { $0["code"] as? String == code }
        return notes.map { "\($0)" }.joined()
    }

    /// The suggestions: kind, old text, proposed text.
    var suggestions: [[String]] {
        list("suggested").map { item in ["kind", "old", "proposed"].map { item[$0] as? String ?? "" } }
    }

    /// The cells that were rejected.
    var problems: [String] {
        list("problems").compactMap {
            ($0["arguments"] as? [String: String]).map { ($0["column"] ?? "") + ($0["row"] ?? "") }
        }
    }
}
