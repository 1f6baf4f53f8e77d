import ChiboModel

/// Records filled from the schema, the same for the same seed; nobody real is in them.
struct SampleRecords {
    private var random: SplitMix

    /// A source of records.
    init(seed: UInt64 = 1) { random = SplitMix(state: seed) }

    /// A Vietnamese name.
    mutating func name() -> String {
        [Self.families, Self.middles, Self.givens].map { pick($0) }.joined(separator: " ")
    }

    /// A day of the forty years before 2024.
    mutating func date() -> CalendarDate {
        CalendarDate(dayNumber: Self.newest.dayNumber - Int32(random.next() % 14_600))
    }

    /// A whole record: one value a field, references to the first `targets` records of their kind.
    mutating func values(_ kind: RecordKind, targets: Int) -> [FieldValue] {
        Schema[kind].fields.map { value(of: $0, targets: targets) }
    }

    private mutating func value(of field: FieldDefinition, targets: Int) -> FieldValue {
        if field.empty == .none, random.next() % 4 != 0 { return .missing }
        switch field.type {
        case .text: return .text(field.code == "full_name" ? name() : "\(field.code) \(random.next() % 100_000)")
        case .integer: return .integer(Int64(random.next() % 2024))
        case .boolean: return .boolean(random.next() % 2 == 0)
        case .date: return .date(date())
        case .partialDate: return .partialDate(PartialDate(date()))
        case .code(let list): return .code(pick(list.codes))
        case .reference(let kind): return .reference(RecordID(kind, number: Int(random.next() % UInt64(targets)) + 1))
        }
    }

    private mutating func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }

    private static let newest = CalendarDate(dayNumber: 19_722)
    private static let families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ", "Hồ", "Võ"]
    private static let middles = ["Thị", "Văn", "Ngọc", "Minh", "Thu", "Đức", "Quốc", "Thanh", "Hải", "Phương"]
    private static let givens = ["An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khánh", "Lan", "Mỹ", "Oanh", "Quý"]
}

/// Steele, Lea and Flood's splitmix64: small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
