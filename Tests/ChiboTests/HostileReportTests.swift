import Chibo
import ChiboModel
import ChiboTestSupport
import Foundation
import Testing

/// Reports whose scripts say what no page can hold: an answer or an error in every format, never a crash.
@Suite struct HostileReportTests {
    @Test(arguments: [
        "doc:heading('x', math.maxinteger)", "doc:heading('x', math.mininteger)", "doc:heading('x', 100)",
        "doc:space(1e300)", "doc:space(-1)", "doc:space(0/0)",
        "doc:table { columns = { { key = 'n', title = 'N', type = 'decimal', decimals = 1000 } }, rows = { { n = 1.5 } } }",
        "doc:table { columns = { { key = 'n', title = 'N', type = 'percent', decimals = -1 } }, rows = { { n = share(1, 3) } } }",
        "doc:table { columns = { { key = 'n', title = 'N', width = math.maxinteger } }, rows = { { n = 1 } } }",
        "doc:table { columns = { { key = 'n', title = 'N', width = -5 } }, rows = { { n = 1 } } }",
        "doc:table { columns = { { key = 'n', title = 'N', type = 'integer', total = 'sum' } }, rows = { { n = math.maxinteger }, { n = math.maxinteger } } }",
        "doc:chart { kind = 'bar', categories = { 'a', 'b' }, series = { { name = 's', values = { math.maxinteger, math.mininteger } } } }",
        "doc:chart { kind = 'line', categories = { 'a' }, series = { { name = 's', values = { 1e300, 0/0 } } } }",
        "doc:chart { kind = 'pie', categories = { 'a', 'b' }, series = { { name = 's', values = { -1, 0 } } } }",
        "doc:chart { categories = {}, series = {} }", "doc:list { kind = 'dash' }",
        "local s = ('x'):rep(1 << 20) for i = 1, 100 do doc:paragraph(s) end",
        "for i = 1, 300000 do doc:rule() end",
    ])
    func `a report is written or refused`(body: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/reports", withIntermediateDirectories: true)
        try #"return unit.define { id = "u", name = "Đảng ủy" }"#.write(
            toFile: folder.path + "/unit.lua", atomically: true, encoding: .utf8)
        try #"return require "report".define { id = "x", render = function(doc) \#(body) end }"#.write(
            toFile: folder.path + "/reports/x.lua", atomically: true, encoding: .utf8)
        let host = try ScriptHost(unit: folder.path, store: MemoryStore())
        for format in [ReportFormat.text, .markdown, .html, .csv, .json, .xlsx] {
            do throws(Diagnostic) { _ = try host.write("x", to: folder.path + "/out", formats: [format]) } catch {
                #expect(error.code != "CB-X001", "\(error)")
            }
        }
    }
}
