import ChiboModel
import ChiboStore
import Foundation
import Testing

/// What every store promises about the history of schedules and the receipts of runs.
@Suite struct LedgerLaws {
    private let due = Instant(seconds: 1_700_000_000)

    private func run(_ schedule: String = "quy", after seconds: Int64 = 0, attempt: Int = 1) -> ScheduledRun {
        ScheduledRun(schedule: schedule, nominal: due.adding(seconds: seconds), state: .running, attempt: attempt)
    }

    @Test(arguments: StoreKind.allCases)
    func `a nominal time is taken once`(kind: StoreKind) throws {
        let subject = try kind.make()
        let (first, second) = (try subject.open(), try subject.open())
        let taken = try #require(try first.claim(run(), lease: 15))
        #expect(taken.state == .running && taken.fence == 1 && taken.started == due)
        #expect(taken.leaseEnds == due.adding(seconds: 15))
        #expect(try second.claim(run(), lease: 15) == nil)
        #expect(try second.claim(run(after: 60), lease: 15) != nil)
        #expect(try second.claim(run("thang"), lease: 15) != nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `of a schedule that must not overlap one time runs on all hosts`(kind: StoreKind) throws {
        let subject = try kind.make()
        let (first, second) = (try subject.open(), try subject.open())
        let running = try #require(try first.claim(run(), lease: 15))
        #expect(try second.take(run(after: 60), lease: 15, exclusive: true) == .refused(existing: nil))
        #expect(try second.take(run(), lease: 15, exclusive: true) == .refused(existing: running))
        guard case .granted = try second.take(run("thang"), lease: 15, exclusive: true) else {
            Issue.record("another schedule is another matter")
            return
        }
        // A host that is gone stands in nobody's way.
        subject.clock.advance(15)
        guard case .granted(let row) = try second.take(run(after: 60), lease: 15, exclusive: true) else {
            Issue.record("the lease is over")
            return
        }
        #expect(row.fence == 1)
    }

    @Test(arguments: StoreKind.allCases)
    func `of many threads on two handles one takes the time`(kind: StoreKind) async throws {
        let subject = try kind.make()
        let handles = [try subject.open(), try subject.open()]
        let wanted = run()
        for round in 0..<10 {
            let times = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
                for index in 0..<8 {
                    let handle = handles[index % 2]
                    let nominal = ScheduledRun(
                        schedule: "quy", nominal: wanted.nominal.adding(seconds: Int64(round)), state: .running)
                    group.addTask { (try? handle.claim(nominal, lease: 15)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(times == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a finished time is not taken again, and its row tells what became of it`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        var taken = try #require(try store.claim(run(), lease: 15))
        subject.clock.advance(5)
        (taken.state, taken.reason) = (.done, "3 báo cáo")
        try store.finish(taken)
        #expect(try store.claim(run(), lease: 15) == nil)
        let row = try #require(try store.runs(of: "quy", limit: 10).first)
        #expect(row.state == .done && row.reason == "3 báo cáo" && row.leaseEnds == nil)
        #expect(row.started == due && row.finished == due.adding(seconds: 5))
    }

    @Test(arguments: StoreKind.allCases)
    func `a host whose lease ended is replaced, and cannot write any more`(kind: StoreKind) throws {
        let subject = try kind.make()
        let (dead, alive) = (try subject.open(), try subject.open())
        let old = try #require(try dead.claim(run(), lease: 15))
        subject.clock.advance(14)
        #expect(try alive.claim(run(), lease: 15) == nil)
        subject.clock.advance(1)
        let new = try #require(try alive.claim(run(), lease: 15))
        #expect(new.fence == old.fence + 1 && new.attempt == 2)
        var late = old
        late.state = .done
        #expect(throws: StoreError.self) { try dead.finish(late) }
        let error = #expect(throws: StoreError.self) { try dead.renew(old, lease: 15) }
        #expect(error?.code == .fenced)
        #expect(try alive.runs(of: nil, limit: 9) == [new])
    }

    @Test(arguments: StoreKind.allCases)
    func `a sign of life keeps the lease`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        let taken = try #require(try store.claim(run(), lease: 15))
        subject.clock.advance(10)
        #expect(try store.renew(taken, lease: 15).leaseEnds == due.adding(seconds: 25))
        subject.clock.advance(10)
        #expect(try store.claim(run(), lease: 15) == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `a failed attempt is tried again once for each further attempt`(kind: StoreKind) throws {
        let store = try kind.make().open()
        var taken = try #require(try store.claim(run(), lease: 15))
        taken.state = .failed
        try store.finish(taken)
        #expect(try store.claim(run(), lease: 15) == nil)
        let again = try #require(try store.claim(run(attempt: 2), lease: 15))
        #expect(again.attempt == 2 && again.fence == 2)
        #expect(try store.claim(run(attempt: 2), lease: 15) == nil)
    }

    @Test(arguments: StoreKind.allCases)
    func `a time that nobody runs has a row, and one that has a row keeps it`(kind: StoreKind) throws {
        let store = try kind.make().open()
        let missed = ScheduledRun(
            schedule: "quy", nominal: due, state: .missed, reason: "máy tắt", shift: .gap, folded: 3)
        #expect(try store.record([missed]) == [missed])
        #expect(try store.record([missed]).isEmpty)
        #expect(try store.claim(run(), lease: 15) == nil)
        #expect(try store.runs(of: "quy", limit: 10) == [missed])
    }

    @Test(arguments: StoreKind.allCases)
    func `a waiting time is open, and can be taken or given up`(kind: StoreKind) throws {
        let store = try kind.make().open()
        func waiting(_ seconds: Int64) -> ScheduledRun {
            ScheduledRun(schedule: "quy", nominal: due.adding(seconds: seconds), state: .queued)
        }
        try store.record([waiting(0), waiting(60)])
        #expect(try store.openRuns(of: "quy").map(\.nominal) == [due, due.adding(seconds: 60)])
        #expect(try store.claim(run(), lease: 15)?.state == .running)
        let skipped = ScheduledRun(schedule: "quy", nominal: due.adding(seconds: 60), state: .skipped)
        #expect(try store.record([skipped]) == [skipped])
        #expect(try store.openRuns(of: "quy").map(\.state) == [.running])
        #expect(try store.openRuns(of: "thang").isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `rows are listed newest first`(kind: StoreKind) throws {
        let store = try kind.make().open()
        try store.record(
            [(30, "b"), (10, "a"), (20, "a"), (30, "a")].map {
                ScheduledRun(schedule: $0.1, nominal: due.adding(seconds: $0.0), state: .missed)
            })
        #expect(try store.runs(of: nil, limit: 3).map(\.schedule) == ["a", "b", "a"])
        #expect(try store.runs(of: "a", limit: 10).map { $0.nominal.seconds - due.seconds } == [30, 20, 10])
    }

    @Test(arguments: StoreKind.allCases)
    func `a mark replaces the one before`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        #expect(try store.mark(of: "quy") == nil)
        try store.setMark(ScheduleMark(schedule: "quy", fingerprint: "a", since: due))
        let paused = ScheduleMark(schedule: "quy", fingerprint: "b", since: due, paused: due.adding(seconds: 9))
        try store.setMark(paused)
        try store.setMark(ScheduleMark(schedule: "nam", fingerprint: "c", since: due))
        #expect(try subject.open().mark(of: "quy") == paused)
        #expect(try store.marks().map(\.schedule) == ["nam", "quy"])
    }

    @Test(arguments: StoreKind.allCases)
    func `receipts are numbered and listed newest first`(kind: StoreKind) throws {
        let subject = try kind.make()
        let store = try subject.open()
        func receipt(_ definition: String) -> RunReceipt {
            RunReceipt(
                kind: "report", definition: definition, scriptHash: "ab", dataVersion: DataVersion(4),
                asOf: day("2023-12-31"), parameters: #"{"period":"2023"}"#, hostVersion: "1.0", outputHash: "cd")
        }
        let first = try store.append(receipt("rp-02"))
        subject.clock.advance(60)
        let second = try store.append(receipt("rp-08"))
        #expect(first.id < second.id && first.at == due && second.at == due.adding(seconds: 60))
        #expect(try subject.open().receipts(of: nil, limit: 10) == [second, first])
        #expect(try store.receipts(of: "rp-02", limit: 10) == [first])
        #expect(try store.receipts(of: nil, limit: 1) == [second])
    }
}
