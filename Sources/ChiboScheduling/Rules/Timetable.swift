package import ChiboModel

/// When a schedule is due in its zone: the moments of a calendar rule or a cron expression, forwards and backwards.
package struct Timetable: Hashable, Sendable {
    /// A moment at which a schedule is due.
    package struct Occurrence: Hashable, Sendable {
        /// The nominal time.
        package let instant: Instant
        /// The reading of the clock that the rule asks for; in a gap another one than the clock shows.
        package let local: LocalTime
        /// What a change of the clock did to it.
        package let shift: ScheduledRun.Shift?
    }

    /// The zone.
    package let zone: TimeZoneRules
    /// What the rule says about changes of the clock.
    package let daylight: DaylightPolicy
    private let rule: CalendarRule?
    /// Nil for a schedule that waits for an event.
    private let pattern: LocalPattern?

    /// The longest time without a single due moment is 40 years: 29 February on a certain weekday around 2100.
    private static let horizon: Int64 = 41 * 366 * 86400

    /// The timetable of a trigger.
    package init(
        _ trigger: ScheduleTrigger, in zone: TimeZoneRules, daylight: DaylightPolicy = DaylightPolicy()
    ) throws(TimetableError) {
        (self.zone, self.daylight) = (zone, daylight)
        switch trigger {
        case .calendar(let rule):
            if let fault = CalendarRuleFault(rule) { throw .calendar(fault) }
            (self.rule, pattern) = (rule, LocalPattern(rule))
        case .cron(let text):
            do {
                (rule, pattern) = (nil, LocalPattern(try CronExpression(text)))
            } catch { throw .cron(error) }
        case .event: (rule, pattern) = (nil, nil)
        }
    }

    /// The first due moment after another one; nil where none comes within 41 years, or an event decides.
    package func next(after instant: Instant) -> Occurrence? {
        guard let pattern else { return nil }
        var segment = zone.segment(at: instant)
        var from = segment.local(instant).adding(seconds: 1)
        let horizon = instant.adding(seconds: Timetable.horizon)
        while true {
            let end = segment.local(min(segment.end ?? horizon, horizon))
            if let found = first(pattern, in: segment, from: from, before: end) { return found }
            guard let border = segment.end, border <= horizon else { return nil }
            segment = zone.segment(at: border)
            from = segment.local(border)
            if makesUpForGaps, let lost = pattern.first(from: end, before: from) {
                return Occurrence(instant: border, local: lost, shift: .gap)
            }
        }
    }

    /// The last due moment before another one; nil where none lies within 41 years, or an event decides.
    package func previous(before instant: Instant) -> Occurrence? {
        guard let pattern else { return nil }
        var segment = zone.segment(at: instant.adding(seconds: -1))
        var end = segment.local(instant)
        let horizon = instant.adding(seconds: -Timetable.horizon)
        while true {
            let start = segment.local(max(segment.start ?? horizon, horizon))
            if let found = last(pattern, in: segment, from: start, before: end) { return found }
            guard let border = segment.start, border >= horizon, let earlier = zone.segment(before: segment)
            else { return nil }
            segment = earlier
            end = segment.local(border)
            if makesUpForGaps, let lost = pattern.last(from: end, before: start) {
                return Occurrence(instant: border, local: lost, shift: .gap)
            }
        }
    }

    /// The next due moments, at most so many.
    package func next(_ count: Int, after instant: Instant) -> [Occurrence] {
        var found: [Occurrence] = []
        while found.count < count, let next = next(after: found.last?.instant ?? instant) { found.append(next) }
        return found
    }

    /// The span of the calendar that a nominal time lies in: what a run calls its period; nil for cron and events.
    package func period(of nominal: Instant) -> Period? {
        rule.flatMap { Period($0.every, containing: zone.local(nominal).date) }
    }

    private var makesUpForGaps: Bool { daylight.gap == .first_valid && pattern?.makesUpForGaps ?? false }

    private func first(
        _ pattern: LocalPattern, in segment: TimeZoneRules.Segment, from: LocalTime, before end: LocalTime
    ) -> Occurrence? {
        var from = from
        while let local = pattern.first(from: from, before: end) {
            if let found = occurrence(local, in: segment) { return found }
            from = local.adding(seconds: 60)
        }
        return nil
    }

    private func last(
        _ pattern: LocalPattern, in segment: TimeZoneRules.Segment, from: LocalTime, before end: LocalTime
    ) -> Occurrence? {
        var end = end
        while let local = pattern.last(from: from, before: end) {
            if let found = occurrence(local, in: segment) { return found }
            end = local
        }
        return nil
    }

    /// The moment of a due reading in a segment; nil where the reading comes twice and the other one counts.
    private func occurrence(_ local: LocalTime, in segment: TimeZoneRules.Segment) -> Occurrence? {
        let instant = segment.instant(local)
        let plain = Occurrence(instant: instant, local: local, shift: nil)
        if segment.isFarFromBorders(instant) { return plain }
        let twins = zone.instants(forLocal: local)
        guard twins.count > 1 else { return plain }
        let repeated = pattern?.followsElapsedTime == true ? .both : daylight.repeated
        if repeated == .first && instant != twins.first || repeated == .last && instant != twins.last { return nil }
        return Occurrence(instant: instant, local: local, shift: .overlap)
    }
}

extension TimeZoneRules.Segment {
    fileprivate func local(_ instant: Instant) -> LocalTime {
        LocalTime(seconds: instant.seconds + Int64(offset.seconds))
    }

    fileprivate func instant(_ local: LocalTime) -> Instant {
        Instant(seconds: local.seconds - Int64(offset.seconds))
    }

    /// Whether a moment is more than a day from either end: no change of the clock is larger.
    fileprivate func isFarFromBorders(_ instant: Instant) -> Bool {
        if let start, instant.seconds - start.seconds <= 86400 { return false }
        if let end, end.seconds - instant.seconds <= 86400 { return false }
        return true
    }
}
