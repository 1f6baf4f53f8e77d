import ChiboModel
import ChiboScheduling
import Testing

/// One host with a schedule that is due daily at 07:30 UTC, since 1 March 2023.
struct SchedulerTests {
    static func plan(
        _ trigger: ScheduleTrigger = .cron("30 7 * * *"), window: Int = 7 * 86400, limit: Int = 1,
        overlap: OverlapPolicy = .skip, timeout: Int = 3600, retries: Int = 0
    ) throws -> PlannedSchedule {
        try PlannedSchedule(
            ScheduleDefinition(
                id: "quy", trigger: trigger, timeZone: "UTC", catchUpWindow: window, catchUpLimit: limit,
                overlap: overlap, timeout: timeout, retries: retries, backoff: 60))
    }

    private func begin(_ plan: PlannedSchedule, _ at: String = "2023-03-01T00:00") throws -> (TestHost, SharedHistory) {
        var (host, store) = (TestHost(scheduler: Scheduler(lease: nil)), SharedHistory())
        host.handle(.loaded(plan, mark: nil, history: []), &store, at: try utc(at))
        #expect(host.said() == ["remember"])
        return (host, store)
    }

    @Test func `a time that comes is claimed and started once, and its end is written`() throws {
        var (host, store) = try begin(SchedulerTests.plan())
        host.handle(.tick, &store, at: try utc("2023-03-01T07:29:59"))
        #expect(host.said().isEmpty)
        host.handle(.tick, &store, at: try utc("2023-03-01T07:30:00"))
        #expect(host.said() == ["claim 03-01 07:30 #1 f1", "start 03-01 07:30"])
        host.handle(.tick, &store, at: try utc("2023-03-01T07:30:01"))
        #expect(host.said().isEmpty)
        let nominal = try utc("2023-03-01T07:30")
        host.handle(.finished(schedule: "quy", nominal: nominal, .done), &store, at: try utc("2023-03-01T07:31"))
        #expect(host.said() == ["done 03-01 07:30"])
        #expect(store.rows[nominal]?.finished == (try utc("2023-03-01T07:31")))
    }

    @Test func `a new schedule never runs retroactively, and neither does an edited one`() throws {
        var (host, store) = try begin(SchedulerTests.plan(), "2023-03-01T08:00")
        host.handle(.tick, &store, at: try utc("2023-03-02T07:00"))
        #expect(host.said().isEmpty)
        // Edited to an hour that has passed today.
        let edited = try SchedulerTests.plan(.cron("0 6 * * *"))
        host.handle(
            .loaded(edited, mark: store.mark, history: store.history), &store, at: try utc("2023-03-02T07:00"))
        host.handle(.tick, &store, at: try utc("2023-03-02T07:30"))
        #expect(host.said() == ["remember"])
        host.handle(.tick, &store, at: try utc("2023-03-03T06:00"))
        #expect(host.said() == ["claim 03-03 06:00 #1 f1", "start 03-03 06:00"])
    }

    @Test func `an edit of what is not the time keeps what is due`() throws {
        var (host, store) = try begin(SchedulerTests.plan())
        let edited = try SchedulerTests.plan(timeout: 60, retries: 2)
        host.handle(
            .loaded(edited, mark: store.mark, history: store.history), &store, at: try utc("2023-03-01T08:00"))
        host.handle(.tick, &store, at: try utc("2023-03-01T08:00"))
        #expect(host.said() == ["claim 03-01 07:30 #1 f1", "start 03-01 07:30"])
    }

    @Test(arguments: [
        // One time missed, and run late.
        (7 * 86400, 1, "2023-03-01T12:00", ["claim 03-01 07:30 #1 f1", "start 03-01 07:30"]),
        (
            7 * 86400, 1, "2023-03-03T12:00",
            [
                "missed 03-01 07:30 host_down", "missed 03-02 07:30 host_down", "claim 03-03 07:30 #1 f1",
                "start 03-03 07:30",
            ]
        ),
        (
            7 * 86400, 2, "2023-03-03T12:00",
            ["missed 03-01 07:30 host_down", "queued 03-02 07:30", "claim 03-03 07:30 #1 f1", "start 03-03 07:30"]
        ),
        // A window of six hours.
        (21600, 5, "2023-03-02T20:00", ["missed 03-01 07:30 too_late", "missed 03-02 07:30 too_late"]),
        // Nothing is caught up with; a time that has just come is no catching up.
        (
            7 * 86400, 0, "2023-03-02T07:31",
            ["missed 03-01 07:30 host_down", "claim 03-02 07:30 #1 f1", "start 03-02 07:30"]
        ),
        (7 * 86400, 0, "2023-03-01T07:32", ["missed 03-01 07:30 host_down"]),
    ])
    func `what a host finds that comes late`(window: Int, limit: Int, at: String, expected: [String]) throws {
        var (host, store) = try begin(SchedulerTests.plan(window: window, limit: limit))
        host.handle(.tick, &store, at: try utc(at))
        #expect(host.said() == expected)
        host.handle(.tick, &store, at: try utc(at))
        #expect(host.said().isEmpty)
    }

    @Test func `times caught up with run one after another, the newest first`() throws {
        var (host, store) = try begin(SchedulerTests.plan(limit: 3))
        let now = try utc("2023-03-03T12:00")
        host.handle(.tick, &store, at: now)
        for day in [3, 2, 1] {
            #expect(host.said().contains("start 03-0\(day) 07:30"))
            host.handle(.finished(schedule: "quy", nominal: try utc("2023-03-0\(day)T07:30"), .done), &store, at: now)
        }
        #expect(store.rows.values.allSatisfy { $0.state == .done })
    }

    @Test func `a long downtime leaves a bounded number of rows that count every time`() throws {
        var (host, store) = try begin(SchedulerTests.plan(.cron("* * * * *")))
        host.handle(.tick, &store, at: try utc("2023-04-01T00:00"))
        #expect(store.rows.count == 101)
        let told = store.rows.values.reduce(0) { $0 + 1 + $1.folded }
        #expect(told == 31 * 1440)
        #expect(store.history.first.map { $0.folded > 0 && $0.state == .missed } == true)
        // More than is counted at all: two years by the minute.
        host.handle(.tick, &store, at: try utc("2025-04-01T00:00"))
        #expect(store.rows.count < 300)
    }

    @Test(arguments: [
        (OverlapPolicy.skip, ["skipped 03-02 07:30 overlap"], ["skipped 03-03 07:30 overlap"], ["done 03-01 07:30"]),
        (
            .queue_one, ["queued 03-02 07:30"], ["skipped 03-02 07:30 replaced", "queued 03-03 07:30"],
            ["done 03-01 07:30", "claim 03-03 07:30 #1 f1", "start 03-03 07:30"]
        ),
        (
            .queue_all, ["queued 03-02 07:30"], ["queued 03-03 07:30"],
            ["done 03-01 07:30", "claim 03-02 07:30 #1 f1", "start 03-02 07:30"]
        ),
        (
            .cancel_other, ["queued 03-02 07:30", "stop 03-01 07:30 cancelled"],
            ["skipped 03-02 07:30 replaced", "queued 03-03 07:30"],
            ["done 03-01 07:30", "claim 03-03 07:30 #1 f1", "start 03-03 07:30"]
        ),
        (
            .parallel, ["claim 03-02 07:30 #1 f1", "start 03-02 07:30"],
            ["claim 03-03 07:30 #1 f1", "start 03-03 07:30"],
            ["done 03-01 07:30"]
        ),
    ])
    func `what the policies do while a run goes on`(
        policy: OverlapPolicy, second: [String], third: [String], end: [String]
    ) throws {
        var (host, store) = try begin(SchedulerTests.plan(overlap: policy, timeout: 10 * 86400))
        host.handle(.tick, &store, at: try utc("2023-03-01T07:30"))
        _ = host.said()
        host.handle(.tick, &store, at: try utc("2023-03-02T07:30"))
        #expect(host.said() == second)
        host.handle(.tick, &store, at: try utc("2023-03-03T07:30"))
        #expect(host.said() == third)
        let first = try utc("2023-03-01T07:30")
        host.handle(.finished(schedule: "quy", nominal: first, .done), &store, at: try utc("2023-03-03T08:00"))
        #expect(host.said() == end)
    }

    @Test func `a run that was stopped for a later one is cancelled`() throws {
        var (host, store) = try begin(SchedulerTests.plan(overlap: .cancel_other, timeout: 10 * 86400, retries: 3))
        host.handle(.tick, &store, at: try utc("2023-03-01T07:30"))
        host.handle(.tick, &store, at: try utc("2023-03-02T07:30"))
        _ = host.said()
        let first = try utc("2023-03-01T07:30")
        host.handle(
            .finished(schedule: "quy", nominal: first, .failed("stopped")), &store, at: try utc("2023-03-02T07:31"))
        #expect(host.said() == ["cancelled 03-01 07:30 cancelled", "claim 03-02 07:30 #1 f1", "start 03-02 07:30"])
    }

    @Test func `a failed run is tried again after waits that double, so often as it says`() throws {
        var (host, store) = try begin(SchedulerTests.plan(retries: 2))
        let nominal = try utc("2023-03-01T07:30")
        host.handle(.tick, &store, at: nominal)
        for (wait, attempt) in [(60, 2), (120, 3)] {
            let ended = nominal.adding(seconds: Int64(attempt) * 1000)
            host.handle(.finished(schedule: "quy", nominal: nominal, .failed("lỗi")), &store, at: ended)
            #expect(host.said().last == "failed 03-01 07:30 lỗi")
            #expect(host.scheduler.wake(after: ended) == ended.adding(seconds: Int64(wait)))
            host.handle(.tick, &store, at: ended.adding(seconds: Int64(wait) - 1))
            #expect(host.said().isEmpty)
            host.handle(.tick, &store, at: ended.adding(seconds: Int64(wait)))
            #expect(host.said().first == "claim 03-01 07:30 #\(attempt) f\(attempt)")
        }
        host.handle(
            .finished(schedule: "quy", nominal: nominal, .failed("lỗi")), &store, at: nominal.adding(seconds: 4000))
        host.handle(.tick, &store, at: nominal.adding(seconds: 9000))
        #expect(host.said() == ["failed 03-01 07:30 lỗi"])
    }

    @Test func `a run past its timeout is stopped once and fails for that`() throws {
        var (host, store) = try begin(SchedulerTests.plan(timeout: 300))
        let nominal = try utc("2023-03-01T07:30")
        host.handle(.tick, &store, at: nominal)
        _ = host.said()
        host.handle(.tick, &store, at: nominal.adding(seconds: 300))
        host.handle(.tick, &store, at: nominal.adding(seconds: 301))
        host.handle(
            .finished(schedule: "quy", nominal: nominal, .failed("x")), &store, at: nominal.adding(seconds: 302))
        #expect(host.said() == ["stop 03-01 07:30 timed_out", "failed 03-01 07:30 timed_out"])
        #expect(RunReason.words(for: "timed_out").vi == "chạy quá thời gian cho phép")
        #expect(RunReason.words(for: "lỗi ở dòng 4").en == "lỗi ở dòng 4")
    }

    @Test func `the times of a pause get their rows and are never made up for`() throws {
        var (host, store) = try begin(SchedulerTests.plan(limit: 9))
        host.handle(.paused("quy"), &store, at: try utc("2023-03-02T00:00"))
        host.handle(.tick, &store, at: try utc("2023-03-03T12:00"))
        #expect(
            host.said() == [
                "remember paused", "missed 03-01 07:30 host_down", "paused 03-02 07:30 paused",
                "paused 03-03 07:30 paused",
            ])
        host.handle(.resumed("quy"), &store, at: try utc("2023-03-05T00:00"))
        #expect(host.said() == ["paused 03-04 07:30 paused", "remember"])
        host.handle(.tick, &store, at: try utc("2023-03-05T07:30"))
        #expect(host.said() == ["claim 03-05 07:30 #1 f1", "start 03-05 07:30"])
    }

    @Test func `a clock that steps back fires nothing twice, and a wrong future does not silence a schedule`() throws {
        var (host, store) = try begin(SchedulerTests.plan(.cron("0 * * * *")))
        host.handle(.tick, &store, at: try utc("2023-03-01T02:00"))
        host.handle(
            .finished(schedule: "quy", nominal: try utc("2023-03-01T02:00"), .done), &store,
            at: try utc("2023-03-01T02:01"))
        _ = host.said()
        for at in ["2023-03-01T00:30", "2023-03-01T01:00", "2023-03-01T02:00", "2023-03-01T02:30"] {
            host.handle(.tick, &store, at: try utc(at))
        }
        #expect(host.said().isEmpty)
        // The clock ran in 2030 for a while, and is put right.
        host.handle(.tick, &store, at: try utc("2030-01-01T00:00:30"))
        host.handle(
            .finished(schedule: "quy", nominal: try utc("2030-01-01T00:00"), .done), &store,
            at: try utc("2030-01-01T00:01"))
        _ = host.said()
        host.handle(.tick, &store, at: try utc("2023-03-01T03:30"))
        host.handle(.tick, &store, at: try utc("2023-03-01T04:00"))
        #expect(host.said() == ["claim 03-01 04:00 #1 f1", "start 03-01 04:00"])
    }

    @Test func `an event of the records runs its schedule at once`() throws {
        var (host, store) = try begin(SchedulerTests.plan(.event("member.admitted"), overlap: .queue_all))
        let now = try utc("2023-03-01T09:00")
        host.handle(.happened("member.left"), &store, at: now)
        #expect(host.said().isEmpty)
        host.handle(.happened("member.admitted"), &store, at: now)
        host.handle(.happened("member.admitted"), &store, at: now)
        #expect(host.said() == ["claim 03-01 09:00 #1 f1", "start 03-01 09:00", "queued 03-01 09:00"])
        #expect(store.rows.count == 2)
    }

    @Test func `a schedule that is removed lets its run end, and starts no more`() throws {
        var (host, store) = try begin(SchedulerTests.plan())
        host.handle(.tick, &store, at: try utc("2023-03-01T07:30"))
        host.handle(.removed("quy"), &store, at: try utc("2023-03-01T07:31"))
        host.handle(.tick, &store, at: try utc("2023-03-02T07:30"))
        host.handle(
            .finished(schedule: "quy", nominal: try utc("2023-03-01T07:30"), .done), &store,
            at: try utc("2023-03-02T08:00"))
        #expect(host.said() == ["claim 03-01 07:30 #1 f1", "start 03-01 07:30", "done 03-01 07:30"])
        #expect(host.scheduler.wake(after: try utc("2023-03-02T08:00")) == nil)
    }

    @Test func `a row says when the clock was changed`() throws {
        let plan = try PlannedSchedule(
            ScheduleDefinition(id: "quy", trigger: .cron("30 2 * * *"), timeZone: "Europe/Berlin"))
        var (host, store) = try begin(plan, "2023-03-25T12:00")
        host.handle(.tick, &store, at: try utc("2023-03-26T01:00"))
        #expect(store.history.map(\.shift) == [.gap])
    }

    @Test func `a schedule in a zone that nobody knows is refused in words`() throws {
        let error = try #require(throws: TimetableError.self) {
            try PlannedSchedule(ScheduleDefinition(id: "quy", trigger: .cron("0 7 * * *"), timeZone: "Asia/Hanoi"))
        }
        #expect(error.diagnostic.code == "CB-S043")
        #expect(error.message.vi.contains("Asia/Hanoi"))
    }

    @Test func `a manual clock shows what it was set to`() throws {
        let clock = ManualClock(try utc("2023-03-01T00:00"))
        clock.advance(by: 60)
        #expect(clock.now() == (try utc("2023-03-01T00:01")))
        clock.set(to: try utc("2020-01-01T00:00"))
        #expect(clock.now() == (try utc("2020-01-01T00:00")))
        #expect(SystemClock().now() > clock.now())
    }
}
