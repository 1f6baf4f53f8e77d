public import ChiboModel

/// What a run leaves behind, so that its result can be made again and told from any other.
public struct RunReceipt: Hashable, Sendable {
    /// What was run: `evaluate`, `report`, `allocate`, `schedule`.
    public let kind: String
    /// The definition's id.
    public let definition: String
    /// SHA-256 of the scripts, in hexadecimal.
    public let scriptHash: String
    /// What the store knew.
    public let dataVersion: DataVersion
    /// The day.
    public let asOf: CalendarDate
    /// The parameters as a JSON object.
    public let parameters: String
    /// The version of Chibo.
    public let hostVersion: String
    /// SHA-256 of the result, in hexadecimal.
    public let outputHash: String
    /// The number that the store gave, 0 before.
    public let id: Int64
    /// When the store wrote it; the epoch before.
    public let at: Instant

    /// A receipt from its parts; the store gives the number and the time.
    public init(
        kind: String, definition: String, scriptHash: String, dataVersion: DataVersion, asOf: CalendarDate,
        parameters: String = "{}", hostVersion: String, outputHash: String, id: Int64 = 0,
        at: Instant = Instant(seconds: 0)
    ) {
        (self.kind, self.definition, self.scriptHash) = (kind, definition, scriptHash)
        (self.dataVersion, self.asOf, self.parameters) = (dataVersion, asOf, parameters)
        (self.hostVersion, self.outputHash, self.id, self.at) = (hostVersion, outputHash, id, at)
    }

    /// The receipt as it stands in the log.
    func numbered(_ id: Int64, at: Instant) -> RunReceipt {
        RunReceipt(
            kind: kind, definition: definition, scriptHash: scriptHash, dataVersion: dataVersion, asOf: asOf,
            parameters: parameters, hostVersion: hostVersion, outputHash: outputHash, id: id, at: at)
    }
}

/// The receipts of runs: appended, never changed.
public protocol ReceiptLog: Sendable {
    /// Adds a receipt.
    ///
    /// - Returns: The receipt with its number and time.
    @discardableResult
    func append(_ receipt: RunReceipt) throws(StoreError) -> RunReceipt

    /// The newest receipts, of one definition or of all, newest first.
    func receipts(of definition: String?, limit: Int) throws(StoreError) -> [RunReceipt]
}
