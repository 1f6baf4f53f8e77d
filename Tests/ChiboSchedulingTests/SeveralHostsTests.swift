import ChiboTestSupport
import ChiboModel
import ChiboScheduling
import Testing

/// Several hosts on one history, that crash, hang, and start again.
struct SeveralHostsTests {
    @Test func `one of two hosts gets a nominal time`() throws {
        let plan = try SchedulerTests.plan()
        var store = SharedHistory()
        var hosts = [TestHost(), TestHost()]
        let start = try utc("2023-03-01T00:00")
        for index in hosts.indices {
            hosts[index].handle(.loaded(plan, mark: store.mark, history: []), &store, at: start)
        }
        for index in hosts.indices { hosts[index].handle(.tick, &store, at: try utc("2023-03-01T07:30")) }
        #expect(hosts.map { $0.running.count } == [1, 0])
        #expect(store.starts.count == 1)
    }

    @Test func `a lease is renewed while the host lives, and a dead host's run is taken over or closed`() throws {
        for retries in [0, 1] {
            let plan = try SchedulerTests.plan(retries: retries)
            var store = SharedHistory()
            var (first, second) = (TestHost(), TestHost())
            let nominal = try utc("2023-03-01T07:30")
            first.handle(.loaded(plan, mark: nil, history: []), &store, at: nominal.adding(seconds: -60))
            second.handle(.loaded(plan, mark: store.mark, history: []), &store, at: nominal.adding(seconds: -60))
            for second in 0..<40 { first.handle(.tick, &store, at: nominal.adding(seconds: Int64(second))) }
            #expect(try #require(store.rows[nominal]?.leaseEnds) > nominal.adding(seconds: 39))
            // The first host dies here.
            _ = second.said()
            for wait in 40..<60 {
                let now = nominal.adding(seconds: Int64(wait))
                second.handle(.refreshed(store.history), &store, at: now)
                second.handle(.tick, &store, at: now)
            }
            #expect(
                second.said().prefix(2)
                    == (retries == 1
                        ? ["claim 03-01 07:30 #2 f2", "start 03-01 07:30"] : ["failed 03-01 07:30 host_lost"]))
            // The first one was only asleep: its late answer is refused, and it is told to stop.
            first.handle(.tick, &store, at: nominal.adding(seconds: 61))
            #expect(first.stopped[nominal] == .lease_lost)
            #expect(store.rows[nominal]?.fence == 2)
        }
    }

    @Test func `a newer time that waits at another host stops the run here`() throws {
        let plan = try SchedulerTests.plan(overlap: .cancel_other, timeout: 10 * 86400)
        var store = SharedHistory()
        var (first, second) = (TestHost(scheduler: Scheduler(lease: nil)), TestHost(scheduler: Scheduler(lease: nil)))
        let start = try utc("2023-03-01T00:00")
        first.handle(.loaded(plan, mark: nil, history: []), &store, at: start)
        second.handle(.loaded(plan, mark: store.mark, history: []), &store, at: start)
        first.handle(.tick, &store, at: try utc("2023-03-01T07:30"))
        // The second host knows nothing of the first one's run; the store's answer tells it to wait.
        second.handle(.tick, &store, at: try utc("2023-03-02T07:30"))
        #expect(second.said().last == "queued 03-02 07:30")
        first.handle(.refreshed(store.history), &store, at: try utc("2023-03-02T07:30:05"))
        first.handle(.tick, &store, at: try utc("2023-03-02T07:30:05"))
        #expect(first.stopped[try utc("2023-03-01T07:30")] == .cancelled)
    }

    @Test(arguments: 0..<60)
    func `whatever hosts do, each nominal time is told of once and run once an attempt`(seed: UInt64) throws {
        var world = try World(seed: seed)
        for _ in 0..<400 { try world.step() }
        try world.settle()
        try world.checkLaws()
    }

    /// Three hosts, a clock, and a row of misfortunes.
    private struct World {
        var random: SeededGenerator
        var store = SharedHistory()
        var hosts: [TestHost?] = [nil, nil, nil]
        let plan: PlannedSchedule
        var now: Instant
        let start: Instant
        /// The latest moment that any host has seen.
        var latest: Instant
        var isCalm = false

        init(seed: UInt64) throws {
            random = SeededGenerator(seed: seed)
            let policy = OverlapPolicy.allCases[Int(seed) % OverlapPolicy.allCases.count]
            plan = try SchedulerTests.plan(
                .cron("*/5 * * * *"), window: 3600, limit: Int.random(in: 0...3, using: &random), overlap: policy,
                timeout: 400, retries: Int.random(in: 0...2, using: &random))
            start = try utc("2023-03-01T00:00")
            (now, latest) = (start, start)
            try revive(0)
        }

        mutating func revive(_ index: Int) throws {
            var host = TestHost()
            host.handle(.loaded(plan, mark: store.mark, history: store.recent), &store, at: now)
            hosts[index] = host
        }

        mutating func step() throws {
            let jump = Int.random(in: 0..<20, using: &random)
            now = now.adding(seconds: jump == 0 ? Int64.random(in: 600...9000, using: &random) : Int64(jump % 9))
            if jump == 1 { now = now.adding(seconds: -200) }
            let index = Int.random(in: hosts.indices, using: &random)
            switch Int.random(in: 0..<30, using: &random) {
            case 0: hosts[index] = nil
            case 1, 2: if hosts[index] == nil { try revive(index) }
            case 3...6: finish(index)
            default: tick(index)
            }
        }

        mutating func tick(_ index: Int) {
            latest = max(latest, now)
            // Now and then a host dies between two of its actions.
            if !isCalm && Int.random(in: 0..<5, using: &random) == 0 {
                hosts[index]?.actionsLeft = Int.random(in: 0..<6, using: &random)
            }
            hosts[index]?.handle(.refreshed(store.recent), &store, at: now)
            hosts[index]?.handle(.tick, &store, at: now)
            if hosts[index]?.actionsLeft == 0 { hosts[index] = nil }
            hosts[index]?.actionsLeft = nil
        }

        mutating func finish(_ index: Int) {
            guard let nominal = hosts[index]?.running.sorted().first else { return }
            hosts[index]?.running.remove(nominal)
            let good = hosts[index]?.stopped[nominal] == nil && Int.random(in: 0..<3, using: &random) > 0
            hosts[index]?.handle(
                .finished(schedule: "quy", nominal: nominal, good ? .done : .failed("x")), &store, at: now)
        }

        /// Lets everything that is still open come to its end at one host.
        mutating func settle() throws {
            hosts = [nil, nil, nil]
            isCalm = true
            try revive(0)
            now = max(now, store.history.last?.nominal ?? now)
            for _ in 0..<200 {
                now = now.adding(seconds: 14)
                tick(0)
                if (hosts[0]?.running.count ?? 0) > 0 { finish(0) }
            }
        }

        func checkLaws() throws {
            let pairs = store.starts.map { [$0.nominal.seconds, Int64($0.attempt)] }
            #expect(Set(pairs).count == pairs.count, "the same attempt was started twice")
            #expect(store.starts.allSatisfy { $0.attempt <= plan.definition.retries + 1 })
            #expect(
                store.starts.allSatisfy {
                    $0.nominal <= latest && $0.at.seconds + 4000 > $0.nominal.seconds && $0.nominal > start
                }, "run before its time")
            let newest = try #require(store.history.last?.nominal)
            let due = plan.timetable.next(2000, after: start).map(\.instant).filter { $0 <= newest }
            let told = store.rows.values.reduce(0) { $0 + 1 + $1.folded }
            #expect(told == due.count, "a nominal time has no row, or two")
            #expect(Set(store.rows.keys).isSubset(of: Set(due)))
            let unsettled = store.rows.values.filter {
                [.queued, .running].contains($0.state) && $0.nominal < now.adding(seconds: -1800)
            }
            #expect(unsettled.count <= (plan.definition.overlap == .queue_all ? 8 : 1), "\(unsettled)")
        }
    }
}
