internal import ChiboModel

/// A meeting of a branch.
struct DemoMeeting {
    let branch: Int
    let date: CalendarDate
    let kind: String
    let topic: String
    let isOnline: Bool
    let required: Int
    let present: Int
    let hasMinutes: Bool
}

/// The meetings of 2023: twelve regular ones, four or more on a theme; the last branches of the list have three of those.
struct DemoMeetings {
    private(set) var all: [DemoMeeting] = []

    private static let topics = [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về nêu gương",
        "Nâng cao chất lượng sinh hoạt chi bộ trong tình hình mới",
        "Chuyển đổi số trong quản lý và giảng dạy", "Nâng cao chất lượng công bố khoa học quốc tế",
        "Công tác phát triển đảng trong sinh viên", "Bảo vệ nền tảng tư tưởng của Đảng trên không gian mạng",
        "Xây dựng văn hóa học đường", "Vai trò của đảng viên trong kiểm định chất lượng giáo dục",
        "Đổi mới phương pháp giảng dạy và đánh giá người học", "Nghị quyết 21-NQ/TW về tổ chức cơ sở đảng",
    ]

    init(_ branches: [DemoUnit], sizes: [Int], short: Set<Int>, seed: UInt64) {
        var random = DemoRandom(seed: seed, stream: "meetings")
        for index in branches.indices {
            let day = branches[index].meetingDay ?? 5
            for month in 1...12 { addRegular(index, day, month, sizes[index], &random) }
            let count = short.contains(index) ? 3 : random.pick(weighted: [(4, 55), (5, 30), (6, 15)])
            addThematic(index, count, sizes[index], &random)
            if random.chance(50) { addCommittee(index, &random) }
        }
    }

    private mutating func addRegular(
        _ branch: Int, _ day: Int, _ month: Int, _ size: Int, _ random: inout DemoRandom
    ) {
        let first = Period(year: 2023).first.adding(months: month - 1)
        // Tết and a busy week move a meeting now and then.
        let date = first.adding(days: day - 1 + (random.chance(12) ? random.number(1...6) : 0))
        add(branch, date, "Sinh hoạt định kỳ", "Sinh hoạt thường kỳ tháng \(month)/2023", size, &random)
    }

    private mutating func addThematic(_ branch: Int, _ count: Int, _ size: Int, _ random: inout DemoRandom) {
        let topics = random.sample(count, of: Array(DemoMeetings.topics.indices))
        for (position, topic) in topics.enumerated() {
            // Spread over the year, in the second half of a month, so that no day has two meetings.
            let month = position * 12 / count + random.number(0...max(0, 12 / count - 1))
            let date = Period(year: 2023).first.adding(months: month).adding(days: random.number(15...26))
            add(branch, date, "Sinh hoạt chuyên đề", DemoMeetings.topics[topic], size, &random)
        }
    }

    private mutating func addCommittee(_ branch: Int, _ random: inout DemoRandom) {
        let date = random.date(from: 2023, to: 2023)
        add(branch, date, "Họp chi ủy", "Chuẩn bị nội dung sinh hoạt chi bộ", 5, &random)
    }

    private mutating func add(
        _ branch: Int, _ date: CalendarDate, _ kind: String, _ topic: String, _ size: Int, _ random: inout DemoRandom
    ) {
        let absent = (size * random.number(0...11) + 50) / 100
        all.append(
            DemoMeeting(
                branch: branch, date: date, kind: kind, topic: topic, isOnline: random.chance(8), required: size,
                present: max(1, size - absent), hasMinutes: random.chance(97)))
    }
}
