internal import ChiboModel

/// All that the sample's sheets are made from, before it is put into rows.
struct DemoWorld {
    let figures: DemoFigures
    let organisation: DemoOrganisation
    let roster: [DemoMember]
    let ratings: DemoRatings
    let meetings: [DemoMeeting]
    let candidates: [DemoCandidate]
    let transfers: [DemoTransfer]
    /// Branches without four thematic meetings.
    let short: Set<Int>
    let seed: UInt64

    init(members: Int, seed: UInt64) {
        let figures = DemoFigures(members: members)
        let organisation = DemoOrganisation(figures, seed: seed)
        let roster = DemoRoster(figures, organisation, seed: seed).members
        var sizes = Array(repeating: 0, count: figures.branches)
        for member in roster { sizes[member.branch] += 1 }
        var random = DemoRandom(seed: seed, stream: "weaknesses")
        let short = Set(random.sample(figures.shortOfMeetings, of: Array(0..<figures.branches)))
        let units = organisation.committees.count - 1 + figures.branches
        // A branch without its meetings is not rated well; one in twenty is not for other reasons.
        let others = (0..<figures.branches).filter { !short.contains($0) }
        let weak = short.sorted() + random.sample(figures.branches / 20, of: others)
        let offset = organisation.committees.count - 1
        let ratings = DemoRatings(figures, roster, units: units, weakUnits: weak.map { $0 + offset }, seed: seed)
        let came = ratings.members.filter { $0.year == 2023 && $0.note.hasPrefix("Chuyển đến") }.map(\.subject)
        (self.figures, self.organisation, self.roster, self.ratings) = (figures, organisation, roster, ratings)
        (self.short, self.seed) = (short, seed)
        meetings = DemoMeetings(organisation.branches, sizes: sizes, short: short, seed: seed).all
        candidates = DemoCandidates(figures, organisation.branches, seed: seed).all
        transfers = DemoTransfers(figures, roster, came: came, seed: seed).all
    }

    /// The organisations that are rated: section committees, then branches.
    var ratedUnits: [DemoUnit] { Array(organisation.committees.dropFirst()) + organisation.branches }

    func branch(of member: DemoMember) -> DemoUnit { organisation.branches[member.branch] }

    /// Positions of the members rated lowest for 2023.
    var failed: [Int] {
        ratings.members.filter { $0.year == 2023 && $0.final == .notCompleted }.map(\.subject)
    }
}
