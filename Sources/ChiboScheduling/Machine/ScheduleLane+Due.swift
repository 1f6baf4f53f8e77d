import ChiboModel

/// What becomes of the times that are due.
extension ScheduleLane {
    mutating func tick(_ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        if isRemoved { return }
        // A clock that ran far ahead was wrong; the store still refuses to run a nominal time twice.
        if latest.seconds - now.seconds > Scheduler.clockStep { latest = now }
        watch(now, lease, &steps)
        if mark.paused != nil {
            passOver(now, &steps)
        } else {
            take(DueTimes(plan.timetable, after: latest, through: now), now, lease, &steps)
        }
        dispatch(now, lease, &steps)
    }

    /// An event of the records is due at once, and each one by itself.
    mutating func happened(_ name: String, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        guard case .event(name) = definition.trigger, !isRemoved else { return }
        let instant = max(now, latest.adding(seconds: 1))
        latest = instant
        let time = Timetable.Occurrence(instant: instant, local: plan.timetable.zone.local(instant), shift: nil)
        if mark.paused != nil {
            write(time, .paused, .paused, &steps)
        } else {
            accept([time], now, lease, &steps)
            dispatch(now, lease, &steps)
        }
    }

    mutating func pause(_ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        if mark.paused != nil { return }
        mark.paused = now
        steps.append(.remember(mark))
        for row in queue { close(row, .paused, .paused, &steps) }
    }

    mutating func resume(_ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        guard mark.paused != nil else { return }
        passOver(now, &steps)
        (mark.paused, mark.since, latest) = (nil, now, max(latest, now))
        steps.append(.remember(mark))
        dispatch(now, lease, &steps)
    }

    mutating func remove(_ steps: inout [SchedulerAction]) {
        isRemoved = true
        for row in queue { close(row, .cancelled, .replaced, &steps) }
    }

    /// Writes rows for the times of a pause, and for those before it that nobody came to.
    private mutating func passOver(_ now: Instant, _ steps: inout [SchedulerAction]) {
        guard let paused = mark.paused else { return }
        let before = DueTimes(plan.timetable, after: latest, through: paused.adding(seconds: -1))
        writeAll(before, .missed, .host_down, &steps)
        latest = max(latest, before.recent.last?.instant ?? latest)
        let during = DueTimes(plan.timetable, after: max(latest, paused.adding(seconds: -1)), through: now)
        writeAll(during, .paused, .paused, &steps)
        latest = max(latest, during.recent.last?.instant ?? latest)
    }

    /// Runs what may still be run, the newest first; the rest is missed.
    private mutating func take(
        _ due: DueTimes, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]
    ) {
        guard let newest = due.recent.last else { return }
        latest = newest.instant
        let chosen = choose(due.recent, now)
        var missed = due
        missed.recent.removeLast(chosen.count)
        writeAll(missed, .missed, nil, now: now, &steps)
        accept(chosen, now, lease, &steps)
    }

    /// The times to run, newest first: always the newest if it is in time, in all no more than are caught up with.
    private func choose(_ times: [Timetable.Occurrence], _ now: Instant) -> [Timetable.Occurrence] {
        let window = Int64(definition.catchUpWindow)
        return times.reversed().enumerated()
            .prefix { index, time in
                let late = now.seconds - time.instant.seconds
                if index == 0 && late <= Scheduler.grace { return true }
                return index < definition.catchUpLimit && late <= window
            }
            .map(\.element)
    }

    /// Gives due times, the newest first, to the policy for overlaps.
    private mutating func accept(
        _ times: [Timetable.Occurrence], _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]
    ) {
        let isBusy = activity > 0 || (definition.overlap == .queue_all && !queue.isEmpty)
        switch definition.overlap {
        case .parallel:
            for time in times.reversed() {
                if activity < Scheduler.parallelLimit {
                    ask(row(time, .queued, nil), now, lease, &steps)
                } else {
                    write(time, .skipped, .full, &steps)
                }
            }
        case _ where !isBusy:
            // Several times are caught up with one after another, whatever the policy.
            // Older rows first, always: a host that dies in between leaves no time behind that nobody looks at again.
            for time in times.dropFirst().reversed() { enqueue(time, &steps) }
            for time in times.prefix(1) { ask(row(time, .queued, nil), now, lease, &steps) }
        case .skip: for time in times.reversed() { write(time, .skipped, .overlap, &steps) }
        case .queue_all: for time in times.reversed() { enqueue(time, &steps) }
        case .queue_one, .cancel_other:
            for row in queue { close(row, .skipped, .replaced, &steps) }
            for time in times.dropFirst().reversed() { write(time, .skipped, .replaced, &steps) }
            for time in times.prefix(1) { enqueue(time, &steps) }
        }
    }

    private mutating func enqueue(_ time: Timetable.Occurrence, _ steps: inout [SchedulerAction]) {
        if queue.count >= Scheduler.queueLimit { return write(time, .skipped, .full, &steps) }
        let waiting = row(time, .queued, nil)
        open[time.instant] = waiting
        steps.append(.record(waiting))
    }

    private func write(
        _ time: Timetable.Occurrence, _ state: ScheduledRun.State, _ reason: RunReason,
        _ steps: inout [SchedulerAction]
    ) {
        steps.append(.record(row(time, state, reason)))
    }

    /// A row for each time, and one for all that are only counted; without a reason, the one that their age gives.
    private func writeAll(
        _ due: DueTimes, _ state: ScheduledRun.State, _ reason: RunReason?, now: Instant? = nil,
        _ steps: inout [SchedulerAction]
    ) {
        func reasoned(_ time: Timetable.Occurrence) -> RunReason {
            if let reason { return reason }
            let late = (now ?? time.instant).seconds - time.instant.seconds
            return late > Int64(definition.catchUpWindow) ? .too_late : .host_down
        }
        if let folded = due.folded {
            var shared = row(folded, state, reasoned(folded))
            shared.folded = due.foldedCount - 1
            steps.append(.record(shared))
        }
        for time in due.recent { write(time, state, reasoned(time), &steps) }
    }
}
