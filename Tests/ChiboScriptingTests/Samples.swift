import ChiboModel
import ChiboScripting

/// Made-up records and sessions for tests of what scripts see.
enum Samples {
    static let day = CalendarDate(dayNumber: 19_722)  // 31/12/2023

    /// Values of a record by field code, the rest missing.
    static func values(_ kind: ChiboModel.RecordKind, _ fields: [String: FieldValue]) -> [FieldValue] {
        Schema[kind].fields.map { fields[$0.code] ?? .missing }
    }

    /// Two branches, five members, meetings, ratings and a transfer.
    static func snapshot(asOf: CalendarDate = day) -> Snapshot {
        var builder = SnapshotBuilder(asOf: asOf, version: DataVersion(7))
        for (id, name, type) in [("U-1", "Chi bộ Khoa Toán", "faculty"), ("U-2", "Chi bộ Sinh viên 1", "student")] {
            builder.append(
                .unit, id: RecordID(id),
                values: values(.unit, ["name": .text(name), "kind": .code("branch"), "type": .code(type)]))
        }
        let people: [(String, String, String, String, Int?)] = [
            ("M-1", "Nguyễn Thị Hòa", "U-1", "official", 1980), ("M-2", "Trần Văn An", "U-1", "official", 1975),
            ("M-3", "Lê Đức Bình", "U-1", "probationary", nil), ("M-4", "Phạm Thị Ánh", "U-2", "official", 2002),
            ("M-5", "Vũ Duy", "U-2", "probationary", 2003),
        ]
        for (id, name, branch, grade, year) in people {
            builder.append(
                .member, id: RecordID(id),
                values: values(
                    .member,
                    [
                        "full_name": .text(name), "branch": .reference(RecordID(branch)), "grade": .code(grade),
                        "birth": year.flatMap { PartialDate(year: $0) }.map(FieldValue.partialDate) ?? .missing,
                        "activity": .code("active"),
                        "admitted_on": CalendarDate(year: 2020, month: 5, day: 19).map(FieldValue.date) ?? .missing,
                    ]))
        }
        for month in 1...4 {
            builder.append(
                .meeting, id: RecordID("S-\(month)"),
                values: values(
                    .meeting,
                    [
                        "branch": .reference(RecordID("U-1")), "kind": .code(month < 4 ? "thematic" : "regular"),
                        "date": CalendarDate(year: 2023, month: month, day: 3).map(FieldValue.date) ?? .missing,
                        "present_count": .integer(18), "required_count": .integer(20),
                    ]))
        }
        for (index, level) in ["good", "excellent", "completed"].enumerated() {
            builder.append(
                .rating, id: RecordID("R-\(index)"),
                values: values(
                    .rating,
                    ["member": .reference(RecordID("M-\(index + 1)")), "year": .integer(2023), "level": .code(level)]))
        }
        builder.append(
            .transfer, id: RecordID("T-1"),
            values: values(
                .transfer,
                [
                    "member": .reference(RecordID("M-4")), "kind": .code("official_out"),
                    "destination.upper_unit": .text("Quận ủy Ba Đình"),
                    "issued_on": CalendarDate(year: 2023, month: 3, day: 31).map(FieldValue.date) ?? .missing,
                ]))
        return builder.build()
    }

    /// A session over the sample records, as the prompt has it.
    static func session(on day: CalendarDate = day) throws -> ReplSession {
        let runtime = try ScriptRuntime(
            sources: MemorySources(["unit.lua": #"return unit.define { id = "u", name = "Đảng ủy Trường" }"#]))
        try runtime.loadUnit()
        let snapshot = snapshot(asOf: day)
        return try ReplSession(
            runtime,
            RunContext(snapshot: snapshot, period: Period(year: 2023), today: day) { date throws(Diagnostic) in
                Samples.snapshot(asOf: date)
            })
    }

    /// What an input shows; the code of the failure where it fails.
    static func show(_ input: String, in session: ReplSession) -> String {
        switch session.evaluate(input) {
        case .incomplete: "…"
        case .output(let text): text
        case .failure(let diagnostic): diagnostic.code + " " + diagnostic.message.vi
        }
    }

    static func show(_ input: String) throws -> String { show(input, in: try session()) }
}
