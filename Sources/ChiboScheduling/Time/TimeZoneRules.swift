package import ChiboModel

/// The clock of one place: which offset from UTC holds when.
///
/// Time is cut into segments of constant offset. Within a segment local time and moments run in step, so that every
/// question about gaps and repeated hours is a question about the border of two segments.
package struct TimeZoneRules: Hashable, Sendable {
    /// One offset that a place uses.
    package struct Offset: Hashable, Sendable {
        /// Seconds east of Greenwich.
        package let seconds: Int
        /// Whether it is daylight-saving time.
        package let isDaylight: Bool
        /// The short name, such as `CEST` or `+07`.
        package let abbreviation: String
    }

    /// A stretch of time with one offset.
    package struct Segment: Hashable, Sendable {
        /// The first moment; nil where there is none.
        package let start: Instant?
        /// The first moment after it; nil where there is none.
        package let end: Instant?
        /// The offset that holds.
        package let offset: Offset
    }

    /// The IANA name.
    package let name: String
    /// The moments at which the offset changes, ascending.
    let changes: [Instant]
    /// The offset from each change on.
    let offsets: [Offset]
    /// The offset before the first change.
    let initial: Offset
    /// What holds after the last change, where the file says so.
    let footer: PosixTimeZone?

    /// A place whose clock is never changed.
    package init(name: String, fixed seconds: Int, abbreviation: String) {
        self.init(
            name: name, changes: [], offsets: [],
            initial: Offset(seconds: seconds, isDaylight: false, abbreviation: abbreviation), footer: nil)
    }

    init(name: String, changes: [Instant], offsets: [Offset], initial: Offset, footer: PosixTimeZone?) {
        (self.name, self.changes, self.offsets) = (name, changes, offsets)
        (self.initial, self.footer) = (initial, footer)
    }

    /// Coordinated universal time.
    package static let utc = TimeZoneRules(name: "UTC", fixed: 0, abbreviation: "UTC")
}

extension TimeZoneRules {
    /// The segment that a moment lies in.
    package func segment(at instant: Instant) -> Segment {
        let index = changes.partitioningIndex { $0 > instant }
        if index < changes.count {
            let offset = index == 0 ? initial : offsets[index - 1]
            return Segment(start: index == 0 ? nil : changes[index - 1], end: changes[index], offset: offset)
        }
        let tail = Segment(start: changes.last, end: nil, offset: offsets.last ?? initial)
        return footer?.segment(at: instant, after: tail) ?? tail
    }

    /// The segment just before another one; nil where that is the first.
    package func segment(before segment: Segment) -> Segment? {
        segment.start.map { self.segment(at: $0.adding(seconds: -1)) }
    }

    /// What the clock on the wall shows at a moment.
    package func local(_ instant: Instant) -> LocalTime {
        LocalTime(seconds: instant.seconds + Int64(segment(at: instant).offset.seconds))
    }

    /// The moments at which the clock shows a reading: none in a gap, two where an hour repeats, else one; ascending.
    package func instants(forLocal local: LocalTime) -> [Instant] {
        // No offset is a day or more, so that only the segments around the reading as if it were UTC can show it.
        var segment = segment(at: Instant(seconds: local.seconds - 2 * 86400))
        var found: [Instant] = []
        while true {
            let candidate = Instant(seconds: local.seconds - Int64(segment.offset.seconds))
            if segment.contains(candidate) { found.append(candidate) }
            guard let end = segment.end, end.seconds <= local.seconds + 2 * 86400 else { return found }
            segment = self.segment(at: end)
        }
    }

    /// The moment at which a clock first shows a reading or, where it jumps over it, a later one.
    package func firstValid(_ local: LocalTime) -> Instant {
        if let first = instants(forLocal: local).first { return first }
        var segment = segment(at: Instant(seconds: local.seconds - 2 * 86400))
        while let end = segment.end {
            segment = self.segment(at: end)
            if LocalTime(seconds: end.seconds + Int64(segment.offset.seconds)) > local { return end }
        }
        return Instant(seconds: local.seconds - Int64(segment.offset.seconds))
    }
}

extension TimeZoneRules.Segment {
    /// Whether a moment lies in the segment.
    package func contains(_ instant: Instant) -> Bool {
        if let start, instant < start { return false }
        if let end, instant >= end { return false }
        return true
    }
}

extension RandomAccessCollection {
    /// The index of the first element that a condition holds for, where it holds for all that follow.
    func partitioningIndex(where condition: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if condition(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
