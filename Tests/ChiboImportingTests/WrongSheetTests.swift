import ChiboImporting
import ChiboModel
import ChiboTestSupport
import Testing

/// Files of which no row can be read: the error says what was sought and what there is.
struct WrongSheetTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func failure(_ path: String, _ mapping: ImportMapping = Rosters.units) throws -> Diagnostic {
        try #require(throws: Diagnostic.self) { try TestRecords().read(path, mapping) }
    }

    @Test func `missing columns are named with the headings found and the nearest`() throws {
        let error = try failure(try folder.write("Tên tổ chức,Ký hiẹu,Ghi chú\nA,B,C\n", to: "a.csv"))
        #expect(error.code == "CB-I003")
        #expect(error.message.vi == "trang “a.csv” thiếu cột “Ký hiệu”, “Cấp”")
        #expect(
            error.cause?.vi
                == "dòng tiêu đề 1 có: “Tên tổ chức”, “Ký hiẹu”, “Ghi chú”; gần giống: “Ký hiệu” ↔ “Ký hiẹu”")
    }

    @Test func `a sheet without any heading of the mapping is no roster`() throws {
        let error = try failure(try folder.write("a,b\n1,2\n", to: "a.csv"))
        #expect(error.code == "CB-I002")
        #expect(error.suggestion?.vi.contains("“Tên tổ chức”") == true)
        #expect(try failure(try folder.write("\n\n", to: "b.csv")).code == "CB-I002")
    }

    @Test func `a file without a byte is told from a sheet without headings`() throws {
        for name in ["a.csv", "a.xlsx"] {
            let error = try failure(try folder.write("", to: name))
            #expect(error.code == "CB-F005")
            #expect(error.message.en == "the file is empty, without a single byte")
        }
    }

    @Test func `a complete roster without rows is the wrong file, and a register without rows is warned of`() throws {
        let path = try folder.write("Tên tổ chức,Ký hiệu,Cấp\n", to: "a.csv")
        let complete = ImportMapping(id: "to-chuc", kind: .unit, complete: true, columns: Rosters.units.columns)
        let error = try failure(path, complete)
        #expect(error.code == "CB-I008")
        #expect(error.message.vi == "trang “a.csv” không có dòng dữ liệu nào dưới dòng tiêu đề 1")
        let report = try TestRecords().read(path, Rosters.units)
        #expect(report.rowCount == 0)
        #expect(report.notes.contains { $0.code == "CB-I028" && $0.severity == .warning })
    }

    @Test func `a heading that stands twice is not guessed at`() throws {
        let error = try failure(try folder.write("Tên tổ chức,Ký hiệu,Cấp,Cấp\nA,B,chi bộ,chi bộ\n", to: "a.csv"))
        #expect(error.code == "CB-I004")
        #expect(error.message.en.hasSuffix("C, D"))
    }

    @Test func `a sheet that is not there is answered with those that are`() throws {
        let path = try folder.write("Tên tổ chức\n", to: "a.csv")
        let mapping = ImportMapping(id: "x", kind: .unit, sheet: .name("Đơn vị"), columns: Rosters.units.columns)
        let error = try failure(path, mapping)
        #expect(error.code == "CB-I001")
        #expect(error.suggestion?.en.contains("“a.csv”") == true)
    }

    @Test func `a field that does not exist is answered with the nearest`() throws {
        let mapping = ImportMapping(
            id: "x", kind: .unit,
            columns: [.init(heading: "Tên", field: "nane"), .init(heading: "Mã", field: "short_code")])
        let error = try failure(try folder.write("Tên,Mã\nA,B\n", to: "a.csv"), mapping)
        #expect(error.code == "CB-I005")
        #expect(error.suggestion?.vi == "Có phải là `name`?")
    }

    @Test func `a mapping's values and conversions are checked before the file is opened`() {
        let mapping = ImportMapping(
            id: "x", kind: .member, key: ["card"],
            columns: [
                .init(heading: "Loại", field: "grade", conversion: .values(["CT": "oficial", "DB": "probationary"])),
                .init(heading: "Tên", field: "full_name", conversion: .byName),
                .init(heading: "Số", field: "card_no", conversion: .date(order: .dmy)),
            ], constants: ["sex": .code("m"), "branch": .text("CB1")])
        let problems = MappingCheck.problems(of: mapping, file: "imports/x.lua")
        #expect(problems.map(\.code) == ["CB-I005", "CB-I006", "CB-I006", "CB-I006", "CB-I007", "CB-I007"])
        #expect(problems[3].suggestion?.en == "Is it `official`?")
        #expect(MappingCheck.problems(of: Rosters.members, file: "m.lua").isEmpty)
    }

    @Test func `a file that cannot be read keeps the reason of the office room`() throws {
        #expect(try failure(folder.file("none.xlsx")).kind == .input)
        #expect(try failure(try folder.write("PK\u{3}\u{4}", to: "cut.xlsx")).code == "CB-F005")
    }
}
