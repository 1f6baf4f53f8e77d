import ChiboModel

/// Taking, watching and ending runs.
extension ScheduleLane {
    /// Asks the store for as many waiting or failed rows as may run now.
    mutating func dispatch(_ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        if isRemoved || mark.paused != nil { return }
        stopForLater(&steps)
        dropHopelessRetries(now)
        for row in queue + retries(due: now) where asked[row.nominal] == nil {
            guard activity < (definition.overlap == .parallel ? Scheduler.parallelLimit : 1) else { return }
            ask(row, now, lease, &steps)
        }
    }

    /// Asks the store for a run: as it would stand there.
    mutating func ask(_ row: ScheduledRun, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        var wanted = row
        if row.state != .queued { wanted.attempt += 1 }
        (wanted.state, wanted.started, wanted.finished, wanted.reason) = (.running, now, nil, "")
        wanted.fence += 1
        let held = lease ?? Int64(definition.timeout) + 60
        wanted.leaseEnds = now.adding(seconds: held)
        asked[row.nominal] = wanted
        steps.append(.claim(wanted, lease: Int(held), exclusive: definition.overlap != .parallel))
    }

    mutating func claimed(_ row: ScheduledRun, _ steps: inout [SchedulerAction]) {
        guard let wanted = asked.removeValue(forKey: row.nominal) else { return }
        // What this host took for a waiting row was begun elsewhere, and that was its last attempt.
        if row.attempt > max(wanted.attempt, definition.retries + 1) {
            let ended = row.ended(
                .failed(RunReason.host_lost.rawValue), stoppedFor: nil, at: row.started ?? row.nominal)
            adopt(ended)
            return steps.append(.finish(ended))
        }
        mine.insert(row.nominal)
        adopt(row)
        steps.append(.start(row))
    }

    mutating func refused(_ nominal: Instant, _ existing: ScheduledRun?, _ steps: inout [SchedulerAction]) {
        guard let wanted = asked.removeValue(forKey: nominal) else { return }
        if let existing { return adopt(existing) }
        // Another host runs another time of the schedule. What waited before goes on waiting.
        if open[nominal] != nil { return }
        var row = wanted
        (row.started, row.leaseEnds, row.fence) = (nil, nil, wanted.fence - 1)
        row.state = definition.overlap == .skip ? .skipped : .queued
        row.reason = definition.overlap == .skip ? RunReason.overlap.rawValue : ""
        adopt(row)
        steps.append(.record(row))
    }

    mutating func lost(_ nominal: Instant, _ steps: inout [SchedulerAction]) {
        guard mine.remove(nominal) != nil else { return }
        open[nominal] = nil
        stopping[nominal] = nil
        steps.append(.stop(schedule: id, nominal: nominal, .lease_lost))
    }

    mutating func finished(
        _ nominal: Instant, _ outcome: RunOutcome, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]
    ) {
        guard mine.remove(nominal) != nil, let row = open[nominal] else { return }
        let ended = row.ended(outcome, stoppedFor: stopping.removeValue(forKey: nominal), at: now)
        adopt(ended)
        steps.append(.finish(ended))
        dispatch(now, lease, &steps)
    }

    /// Closes a row that waited.
    mutating func close(
        _ row: ScheduledRun, _ state: ScheduledRun.State, _ reason: RunReason, _ steps: inout [SchedulerAction]
    ) {
        var closed = row
        (closed.state, closed.reason) = (state, reason.rawValue)
        adopt(closed)
        steps.append(.record(closed))
    }

    /// Looks after what runs: timeouts and leases of its own, leases of others that are over.
    mutating func watch(_ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]) {
        for row in running where asked[row.nominal] == nil {
            if mine.contains(row.nominal) {
                stopIfTooLong(row, now, &steps)
                renew(row, now, lease, &steps)
            } else if let ends = row.leaseEnds, ends < now {
                takeOver(row, now, lease, &steps)
            }
        }
    }

    private mutating func stopIfTooLong(_ row: ScheduledRun, _ now: Instant, _ steps: inout [SchedulerAction]) {
        guard let started = row.started, now.seconds - started.seconds >= definition.timeout else { return }
        stop(row.nominal, .timed_out, &steps)
    }

    private mutating func renew(
        _ row: ScheduledRun, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]
    ) {
        guard let lease, let ends = row.leaseEnds, ends.seconds - now.seconds <= lease / 2 else { return }
        var renewed = row
        renewed.leaseEnds = now.adding(seconds: lease)
        adopt(renewed)
        steps.append(.renew(renewed, lease: Int(lease)))
    }

    /// The host that ran it is gone: tries again where attempts are left, else says so.
    private mutating func takeOver(
        _ row: ScheduledRun, _ now: Instant, _ lease: Int64?, _ steps: inout [SchedulerAction]
    ) {
        if row.attempt <= definition.retries && mark.paused == nil { return ask(row, now, lease, &steps) }
        var ended = row
        (ended.state, ended.reason) = (.failed, RunReason.host_lost.rawValue)
        (ended.finished, ended.leaseEnds, ended.fence) = (now, nil, row.fence + 1)
        adopt(ended)
        steps.append(.closeLost(ended))
    }

    /// Where a later time waits and the policy says so, the earlier run makes way.
    private mutating func stopForLater(_ steps: inout [SchedulerAction]) {
        guard definition.overlap == .cancel_other, let newest = queue.first?.nominal else { return }
        for row in running where mine.contains(row.nominal) && row.nominal < newest {
            stop(row.nominal, .cancelled, &steps)
        }
    }

    private mutating func stop(_ nominal: Instant, _ reason: RunReason, _ steps: inout [SchedulerAction]) {
        guard stopping[nominal] == nil else { return }
        stopping[nominal] = reason
        steps.append(.stop(schedule: id, nominal: nominal, reason))
    }

    private func retries(due now: Instant) -> [ScheduledRun] {
        open.values.filter { retryTime($0).map { $0 <= now } ?? false }.sorted { $0.nominal < $1.nominal }
    }

    /// Failed rows that a later run has overtaken, or that nobody came to try again in time, stay failed.
    private mutating func dropHopelessRetries(_ now: Instant) {
        let patience = max(Int64(definition.catchUpWindow), Scheduler.grace)
        open = open.filter { _, row in
            guard row.state == .failed else { return true }
            return retryTime(row).map { now.seconds - $0.seconds <= patience } ?? false
        }
    }
}

extension ScheduleLane {
    /// When a tick may next have something to do.
    func wake(after now: Instant, _ lease: Int64?) -> Instant? {
        if isRemoved { return nil }
        var moments = [plan.timetable.next(after: latest)?.instant]
        for row in open.values where asked[row.nominal] == nil {
            switch row.state {
            case .failed: moments.append(retryTime(row))
            case .running where mine.contains(row.nominal):
                moments.append(row.started?.adding(seconds: Int64(definition.timeout)))
                if let lease { moments.append(row.leaseEnds?.adding(seconds: -(lease / 2))) }
            case .running: moments.append(row.leaseEnds?.adding(seconds: 1))
            case .queued, .done, .cancelled, .missed, .skipped, .paused: break
            }
        }
        return moments.compactMap { $0 }.min().map { max($0, now.adding(seconds: 1)) }
    }
}

extension ScheduledRun {
    /// The row after its run has ended.
    func ended(_ outcome: RunOutcome, stoppedFor stop: RunReason?, at now: Instant) -> ScheduledRun {
        var row = self
        (row.finished, row.leaseEnds) = (now, nil)
        switch (outcome, stop) {
        case (.done, _): (row.state, row.reason) = (.done, "")
        case (.failed, .cancelled?): (row.state, row.reason) = (.cancelled, RunReason.cancelled.rawValue)
        case (.failed, let stop?): (row.state, row.reason) = (.failed, stop.rawValue)
        case (.failed(let message), nil): (row.state, row.reason) = (.failed, message)
        }
        return row
    }
}
