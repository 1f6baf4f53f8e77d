import ChiboModel

extension SQLiteStore {
    /// Adds a receipt.
    @discardableResult
    public func append(_ receipt: RunReceipt) throws(StoreError) -> RunReceipt {
        try write { connection throws(StoreError) in
            let now = clock()
            let row = try connection.prepare(
                "INSERT INTO \"receipt\" VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING \"id\"")
            try row.bind(now.seconds, 1)
            try row.bind(receipt.kind, 2)
            try row.bind(receipt.definition, 3)
            try row.bind(receipt.scriptHash, 4)
            try row.bind(receipt.dataVersion.number, 5)
            try row.bind(receipt.asOf.iso, 6)
            try row.bind(receipt.parameters, 7)
            try row.bind(receipt.hostVersion, 8)
            try row.bind(receipt.outputHash, 9)
            _ = try row.step()
            let id = row.integer(0)
            try row.run()
            return receipt.numbered(id, at: now)
        }
    }

    /// The newest receipts, newest first.
    public func receipts(of definition: String?, limit: Int) throws(StoreError) -> [RunReceipt] {
        try read { connection throws(StoreError) in
            let condition = definition == nil ? "" : "WHERE \"definition\" = ?2"
            let query = try connection.prepare(
                """
                SELECT "id", "at", "kind", "definition", "script_hash", "data_version", "as_of", "parameters",
                "host_version", "output_hash" FROM "receipt" \(condition) ORDER BY "id" DESC LIMIT ?1
                """)
            try query.bind(Int64(limit), 1)
            if let definition { try query.bind(definition, 2) }
            var receipts: [RunReceipt] = []
            while try query.step() { receipts.append(read(query)) }
            return receipts
        }
    }

    private func read(_ row: borrowing SQLiteStatement) -> RunReceipt {
        RunReceipt(
            kind: row.text(2), definition: row.text(3), scriptHash: row.text(4),
            dataVersion: DataVersion(row.integer(5)), asOf: row.date(6) ?? CalendarDate(dayNumber: 0),
            parameters: row.text(7), hostVersion: row.text(8), outputHash: row.text(9), id: row.integer(0),
            at: Instant(seconds: row.integer(1)))
    }
}
