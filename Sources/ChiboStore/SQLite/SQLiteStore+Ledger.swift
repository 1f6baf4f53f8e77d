public import ChiboModel

extension SQLiteStore {
    /// The time by the store's clock.
    public func now() -> Instant { clock() }

    /// Takes a nominal time in order to run it.
    public func take(_ run: ScheduledRun, lease: Int, exclusive: Bool) throws(StoreError) -> ScheduleClaim {
        try write { connection throws(StoreError) in
            // The time is read once the row is this host's to change: waiting must not make a lease look fresh.
            let now = clock()
            let old = try SQLiteRun.read(run, from: connection)
            let isBusy = exclusive ? try SQLiteRun.hasOther(run, aliveAt: now, in: connection) : false
            let claim = LedgerRules.take(run, over: old, isBusy: isBusy, now: now, lease: lease)
            if case .granted(let row) = claim { try SQLiteRun.write(row, to: connection) }
            return claim
        }
    }

    /// Gives a sign of life.
    public func renew(_ run: ScheduledRun, lease: Int) throws(StoreError) -> ScheduledRun {
        guard let renewed = try update(run, { LedgerRules.renew(run, over: $0, now: $1, lease: lease) }) else {
            throw .fenced(run.schedule)
        }
        return renewed
    }

    /// Writes what became of a run that this host took.
    @discardableResult
    public func finish(_ run: ScheduledRun) throws(StoreError) -> ScheduledRun {
        guard let finished = try update(run, { LedgerRules.finish(run, over: $0, now: $1) }) else {
            throw .fenced(run.schedule)
        }
        return finished
    }

    /// Writes rows of nominal times that nobody runs, or that wait.
    @discardableResult
    public func record(_ runs: [ScheduledRun]) throws(StoreError) -> [ScheduledRun] {
        try write { connection throws(StoreError) in
            var written: [ScheduledRun] = []
            for run in runs where LedgerRules.mayRecord(over: try SQLiteRun.read(run, from: connection)) {
                try SQLiteRun.write(run, to: connection)
                written.append(run)
            }
            return written
        }
    }

    /// The newest rows, newest first.
    public func runs(of schedule: String?, limit: Int) throws(StoreError) -> [ScheduledRun] {
        try read { connection throws(StoreError) in
            let condition = schedule == nil ? "" : "WHERE \"schedule\" = ?2"
            let query = try connection.prepare(
                "\(SQLiteRun.select) \(condition) ORDER BY \"nominal\" DESC, \"schedule\" LIMIT ?1")
            try query.bind(Int64(limit), 1)
            if let schedule { try query.bind(schedule, 2) }
            return try SQLiteRun.all(query)
        }
    }

    /// The rows of a schedule that are running or waiting, oldest first.
    public func openRuns(of schedule: String) throws(StoreError) -> [ScheduledRun] {
        try read { connection throws(StoreError) in
            let query = try connection.prepare(
                """
                \(SQLiteRun.select) WHERE "schedule" = ?1 AND "state" IN ('running', 'queued') ORDER BY "nominal"
                """)
            try query.bind(schedule, 1)
            return try SQLiteRun.all(query)
        }
    }

    /// What is remembered of all schedules besides their history.
    public func marks() throws(StoreError) -> [ScheduleMark] {
        try read { connection throws(StoreError) in
            let query = try connection.prepare(
                "SELECT \"schedule\", \"fingerprint\", \"since\", \"paused\" FROM \"schedule_mark\" ORDER BY \"schedule\""
            )
            var marks: [ScheduleMark] = []
            while try query.step() {
                marks.append(
                    ScheduleMark(
                        schedule: query.text(0), fingerprint: query.text(1), since: Instant(seconds: query.integer(2)),
                        paused: query.instant(3)))
            }
            return marks
        }
    }

    /// Remembers a schedule's mark, in place of the one before.
    public func setMark(_ mark: ScheduleMark) throws(StoreError) {
        try write { connection throws(StoreError) in
            let row = try connection.prepare("INSERT OR REPLACE INTO \"schedule_mark\" VALUES (?1, ?2, ?3, ?4)")
            try row.bind(mark.schedule, 1)
            try row.bind(mark.fingerprint, 2)
            try row.bind(mark.since.seconds, 3)
            try row.bind(mark.paused?.seconds, 4)
            try row.run()
        }
    }

    private func update(
        _ run: ScheduledRun, _ decide: @Sendable (ScheduledRun?, Instant) -> ScheduledRun?
    ) throws(StoreError) -> ScheduledRun? {
        try write { connection throws(StoreError) in
            guard let row = decide(try SQLiteRun.read(run, from: connection), clock()) else { return nil }
            try SQLiteRun.write(row, to: connection)
            return row
        }
    }
}

/// Rows of the history of schedules.
enum SQLiteRun {
    static let select = """
        SELECT "schedule", "nominal", "state", "attempt", "started", "finished", "reason", "fence", "lease_ends",
        "shift", "folded" FROM "schedule_run"
        """

    static func all(_ query: borrowing SQLiteStatement) throws(StoreError) -> [ScheduledRun] {
        var runs: [ScheduledRun] = []
        while try query.step() { runs.append(read(query)) }
        return runs
    }

    /// The row of a nominal time.
    static func read(_ run: ScheduledRun, from connection: SQLiteConnection) throws(StoreError) -> ScheduledRun? {
        let query = try connection.prepare("\(select) WHERE \"schedule\" = ?1 AND \"nominal\" = ?2")
        try query.bind(run.schedule, 1)
        try query.bind(run.nominal.seconds, 2)
        return try query.step() ? read(query) : nil
    }

    /// Whether another time of a schedule is running with a lease that holds.
    static func hasOther(
        _ run: ScheduledRun, aliveAt now: Instant, in connection: SQLiteConnection
    ) throws(StoreError) -> Bool {
        let query = try connection.prepare(
            """
            SELECT 1 FROM "schedule_run" WHERE "schedule" = ?1 AND "nominal" <> ?2 AND "state" = 'running'
            AND "lease_ends" > ?3
            """)
        try query.bind(run.schedule, 1)
        try query.bind(run.nominal.seconds, 2)
        try query.bind(now.seconds, 3)
        return try query.step()
    }

    private static func read(_ row: borrowing SQLiteStatement) -> ScheduledRun {
        ScheduledRun(
            schedule: row.text(0), nominal: Instant(seconds: row.integer(1)),
            state: ScheduledRun.State(rawValue: row.text(2)) ?? .failed, attempt: Int(row.integer(3)),
            started: row.instant(4), finished: row.instant(5), reason: row.text(6), fence: row.integer(7),
            leaseEnds: row.instant(8), shift: ScheduledRun.Shift(rawValue: row.text(9)), folded: Int(row.integer(10)))
    }

    static func write(_ run: ScheduledRun, to connection: SQLiteConnection) throws(StoreError) {
        let row = try connection.prepare(
            "INSERT OR REPLACE INTO \"schedule_run\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")
        try row.bind(run.schedule, 1)
        try row.bind(run.nominal.seconds, 2)
        try row.bind(run.state.rawValue, 3)
        try row.bind(Int64(run.attempt), 4)
        try row.bind(run.started?.seconds, 5)
        try row.bind(run.finished?.seconds, 6)
        try row.bind(run.reason, 7)
        try row.bind(run.fence, 8)
        try row.bind(run.leaseEnds?.seconds, 9)
        try row.bind(run.shift?.rawValue, 10)
        try row.bind(Int64(run.folded), 11)
        try row.run()
    }
}

extension SQLiteStatement {
    /// A moment, nil for "no value".
    func instant(_ column: Int32) -> Instant? { optionalInteger(column).map { Instant(seconds: $0) } }
}
