internal import ChiboModel

/// Somebody on the list of candidates, with the steps taken so far.
struct DemoCandidate {
    let branch: Int
    let person: DemoPerson
    let group: String
    let yearOfStudy: Int?
    let nominatedBy: String
    /// The steps and their dates, the first one is the nomination.
    let steps: [(name: String, on: CalendarDate)]
}

/// The candidates of the sample at the end of 2023: those who are admitted by then are members, not candidates.
struct DemoCandidates {
    private(set) var all: [DemoCandidate] = []

    private static let steps = [
        "Giới thiệu", "Vào danh sách nguồn", "Học lớp nhận thức", "Phân công giúp đỡ", "Hồ sơ lý lịch", "Thẩm tra",
        "Ý kiến đoàn thể", "Ý kiến nơi cư trú", "Chi bộ biểu quyết", "Đảng ủy bộ phận thẩm định", "Đảng ủy biểu quyết",
        "Trình cấp trên",
    ]

    init(_ figures: DemoFigures, _ branches: [DemoUnit], seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: "candidates")
        // Branches of students have as many candidates as four others.
        let places = branches.indices.map { ($0, branches[$0].type == .student ? 18 : 4) }
        for number in 0..<figures.candidates {
            // Each branch once, so that none is without candidates where there are enough of them.
            let branch = number < branches.count ? number : random.pick(weighted: places)
            all.append(candidate(branch, branches[branch].type == .student, figures.members + number + 1, &random))
        }
        all.sort { $0.branch < $1.branch }
    }

    private func candidate(
        _ branch: Int, _ isStudent: Bool, _ serial: Int, _ random: inout DemoRandom
    ) -> DemoCandidate {
        let born = isStudent ? random.number(2002...2005) : random.number(1984...1998)
        let group =
            isStudent ? "Sinh viên" : random.pick(weighted: [("Giảng viên trẻ", 55), ("Giảng viên", 20), ("Khác", 25)])
        return DemoCandidate(
            branch: branch, person: DemoPerson(born: born, female: isStudent ? 66 : 60, serial: serial, &random),
            group: group, yearOfStudy: isStudent ? max(1, min(4, 2023 - born - 17)) : nil,
            nominatedBy: isStudent
                ? random.pick(["Đoàn Thanh niên", "Đoàn Thanh niên", "Hội Sinh viên"]) : "Công đoàn",
            steps: steps(&random))
    }

    private func steps(_ random: inout DemoRandom) -> [(name: String, on: CalendarDate)] {
        let count = random.pick(weighted: [(2, 30), (3, 30), (4, 15), (5, 8), (6, 6), (8, 6), (9, 3), (12, 2)])
        // From the last step backwards, so that none lies in the future.
        var day = DemoRoster.asOf.adding(days: -random.number(2...60))
        var taken: [(name: String, on: CalendarDate)] = []
        for name in DemoCandidates.steps.prefix(count).reversed() {
            taken.append((name, day))
            day = day.adding(days: -random.number(12...55))
        }
        return taken.reversed()
    }
}
