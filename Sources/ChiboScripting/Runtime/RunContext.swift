package import ChiboModel

/// What one run of a definition sees: the records, the period, the nominal date, the parameters.
package struct RunContext {
    /// The records on the run's day.
    package let snapshot: Snapshot
    /// The period that the definition is evaluated for.
    package let period: Period
    /// The nominal date of the run: what `date.today()` answers.
    package let today: CalendarDate
    /// Parameters given for this run, as text.
    package let parameters: [String: String]
    /// The records on another day, for `at(date)`.
    package let snapshotAt: (CalendarDate) throws(Diagnostic) -> Snapshot
    /// The records on another day as the store knew them at its end: what a list made then could show.
    package let snapshotKnown: (CalendarDate) throws(Diagnostic) -> Snapshot

    /// A context from its parts.
    package init(
        snapshot: Snapshot, period: Period, today: CalendarDate, parameters: [String: String] = [:],
        snapshotKnown: ((CalendarDate) throws(Diagnostic) -> Snapshot)? = nil,
        snapshotAt: @escaping (CalendarDate) throws(Diagnostic) -> Snapshot
    ) {
        (self.snapshot, self.period, self.today) = (snapshot, period, today)
        (self.parameters, self.snapshotAt) = (parameters, snapshotAt)
        self.snapshotKnown = snapshotKnown ?? snapshotAt
    }

    /// The day of the records.
    var asOf: CalendarDate { snapshot.asOf }
}
