public import ChiboModel
import ChiboScheduling
package import ChiboScripting
public import ChiboStore
package import ChiboLua

/// A unit with its scripts and its records: what an application embeds, and what the command `chibo` is made of.
///
/// Not `Sendable`: one executor at a time uses a host. Several hosts, also of other processes and machines, can share a
/// store.
public final class ScriptHost {
    /// What may be chosen about a host; every choice has a default.
    public struct Options {
        /// The memory that a state of scripts may use, in bytes; an evaluation by several states may use it once for each.
        public var memory = 64 << 20
        /// The wall time that a run may take; nil for no bound.
        public var deadline: Duration? = .seconds(5)
        /// How many states judge side by side, each on a core of its own; nil for as many as there are cores and work.
        ///
        /// The answers do not depend on it, unless a script keeps something between records:
        /// ``ScriptHost/verify(_:period:asOf:parameters:)`` finds that.
        public var cores: Int?
        /// Gets each line that scripts `print` or `log`.
        public var log: (String) -> Void = { _ in }
        /// Where samples of runs are kept for another process to read.
        package var board: LuaSampleBoard?
        /// The clock.
        public var now: () -> Instant = { SystemClock().now() }
        /// The account of the operating system on whose behalf the host acts.
        public var author = "host"
        /// Where the time zones' rules are.
        public var zoneFolder = "/usr/share/zoneinfo"

        /// The defaults.
        public init() {}
    }

    /// The unit's folder.
    public let folder: String
    /// The records.
    public let store: any Store
    /// What was chosen.
    public let options: Options

    package let runtime: ScriptRuntime
    package let unitFolder: UnitFolder
    private var snapshots: [SnapshotKey: Snapshot] = [:]

    private struct SnapshotKey: Hashable {
        let asOf: CalendarDate
        let version: DataVersion
        let scope: SnapshotScope
    }

    /// Opens a unit: reads `unit.lua`, and opens its store.
    ///
    /// - Parameters:
    ///   - folder: The unit's folder.
    ///   - store: The records; nil for `chibo.sqlite` in the folder.
    ///   - options: What may be chosen.
    /// - Throws: What is wrong with the folder, `unit.lua` or the store.
    public init(unit folder: String, store: (any Store)? = nil, options: Options = Options()) throws(Diagnostic) {
        unitFolder = UnitFolder(folder)
        self.folder = unitFolder.path
        self.options = options
        let policy = LuaPolicy(memory: options.memory, deadline: options.deadline)
        runtime = try ScriptRuntime(sources: unitFolder, policy: policy, board: options.board, log: options.log)
        try runtime.loadUnit()
        if let store {
            self.store = store
        } else {
            do throws(StoreError) { self.store = try SQLiteStore(path: unitFolder.path + "/chibo.sqlite") } catch {
                throw error.diagnostic
            }
        }
    }

    /// Who the unit is.
    package var unit: UnitDefinition {
        guard let unit = runtime.unit else { preconditionFailure("a host is made with its unit loaded") }
        return unit
    }

    /// The unit's name.
    public var unitName: String { unit.name }

    /// The unit's time zone, by its IANA name.
    package var zone: String { unit.timeZone }

    /// The unit's local date now.
    public var today: CalendarDate { localDate(options.now()) }

    /// The unit's local date at a moment.
    package func localDate(_ instant: Instant) -> CalendarDate {
        guard let zone = try? TimeZoneFolder(path: options.zoneFolder).zone(unit.timeZone) else {
            return TimeZoneRules.utc.local(instant).date
        }
        return zone.rules.local(instant).date
    }
}

extension ScriptHost {
    /// The records on a day, as the store knows them now.
    public func snapshot(asOf date: CalendarDate) throws(Diagnostic) -> Snapshot {
        try snapshot(asOf: date, scope: .everything)
    }

    private func snapshot(asOf date: CalendarDate, scope: SnapshotScope) throws(Diagnostic) -> Snapshot {
        do throws(StoreError) {
            return try snapshot(asOf: date, version: try store.currentVersion(), scope: scope)
        } catch { throw error.diagnostic }
    }

    private func snapshot(
        asOf date: CalendarDate, version: DataVersion, scope: SnapshotScope
    ) throws(StoreError) -> Snapshot {
        let key = SnapshotKey(asOf: date, version: version, scope: scope)
        if let snapshot = snapshots[key] { return snapshot }
        let snapshot = try store.snapshot(asOf: date, version: version, scope: scope)
        // A few days are asked for again and again; all of history would be a leak.
        if snapshots.count >= 8 { snapshots.removeAll() }
        snapshots[key] = snapshot
        return snapshot
    }

    /// What a run of a definition sees.
    ///
    /// - Parameters:
    ///   - definition: What runs; nil for what belongs to no definition.
    ///   - period: The period; nil for the last one that has ended.
    ///   - asOf: The day; nil for the period's last day, or today while it is still running.
    ///   - parameters: Values for the definition's parameters, as text.
    ///   - today: The nominal date of the run; nil for the unit's local date now.
    /// - Returns: The context.
    /// - Throws: What is wrong with the store.
    package func context(
        of definition: Definition?, period: Period?, asOf: CalendarDate?, parameters: [String: String],
        today: CalendarDate? = nil
    ) throws(Diagnostic) -> RunContext {
        let today = today ?? self.today
        let period = period ?? ScriptHost.lastEnded(definition?.every ?? .year, today)
        let scope = definition.map { SnapshotScope(needs: $0.needs) } ?? .everything
        let snapshot = try snapshot(asOf: asOf ?? min(period.last, today), scope: scope)
        // Another day as the store knew it at the run's version: nothing changes under a run.
        return RunContext(
            snapshot: snapshot, period: period, today: today, parameters: parameters,
            snapshotKnown: { [unowned self] date throws(Diagnostic) in
                do throws(StoreError) {
                    let known = try self.version(on: date, upTo: snapshot.version)
                    return try self.snapshot(asOf: date, version: known, scope: scope)
                } catch { throw error.diagnostic }
            },
            snapshotAt: { [unowned self] date throws(Diagnostic) in
                do throws(StoreError) {
                    return try self.snapshot(asOf: date, version: snapshot.version, scope: scope)
                } catch { throw error.diagnostic }
            })
    }

    /// What the store knew at the end of a day of the unit, and no more than a run's own version.
    private func version(on date: CalendarDate, upTo last: DataVersion) throws(StoreError) -> DataVersion {
        var known = DataVersion(0)
        while true {
            let page = try store.history(after: known, limit: 1000)
            for change in page {
                if change.version.number > last.number || localDate(change.recordedAt) > date { return known }
                known = change.version
            }
            if page.isEmpty { return known }
        }
    }

    private static func lastEnded(_ span: Span, _ today: CalendarDate) -> Period {
        (Period(span, containing: today) ?? Period(year: today.year)).previous
    }
}

extension ScriptHost {
    /// Divides a quota: a proposal for people to decide on.
    public func allocate(
        _ id: String, period: Period? = nil, asOf: CalendarDate? = nil, parameters: [String: String] = [:]
    ) throws(Diagnostic) -> Allocation {
        let definition = try runtime.definition(.quota, named: id)
        let context = try context(of: definition, period: period, asOf: asOf, parameters: parameters)
        let result = try runtime.allocate(definition, context)
        try keep(result.receipt, kind: "allocate", digest: result.digest)
        return result
    }

    /// Measures a plan's targets and looks where its tasks stand.
    public func plan(
        _ id: String, period: Period? = nil, asOf: CalendarDate? = nil, parameters: [String: String] = [:]
    ) throws(Diagnostic) -> PlanResult {
        let definition = try runtime.definition(.plan, named: id)
        let context = try context(of: definition, period: period, asOf: asOf, parameters: parameters)
        let result = try runtime.evaluatePlan(definition, context)
        try keep(result.receipt, kind: "plan", digest: result.digest)
        return result
    }

    /// The ids and titles of the unit's definitions of a kind, in the order of their files.
    package func definitions(_ kind: Definition.Kind) throws(Diagnostic) -> [Definition] {
        try runtime.definitions(of: kind)
    }

    /// The only definition of a kind; with several, the one to be named.
    package func onlyDefinition(_ kind: Definition.Kind) throws(Diagnostic) -> Definition {
        let all = try definitions(kind)
        if let only = all.first, all.count == 1 { return only }
        let ids = all.map(\.id).joined(separator: ", ")
        throw Diagnostic(
            "CB-U012", .usage,
            all.isEmpty
                ? Bilingual(vi: "đơn vị chưa có \(kind.label.vi) nào", en: "the unit has no \(kind.label.en) yet")
                : Bilingual(vi: "cần nói rõ \(kind.label.vi) nào", en: "say which \(kind.label.en)"),
            suggestion: all.isEmpty
                ? Bilingual(
                    vi: "tạo một tệp trong \(kind.folder ?? "")/", en: "make a file in \(kind.folder ?? "")/")
                : Bilingual(vi: "hiện có: \(ids)", en: "there are: \(ids)"))
    }

    func keep(_ receipt: Receipt, kind: String, digest: String) throws(Diagnostic) {
        let parameters = receipt.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        do throws(StoreError) {
            _ = try store.append(
                RunReceipt(
                    kind: kind, definition: receipt.definition, scriptHash: receipt.scriptHash,
                    dataVersion: receipt.version, asOf: receipt.asOf, parameters: parameters.joined(separator: "&"),
                    hostVersion: ScriptHost.version, outputHash: digest))
        } catch { throw error.diagnostic }
    }

    /// The version of this host.
    public static let version = "0.1.0"
}
