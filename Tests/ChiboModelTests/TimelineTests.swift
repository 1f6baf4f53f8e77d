import ChiboModel
import Testing

/// The arithmetic of stretches of days, over all small cases: four borders, two values, present or not.
@Suite struct TimelineTests {
    private let borders: [CalendarDate?] = [nil] + (1...4).map { CalendarDate(dayNumber: $0) }
    private let now = DataVersion(9)

    private var stretches: [(CalendarDate?, CalendarDate?)] {
        borders.flatMap { from in borders.map { (from, $0) } }.filter { from, to in
            guard let from, let to else { return true }
            return from < to
        }
    }

    private func name(_ text: String) -> [FieldValue] { values(.member, ["full_name": .text(text)]) }

    private func version(_ stretch: (CalendarDate?, CalendarDate?), _ text: String) -> RecordVersion {
        RecordVersion(from: stretch.0, to: stretch.1, values: name(text), recorded: DataVersion(1), sourceRow: 1)
    }

    /// All pasts of up to two versions that do not overlap.
    private var pasts: [[RecordVersion]] {
        let single = stretches.flatMap { [version($0, "A"), version($0, "B")] }
        let pairs = single.flatMap { left in
            single.filter { right in
                guard let end = left.to, let start = right.from else { return false }
                return end <= start
            }.map { [left, $0] }
        }
        return [[]] + single.map { [$0] } + pairs
    }

    private func value(_ versions: [RecordVersion], on date: CalendarDate) -> [[FieldValue]] {
        versions.filter { $0.holds(on: date) }.map(\.values)
    }

    private func after(_ assertion: Assertion, _ past: [RecordVersion]) -> [RecordVersion] {
        let timeline = Timeline(asserting: assertion, over: past, at: now)
        let kept = past.indices.filter { !timeline.superseded.contains($0) }.map { past[$0] }
        return kept + timeline.inserted
    }

    @Test func `inside the days it is as said, outside as before, and nothing overlaps`() {
        for past in pasts {
            for (from, to) in stretches {
                for said in [name("A"), nil] {
                    let assertion = Assertion(.member, RecordID("M-1"), from: from, to: to, values: said)
                    let future = after(assertion, past)
                    for number in Int32(0)...5 {
                        let date = CalendarDate(dayNumber: number)
                        let isInside = (from.map { $0 <= date } ?? true) && (to.map { date < $0 } ?? true)
                        let expected = isInside ? [said].compactMap { $0 } : value(past, on: date)
                        #expect(value(future, on: date) == expected)
                    }
                }
            }
        }
    }

    @Test func `saying it again changes nothing`() {
        for past in pasts {
            for (from, to) in stretches {
                let assertion = Assertion(.member, RecordID("M-1"), from: from, to: to, values: name("A"))
                let once = after(assertion, past)
                let again = Timeline(asserting: assertion, over: once, at: DataVersion(10))
                #expect(again.superseded.isEmpty && again.inserted.isEmpty)
            }
        }
    }

    @Test func `what stays keeps its source, what is new has its own`() {
        let past = [version((nil, nil), "A")]
        let assertion = Assertion(
            .member, RecordID("M-1"), from: CalendarDate(dayNumber: 2), to: CalendarDate(dayNumber: 3),
            values: name("B"), sourceRow: 7)
        let timeline = Timeline(asserting: assertion, over: past, at: now)
        #expect(timeline.superseded == [0])
        let sources = timeline.inserted.sorted { ($0.from?.dayNumber ?? 0) < ($1.from?.dayNumber ?? 0) }
        #expect(sources.map(\.recorded.number) == [1, 9, 1] && sources.map(\.sourceRow) == [1, 7, 1])
    }

    @Test func `what is so already for a part of the days stays as it was said first`() {
        let past = [version((nil, CalendarDate(dayNumber: 3)), "A")]
        let assertion = Assertion(.member, RecordID("M-1"), from: CalendarDate(dayNumber: 1), values: name("A"))
        let timeline = Timeline(asserting: assertion, over: past, at: now)
        #expect(timeline.superseded.isEmpty)
        #expect(timeline.inserted.map(\.from) == [CalendarDate(dayNumber: 3)])
    }
}
