/// How many of what the sample data has: at 1,350 members the situation of S0 (domain.md §5), else in proportion.
struct DemoFigures {
    let members: Int
    /// Branches, all more than a year old.
    let branches: Int
    /// Branches with fewer than four thematic meetings in 2023.
    let shortOfMeetings: Int
    /// Branches that serve two administrative units.
    let merged: Int
    /// Members whose ceremony was in 2023.
    let admissions: Int
    /// Members with a rating for 2023.
    let rated: Int
    /// Of these, good or better.
    let good: Int
    /// Of these, not completed.
    let notCompleted: Int
    /// People on the list of candidates.
    let candidates: Int
    /// Transfers in hand.
    let transfers: Int

    /// The figures for a number of members.
    init(members: Int) {
        func share(_ part: Int) -> Int { (members * part + 675) / 1350 }
        self.members = members
        branches = max(4, share(40))
        shortOfMeetings = max(1, branches / 40)
        merged = branches / 20
        admissions = max(1, share(97))
        rated = share(1206)
        // The ratio 181 of 201.
        good = rated * 181 / 201
        notCompleted = (rated - good) / 10
        candidates = max(8, share(262))
        transfers = max(4, share(46))
    }
}
