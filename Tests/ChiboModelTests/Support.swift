import ChiboModel

func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: .min) }

func values(_ kind: RecordKind, _ named: [String: FieldValue]) -> [FieldValue] {
    Schema[kind].fields.map { named[$0.code] ?? .missing }
}
