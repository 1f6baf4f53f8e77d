/// When a schedule is due, as its script says it.
public enum ScheduleTrigger: Hashable, Sendable {
    /// Once in each span of the calendar.
    case calendar(CalendarRule)
    /// Five fields in the way of cron: minute, hour, day of month, month, day of week.
    case cron(String)
    /// Whenever something happened in the records, such as `member.admitted`.
    case event(String)
}

/// "Every quarter on day 5 at 07:30", counted from the span's first day.
public struct CalendarRule: Hashable, Sendable {
    /// Which day of the span.
    public enum Day: Hashable, Sendable {
        /// The n-th day of the span, 1 for the first; past its end, the last one.
        case nth(Int)
        /// The last day of the span.
        case last
        /// A day of the week, 1 for Monday to 7 for Sunday: the first one in the span.
        case weekday(Int)
    }

    /// The span that it is due once in: a year, half-year, quarter, month, week or day.
    public let every: Span
    /// In a span of several months, which month of it, 1 for the first.
    public let month: Int
    /// The day, within the month where the span has several, else within the span.
    public let day: Day
    /// The local hour, 0 to 23.
    public let hour: Int
    /// The local minute, 0 to 59.
    public let minute: Int

    /// A rule from its parts, unchecked: the reader of the definition has said what is wrong with them.
    public init(every: Span, month: Int = 1, day: Day, hour: Int, minute: Int) {
        (self.every, self.month, self.day, self.hour, self.minute) = (every, month, day, hour, minute)
    }
}

/// What happens to a nominal time that comes while the run of an earlier one is still going.
public enum OverlapPolicy: String, CaseIterable, Sendable {
    case skip, queue_one, queue_all, cancel_other, parallel
}

/// What a fixed local time means on the two days of a year that change the clock.
public struct DaylightPolicy: Hashable, Sendable {
    /// What happens to a time that the clock jumps over.
    public enum Gap: String, CaseIterable, Sendable {
        /// It is due at the first moment after the jump, so that no report is lost.
        case first_valid
        /// It is not due that day.
        case skip
    }

    /// Which of two equal local times counts, where the clock is put back.
    public enum Repeat: String, CaseIterable, Sendable { case first, last, both }

    /// For a time that does not exist.
    public let gap: Gap
    /// For a time that exists twice.
    public let repeated: Repeat

    /// The first valid moment, and the first of two: what a unit that says nothing gets.
    public init(gap: Gap = .first_valid, repeated: Repeat = .first) { (self.gap, self.repeated) = (gap, repeated) }
}

/// A schedule as its script defines it: when, and what to do about the times that were missed.
public struct ScheduleDefinition: Hashable, Sendable {
    /// The name that history and commands use.
    public let id: String
    /// When it is due, in the unit's time zone.
    public let trigger: ScheduleTrigger
    /// The unit's IANA time zone, such as `Asia/Ho_Chi_Minh`.
    public let timeZone: String
    /// How late a missed time may still be run, in seconds.
    public let catchUpWindow: Int
    /// How many missed times are run at most; the newest ones.
    public let catchUpLimit: Int
    /// What to do while an earlier run is still going.
    public let overlap: OverlapPolicy
    /// How long a run may take, in seconds.
    public let timeout: Int
    /// How often a failed run is tried again.
    public let retries: Int
    /// The wait before the first retry, in seconds; each further one waits twice as long.
    public let backoff: Int
    /// What the changes of the clock do to a fixed local time.
    public let daylight: DaylightPolicy

    /// A definition from its parts.
    public init(
        id: String, trigger: ScheduleTrigger, timeZone: String, catchUpWindow: Int = 7 * 86400, catchUpLimit: Int = 1,
        overlap: OverlapPolicy = .skip, timeout: Int = 300, retries: Int = 0, backoff: Int = 60,
        daylight: DaylightPolicy = DaylightPolicy()
    ) {
        (self.id, self.trigger, self.timeZone) = (id, trigger, timeZone)
        (self.catchUpWindow, self.catchUpLimit, self.overlap) = (catchUpWindow, catchUpLimit, overlap)
        (self.timeout, self.retries, self.backoff, self.daylight) = (timeout, retries, backoff, daylight)
    }
}

/// A moment of time, in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable, Comparable {
    /// Seconds since the epoch, leap seconds not counted.
    public let seconds: Int64

    /// The moment that many seconds after the epoch.
    public init(seconds: Int64) { self.seconds = seconds }

    /// Whether one moment comes before another.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// The moment that many seconds later.
    public func adding(seconds count: Int64) -> Instant { Instant(seconds: seconds + count) }
}

/// One nominal time of a schedule, and what became of it: a row of the history.
public struct ScheduledRun: Hashable, Sendable {
    /// What became of a nominal time.
    public enum State: String, CaseIterable, Sendable {
        /// Waiting for its turn behind another run.
        case queued
        /// A host has taken it and works on it, as long as its lease holds.
        case running
        /// Ran to its end.
        case done
        /// Ran and failed; the attempts left say whether it is tried again.
        case failed
        /// Stopped for a later time of the same schedule.
        case cancelled
        /// Nobody ran it, because no host was there in time.
        case missed
        /// Not run, because an earlier run was still going.
        case skipped
        /// Not run, because the schedule was paused.
        case paused
    }

    /// What a change of the clock did to a nominal time.
    public enum Shift: String, CaseIterable, Sendable {
        /// Its local time did not exist; it was due when the clock had jumped.
        case gap
        /// Its local time existed twice.
        case overlap
    }

    /// The schedule.
    public let schedule: String
    /// The time it was due; with the schedule it names the run, so that no host runs it twice.
    public let nominal: Instant
    /// What became of it.
    public var state: State
    /// Which try this is, from 1.
    public var attempt: Int
    /// When the run began.
    public var started: Instant?
    /// When it ended.
    public var finished: Instant?
    /// Why it was missed, skipped or failed, in words; empty where there is nothing to say.
    public var reason: String
    /// Counts up with each host that takes the run; a write with an older number is refused.
    public var fence: Int64
    /// Until when the host that took it is believed to be alive.
    public var leaseEnds: Instant?
    /// Whether the clock was changed at this time.
    public var shift: Shift?
    /// How many earlier nominal times, with the same fate, this one row stands for besides its own.
    public var folded: Int

    /// A row from its parts.
    public init(
        schedule: String, nominal: Instant, state: State, attempt: Int = 1, started: Instant? = nil,
        finished: Instant? = nil, reason: String = "", fence: Int64 = 0, leaseEnds: Instant? = nil,
        shift: Shift? = nil, folded: Int = 0
    ) {
        (self.schedule, self.nominal, self.state, self.attempt) = (schedule, nominal, state, attempt)
        (self.started, self.finished, self.reason) = (started, finished, reason)
        (self.fence, self.leaseEnds, self.shift, self.folded) = (fence, leaseEnds, shift, folded)
    }
}

/// What a host must remember of a schedule besides its history, so that a new or edited one never runs retroactively.
public struct ScheduleMark: Hashable, Sendable {
    /// The schedule.
    public let schedule: String
    /// When it is due, as text: another text is another schedule, that starts anew.
    public let fingerprint: String
    /// Since when it has been as it is; no earlier nominal time is ever looked at.
    public var since: Instant
    /// Since when it is paused, nil while it is not.
    public var paused: Instant?

    /// A mark from its parts.
    public init(schedule: String, fingerprint: String, since: Instant, paused: Instant? = nil) {
        (self.schedule, self.fingerprint, self.since, self.paused) = (schedule, fingerprint, since, paused)
    }
}
