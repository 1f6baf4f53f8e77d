import ChiboCommand
import ChiboTestSupport
import Foundation
import Testing

/// `chibo rules`: what is valid, who says so, what the unit sets itself.
@Suite struct `The rules on the command line` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        #expect(chibo("init", "-C", folder.path).code == .success)
        try folder.write(
            """
            return { { name = "transfer_notice_days", value = 10, from = "2023-01-01", source = "Quy chế 05-QC/ĐU" } }
            """, to: "rules/rieng.lua")
    }

    private func rules(_ arguments: String...) -> Outcome {
        let terminal = StringTerminal(input: "")
        let code = Command(terminal: terminal, environment: [:]).run(["-C", folder.path, "rules"] + arguments)
        return Outcome(code: code, output: terminal.output, messages: terminal.messages)
    }

    @Test func `a day has its numbers, documents and notes`() {
        let before = rules("--as-of", "2026-01-31", "--lang", "vi")
        #expect(before.code == .success)
        #expect(before.output.contains("dues_student_amount = 3000\n    01/01/2011 – 31/01/2026  Quy định 342-QĐ/TW"))
        #expect(before.output.contains("lưu ý: mức 3.000 đ/tháng chưa kiểm chứng"))
        let after = rules("--as-of", "2026-02-01")
        #expect(after.output.contains("dues_student_amount = 5000\n    from 01/02/2026  Quy định 01-QĐ/TW"))
        #expect(!after.output.contains("342-QĐ/TW"))
    }

    @Test func `a number through time`() {
        let outcome = rules("dues_student_amount")
        #expect(outcome.output.contains("= 3000") && outcome.output.contains("= 5000"))
        #expect(!outcome.output.contains("probation_months"))
    }

    @Test func `what the unit sets itself is marked, and what it replaces too`() {
        let outcome = rules("--as-of", "2023-12-31")
        #expect(outcome.output.contains("transfer_notice_days = 10  (set by the unit)"))
        #expect(outcome.output.contains("transfer_notice_days = 7  (replaced by the unit)"))
        #expect(outcome.output.contains("rules/rieng.lua"))
        let json = rules("--as-of", "2023-12-31", "--json").output
        #expect(json.contains("\"own\": true") && json.contains("\"as_of\": \"2023-12-31\""))
    }

    @Test func `lists are shown as Lua has them`() {
        #expect(rules("badge_batches").output.contains("{{day = 3, month = 2}, {day = 19, month = 5}"))
    }

    @Test func `a number that does not exist is named with the nearest`() {
        let outcome = rules("dues_student_amont")
        #expect(outcome.code == .usage)
        #expect(outcome.messages.contains("CB-U017") && outcome.messages.contains("chibo rules dues_student_amount"))
    }

    @Test func `the functions of a rule`() {
        let outcome = rules("--functions", "R-05")
        #expect(outcome.code == .success)
        #expect(outcome.output.contains("member:retention(on, options)"))
        #expect(!outcome.output.contains("probation_end("))
        #expect(rules("--functions", "R-99").code == .negative)
    }
}
