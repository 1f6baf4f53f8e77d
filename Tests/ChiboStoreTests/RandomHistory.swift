import ChiboModel
import ChiboTestSupport

/// Random things said of five members, the same for the same seed.
struct RandomHistory {
    var generator: SeededGenerator
    private let first = day("2023-12-20")

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func date() -> CalendarDate { first.adding(days: Int.random(in: 0..<40, using: &generator)) }

    mutating func assertions() -> [Assertion] {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in assertion() }
    }

    private mutating func assertion() -> Assertion {
        var from: CalendarDate? = Bool.random(using: &generator) ? date() : nil
        let to: CalendarDate? = Bool.random(using: &generator) ? date() : nil
        if let start = from, let end = to, start >= end { from = nil }
        let id = RecordID("M-\(Int.random(in: 1...5, using: &generator))")
        let names = ["An", "Ánh", "Ân", "Bình"]
        let isThere = Int.random(in: 0..<5, using: &generator) > 0
        return Assertion(
            .member, id, from: from, to: to,
            values: isThere
                ? values(.member, ["full_name": .text(names.randomElement(using: &generator) ?? "")]) : nil)
    }
}
