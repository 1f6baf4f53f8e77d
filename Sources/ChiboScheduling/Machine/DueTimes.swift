import ChiboModel

/// The nominal times between two moments: the newest ones by themselves, the older ones counted.
struct DueTimes {
    /// The newest ones, ascending.
    var recent: [Timetable.Occurrence] = []
    /// The newest of those that are only counted.
    var folded: Timetable.Occurrence?
    /// How many are only counted.
    var foldedCount = 0

    /// So many nominal times get a row of their own after a long downtime; the rest share one.
    static let rowLimit = 100
    /// Counting stops here: more than two months of a job that is due each minute.
    static let countLimit = 100_000

    init(_ timetable: Timetable, after start: Instant, through end: Instant) {
        var bound = end.adding(seconds: 1)
        while foldedCount < DueTimes.countLimit, let found = timetable.previous(before: bound), found.instant > start {
            bound = found.instant
            if recent.count < DueTimes.rowLimit {
                recent.append(found)
            } else {
                folded = folded ?? found
                foldedCount += 1
            }
        }
        recent.reverse()
    }
}
