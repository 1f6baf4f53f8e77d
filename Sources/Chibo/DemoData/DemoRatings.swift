internal import ChiboModel

/// The yearly levels, as offices write them; the order is from the best.
enum DemoLevel: String, CaseIterable {
    case excellent = "Hoàn thành xuất sắc nhiệm vụ"
    case good = "Hoàn thành tốt nhiệm vụ"
    case completed = "Hoàn thành nhiệm vụ"
    case notCompleted = "Không hoàn thành nhiệm vụ"
    case notRated = "Không xếp loại"

    var isGood: Bool { self == .excellent || self == .good }
}

/// One year's rating of a member or an organisation.
struct DemoRating {
    let year: Int
    /// The position in the list of members, or of organisations.
    let subject: Int
    let own: DemoLevel?
    let proposed: DemoLevel?
    let final: DemoLevel
    let note: String
}

/// The ratings of the sample for 2021 to 2023.
struct DemoRatings {
    private(set) var members: [DemoRating] = []
    /// Of the section committees and the branches, by position in that order.
    private(set) var units: [DemoRating] = []

    init(_ figures: DemoFigures, _ roster: [DemoMember], units count: Int, weakUnits: [Int], seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: "ratings")
        for year in 2021...2023 { rateMembers(figures, roster, year, &random) }
        for year in 2021...2023 { rateUnits(count, year, weakUnits, &random) }
    }

    private mutating func rateMembers(
        _ figures: DemoFigures, _ roster: [DemoMember], _ year: Int, _ random: inout DemoRandom
    ) {
        let there = roster.indices.filter { roster[$0].admittedOn.year <= year }
        let left = year == 2023 ? there.count - figures.rated : there.count / 20
        let reasons = unrated(left, of: there, roster, year, &random)
        let rated = there.filter { reasons[$0] == nil }
        // 2023 as the figures say; the years before a little better and a little worse.
        let good = year == 2023 ? figures.good : rated.count * (year == 2022 ? 915 : 908) / 1000
        let levels = levels(rated, good: good, failed: year == 2023 ? figures.notCompleted : rated.count / 120, &random)
        for index in there {
            if let reason = reasons[index] {
                members.append(
                    DemoRating(year: year, subject: index, own: nil, proposed: nil, final: .notRated, note: reason))
            } else {
                members.append(rating(year, index, levels[index] ?? .good, &random))
            }
        }
    }

    /// Who is not rated, and why: the exempt, the newest, then people who came during the year.
    private func unrated(
        _ count: Int, of there: [Int], _ roster: [DemoMember], _ year: Int, _ random: inout DemoRandom
    ) -> [Int: String] {
        var reasons: [Int: String] = [:]
        for index in there where roster[index].activity == .exempt && reasons.count < count {
            reasons[index] = "Được miễn công tác và sinh hoạt đảng"
        }
        let newest = there.filter { roster[$0].admittedOn.year == year }
            .sorted { (roster[$1].admittedOn, $1) < (roster[$0].admittedOn, $0) }
        for index in newest where reasons.count < count { reasons[index] = "Mới kết nạp trong năm" }
        let others = there.filter { reasons[$0] == nil && roster[$0].role == .none }
        for index in random.sample(count - reasons.count, of: others) {
            reasons[index] = "Chuyển đến chưa đủ 6 tháng"
        }
        return reasons
    }

    private func levels(_ rated: [Int], good: Int, failed: Int, _ random: inout DemoRandom) -> [Int: DemoLevel] {
        let lower = random.sample(rated.count - good, of: rated)
        var levels: [Int: DemoLevel] = [:]
        for (position, index) in lower.enumerated() { levels[index] = position < failed ? .notCompleted : .completed }
        // No more than a fifth of the good may be excellent.
        for index in random.sample(good / 5, of: rated.filter { levels[$0] == nil }) { levels[index] = .excellent }
        return levels
    }

    private mutating func rateUnits(_ count: Int, _ year: Int, _ weak: [Int], _ random: inout DemoRandom) {
        let fewer = year == 2023 ? weak : random.sample(max(1, count / 14), of: Array(4..<count))
        let excellent = Set(random.sample(count / 6, of: (0..<count).filter { !fewer.contains($0) }))
        for index in 0..<count {
            let level: DemoLevel = fewer.contains(index) ? .completed : excellent.contains(index) ? .excellent : .good
            units.append(rating(year, index, level, &random))
        }
    }

    /// People think a little better of themselves than others do.
    private func rating(_ year: Int, _ index: Int, _ level: DemoLevel, _ random: inout DemoRandom) -> DemoRating {
        let better: DemoLevel =
            switch level {
            case .excellent: .excellent
            case .good: random.chance(25) ? .excellent : .good
            default: .good
            }
        let proposed = random.chance(50) ? level : level == .notCompleted ? .completed : better
        return DemoRating(year: year, subject: index, own: better, proposed: proposed, final: level, note: "")
    }
}
